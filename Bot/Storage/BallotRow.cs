using System;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
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
        var ballot = new Ballot(new BallotId(row.Text("Id")), row.Moment("OpenedAt"), row.Moment("ClosesAt"), rule, row.MomentOrNull("ClosedAt"))
        {
            Secrecy = row.NamedOrNull<BallotSecrecy>("Secrecy") ?? BallotSecrecy.Open,
            CanChangeVote = row.GetBoolean("CanChangeVote") ?? true,
            Mode = row.NamedOrNull<BallotMode>("Mode") ?? BallotMode.OverDays,
            Chair = row.GetString("Chair") is { } chair ? new PersonId(chair) : null,
            Form = PaperForm.Parse(row.GetString("Form") ?? "question"),
            Meeting = row.GetString("Meeting") is { } meeting ? new MeetingId(meeting) : null,
            SecrecyBy = ReadSecrecyRule(row),
            SecrecyRequests = row.GetInt32("SecrecyRequests") ?? 0,
        };
        var motion = new Motion(
            row.Named<MotionKind>("Motion"), new CommitteeId(row.Text("Committee")), row.Text("Title"), row.Text("Case"))
        {
            Text = row.GetString("Text") ?? string.Empty,
            Hearing = row.GetString("Hearing") ?? string.Empty,
            Remit = RemitColumns.Read(row),
            FirstMembers = [.. (row.GetString("FirstMembers") ?? string.Empty).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(id))],
            Options = (row.GetString("Options") ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        };
        var standings = row.GetString("Standings") is { } written ? Standing.Parse(written) : null;
        var counted = BallotLifeColumns.Read(
            row,
            new BallotRecord(ballot, motion, ReadResult(row, rule)) { Count = BallotCountColumns.Read(row), Standings = standings, Resolution = row.GetString("Resolution") });
        return row.GetBoolean("PapersRemain") is true ? counted.Sealed() : counted;
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
        row["Text"] = record.Motion.Text;
        row["Hearing"] = record.Motion.Hearing.Length > 0 ? record.Motion.Hearing : null;
        RemitColumns.Write(row, record.Motion.Remit);
        row["FirstMembers"] = record.Motion.FirstMembers.Count > 0 ? string.Join('|', record.Motion.FirstMembers.Select(person => person.Value)) : null;
        row["Options"] = string.Join('\n', record.Motion.Options);
        row["Secrecy"] = record.Ballot.Secrecy.ToString();
        row["CanChangeVote"] = record.Ballot.CanChangeVote;
        row["Mode"] = record.Ballot.Mode.ToString();
        row["Chair"] = record.Ballot.Chair?.Value;
        row["Meeting"] = record.Ballot.Meeting?.Value;
        row["Form"] = record.Ballot.Form.ToCode();
        row["Resolution"] = record.Resolution;
        BallotLifeColumns.Write(row, record);
        row["SecrecyHeads"] = record.Ballot.SecrecyBy.Heads;
        row["SecrecyShare"] = record.Ballot.SecrecyBy.Share?.ToString();
        row["SecrecyRequests"] = record.Ballot.SecrecyRequests > 0 ? record.Ballot.SecrecyRequests : null;
        row["PapersRemain"] = record.PapersRemain ? true : null;
        var counted = record.Opened() ?? record;
        if (counted.Result is { } result)
        {
            WriteResult(row, result);
        }

        if (counted.Count is { } count)
        {
            BallotCountColumns.Write(row, count);
            row["Standings"] = counted.Standings is { } standings ? Standing.ToCode(standings) : null;
        }
    }

    /// <summary>Reads a line of the roll.</summary>
    public static RollEntry ReadEntry(TableEntity row) => new(
        new VoterId(row.Text("Voter")),
        [.. row.Text("Actors").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(id))],
        row.Named<EntitlementReason>("Reason"),
        row.NamedOrNull<Exclusion>("Excluded"),
        row.GetString("Vote") is { } paper ? new BallotPaper(paper) : null,
        row.GetString("CastBy") is { } caster ? new PersonId(caster) : null,
        row.MomentOrNull("CastAt"),
        row.GetBoolean("Frozen") ?? false)
    {
        IsPresent = row.GetBoolean("IsPresent"),
        AsksForSecrecy = row.GetBoolean("AsksForSecrecy") ?? false,
    };

    /// <summary>Writes a line of the roll.</summary>
    public static void WriteEntry(TableEntity row, RollEntry entry)
    {
        row["Voter"] = entry.Voter.Value;
        row["Actors"] = string.Join('|', entry.Actors.Select(actor => actor.Value));
        row["Reason"] = entry.Reason.ToString();
        row["Excluded"] = entry.Excluded?.ToString();
        row["Vote"] = entry.Paper?.Code;
        row["CastBy"] = entry.CastBy?.Value;
        row["CastAt"] = entry.CastAt?.ToDateTimeOffset();
        row["Frozen"] = entry.Frozen;
        row["IsPresent"] = entry.IsPresent;
        row["AsksForSecrecy"] = entry.AsksForSecrecy ? true : null;
    }

    /// <summary>A ballot that never left it to those entitled holds neither column; then the rule no longer matters.</summary>
    private static SecrecyRule ReadSecrecyRule(TableEntity row)
    {
        if (row.GetInt32("SecrecyHeads") is { } heads)
        {
            return SecrecyRule.OnRequestOf(heads);
        }

        return Fraction.TryParse(row.GetString("SecrecyShare") ?? string.Empty, out var share) ? SecrecyRule.OnRequestOf(share) : SecrecyRule.Never;
    }

    private static BallotResult? ReadResult(TableEntity row, MajorityRule rule)
    {
        if (row.NamedOrNull<Verdict>("Verdict") is not { } verdict)
        {
            return null;
        }

        var tally = new Tally(
            row.Number("Yes"), row.Number("No"), row.Number("Abstain"), row.Number("NotVoted"), row.GetInt32("Present"), row.Number("Entitled"), row.Number("Excluded"),
            row.GetInt32("Withheld") ?? 0);
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
        row["Withheld"] = result.Tally.Withheld > 0 ? result.Tally.Withheld : null;
    }
}
