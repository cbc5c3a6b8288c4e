using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;

namespace Bot.Tests.TestSupport;

/// <summary>When the store fails, said by the test.</summary>
internal sealed class StoreFaults
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> conflicts = new(StringComparer.Ordinal);
    private int writes;
    private int trips;
    private int forgettings;

    /// <summary>Everything that was asked of the store so far: rows read, ranges read, transactions.</summary>
    public int Trips => trips;

    /// <summary>Transactions since <see cref="Count"/> was last called.</summary>
    public int Writes => writes;

    /// <summary>Which write fails, counted from 1, before anything is written; 0 for none.</summary>
    public int FailBefore { get; set; }

    /// <summary>Which write fails although it was written: the answer got lost; 0 for none.</summary>
    public int FailAfter { get; set; }

    /// <summary>The process is as good as dead: nothing is read or written any more.</summary>
    public bool IsDead { get; set; }

    /// <summary>What was removed stays in the store's files; for tests of those who look there.</summary>
    public bool ForgetsNothing { get; set; }

    /// <summary>How often the store was told to forget what was removed.</summary>
    public int Forgettings => forgettings;

    /// <summary>Called before each write, with its table.</summary>
    public Func<string, Task>? BeforeWrite { get; set; }

    /// <summary>Sees what is about to be written.</summary>
    public Action<IReadOnlyList<TableTransactionAction>>? OnWrite { get; set; }

    /// <summary>Called before each read of a row, which waits for it.</summary>
    public Func<Task>? BeforeRead { get; set; }

    /// <summary>Called with each row of a whole table that is read, before whoever reads it has it; with its table.</summary>
    public Func<string, TableEntity, Task>? OnScan { get; set; }

    /// <summary>Counts writes from 1 on again.</summary>
    public void Count(int failBefore = 0, int failAfter = 0)
    {
        writes = 0;
        (FailBefore, FailAfter) = (failBefore, failAfter);
    }

    /// <summary>A transaction met a conflict.</summary>
    public void Conflict(string table) => conflicts.AddOrUpdate(table, 1, (_, before) => before + 1);

    /// <summary>How many transactions met a conflict in a table.</summary>
    public int ConflictsIn(string table) => conflicts.GetValueOrDefault(table);

    /// <summary>The store is told to forget what was removed.</summary>
    public void Forget() => Interlocked.Increment(ref forgettings);

    /// <summary>Somebody asks the store for something.</summary>
    public void Trip() => Interlocked.Increment(ref trips);

    /// <summary>The number of the next write.</summary>
    public int Next() => Interlocked.Increment(ref writes);
}

/// <summary>A store that fails when told to.</summary>
internal sealed class FaultyTableStore(ITableStore inner, StoreFaults faults) : ITableStore, IAsyncDisposable
{
    public Task CreateTableIfNotExistsAsync(string table, CancellationToken cancellationToken) => inner.CreateTableIfNotExistsAsync(table, cancellationToken);

    public async Task<TableEntity?> GetEntityIfExistsAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        Reach();
        await (faults.BeforeRead?.Invoke() ?? Task.CompletedTask);
        return await inner.GetEntityIfExistsAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public IAsyncEnumerable<TableEntity> QueryAsync(string table, RowRange range, CancellationToken cancellationToken)
    {
        Reach();
        return inner.QueryAsync(table, range, cancellationToken);
    }

    public IAsyncEnumerable<TableEntity> ScanAsync(string table, string prefix, CancellationToken cancellationToken)
    {
        Reach();
        var rows = inner.ScanAsync(table, prefix, cancellationToken);
        return faults.OnScan is { } onScan ? Scanned(rows, row => onScan(table, row)) : rows;
    }

    private static async IAsyncEnumerable<TableEntity> Scanned(IAsyncEnumerable<TableEntity> rows, Func<TableEntity, Task> onScan)
    {
        await foreach (var row in rows)
        {
            await onScan(row);
            yield return row;
        }
    }

    public async Task<TransactionResult> SubmitTransactionAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        Reach();
        if (faults.BeforeWrite is { } wait)
        {
            await wait(table);
        }

        faults.OnWrite?.Invoke(actions);
        var number = faults.Next();
        if (number == faults.FailBefore)
        {
            throw new IOException("The store failed before writing.");
        }

        var result = await inner.SubmitTransactionAsync(table, actions, cancellationToken);
        if (result is TransactionResult.Conflicted)
        {
            faults.Conflict(table);
        }

        return number == faults.FailAfter ? throw new IOException("The store failed after writing.") : result;
    }

    public Task ForgetRemovedAsync(CancellationToken cancellationToken)
    {
        Reach();
        faults.Forget();
        return faults.ForgetsNothing ? Task.CompletedTask : inner.ForgetRemovedAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        switch (inner)
        {
            case IAsyncDisposable asynchronous:
                await asynchronous.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
            default:
                break;
        }
    }

    private void Reach()
    {
        faults.Trip();
        if (faults.IsDead)
        {
            throw new IOException("The process is dead.");
        }
    }
}
