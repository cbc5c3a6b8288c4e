using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The introduction of an applicant, as columns of its case; all missing where there is none.</summary>
internal static class IntroductionColumns
{
    /// <summary>Reads it; null for none.</summary>
    public static Introduction? Read(TableEntity row) => row.MomentOrNull("IntroducedAt") is { } at
        ? new Introduction(
            new CommitteeId(row.Text("IntroducedTo")), new MeetingId(row.Text("IntroducedIn")), row.Number("IntroducedItem"), row.Number("IntroducedRevision"), new PersonId(row.Text("IntroducedBy")), at)
        : null;

    /// <summary>Writes it.</summary>
    public static void Fill(TableEntity row, Introduction? introduction)
    {
        row["IntroducedTo"] = introduction?.Committee.Value;
        row["IntroducedIn"] = introduction?.Meeting.Value;
        row["IntroducedItem"] = introduction?.Item;
        row["IntroducedRevision"] = introduction?.Revision;
        row["IntroducedBy"] = introduction?.By.Value;
        row["IntroducedAt"] = introduction?.At.ToDateTimeOffset();
    }
}
