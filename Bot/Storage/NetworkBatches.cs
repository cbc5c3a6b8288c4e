using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Writes changes of a network that are larger than one batch, such as an imported list, so that they are there all at once or not at all.</summary>
/// <remarks>The rows are first laid beside their places, as <c>staged|change|key</c>, where nobody looks. One write of the head, which then names the change,
/// makes them count: from there on readers see a staged row in place of the one it stands for. Whoever writes next first settles it, which is to move the rows to
/// their places, batch by batch, each with the head. A process that dies before the head is written leaves rows that never count and go with the next large change;
/// one that dies later leaves a change that counts and is settled by the next writer.</remarks>
internal sealed class NetworkBatches(ITableStore tables)
{
    /// <summary>How many rows a batch may write beside the head.</summary>
    public const int Most = 99;

    private const string Prefix = "staged|";

    private const string Change = "Staged";

    private const string Gone = "IsGone";

    // Each row moved is two actions, and the head is one.
    private const int MovedAtOnce = 49;

    /// <summary>The head of a network with nothing left to settle, or null when there is no such network. Every writer begins with it.</summary>
    public async Task<TableEntity?> HeadAsync(NetworkId network, CancellationToken cancellationToken)
    {
        while (await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.Head, cancellationToken) is { } head)
        {
            if (head.GetString(Change) is not { } change)
            {
                return head;
            }

            await SettleAsync(head, change, cancellationToken);
        }

        return null;
    }

    /// <summary>The rows of a network as they count: a staged row in place of the one it stands for.</summary>
    /// <param name="rows">All rows of the partition.</param>
    public static IReadOnlyList<TableEntity> Counting(IReadOnlyList<TableEntity> rows)
    {
        var counting = rows.Where(row => !IsStaged(row)).ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        if (counting.GetValueOrDefault(NetworkRows.Head)?.GetString(Change) is { } change)
        {
            foreach (var row in rows.Where(row => row.RowKey.StartsWith(PrefixOf(change), StringComparison.Ordinal)))
            {
                counting.Remove(PlaceOf(row, change));
                if (row.GetBoolean(Gone) is not true)
                {
                    counting[PlaceOf(row, change)] = InPlace(row, change);
                }
            }
        }

        return [.. counting.Values.OrderBy(row => row.RowKey, StringComparer.Ordinal)];
    }

    /// <summary>Writes the head and the rows, and takes others out: all or nothing.</summary>
    /// <param name="head">The head as it is to be, with the version that was read and nothing left to settle.</param>
    /// <param name="written">Rows to write, whatever stands there.</param>
    /// <param name="removed">Keys of rows that are there and go.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    /// <returns>False when the network has changed since the head was read; nothing counts.</returns>
    public async Task<bool> TryWriteAsync(TableEntity head, IReadOnlyCollection<TableEntity> written, IReadOnlyCollection<string> removed, CancellationToken cancellationToken)
    {
        if (written.Count + removed.Count <= Most)
        {
            TableTransactionAction[] actions =
            [
                TableTransactionAction.Update(head),
                .. written.Select(TableTransactionAction.Upsert),
                .. removed.Select(key => TableTransactionAction.Remove(head.PartitionKey, key)),
            ];
            return await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken) is TransactionResult.Committed;
        }

        await StageAsync(head, written, removed, cancellationToken);
        var committed = await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Update(head)], cancellationToken) is TransactionResult.Committed;
        if (committed)
        {
            await HeadAsync(new NetworkId(head.PartitionKey), cancellationToken);
        }

        return committed;
    }

    private async Task StageAsync(TableEntity head, IReadOnlyCollection<TableEntity> written, IReadOnlyCollection<string> removed, CancellationToken cancellationToken)
    {
        var change = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var staged = written.Select(row => Moved(row, PrefixOf(change) + row.RowKey)).Concat(removed.Select(key => Leaving(head.PartitionKey, PrefixOf(change) + key)));
        foreach (var chunk in staged.Chunk(Most))
        {
            await tables.SubmitTransactionAsync(TableNames.Networks, [.. chunk.Select(TableTransactionAction.Upsert)], cancellationToken);
        }

        head[Change] = change;
    }

    /// <summary>Moves some rows of the change to their places; then those go that never came to count; at last the head names no change any more.</summary>
    private async Task SettleAsync(TableEntity head, string change, CancellationToken cancellationToken)
    {
        var actions = new List<TableTransactionAction> { TableTransactionAction.Update(head) };
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.WithPrefix(head.PartitionKey, PrefixOf(change)) with { Take = MovedAtOnce }, cancellationToken))
        {
            actions.Add(TableTransactionAction.Delete(row));
            actions.Add(row.GetBoolean(Gone) is true
                ? TableTransactionAction.Remove(head.PartitionKey, PlaceOf(row, change))
                : TableTransactionAction.Upsert(InPlace(row, change)));
        }

        if (actions.Count == 1)
        {
            await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.WithPrefix(head.PartitionKey, Prefix) with { Take = Most }, cancellationToken))
            {
                actions.Add(TableTransactionAction.Delete(row));
            }
        }

        if (actions.Count == 1)
        {
            head[Change] = null;
        }

        // A conflict means that another instance has done the same; the next look at the head tells.
        await tables.SubmitTransactionAsync(TableNames.Networks, actions, cancellationToken);
    }

    private static bool IsStaged(TableEntity row) => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal);

    private static string PrefixOf(string change) => $"{Prefix}{change}|";

    private static string PlaceOf(TableEntity row, string change) => row.RowKey[PrefixOf(change).Length..];

    private static TableEntity InPlace(TableEntity row, string change) => Moved(row, PlaceOf(row, change));

    private static TableEntity Leaving(string partition, string key)
    {
        var row = RowFormat.NewRow(partition, key);
        row[Gone] = true;
        return row;
    }

    private static TableEntity Moved(TableEntity row, string key)
    {
        var moved = new TableEntity(row.PartitionKey, key);
        foreach (var (name, value) in row.Properties)
        {
            moved[name] = value;
        }

        return moved;
    }
}
