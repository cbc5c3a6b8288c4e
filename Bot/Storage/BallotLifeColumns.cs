using System;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>What may happen to a ballot after it opened, in the columns of its head: reminders, void, repeated, a tie decided. All of them may be missing.</summary>
internal static class BallotLifeColumns
{
    /// <summary>Reads them into a ballot that was read from the same row.</summary>
    public static BallotRecord Read(TableEntity row, BallotRecord record) => record with
    {
        Ballot = record.Ballot with
        {
            Reminders = new ReminderMoments([.. (row.GetString("Reminders") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ReadMoment)]),
            Voided = row.MomentOrNull("VoidedAt") is { } at ? new Voiding(at, Person(row, "VoidedBy"), row.Text("VoidReason")) : null,
            RepeatOf = row.GetString("RepeatOf") is { } old ? new BallotId(old) : null,
        },
        Repeat = row.GetString("Repeat") is { } repeat ? new BallotRepeat(new BallotId(repeat), Person(row, "RepeatBy"), row.Moment("RepeatAt")) : null,
        TieBreak = row.NamedOrNull<Verdict>("Tie") is not { } kind ? null : new TieBreak(kind, Person(row, "TieBy"), row.Moment("TieAt"))
        {
            Reason = row.GetString("TieReason") ?? string.Empty,
            Witness = row.GetString("TieWitness") is { } witness ? new PersonId(witness) : null,
            DrawnAt = row.MomentOrNull("TieDrawnAt"),
        },
    };

    /// <summary>Writes them.</summary>
    public static void Write(TableEntity row, BallotRecord record)
    {
        var ballot = record.Ballot;
        row["Reminders"] = ballot.Reminders.At.Count == 0 ? null : string.Join(',', ballot.Reminders.At.Select(WriteMoment));
        row["VoidedAt"] = ballot.Voided?.At.ToDateTimeOffset();
        row["VoidedBy"] = ballot.Voided?.By.Value;
        row["VoidReason"] = ballot.Voided?.Reason;
        row["RepeatOf"] = ballot.RepeatOf?.Value;
        row["Repeat"] = record.Repeat?.Id.Value;
        row["RepeatBy"] = record.Repeat?.By.Value;
        row["RepeatAt"] = record.Repeat?.At.ToDateTimeOffset();
        row["Tie"] = record.TieBreak?.Kind.ToString();
        row["TieBy"] = record.TieBreak?.By.Value;
        row["TieAt"] = record.TieBreak?.At.ToDateTimeOffset();
        row["TieReason"] = record.TieBreak?.Reason;
        row["TieWitness"] = record.TieBreak?.Witness?.Value;
        row["TieDrawnAt"] = record.TieBreak?.DrawnAt?.ToDateTimeOffset();
    }

    private static PersonId Person(TableEntity row, string name) => new(row.Text(name));

    private static string WriteMoment(Instant moment) => NodaTime.Text.InstantPattern.ExtendedIso.Format(moment);

    private static Instant ReadMoment(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
