using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>A change of a network as rows: a known row keeps the columns that the change does not speak of.</summary>
internal sealed class NetworkChangeRows
{
    private readonly NetworkId network;
    private readonly NetworkChange change;
    private readonly IReadOnlyDictionary<string, TableEntity> standing;
    private readonly Dictionary<string, TableEntity> written = new(StringComparer.Ordinal);

    /// <summary>Works the rows out.</summary>
    /// <param name="standing">All rows of the network's partition by their keys; those that change are written into.</param>
    /// <param name="network">The network.</param>
    /// <param name="change">What is to be different.</param>
    public NetworkChangeRows(IReadOnlyDictionary<string, TableEntity> standing, NetworkId network, NetworkChange change)
    {
        (this.standing, this.network, this.change) = (standing, network, change);
        Head = standing[NetworkRows.Head];
        NetworkRows.WriteHead(Head, change.Name ?? Head.Text("Name"), change.Land ?? Head.Named<Domain.Dates.GermanLand>("Land"));
        WritePeople();
        WriteCommittees();
        foreach (var organization in change.Organizations)
        {
            NetworkRows.Fill(Row(NetworkRows.KeyOf(organization.Id)), organization);
        }

        Head["Zone"] = change.Zone?.Id ?? Head.Text("Zone");
        WriteSeats();

        foreach (var seat in change.Taken.Except(change.Given).Where(seat => standing.TryGetValue(NetworkRows.KeyOf(seat.Committee), out var row) && RemitColumns.IsSpeaker(row, seat.Person)))
        {
            // Whoever leaves a working group speaks for it no more, also if they come back.
            RemitColumns.Unspoken(Row(NetworkRows.KeyOf(seat.Committee)));
        }

        Removed = [.. change.Taken.Except(change.Given).Select(seat => SeatColumns.Write(network, seat).RowKey).Where(standing.ContainsKey)];
    }

    /// <summary>The head as it is to be; it carries the version that was read.</summary>
    public TableEntity Head { get; }

    /// <summary>The rows that are written, beside the head.</summary>
    public IReadOnlyCollection<TableEntity> Written => written.Values;

    /// <summary>Keys of the rows that go, all of which are there.</summary>
    public IReadOnlyList<string> Removed { get; }

    /// <summary>A seat that is given is there from today on: one that has ended begins anew, one that was to end stays with the term that was set.</summary>
    private void WriteSeats()
    {
        var today = change.At.InZone(DateTimeZoneProviders.Tzdb[Head.Text("Zone")]).Date;
        foreach (var seat in change.Given)
        {
            var fresh = SeatColumns.Write(network, seat);
            if (!standing.TryGetValue(fresh.RowKey, out var row))
            {
                written[fresh.RowKey] = fresh;
            }
            else if (SeatColumns.Read(row) is { } term && (term.LastDay is not null || !term.IsHeldOn(today)))
            {
                SeatColumns.Fill(Row(fresh.RowKey), term.IsHeldOn(today) ? term.Kept() : null);
            }
        }

        foreach (var (seat, term) in change.Terms)
        {
            var fresh = SeatColumns.Write(network, seat, term);
            if (standing.ContainsKey(fresh.RowKey) || written.ContainsKey(fresh.RowKey))
            {
                SeatColumns.Fill(Row(fresh.RowKey), term);
            }
            else
            {
                written[fresh.RowKey] = fresh;
            }
        }
    }

    private void WritePeople()
    {
        foreach (var person in change.People)
        {
            var row = Row(NetworkRows.KeyOf(person.Id));
            NetworkRows.Fill(row, person);
            if (person.Mail is { } mail && mail != NetworkRows.MailOf(row))
            {
                NetworkRows.SetMail(row, mail, change.By, change.At);
            }
        }

        foreach (var person in change.WithoutMail)
        {
            NetworkRows.SetMail(Row(NetworkRows.KeyOf(person)), null, change.By, change.At);
        }

        foreach (var (person, account) in change.Accounts)
        {
            NetworkRows.Fill(Row(NetworkRows.KeyOf(person)), account);
        }
    }

    private void WriteCommittees()
    {
        var next = standing.Values.Where(row => row.RowKey.StartsWith("committee|", StringComparison.Ordinal)).Select(row => row.Number("Order") + 1).DefaultIfEmpty(0).Max();
        foreach (var committee in change.Committees)
        {
            var key = NetworkRows.KeyOf(committee.Id);
            var isNew = !standing.ContainsKey(key) && !written.ContainsKey(key);
            var row = Row(key);
            NetworkRows.Fill(row, committee);
            if (isNew)
            {
                row["Order"] = next++;
                foreach (var rules in committee.Timeline.Versions.Select(rules => RulesRow.Write(network, committee.Id, rules)))
                {
                    written[rules.RowKey] = rules;
                }
            }
        }

        foreach (var (committee, conversation) in change.Rooms)
        {
            Row(NetworkRows.KeyOf(committee))[NetworkRows.Conversation] = conversation;
        }
    }

    private TableEntity Row(string key)
    {
        if (!written.TryGetValue(key, out var row))
        {
            row = written[key] = standing.GetValueOrDefault(key) ?? RowFormat.NewRow(network.Value, key);
        }

        return row;
    }
}
