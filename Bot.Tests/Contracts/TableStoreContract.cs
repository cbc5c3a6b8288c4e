using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Bot.Platform.Tables;
using Xunit;

namespace Bot.Tests.Contracts;

/// <summary>What every store promises. One class per store derives from it and says how to open one.</summary>
public abstract partial class TableStoreContract : IAsyncLifetime
{
    private readonly string table = "T" + Guid.NewGuid().ToString("N");
    private ITableStore store = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await OpenAsync(Cancellation);
        await store.CreateTableIfNotExistsAsync(table, Cancellation);
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        (store as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    protected abstract Task<ITableStore> OpenAsync(CancellationToken cancellationToken);

    [Fact]
    public async Task CreateTableIfNotExists_Twice_KeepsItsRows()
    {
        await AddAsync(Row("p", "r"));

        await store.CreateTableIfNotExistsAsync(table, Cancellation);

        Assert.NotNull(await GetAsync("p", "r"));
    }

    [Fact]
    public async Task AnyCall_TableNeverCreated_ThrowsTableNotFound()
    {
        const string nowhere = "Nowhere1";
        Func<Task>[] calls =
        [
            () => store.GetEntityIfExistsAsync(nowhere, "p", "r", Cancellation),
            () => store.SubmitTransactionAsync(nowhere, [TableTransactionAction.Add(Row("p", "r"))], Cancellation),
            () => store.SubmitTransactionAsync(nowhere, [Change("p", "r")], Cancellation),
            () => store.SubmitTransactionAsync(nowhere, [Change("p", "r"), Change("p", "s")], Cancellation),
            async () => await store.QueryAsync(nowhere, RowRange.All("p"), Cancellation).ToListAsync(Cancellation),
            async () => await store.ScanAsync(nowhere, string.Empty, Cancellation).ToListAsync(Cancellation),
        ];

        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<RequestFailedException>(call);
            Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
        }

        static TableTransactionAction Change(string partitionKey, string rowKey) =>
            new(TableTransactionActionType.UpdateReplace, Row(partitionKey, rowKey), ETag.All);
    }

    [Fact]
    public async Task GetEntityIfExists_NoSuchRow_IsNull()
    {
        Assert.Null(await GetAsync("p", "r"));
        await AddAsync(Row("p", "r"));
        Assert.Null(await GetAsync("p", "R"));
        Assert.Null(await GetAsync("P", "r"));
    }

    [Fact]
    public async Task GetEntityIfExists_RowWritten_HasETagOfTheWriteAndATimestamp()
    {
        var etag = await AddAsync(Row("p", "r"));

        var found = await RequireAsync("p", "r");

        Assert.Equal(etag, found.ETag);
        Assert.NotNull(found.Timestamp);
        Assert.Equal(TimeSpan.Zero, found.Timestamp.Value.Offset);
    }

    [Fact]
    public async Task EveryCall_AlreadyCancelled_ThrowsAndWritesNothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        Func<Task>[] calls =
        [
            () => store.GetEntityIfExistsAsync(table, "p", "r", cancelled),
            () => store.SubmitTransactionAsync(table, [TableTransactionAction.Add(Row("p", "r"))], cancelled),
            async () => await store.QueryAsync(table, RowRange.All("p"), cancelled).ToListAsync(CancellationToken.None),
            async () => await store.ScanAsync(table, string.Empty, cancelled).ToListAsync(CancellationToken.None),
        ];

        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        }

        Assert.Null(await GetAsync("p", "r"));
    }

    private static TableEntity Row(string partitionKey, string rowKey, object? value = null) => new(partitionKey, rowKey) { ["Value"] = value };

    private static TableEntity WithETag(TableEntity row, ETag etag)
    {
        row.ETag = etag;
        return row;
    }

    private async Task<ETag> AddAsync(TableEntity row) => Assert.Single(await CommitAsync(TableTransactionAction.Add(row)));

    private async Task<IReadOnlyList<ETag>> CommitAsync(params TableTransactionAction[] actions) =>
        Assert.IsType<TransactionResult.Committed>(await SubmitAsync(actions)).ETags;

    private Task<TransactionResult> SubmitAsync(params TableTransactionAction[] actions) => store.SubmitTransactionAsync(table, actions, Cancellation);

    private Task<TableEntity?> GetAsync(string partitionKey, string rowKey) => store.GetEntityIfExistsAsync(table, partitionKey, rowKey, Cancellation);

    private async Task<TableEntity> RequireAsync(string partitionKey, string rowKey)
    {
        var found = await GetAsync(partitionKey, rowKey);
        Assert.NotNull(found);
        return found;
    }

    private async Task<List<TableEntity>> QueryAsync(RowRange range) => await store.QueryAsync(table, range, Cancellation).ToListAsync(Cancellation);

    private async Task<List<TableEntity>> ScanAsync() => await store.ScanAsync(table, string.Empty, Cancellation).ToListAsync(Cancellation);

    private async Task<string[]> RowKeysAsync(RowRange range) => [.. (await QueryAsync(range)).Select(row => row.RowKey)];
}
