using System;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The columns of a ballot's head and of the lines of its roll.</summary>
internal static class BallotRow
{
    /// <summary>Reads the head.</summary>
    public static BallotRecord ReadHead(TableEntity row)
    {
        var rule = MajorityRule.Parse(row.Text("Rule"));
        var ballot = new Ballot(new BallotId(row.Text("Id")), row.Moment("OpenedAt"), row.Moment("ClosesAt"), rule, row.MomentOrNull("ClosedAt"));
        var motion = new Motion(
            row.Named<MotionKind>("Motion"), new CommitteeId(row.Text("Committee")), row.Text("Title"), row.Text("Case"));
        return new BallotRecord(ballot, motion, ReadResult(row, rule));
    }

    /// <summary>Writes the head.</summary>
    public static void WriteHead(TableEntity row, BallotRecord record)
    {
        row["Id"] = record.Ballot.Id.Value;
        row["OpenedAt"] = record.Ballot.OpenedAt.ToDateTimeOffset();
        row["ClosesAt"] = record.Ballot.ClosesAt.ToDateTimeOffset();
        row["ClosedAt"] = record.Ballot.ClosedAt?.ToDateTimeOffset();
        row["Rule"] = record.Ballot.Rule.ToCode();
        row["Motion"] = record.Motion.Kind.ToString();
        row["Committee"] = record.Motion.Committee.Value;
        row["Title"] = record.Motion.Title;
        row["Case"] = record.Motion.Case;
        if (record.Result is { } result)
        {
            WriteResult(row, result);
        }
    }

    /// <summary>Reads a line of the roll.</summary>
    public static RollEntry ReadEntry(TableEntity row) => new(
        new VoterId(row.Text("Voter")),
        [.. row.Text("Actors").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(id))],
        row.Named<EntitlementReason>("Reason"),
        row.NamedOrNull<Exclusion>("Excluded"),
        row.NamedOrNull<VoteOption>("Vote"),
        row.GetString("CastBy") is { } caster ? new PersonId(caster) : null,
        row.MomentOrNull("CastAt"),
        row.GetBoolean("Frozen") ?? false);

    /// <summary>Writes a line of the roll.</summary>
    public static void WriteEntry(TableEntity row, RollEntry entry)
    {
        row["Voter"] = entry.Voter.Value;
        row["Actors"] = string.Join('|', entry.Actors.Select(actor => actor.Value));
        row["Reason"] = entry.Reason.ToString();
        row["Excluded"] = entry.Excluded?.ToString();
        row["Vote"] = entry.Vote?.ToString();
        row["CastBy"] = entry.CastBy?.Value;
        row["CastAt"] = entry.CastAt?.ToDateTimeOffset();
        row["Frozen"] = entry.Frozen;
    }

    private static BallotResult? ReadResult(TableEntity row, MajorityRule rule)
    {
        if (row.NamedOrNull<Verdict>("Verdict") is not { } verdict)
        {
            return null;
        }

        var tally = new Tally(
            row.Number("Yes"), row.Number("No"), row.Number("Abstain"), row.Number("NotVoted"), row.GetInt32("Present"), row.Number("Entitled"), row.Number("Excluded"));
        return rule.Decide(tally) with { Verdict = verdict };
    }

    private static void WriteResult(TableEntity row, BallotResult result)
    {
        row["Verdict"] = result.Verdict.ToString();
        row["Yes"] = result.Tally.Yes;
        row["No"] = result.Tally.No;
        row["Abstain"] = result.Tally.Abstain;
        row["NotVoted"] = result.Tally.NotVoted;
        row["Present"] = result.Tally.Present;
        row["Entitled"] = result.Tally.Entitled;
        row["Excluded"] = result.Tally.Excluded;
    }
}
