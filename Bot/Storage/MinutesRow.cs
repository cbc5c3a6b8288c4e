using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using NodaTime.Text;

namespace Bot.Storage;

/// <summary>The columns of minutes: their head, and their corrections.</summary>
internal static class MinutesRow
{
    /// <summary>Units of text kept for searching; what is longer is found by its beginning.</summary>
    private const int MostWords = 30_000;

    private const string ByItself = "itself";

    /// <summary>Reads minutes from their head and their corrections.</summary>
    public static MeetingMinutes Read(TableEntity head, IEnumerable<TableEntity> corrections) => new(
        new MeetingId(head.Text("Meeting")), new CommitteeId(head.Text("Committee")), head.Day("Day"))
    {
        State = head.Named<MinutesState>("State"),
        Versions = [.. head.Text("Versions").Split('\n').Select(ReadVersion)],
        Corrections = [.. corrections.Select(ReadCorrection)],
        CirculatedAt = head.MomentOrNull("CirculatedAt"),
        Approval = head.MomentOrNull("ApprovedAt") is { } at
            ? new MinutesApproval(
                at,
                new PersonId(head.Text("ApprovedBy")),
                new MeetingId(head.Text("ApprovedIn")),
                head.Day("ApprovedOn"),
                head.Number("ApprovedVersion"),
                head.GetString("ApprovedByBallot") is { } ballot ? new BallotId(ballot) : null)
            : null,
    };

    /// <summary>Writes the head.</summary>
    public static void Write(TableEntity row, MeetingMinutes minutes, string words)
    {
        row["Meeting"] = minutes.Meeting.Value;
        row["Committee"] = minutes.Committee.Value;
        row["Day"] = RowFormat.Write(minutes.Day);
        row["State"] = minutes.State.ToString();
        row["Versions"] = string.Join('\n', minutes.Versions.Select(Write));
        row["CirculatedAt"] = minutes.CirculatedAt?.ToDateTimeOffset();
        row["ApprovedAt"] = minutes.Approval?.At.ToDateTimeOffset();
        row["ApprovedBy"] = minutes.Approval?.By.Value;
        row["ApprovedIn"] = minutes.Approval?.Meeting.Value;
        row["ApprovedOn"] = minutes.Approval is { } approval ? RowFormat.Write(approval.Day) : null;
        row["ApprovedVersion"] = minutes.Approval?.Version;
        row["ApprovedByBallot"] = minutes.Approval?.Ballot?.Value;
        row["Words"] = words;
    }

    /// <summary>What minutes are found by: the words of titles, motions and entries.</summary>
    public static string Words(MinutesBody body)
    {
        var words = string.Join('\n', body.Everything.SelectMany(item =>
            item.Entries.Select(entry => entry.Text).Concat(item.Ballots.Select(ballot => ballot.Title)).Prepend(item.Title)).Append(body.Topic).Where(text => text.Length > 0));
        return words.Length <= MostWords ? words : words[..(char.IsHighSurrogate(words[MostWords - 1]) ? MostWords - 1 : MostWords)];
    }

    /// <summary>Writes a correction.</summary>
    public static void Write(TableEntity row, Correction correction)
    {
        row["Number"] = correction.Number;
        row["Origin"] = correction.Origin;
        row["Item"] = correction.Item;
        row["Entry"] = correction.Entry;
        row["Text"] = correction.Text;
        row["By"] = correction.By.Value;
        row["At"] = correction.At.ToDateTimeOffset();
        row["State"] = correction.State.ToString();
        row["DecidedBy"] = correction.DecidedBy?.Value;
        row["DecidedAt"] = correction.DecidedAt?.ToDateTimeOffset();
        row["Reason"] = correction.Reason;
        row["Version"] = correction.Version;
        row["IsAfterApproval"] = correction.IsAfterApproval;
    }

    private static Correction ReadCorrection(TableEntity row) => new(
        row.Number("Number"), row.Text("Origin"), row.GetInt32("Item"), row.GetInt32("Entry"), row.Text("Text"), new PersonId(row.Text("By")), row.Moment("At"))
    {
        State = row.Named<CorrectionState>("State"),
        DecidedBy = row.GetString("DecidedBy") is { } by ? new PersonId(by) : null,
        DecidedAt = row.MomentOrNull("DecidedAt"),
        Reason = row.GetString("Reason") ?? string.Empty,
        Version = row.GetInt32("Version"),
        IsAfterApproval = row.GetBoolean("IsAfterApproval") ?? false,
    };

    /// <summary>An id holds no bar.</summary>
    private static string Write(MinutesVersion version) => string.Join('|', version.Number.ToString(CultureInfo.InvariantCulture), version.Cause, version.Source, InstantPattern.ExtendedIso.Format(version.At), version.By, version.IsByItself ? ByItself : string.Empty).TrimEnd('|');

    private static MinutesVersion ReadVersion(string line)
    {
        var parts = line.Split('|');
        return new MinutesVersion(
            int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture), Enum.Parse<VersionCause>(parts[1]), parts[2], InstantPattern.ExtendedIso.Parse(parts[3]).GetValueOrThrow(), new PersonId(parts[4]))
        {
            IsByItself = parts.ElementAtOrDefault(5) == ByItself,
        };
    }
}
