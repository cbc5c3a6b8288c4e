using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bot.Tests.Platform.Tables.Sqlite;

/// <summary>What was removed or replaced is in no byte of the file, its log or its index any more.</summary>
public sealed class ForgetRemovedTests : IDisposable
{
    private const string Table = "forgetting";

    private const int Voters = 2000;

    private readonly TemporaryFolder folder = new(isOnDisk: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ForgetRemoved_AfterManyRowsUnderRandomKeys_LeavesNothingOfThemAndEverythingElse()
    {
        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        await store.CreateTableIfNotExistsAsync(Table, Cancellation);

        // Rows that grow and shrink, and papers between them: so SQLite moves rows from page to page, and what it leaves in the gaps is not overwritten.
        var random = new Random(1);
        await FillAsync(store, random, "BEFORE", withPapers: false);
        await FillAsync(store, random, "REPLACED", withPapers: true);
        await FillAsync(store, random, "STANDS", withPapers: false);
        foreach (var batch in (await RowsAsync(store, "paper|")).Chunk(100))
        {
            await store.SubmitTransactionAsync(Table, [.. batch.Select(TableTransactionAction.Delete)], Cancellation);
        }

        Assert.Contains("GONEFOREVER", Bytes(), StringComparison.Ordinal);
        Assert.Contains("REPLACED", Bytes(), StringComparison.Ordinal);
        await store.ForgetRemovedAsync(Cancellation);

        Assert.DoesNotContain("GONEFOREVER", Bytes(), StringComparison.Ordinal);
        Assert.DoesNotContain("REPLACED", Bytes(), StringComparison.Ordinal);
        Assert.DoesNotContain("paper|", Bytes(), StringComparison.Ordinal);
        Assert.All(await RowsAsync(store, "roll|"), row => Assert.StartsWith("STANDS", row.GetString("Text"), StringComparison.Ordinal));
        Assert.Equal(Voters, (await RowsAsync(store, "roll|")).Count);
    }

    [Fact]
    public async Task ForgetRemoved_WhileOthersWriteAndRead_LosesNothing()
    {
        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        await store.CreateTableIfNotExistsAsync(Table, Cancellation);
        var writing = Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var row = 0; row < 50; row++)
                {
                    await WriteAsync(store, string.Create(CultureInfo.InvariantCulture, $"roll|{writer}|{row:00}"), "STANDS", TableTransactionAction.Add);
                    Assert.NotEmpty(await RowsAsync(store, "roll|"));
                }
            },
            Cancellation)).ToList();
        for (var time = 0; time < 10; time++)
        {
            await store.ForgetRemovedAsync(Cancellation);
        }

        await Task.WhenAll(writing);
        Assert.Equal(400, (await RowsAsync(store, "roll|")).Count);
    }

    /// <summary>Whoever still reads an older state would keep the log from being emptied: then it is not told to be.</summary>
    [Fact]
    public async Task ForgetRemoved_WhileAnotherProcessReadsAnOlderState_SaysSoAndCanBeRepeated()
    {
        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        await store.CreateTableIfNotExistsAsync(Table, Cancellation);
        await WriteAsync(store, "paper|1", "GONEFOREVER", TableTransactionAction.Add);
        using (var reader = new SqliteConnection($"Data Source={folder.File(SqliteTableStore.FileName)};Pooling=False"))
        {
            reader.Open();
            using var transaction = reader.BeginTransaction(deferred: true);
            using var command = reader.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "SELECT count(*) FROM entities";
            command.ExecuteScalar();
            var row = (await RowsAsync(store, "paper|")).Single();
            await store.SubmitTransactionAsync(Table, [TableTransactionAction.Delete(row)], Cancellation);

            await Assert.ThrowsAsync<DataFileException>(() => store.ForgetRemovedAsync(Cancellation));
        }

        await store.ForgetRemovedAsync(Cancellation);
        Assert.DoesNotContain("GONEFOREVER", Bytes(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static async Task FillAsync(SqliteTableStore store, Random random, string text, bool withPapers)
    {
        var rows = Enumerable.Range(0, Voters).OrderBy(_ => random.Next())
            .Select(voter => (Key: string.Create(CultureInfo.InvariantCulture, $"roll|v{voter:0000}"), Paper: "paper|" + Guid.NewGuid().ToString("N"), Text: text + new string(' ', random.Next(20, 260)))).ToList();
        await Parallel.ForEachAsync(rows, Cancellation, async (row, _) =>
        {
            await WriteAsync(store, row.Key, row.Text, TableTransactionAction.Upsert);
            if (withPapers)
            {
                await WriteAsync(store, row.Paper, "GONEFOREVER", TableTransactionAction.Add);
            }
        });
    }

    private static Task<TransactionResult> WriteAsync(SqliteTableStore store, string key, string text, Func<TableEntity, TableTransactionAction> how) =>
        store.SubmitTransactionAsync(Table, [how(new TableEntity("p", key) { ["Text"] = text })], Cancellation);

    private static async Task<List<TableEntity>> RowsAsync(SqliteTableStore store, string prefix)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in store.QueryAsync(Table, RowRange.WithPrefix("p", prefix), Cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    private string Bytes() => string.Concat(Directory.GetFiles(folder.Path).Select(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
