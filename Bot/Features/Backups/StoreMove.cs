using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Backups;

/// <summary>Moves everything from one store into another, from the embedded one into Azure Tables or back, and compares.</summary>
/// <remarks>Marks stand in both stores while it goes on, so that no bot works on either: the old one is left first, and whoever still runs on it ends by itself; then its rows are written into the new
/// one and both are read through and compared; then the old one is marked as moved, and last the mark of the new one goes. A process that dies anywhere between is gone on with by the same order.</remarks>
internal sealed class StoreMove(ITableStore from, ITableStore to, TimeProvider time)
{
    /// <summary>After this time no bot works on a marked store any more: a sweep comes once a minute, and what is under way then ends within half a minute.</summary>
    public static readonly TimeSpan UntilBotsHaveEnded = TimeSpan.FromSeconds(95);

    /// <summary>Moves.</summary>
    /// <param name="source">What the mark of the new store says of the old one.</param>
    /// <param name="target">What the mark of the old store says of the new one.</param>
    /// <param name="patience">How long to wait for bots that run on the old store; <see cref="UntilBotsHaveEnded"/>, or nothing when none runs.</param>
    /// <param name="cancellationToken">Stops it; it can be gone on with.</param>
    /// <returns>What was compared and found the same.</returns>
    /// <exception cref="BackupException">Refused, or the two stores are not the same in the end; the old one holds everything.</exception>
    public async Task<IReadOnlyList<TablePrint>> RunAsync(string source, string target, TimeSpan patience, CancellationToken cancellationToken)
    {
        await CreateTablesAsync(cancellationToken);
        var (standing, there) = (await StoreMark.FindAsync(from, cancellationToken), await StoreMark.FindAsync(to, cancellationToken));
        if (standing is { State: StoreMarkState.Moved } && there is { State: StoreMarkState.Arriving } && standing.Move == there.Move)
        {
            // Everything was done but the last step.
            var arrived = await CompareAsync(cancellationToken);
            await StoreMark.RemoveAsync(to, cancellationToken);
            return arrived;
        }

        if (standing is { State: not StoreMarkState.Leaving })
        {
            throw new BackupException(new MarkedStoreException(standing).Message);
        }

        await RefuseTargetAsync(there, cancellationToken);
        var leaving = (standing ?? new StoreMark(Guid.NewGuid().ToString("N"), StoreMarkState.Leaving, target, Now)) with { Place = target };
        await leaving.SetAsync(from, cancellationToken);
        await new DueTable(from, new SweepSignal(), time).LookAgainAsync(Subjects.WholeStore, cancellationToken);
        await Task.Delay(patience, time, cancellationToken);

        await (leaving with { State = StoreMarkState.Arriving, Place = source }).SetAsync(to, cancellationToken);
        await ClearAsync(cancellationToken);
        await CopyAsync(cancellationToken);
        var moved = await CompareAsync(cancellationToken);
        await (leaving with { State = StoreMarkState.Moved, At = Now }).SetAsync(from, cancellationToken);
        await StoreMark.RemoveAsync(to, cancellationToken);
        return moved;
    }

    /// <summary>Takes the mark away, so that bots work on the store again.</summary>
    /// <returns>The mark that stood, or null.</returns>
    public static async Task<StoreMark?> CancelAsync(ITableStore tables, CancellationToken cancellationToken)
    {
        await tables.CreateTableIfNotExistsAsync(TableNames.Networks, cancellationToken);
        var mark = await StoreMark.FindAsync(tables, cancellationToken);
        if (mark is { State: StoreMarkState.Arriving })
        {
            throw new BackupException(new MarkedStoreException(mark).Message);
        }

        await StoreMark.RemoveAsync(tables, cancellationToken);
        return mark;
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        foreach (var table in NetworkHoldings.Tables)
        {
            await from.CreateTableIfNotExistsAsync(table, cancellationToken);
            await to.CreateTableIfNotExistsAsync(table, cancellationToken);
        }
    }

    /// <summary>Only a store that holds nothing is written to, or one whose rows count nowhere any more: half of a move, or what was moved away from it before.</summary>
    private async Task RefuseTargetAsync(StoreMark? mark, CancellationToken cancellationToken)
    {
        if (mark is { State: StoreMarkState.Leaving })
        {
            throw new BackupException("The store to move to is being moved itself, or is the one to move from. " + new MarkedStoreException(mark).Message);
        }

        if (mark is null && await HoldsAsync(cancellationToken) is { } table)
        {
            throw new BackupException($"The store to move to is not empty (table {table}). Nothing is written over what is there; take an empty one.");
        }
    }

    private async Task<string?> HoldsAsync(CancellationToken cancellationToken)
    {
        foreach (var table in NetworkHoldings.Tables)
        {
            await foreach (var row in to.ScanAsync(table, string.Empty, cancellationToken))
            {
                if (StorePrint.IsMoved(table, row))
                {
                    return table;
                }
            }
        }

        return null;
    }

    private Task ClearAsync(CancellationToken cancellationToken) =>
        EachAsync(to, row => TableTransactionAction.Remove(row.PartitionKey, row.RowKey), cancellationToken);

    private Task CopyAsync(CancellationToken cancellationToken) => EachAsync(from, TableTransactionAction.Upsert, cancellationToken);

    /// <summary>Reads all rows that are moved, and has something done in the new store for each.</summary>
    private async Task EachAsync(ITableStore read, Func<TableEntity, TableTransactionAction> done, CancellationToken cancellationToken)
    {
        foreach (var table in NetworkHoldings.Tables)
        {
            var load = new RowLoad(to, cancellationToken);
            await foreach (var row in read.ScanAsync(table, string.Empty, cancellationToken))
            {
                if (StorePrint.IsMoved(table, row))
                {
                    await load.AddAsync(table, done(row));
                }
            }

            await load.EndAsync();
        }
    }

    private async Task<IReadOnlyList<TablePrint>> CompareAsync(CancellationToken cancellationToken)
    {
        var (here, there) = (await StorePrint.OfAsync(from, cancellationToken), await StorePrint.OfAsync(to, cancellationToken));
        var different = here.Zip(there).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First.Table} ({pair.First.Rows} and {pair.Second.Rows} rows)").ToList();
        return different.Count == 0
            ? here
            : throw new BackupException(
                $"The two stores are not the same: {string.Join(", ", different)}. The old one holds everything. A bot of an older version may still write to it: end it, and give the order once more.");
    }
}
