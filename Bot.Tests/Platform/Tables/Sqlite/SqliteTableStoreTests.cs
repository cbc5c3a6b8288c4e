using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bot.Tests.Platform.Tables.Sqlite;

public sealed class SqliteTableStoreTests : IDisposable
{
    private const string Table = "Meetings";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new(isOnDisk: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_FileOfBefore_HasItsRowsAndTheirETags()
    {
        TableEntity before;
        using (var store = await OpenAsync())
        {
            await AddAsync(store, "r");
            before = (await store.GetEntityIfExistsAsync(Table, "p", "r", Cancellation))!;
        }

        using var reopened = Open();

        var after = (await reopened.GetEntityIfExistsAsync(Table, "p", "r", Cancellation))!;
        Assert.Equal((before.ETag, before.Timestamp), (after.ETag, after.Timestamp));
        Assert.IsType<TransactionResult.Committed>(await reopened.SubmitTransactionAsync(Table, [TableTransactionAction.Update(after)], Cancellation));
    }

    /// <summary>The files as a power cut right after the answer would leave them.</summary>
    [Fact]
    public async Task Submit_Acknowledged_IsInTheFilesAtOnce()
    {
        using var store = await OpenAsync();
        using var copy = new TemporaryFolder(isOnDisk: true);

        await AddAsync(store, "r");
        foreach (var file in Directory.GetFiles(folder.Path).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, copy.File(Path.GetFileName(file)));
        }

        using var recovered = new SqliteTableStore(copy.Path, TimeProvider.System);
        Assert.NotNull(await recovered.GetEntityIfExistsAsync(Table, "p", "r", Cancellation));
    }

    [Fact]
    public async Task Timestamp_OfARow_IsTheInjectedClocks()
    {
        using var store = await OpenAsync();

        await AddAsync(store, "r");

        Assert.Equal(Now, (await store.GetEntityIfExistsAsync(Table, "p", "r", Cancellation))!.Timestamp);
    }

    [Fact]
    public async Task Read_WhileAnotherHoldsTheWriteLock_DoesNotWait()
    {
        using var store = await OpenAsync();
        await AddAsync(store, "r");
        Task<TransactionResult> write;
        using (var other = Connect())
        {
            Execute(other, "BEGIN IMMEDIATE");
            write = store.SubmitTransactionAsync(Table, [TableTransactionAction.Add(new TableEntity("p", "s"))], Cancellation);

            Assert.NotNull(await store.GetEntityIfExistsAsync(Table, "p", "r", Cancellation));
            Assert.Single(await store.QueryAsync(Table, RowRange.All("p"), Cancellation).ToListAsync(Cancellation));
            Assert.False(write.IsCompleted);
            Execute(other, "ROLLBACK");
        }

        Assert.IsType<TransactionResult.Committed>(await write);
    }

    [Fact]
    public async Task Dispose_WritesStillWaiting_AreWritten()
    {
        var store = await OpenAsync();
        var writes = Enumerable.Range(0, 50)
            .Select(at => store.SubmitTransactionAsync(Table, [TableTransactionAction.Add(new TableEntity("p", $"r{at}"))], Cancellation)).ToArray();

        store.Dispose();

        Assert.All(await Task.WhenAll(writes), result => Assert.IsType<TransactionResult.Committed>(result));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => AddAsync(store, "late"));
        using var reopened = Open();
        Assert.Equal(50, await reopened.QueryAsync(Table, RowRange.All("p"), Cancellation).CountAsync(Cancellation));
    }

    /// <summary>The service does not tell the case of table names apart; its emulator does, so this is no part of the contract.</summary>
    [Fact]
    public async Task CreateTable_OtherCase_IsTheSameTable()
    {
        using var store = await OpenAsync();
        await AddAsync(store, "r");

        await store.CreateTableIfNotExistsAsync("MEETINGS", Cancellation);

        Assert.NotNull(await store.GetEntityIfExistsAsync("mEETINGS", "p", "r", Cancellation));
    }

    /// <summary>The emulator's JavaScript drops the sign, so this is no part of the contract.</summary>
    [Fact]
    public async Task Double_NegativeZero_KeepsItsSign()
    {
        using var store = await OpenAsync();
        await store.SubmitTransactionAsync(Table, [TableTransactionAction.Add(new TableEntity("p", "r") { ["Value"] = -0.0 })], Cancellation);

        Assert.True(double.IsNegative((await store.GetEntityIfExistsAsync(Table, "p", "r", Cancellation))!.GetDouble("Value") ?? 1));
    }

    /// <summary>What was deleted must not stay readable in the file.</summary>
    [Fact]
    public async Task Delete_ThenClosed_LeavesNothingInTheFile()
    {
        const string secret = "Frau Beispiel, Beispielstrasse 1";
        using (var store = await OpenAsync())
        {
            var row = new TableEntity("p", "r") { ["Address"] = secret };
            var added = Assert.IsType<TransactionResult.Committed>(await store.SubmitTransactionAsync(Table, [TableTransactionAction.Add(row)], Cancellation));
            row.ETag = added.ETags[0];
            await store.SubmitTransactionAsync(Table, [TableTransactionAction.Delete(row)], Cancellation);
        }

        var files = Directory.GetFiles(folder.Path);
        Assert.All(files, file => Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.Ordinal));
    }

    private SqliteTableStore Open() => new(folder.Path, new FixedTime(Now));

    private async Task<SqliteTableStore> OpenAsync()
    {
        var store = Open();
        await store.CreateTableIfNotExistsAsync(Table, Cancellation);
        return store;
    }

    private static async Task AddAsync(SqliteTableStore store, string rowKey) =>
        Assert.IsType<TransactionResult.Committed>(
            await store.SubmitTransactionAsync(Table, [TableTransactionAction.Add(new TableEntity("p", rowKey) { ["Value"] = "kept" })], Cancellation));

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={folder.File(SqliteTableStore.FileName)};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
