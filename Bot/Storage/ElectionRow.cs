using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using NodaTime;
using NodaTime.Text;

namespace Bot.Storage;

/// <summary>The columns of an election: its head, one row for each name, one for each list, one for each round.</summary>
internal static class ElectionRow
{
    /// <summary>Row key of the head.</summary>
    public static string Head(ElectionId id) => id.Value + "|head";

    /// <summary>What the row keys of an election begin with.</summary>
    public static string Prefix(ElectionId id) => id.Value + "|";

    /// <summary>Reads one from its rows; null without a head.</summary>
    public static Election? Read(IReadOnlyList<TableEntity> rows)
    {
        var names = rows.Where(row => row.RowKey.Contains("|name|", StringComparison.Ordinal)).OrderBy(row => row.Number("Order")).Select(ReadName);
        var rounds = rows.Where(row => row.RowKey.Contains("|round|", StringComparison.Ordinal)).OrderBy(row => row.Number("Number")).Select(ReadRound);
        var lists = rows.Where(row => row.RowKey.Contains("|list|", StringComparison.Ordinal)).OrderBy(row => row.Number("Number")).Select(ReadList);
        return rows.FirstOrDefault(row => row.RowKey.EndsWith("|head", StringComparison.Ordinal)) is { } head
            ? ReadHead(head) with { Nominations = [.. names], Lists = [.. lists], Rounds = [.. rounds] }
            : null;
    }

    /// <summary>Writes the head.</summary>
    public static TableEntity WriteHead(NetworkId network, Election election)
    {
        var row = RowFormat.NewRow(network.Value, Head(election.Id));
        row["Id"] = election.Id.Value;
        row["Body"] = election.Body.Value;
        row["Committee"] = election.Committee.Value;
        row["Seats"] = election.Seats;
        row["Method"] = election.Method.ToString();
        row["Rule"] = election.Rule.ToCode();
        row["RulesVersion"] = election.RulesVersion;
        row["TermChosen"] = election.TermChosen is { } chosen ? RowFormat.Write(chosen) : null;
        row["CalledBy"] = election.CalledBy.Value;
        row["CalledAt"] = election.CalledAt.ToDateTimeOffset();
        row["NominateUntil"] = election.NominateUntil.ToDateTimeOffset();
        row["VoteUntil"] = election.VoteUntil.ToDateTimeOffset();
        row["IsByElection"] = election.IsByElection;
        row["State"] = election.State.ToString();
        row["Elected"] = Joined(election.Elected);
        row["Mandates"] = string.Join('\n', election.Mandates.Select(WriteMandate));
        row["Lots"] = string.Join('\n', election.Lots.Select(lot => $"{lot.Seats.ToString(CultureInfo.InvariantCulture)};{lot.AskedBy};{lot.Witness};{Write(lot.At)};{Joined(lot.Order)}"));
        row["Pending"] = election.Pending is { } next ? $"{next.Reason};{(next.IsLot ? "lot" : "round")};{next.Seats.ToString(CultureInfo.InvariantCulture)};{next.AskedBy};{Joined(next.People)}" : null;
        row["TermFrom"] = election.TermFrom is { } from ? RowFormat.Write(from) : null;
        row["IsInOffice"] = election.IsInOffice;
        row["Resolution"] = election.Resolution;
        return row;
    }

    /// <summary>Writes a name.</summary>
    public static TableEntity WriteName(NetworkId network, ElectionId id, Nomination name, int order)
    {
        var row = RowFormat.NewRow(network.Value, Prefix(id) + "name|" + name.Person.Value);
        row["Person"] = name.Person.Value;
        row["By"] = name.By.Value;
        row["At"] = name.At.ToDateTimeOffset();
        row["Answer"] = name.Answer.ToString();
        row["Order"] = order;
        row["List"] = name.List;
        return row;
    }

    /// <summary>Writes a list.</summary>
    public static TableEntity WriteList(NetworkId network, ElectionId id, CandidateList list)
    {
        var row = RowFormat.NewRow(network.Value, Prefix(id) + "list|" + list.Number.ToString("00", CultureInfo.InvariantCulture));
        row["Number"] = list.Number;
        row["Name"] = list.Name;
        row["By"] = list.By.Value;
        row["At"] = list.At.ToDateTimeOffset();
        row["Order"] = Joined(list.Order);
        return row;
    }

    /// <summary>Writes a round.</summary>
    public static TableEntity WriteRound(NetworkId network, ElectionId id, ElectionRound round)
    {
        var row = RowFormat.NewRow(network.Value, Prefix(id) + "round|" + round.Number.ToString("00", CultureInfo.InvariantCulture));
        row["Number"] = round.Number;
        row["Reason"] = round.Reason.ToString();
        row["Candidates"] = Joined(round.Candidates);
        row["Seats"] = round.Seats;
        row["Form"] = round.Form.ToCode();
        row["NeedsMajority"] = round.NeedsMajority;
        row["OpensAt"] = round.OpensAt.ToDateTimeOffset();
        row["ClosesAt"] = round.ClosesAt.ToDateTimeOffset();
        row["Seat"] = round.Seat;
        row["Lists"] = round.Lists.Count > 0 ? string.Join('|', round.Lists.Select(list => string.Create(CultureInfo.InvariantCulture, $"{list.Number}:{list.Candidates}"))) : null;
        row["Standings"] = round.Standings is { } standings ? Standing.ToCode(standings) : null;
        if (round.Count is { } count)
        {
            BallotCountColumns.Write(row, count);
        }

        return row;
    }

    private static Election ReadHead(TableEntity row) => new()
    {
        Id = new ElectionId(row.Text("Id")),
        Body = new CommitteeId(row.Text("Body")),
        Committee = new CommitteeId(row.Text("Committee")),
        Seats = row.Number("Seats"),
        Method = row.Named<ElectionMethod>("Method"),
        Rule = ElectionRule.Parse(row.Text("Rule")),
        RulesVersion = row.GetInt32("RulesVersion") ?? 0,
        TermChosen = row.GetString("TermChosen") is null ? null : row.Day("TermChosen"),
        CalledBy = new PersonId(row.Text("CalledBy")),
        CalledAt = row.Moment("CalledAt"),
        NominateUntil = row.Moment("NominateUntil"),
        VoteUntil = row.Moment("VoteUntil"),
        IsByElection = row.GetBoolean("IsByElection") ?? false,
        State = row.Named<ElectionState>("State"),
        Elected = [.. People(row.Text("Elected"))],
        Mandates = [.. Lines(row.Text("Mandates")).Select(ReadMandate)],
        Lots = [.. Lines(row.Text("Lots")).Select(line => line.Split(';')).Select(part => new DrawnLot(People(part[4]), Number(part[0]), new PersonId(part[1]), new PersonId(part[2]), Moment(part[3])))],
        Pending = row.GetString("Pending")?.Split(';') is [var reason, var kind, var seats, var asker, var people]
            ? new PendingStep(Enum.Parse<RoundReason>(reason), kind == "lot", People(people), Number(seats), asker.Length > 0 ? new PersonId(asker) : null)
            : null,
        TermFrom = row.GetString("TermFrom") is null ? null : row.Day("TermFrom"),
        IsInOffice = row.GetBoolean("IsInOffice") ?? false,
        Resolution = row.GetString("Resolution"),
    };

    private static Nomination ReadName(TableEntity row) => new(new PersonId(row.Text("Person")), new PersonId(row.Text("By")), row.Moment("At"), row.Named<Consent>("Answer"), row.GetInt32("List"));

    private static CandidateList ReadList(TableEntity row) => new(row.Number("Number"), row.Text("Name"), new PersonId(row.Text("By")), row.Moment("At"), People(row.Text("Order")));

    private static ElectionRound ReadRound(TableEntity row) => new(
        row.Number("Number"), row.Named<RoundReason>("Reason"), People(row.Text("Candidates")), row.Number("Seats"), PaperForm.Parse(row.Text("Form")),
        row.GetBoolean("NeedsMajority") ?? false, row.Moment("OpensAt"), row.Moment("ClosesAt"))
    {
        Seat = row.GetInt32("Seat") ?? 0,
        Lists = [.. (row.GetString("Lists") ?? string.Empty).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(list => list.Split(':')).Select(list => new RoundList(Number(list[0]), Number(list[1])))],
        Standings = row.GetString("Standings") is { } standings ? Standing.Parse(standings) : null,
        Count = BallotCountColumns.Read(row),
    };

    private static string WriteMandate(Mandate mandate) =>
        $"{mandate.Person};{mandate.State};{Write(mandate.AskedUntil)};{(mandate.IsSubstitute ? "substitute" : "elected")};{(mandate.IsSeated ? "seated" : string.Empty)};{(mandate.AnsweredAt is { } at ? Write(at) : string.Empty)}";

    private static Mandate ReadMandate(string line) => line.Split(';') is [var person, var state, var until, var kind, var seated, .. var later]
        ? new Mandate(new PersonId(person), Enum.Parse<MandateState>(state), Moment(until), kind == "substitute", seated == "seated")
        {
            AnsweredAt = later is [{ Length: > 0 } at, ..] ? Moment(at) : null,
        }
        : throw new FormatException($"Not a mandate: '{line}'.");

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Joined(IEnumerable<PersonId> people) => string.Join('|', people.Select(person => person.Value));

    private static ImmutableArray<PersonId> People(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(id))];

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Write(Instant moment) => InstantPattern.ExtendedIso.Format(moment);

    private static Instant Moment(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
