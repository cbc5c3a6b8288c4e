using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Tables;

/// <summary>The one door to stored rows: get, range query within a partition, atomic batch within a partition, all with ETags.
/// Every store behind it keeps the same contract, which the contract tests hold.</summary>
/// <remarks>Limits of the real service (keys, sizes, counts) are checked before any store is asked; breaking one is a bug
/// of the caller and throws <see cref="System.ArgumentException"/>. A conflict is no exception but a <see cref="TransactionResult"/>.
/// A table that was never created, a refused key and a service that stays away throw <see cref="Azure.RequestFailedException"/>.
/// A cancelled call to read ends at once; a cancelled transaction may have been written all the same.</remarks>
public interface ITableStore
{
    /// <summary>Creates the table unless it is there. Harmless to repeat.</summary>
    Task CreateTableIfNotExistsAsync(string table, CancellationToken cancellationToken);

    /// <summary>One row, or null when there is none.</summary>
    Task<TableEntity?> GetEntityIfExistsAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken);

    /// <summary>The rows of one partition within the range, in ordinal order of their row keys, read page by page as they are consumed.</summary>
    IAsyncEnumerable<TableEntity> QueryAsync(string table, RowRange range, CancellationToken cancellationToken);

    /// <summary>All rows of the partitions whose key begins with <paramref name="prefix"/>, in ordinal order of partition and row, read page by page as they are consumed.
    /// For what is rare, such as a backup, or gathering everything that is kept about somebody: it costs as much as those rows are many.</summary>
    /// <remarks>No moment's picture: what is written meanwhile may be seen or not.</remarks>
    /// <param name="table">The table.</param>
    /// <param name="prefix">Beginning of the partition keys; empty for the whole table.</param>
    /// <param name="cancellationToken">Stops it.</param>
    IAsyncEnumerable<TableEntity> ScanAsync(string table, string prefix, CancellationToken cancellationToken);

    /// <summary>All or nothing: 1 to 100 actions on different rows of one partition, at most 4 MiB together.</summary>
    /// <returns>The new ETags in the order of the actions, or which action met a conflict; then nothing was written. When the network lost an answer,
    /// the store looks whether its own write is there before it reports a conflict.</returns>
    Task<TransactionResult> SubmitTransactionAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken);

    /// <summary>Returns when nothing of what was removed or replaced before is left in the files this store writes, neither in pages that are free now nor in its log.
    /// Costs as much as writing all rows once; meant for what must not be read any more by anybody, such as counted ballot papers.</summary>
    /// <remarks>The service has nothing to be asked for here: what it keeps inside, and for how long, is up to it.</remarks>
    Task ForgetRemovedAsync(CancellationToken cancellationToken);
}
