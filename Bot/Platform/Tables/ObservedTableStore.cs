using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables.Rest;
using Bot.Platform.Tables.Sqlite;
using Bot.Platform.Telemetry;

namespace Bot.Platform.Tables;

/// <summary>Lets telemetry see how often, how long and with what outcome the store was asked: by table and operation, never by key. While nobody watches, each call goes straight on.</summary>
internal sealed class ObservedTableStore(ITableStore inner, TimeProvider time) : ITableStore, IAsyncDisposable, IDisposable
{
    /// <summary>For what concerns no table.</summary>
    private const string AllTables = "all";

    private readonly string system = inner switch
    {
        SqliteTableStore => "sqlite",
        RestTableStore => "azure.tables",
        _ => "other_sql",
    };

    /// <summary>The store itself.</summary>
    public ITableStore Inner => inner;

    /// <inheritdoc/>
    public Task CreateTableIfNotExistsAsync(string table, CancellationToken cancellationToken) => StoreSight.IsWatched
        ? WatchedAsync(table, "create_table", () => inner.CreateTableIfNotExistsAsync(table, cancellationToken))
        : inner.CreateTableIfNotExistsAsync(table, cancellationToken);

    /// <inheritdoc/>
    public Task<TableEntity?> GetEntityIfExistsAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) => StoreSight.IsWatched
        ? WatchedGetAsync(table, partitionKey, rowKey, cancellationToken)
        : inner.GetEntityIfExistsAsync(table, partitionKey, rowKey, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<TableEntity> QueryAsync(string table, RowRange range, CancellationToken cancellationToken)
    {
        var rows = inner.QueryAsync(table, range, cancellationToken);
        return StoreSight.IsWatched ? WatchedRowsAsync(table, "query", rows, cancellationToken) : rows;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TableEntity> ScanAsync(string table, string prefix, CancellationToken cancellationToken)
    {
        var rows = inner.ScanAsync(table, prefix, cancellationToken);
        return StoreSight.IsWatched ? WatchedRowsAsync(table, "scan", rows, cancellationToken) : rows;
    }

    /// <inheritdoc/>
    public Task<TransactionResult> SubmitTransactionAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken) => StoreSight.IsWatched
        ? WatchedSubmitAsync(table, actions, cancellationToken)
        : inner.SubmitTransactionAsync(table, actions, cancellationToken);

    /// <inheritdoc/>
    public Task ForgetRemovedAsync(CancellationToken cancellationToken) => StoreSight.IsWatched
        ? WatchedAsync(AllTables, "forget", () => inner.ForgetRemovedAsync(cancellationToken))
        : inner.ForgetRemovedAsync(cancellationToken);

    /// <summary>Closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable closable)
        {
            await closable.DisposeAsync();
        }
        else
        {
            Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => (inner as IDisposable)?.Dispose();

    private async Task WatchedAsync(string table, string operation, Func<Task> ask)
    {
        using var sight = StoreSight.Begin(system, table, operation, time);
        try
        {
            await ask();
        }
        catch (Exception failure)
        {
            sight.Fail(failure);
            throw;
        }
    }

    private async Task<TableEntity?> WatchedGetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        using var sight = StoreSight.Begin(system, table, "get", time);
        try
        {
            var row = await inner.GetEntityIfExistsAsync(table, partitionKey, rowKey, cancellationToken);
            sight.Read(row is null ? 0 : 1);
            return row;
        }
        catch (Exception failure)
        {
            sight.Fail(failure);
            throw;
        }
    }

    private async Task<TransactionResult> WatchedSubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        using var sight = StoreSight.Begin(system, table, "submit", time);
        try
        {
            sight.Writes(actions.Count);
            var result = await inner.SubmitTransactionAsync(table, actions, cancellationToken);
            if (result is TransactionResult.Conflicted)
            {
                sight.MetConflict();
            }

            return result;
        }
        catch (Exception failure)
        {
            sight.Fail(failure);
            throw;
        }
    }

    private async IAsyncEnumerable<TableEntity> WatchedRowsAsync(
        string table, string operation, IAsyncEnumerable<TableEntity> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var sight = StoreSight.Begin(system, table, operation, time);
        var read = 0;
        await using var reader = rows.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(sight, reader))
        {
            sight.Read(++read);
            var handed = time.GetTimestamp();
            yield return reader.Current;
            sight.Without(time.GetElapsedTime(handed));
        }
    }

    private static async ValueTask<bool> NextAsync(StoreSight sight, IAsyncEnumerator<TableEntity> reader)
    {
        try
        {
            return await reader.MoveNextAsync();
        }
        catch (Exception failure)
        {
            sight.Fail(failure);
            throw;
        }
    }
}
