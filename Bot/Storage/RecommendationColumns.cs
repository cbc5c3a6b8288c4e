using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>How the advisory board voted on a case, and that the plenary votes without its recommendation, as columns of the case.</summary>
internal static class RecommendationColumns
{
    /// <summary>How the board voted; null before it has.</summary>
    public static Tally? Tally(TableEntity row) => row.GetInt32("BoardYes") is { } yes
        ? new Tally(yes, row.Number("BoardNo"), row.Number("BoardAbstain"), row.Number("BoardNotVoted"), null, row.Number("BoardEntitled"), row.Number("BoardExcluded"), row.GetInt32("BoardWithheld") ?? 0)
        : null;

    /// <summary>That the plenary votes without a recommendation; null for most.</summary>
    public static RecommendationWaiver? Waiver(TableEntity row) =>
        row.MomentOrNull("WaivedAt") is { } waived ? new RecommendationWaiver(new PersonId(row.Text("WaivedBy")), waived, row.Text("WaiverReason")) : null;

    /// <summary>Writes both.</summary>
    public static void Fill(TableEntity row, Tally? tally, RecommendationWaiver? waiver)
    {
        row["BoardYes"] = tally?.Yes;
        row["BoardNo"] = tally?.No;
        row["BoardAbstain"] = tally?.Abstain;
        row["BoardNotVoted"] = tally?.NotVoted;
        row["BoardEntitled"] = tally?.Entitled;
        row["BoardExcluded"] = tally?.Excluded;
        row["BoardWithheld"] = tally is { Withheld: > 0 and var withheld } ? withheld : null;
        row["WaivedBy"] = waiver?.By.Value;
        row["WaivedAt"] = waiver?.At.ToDateTimeOffset();
        row["WaiverReason"] = waiver?.Reason;
    }
}
