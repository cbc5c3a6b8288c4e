using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Tables;

/// <summary>What every store derives from: nothing reaches a store before the limits of the real service were checked.</summary>
internal abstract class CheckedTableStore : ITableStore
{
    /// <inheritdoc/>
    public Task CreateTableIfNotExistsAsync(string table, CancellationToken cancellationToken)
    {
        TableLimits.CheckTableName(table);
        return CreateTableCoreAsync(table, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TableEntity?> GetEntityIfExistsAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableLimits.CheckTableName(table);
        TableLimits.CheckKeys(partitionKey, rowKey);
        return GetEntityCoreAsync(table, partitionKey, rowKey, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TableEntity> QueryAsync(string table, RowRange range, CancellationToken cancellationToken)
    {
        TableLimits.CheckTableName(table);
        TableLimits.CheckRange(range);
        return QueryCoreAsync(table, range, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TableEntity> ScanAsync(string table, string prefix, CancellationToken cancellationToken)
    {
        TableLimits.CheckTableName(table);
        TableLimits.CheckRange(RowRange.All(prefix));
        return ScanCoreAsync(table, RowRange.WithPrefix(prefix, prefix), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TransactionResult> SubmitTransactionAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        TableLimits.CheckTableName(table);
        TableLimits.CheckTransaction(actions);
        return WrittenRows.AreWatched ? SubmitWatchedAsync(table, actions, cancellationToken) : SubmitCoreAsync(table, actions, cancellationToken);
    }

    private async Task<TransactionResult> SubmitWatchedAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var result = await SubmitCoreAsync(table, actions, cancellationToken);
        if (result is TransactionResult.Committed)
        {
            WrittenRows.Note(table, actions);
        }

        return result;
    }

    /// <inheritdoc/>
    public virtual Task ForgetRemovedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract Task CreateTableCoreAsync(string table, CancellationToken cancellationToken);

    protected abstract Task<TableEntity?> GetEntityCoreAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken);

    protected abstract IAsyncEnumerable<TableEntity> QueryCoreAsync(string table, RowRange range, CancellationToken cancellationToken);

    /// <summary>Reads partitions instead of rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitions">From which partition key, inclusive, to which, exclusive; its own partition key is of no meaning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected abstract IAsyncEnumerable<TableEntity> ScanCoreAsync(string table, RowRange partitions, CancellationToken cancellationToken);

    protected abstract Task<TransactionResult> SubmitCoreAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken);
}
