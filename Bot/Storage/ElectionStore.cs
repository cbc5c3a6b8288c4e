using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Elections. One partition a network: <c>id|head</c>, <c>id|name|person</c> for each name, <c>id|list|number</c> for each list, <c>id|round|number</c> for
/// each round, and <c>body|committee</c> while an election for that committee runs, so that there are never two. Every change rewrites the head in the same batch, and its version guards the whole election.</summary>
internal sealed class ElectionStore(ITableStore tables)
{
    /// <summary>The election, or null when there is none.</summary>
    public async Task<Stored<Election>?> FindAsync(NetworkId network, ElectionId id, CancellationToken cancellationToken)
    {
        // The head comes first: rows read after it are at least as new as the version it stands for.
        var rows = await RowsAsync(RowRange.WithPrefix(network.Value, ElectionRow.Prefix(id)), cancellationToken);
        return ElectionRow.Read(rows) is { } election ? new Stored<Election>(election, rows.First(row => row.RowKey == ElectionRow.Head(id)).ETag) : null;
    }

    /// <summary>All elections of a network, the one called last first.</summary>
    public async Task<IReadOnlyList<Election>> AllAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(RowRange.All(network.Value), cancellationToken);
        return
        [
            .. rows.Where(row => !row.RowKey.StartsWith("body|", StringComparison.Ordinal)).GroupBy(row => row.RowKey.Split('|')[0])
                .Select(group => ElectionRow.Read([.. group])).OfType<Election>().OrderByDescending(election => election.CalledAt),
        ];
    }

    /// <summary>Stores a new election, unless one for the same committee runs.</summary>
    /// <returns>False when one runs, or this one stands already; nothing was written.</returns>
    public async Task<bool> TryAddAsync(NetworkId network, Election election, CancellationToken cancellationToken)
    {
        var guard = RowFormat.NewRow(network.Value, BodyKey(election));
        guard["Election"] = election.Id.Value;
        var actions = new[] { TableTransactionAction.Add(guard), TableTransactionAction.Add(ElectionRow.WriteHead(network, election)) };
        return await tables.SubmitTransactionAsync(TableNames.Elections, actions, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>Stores a changed election if it is still as it was read; one that has ended lets the next one for its committee begin.</summary>
    /// <returns>False when it changed since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<Election> before, Election after, CancellationToken cancellationToken)
    {
        var head = ElectionRow.WriteHead(network, after);
        head.ETag = before.ETag;
        var actions = new List<TableTransactionAction> { TableTransactionAction.Update(head) };
        actions.AddRange(after.Nominations.Index().Where(name => !before.Value.Nominations.Contains(name.Item))
            .Select(name => TableTransactionAction.Upsert(ElectionRow.WriteName(network, after.Id, name.Item, name.Index))));
        actions.AddRange(after.Lists.Where(list => !before.Value.Lists.Contains(list)).Select(list => TableTransactionAction.Upsert(ElectionRow.WriteList(network, after.Id, list))));
        actions.AddRange(after.Rounds.Where(round => !before.Value.Rounds.Contains(round)).Select(round => TableTransactionAction.Upsert(ElectionRow.WriteRound(network, after.Id, round))));
        if (before.Value.IsRunning && !after.IsRunning && await GuardAsync(network, after, cancellationToken) is { } guard)
        {
            actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, guard, guard.ETag));
        }

        return await tables.SubmitTransactionAsync(TableNames.Elections, actions, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>The row that keeps other elections for the committee from beginning. Null when it is not this one's: an earlier version let go of it before those elected were in office.</summary>
    private async Task<TableEntity?> GuardAsync(NetworkId network, Election election, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Elections, network.Value, BodyKey(election), cancellationToken) is { } guard && guard.GetString("Election") == election.Id.Value ? guard : null;

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(RowRange range, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in tables.QueryAsync(TableNames.Elections, range, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static string BodyKey(Election election) => "body|" + election.Body.Value;
}
