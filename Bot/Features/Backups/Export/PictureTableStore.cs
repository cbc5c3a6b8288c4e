using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;

namespace Bot.Features.Backups.Export;

/// <summary>A store that is read only. From the moment a picture of a network is hung, everything is read from it and nothing from the store any more: what is written into an export is of one moment, and
/// what is not in the picture, such as papers of secret ballots, cannot get into it.</summary>
/// <param name="inner">The store the settings name.</param>
/// <param name="isOwned">Whether it is closed with this one.</param>
internal sealed class PictureTableStore(ITableStore inner, bool isOwned) : ITableStore, IAsyncDisposable, IDisposable
{
    private Dictionary<string, SortedDictionary<(string Partition, string Row), TableEntity>>? picture;

    /// <summary>The store itself, for whoever writes.</summary>
    public ITableStore Inner => inner;

    /// <summary>Hangs the picture.</summary>
    public void Hang(IEnumerable<(string Table, TableEntity Row)> rows)
    {
        var hung = new Dictionary<string, SortedDictionary<(string Partition, string Row), TableEntity>>(StringComparer.Ordinal);
        foreach (var (table, row) in rows)
        {
            if (!hung.TryGetValue(table, out var there))
            {
                hung[table] = there = new SortedDictionary<(string Partition, string Row), TableEntity>(Keys);
            }

            there[(row.PartitionKey, row.RowKey)] = row;
        }

        picture = hung;
    }

    /// <inheritdoc/>
    public Task CreateTableIfNotExistsAsync(string table, CancellationToken cancellationToken) => picture is null ? inner.CreateTableIfNotExistsAsync(table, cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task<TableEntity?> GetEntityIfExistsAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) => picture is null
        ? inner.GetEntityIfExistsAsync(table, partitionKey, rowKey, cancellationToken)
        : Task.FromResult(picture.TryGetValue(table, out var there) ? there.GetValueOrDefault((partitionKey, rowKey)) : null);

    /// <inheritdoc/>
    public IAsyncEnumerable<TableEntity> QueryAsync(string table, RowRange range, CancellationToken cancellationToken) => picture is null
        ? inner.QueryAsync(table, range, cancellationToken)
        : ListedAsync(Rows(table).Where(row => row.PartitionKey == range.PartitionKey && IsIn(range, row.RowKey)).Take(range.Take ?? int.MaxValue), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<TableEntity> ScanAsync(string table, string prefix, CancellationToken cancellationToken) => picture is null
        ? inner.ScanAsync(table, prefix, cancellationToken)
        : ListedAsync(Rows(table).Where(row => row.PartitionKey.StartsWith(prefix, StringComparison.Ordinal)), cancellationToken);

    /// <inheritdoc/>
    public Task<TransactionResult> SubmitTransactionAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("An export writes nothing into the store.");

    /// <inheritdoc/>
    public Task ForgetRemovedAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("An export writes nothing into the store.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isOwned && inner is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isOwned)
        {
            (inner as IDisposable)?.Dispose();
        }
    }

    private static Comparer<(string Partition, string Row)> Keys { get; } = Comparer<(string Partition, string Row)>.Create((one, other) =>
        string.CompareOrdinal(one.Partition, other.Partition) is var first && first != 0 ? first : string.CompareOrdinal(one.Row, other.Row));

    private SortedDictionary<(string Partition, string Row), TableEntity>.ValueCollection Rows(string table) => (picture!.GetValueOrDefault(table) ?? new SortedDictionary<(string Partition, string Row), TableEntity>(Keys)).Values;

    private static bool IsIn(RowRange range, string key) => string.CompareOrdinal(key, range.From) >= 0 && (range.To is null || string.CompareOrdinal(key, range.To) < 0);

    private static async IAsyncEnumerable<TableEntity> ListedAsync(IEnumerable<TableEntity> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Whoever reads may change what was read; the picture stays.
            yield return new TableEntity(row.PartitionKey, row.RowKey, row.Properties.ToDictionary(property => property.Key, property => property.Value));
        }
    }
}
