using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Memberships;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <content>Changes of a network that is there.</content>
internal sealed partial class NetworkStore
{
    /// <summary>Changes a network, however much of it, in one step.</summary>
    /// <param name="basis">The network as it was read when the change was decided.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    /// <returns>False when the network has changed since it was read; nothing was written, and it is to be read and decided again.</returns>
    public async Task<bool> TryChangeAsync(NetworkSnapshot basis, NetworkChange change, CancellationToken cancellationToken)
    {
        var network = basis.Network.Id;
        var isWritten = false;
        if (await batches.HeadAsync(network, cancellationToken) is { } head && head.ETag == basis.Version)
        {
            var standing = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
            await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.All(network.Value), cancellationToken))
            {
                standing[row.RowKey] = row;
            }

            // The head as it was before the other rows: when it is another by now, the write is refused.
            standing[NetworkRows.Head] = head;
            var rows = new NetworkChangeRows(standing, network, change);
            isWritten = await batches.TryWriteAsync(rows.Head, rows.Written, rows.Removed, cancellationToken);
        }

        copies.TryRemove(network, out _);
        return isWritten;
    }

    /// <summary>Stores a new member organization. Repeating it changes nothing.</summary>
    public Task AddOrganizationAsync(NetworkId network, MemberOrganization organization, CancellationToken cancellationToken) =>
        AddAsync(network, [NetworkRows.WriteOrganization(network, organization)], cancellationToken);

    /// <summary>Stores a new committee with its rules, last in the order and without a conversation, and who is in it. Repeating it changes nothing, also not who has joined or left since.</summary>
    public Task AddCommitteeAsync(Network network, Committee committee, IEnumerable<PersonId> members, CancellationToken cancellationToken) => AddAsync(
        network.Id, [.. NetworkRows.WriteNew(network, committee), .. members.Distinct().Select(person => SeatColumns.Write(network.Id, new Seat(committee.Id, person)))], cancellationToken);

    /// <summary>Notes by which resolution a working group ends. The first that was stored stands, however often this is repeated; one that has ended already stays as it is.</summary>
    public async Task EndGroupByAsync(NetworkId network, CommitteeId group, string resolution, CancellationToken cancellationToken)
    {
        while (await batches.HeadAsync(network, cancellationToken) is { } head
            && await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.KeyOf(group), cancellationToken) is { } row
            && RemitColumns.TryEndBy(row, resolution))
        {
            var actions = new[] { TableTransactionAction.Update(head), TableTransactionAction.Update(row) };
            if (await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken) is TransactionResult.Committed)
            {
                break;
            }
        }

        copies.TryRemove(network, out _);
    }

    /// <summary>Ends a membership. The organization stays, as a former one; the first day that was stored stands, however often this is repeated.</summary>
    public async Task EndMembershipAsync(NetworkId network, OrganizationId organization, LocalDate lastDay, CancellationToken cancellationToken)
    {
        while (await batches.HeadAsync(network, cancellationToken) is { } head
            && await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.KeyOf(organization), cancellationToken) is { } row
            && NetworkRows.TryEndMembership(row, lastDay))
        {
            var actions = new[] { TableTransactionAction.Update(head), TableTransactionAction.Update(row) };
            if (await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken) is TransactionResult.Committed)
            {
                break;
            }
        }

        copies.TryRemove(network, out _);
    }

    /// <summary>A former member is one again. Repeating it changes nothing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="organization">Which; nothing happens where it is unknown or a member.</param>
    /// <param name="since">First day of the new membership.</param>
    /// <param name="representative">Who acts for it; null to keep those who did.</param>
    /// <param name="today">The day that says whether it is a former one.</param>
    /// <param name="cancellationToken">Stops it before it is written.</param>
    public async Task ReturnAsync(NetworkId network, OrganizationId organization, LocalDate since, PersonId? representative, LocalDate today, CancellationToken cancellationToken)
    {
        while (await batches.HeadAsync(network, cancellationToken) is { } head
            && await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.KeyOf(organization), cancellationToken) is { } row
            && NetworkRows.ReadOrganization(row).AsOf(today) is { MemberUntil: not null } former)
        {
            NetworkRows.Fill(row, MembershipChange.Return(former, since, representative));
            var actions = new[] { TableTransactionAction.Update(head), TableTransactionAction.Update(row) };
            if (await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken) is TransactionResult.Committed)
            {
                break;
            }
        }

        copies.TryRemove(network, out _);
    }

    /// <summary>Stores a new person with their account. Repeating it changes nothing.</summary>
    public Task AddPersonAsync(NetworkId network, Person person, Account account, CancellationToken cancellationToken) =>
        AddAsync(network, [NetworkRows.WritePerson(network, person, account)], cancellationToken);

    /// <summary>Stores where mail reaches a person, and who entered it; null takes it away. Repeating it changes nothing.</summary>
    /// <returns>False when there is no such person.</returns>
    public async Task<bool> SetMailAsync(NetworkId network, PersonId person, MailAddress? mail, PersonId by, Instant at, CancellationToken cancellationToken)
    {
        var isWritten = false;
        while (!isWritten
            && await batches.HeadAsync(network, cancellationToken) is { } head
            && await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.KeyOf(person), cancellationToken) is { } row)
        {
            NetworkRows.SetMail(row, mail, by, at);
            var actions = new[] { TableTransactionAction.Update(head), TableTransactionAction.Update(row) };
            isWritten = await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken) is TransactionResult.Committed;
        }

        copies.TryRemove(network, out _);
        return isWritten;
    }

    /// <summary>Locks a person's profile, or unlocks it, at once for every instance. Repeating it changes nothing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="person">Whose.</param>
    /// <param name="by">Who locks it; null to unlock.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    /// <returns>False when it was so already, or there is no such person.</returns>
    public async Task<bool> SetLockAsync(NetworkId network, PersonId person, PersonId? by, Instant at, CancellationToken cancellationToken)
    {
        var isWritten = false;
        while (!isWritten
            && await batches.HeadAsync(network, cancellationToken) is { } head
            && await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.KeyOf(person), cancellationToken) is { } row
            && NetworkRows.SetLock(row, by, at))
        {
            var actions = new[] { TableTransactionAction.Update(head), TableTransactionAction.Update(row) };
            isWritten = await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken) is TransactionResult.Committed;
        }

        copies.TryRemove(network, out _);
        return isWritten;
    }

    /// <summary>Stores further versions of a committee's rules of procedure, all or none.</summary>
    /// <param name="network">The network.</param>
    /// <param name="committee">Whose rules.</param>
    /// <param name="versions">With the numbers that follow the latest one that is known, at most 90.</param>
    /// <param name="cancellationToken">Stops it before they are written.</param>
    /// <returns>False when somebody has stored one of these numbers before; nothing was written, and the next read tells what stands.</returns>
    public async Task<bool> TryAddRulesAsync(NetworkId network, CommitteeId committee, IReadOnlyList<RulesOfProcedure> versions, CancellationToken cancellationToken)
    {
        var rows = versions.Select(rules => TableTransactionAction.Add(RulesRow.Write(network, committee, rules))).ToList();
        var isWritten = false;
        var isTaken = false;
        while (!isWritten && !isTaken && await batches.HeadAsync(network, cancellationToken) is { } head)
        {
            var result = await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Update(head), .. rows], cancellationToken);
            isWritten = result is TransactionResult.Committed;
            isTaken = result is TransactionResult.Conflicted { Conflict: TransactionConflict.AlreadyExists };
        }

        copies.TryRemove(network, out _);
        return isWritten;
    }

    /// <summary>Gives seats of a committee of persons and takes others back, in one step. Repeating it changes nothing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="committee">The committee.</param>
    /// <param name="given">Who gets a seat, or keeps it.</param>
    /// <param name="isTaken">Whose seat is taken back, of those who are not among <paramref name="given"/>.</param>
    /// <param name="isNewTerm">Whether a new term begins for those who get a seat: what was set or said of the one before is over then.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public async Task ChangeSeatsAsync(
        NetworkId network, CommitteeId committee, IReadOnlyCollection<PersonId> given, Func<PersonId, bool> isTaken, bool isNewTerm, CancellationToken cancellationToken)
    {
        while (await batches.HeadAsync(network, cancellationToken) is { } head)
        {
            var standing = new List<TableEntity>();
            await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.WithPrefix(network.Value, SeatColumns.Prefix(committee)), cancellationToken))
            {
                standing.Add(row);
            }

            var actions = new List<TableTransactionAction> { TableTransactionAction.Update(head) };
            actions.AddRange(given.Where(person => standing.All(row => row.Text("Person") != person.Value)).Select(person => TableTransactionAction.Add(SeatColumns.Write(network, new Seat(committee, person)))));
            actions.AddRange(standing.Where(row => isNewTerm && given.Contains(new PersonId(row.Text("Person"))) && SeatColumns.TryClear(row)).Select(TableTransactionAction.Update));
            actions.AddRange(standing.Where(row => new PersonId(row.Text("Person")) is var person && !given.Contains(person) && isTaken(person)).Select(TableTransactionAction.Delete));
            if (actions.Count == 1 || await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken) is TransactionResult.Committed)
            {
                break;
            }
        }

        copies.TryRemove(network, out _);
    }

    /// <summary>Enters school holidays and takes others out, in one step; those that are over go as well. Repeating it changes nothing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="entered">What is entered; a name replaces the one the same days had.</param>
    /// <param name="removed">Days that are taken out, whatever they are called.</param>
    /// <param name="today">What ended before is over.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>False when there would be more than <see cref="SchoolHolidays.Most"/>; nothing was written.</returns>
    public async Task<bool> TryChangeSchoolHolidaysAsync(
        NetworkId network, IReadOnlyList<SchoolHolidays> entered, IReadOnlyList<SchoolHolidays> removed, LocalDate today, CancellationToken cancellationToken)
    {
        while (await batches.HeadAsync(network, cancellationToken) is { } head)
        {
            var standing = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
            await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.WithPrefix(network.Value, NetworkRows.SchoolPrefix), cancellationToken))
            {
                standing[row.RowKey] = row;
            }

            var rows = entered.Where(school => school.Last >= today).Select(school => NetworkRows.WriteSchool(network, school)).DistinctBy(row => row.RowKey).ToDictionary(row => row.RowKey);
            var gone = standing.Values.Where(row => !rows.ContainsKey(row.RowKey) && (row.Day("Last") < today || removed.Any(school => NetworkRows.KeyOf(school) == row.RowKey))).ToList();
            if (standing.Count - gone.Count + rows.Keys.Count(key => !standing.ContainsKey(key)) > SchoolHolidays.Most)
            {
                return false;
            }

            TableTransactionAction[] actions = [TableTransactionAction.Update(head), .. rows.Values.Select(TableTransactionAction.Upsert), .. gone.Select(TableTransactionAction.Delete)];
            if (actions.Length == 1 || await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken) is TransactionResult.Committed)
            {
                break;
            }
        }

        copies.TryRemove(network, out _);
        return true;
    }

    private async Task AddAsync(NetworkId network, IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        while (await batches.HeadAsync(network, cancellationToken) is { } head)
        {
            var actions = new List<TableTransactionAction> { TableTransactionAction.Update(head) };
            actions.AddRange(rows.Select(TableTransactionAction.Add));
            var result = await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken);
            if (result is TransactionResult.Committed or TransactionResult.Conflicted { Conflict: TransactionConflict.AlreadyExists })
            {
                break;
            }
        }

        copies.TryRemove(network, out _);
    }
}
