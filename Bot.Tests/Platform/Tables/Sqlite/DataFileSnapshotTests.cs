using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Tables.Sqlite;

/// <summary>A copy of the data file while it is written to.</summary>
public class DataFileSnapshotTests
{
    private const string Table = "meetings";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Two rows are written in turn, always first the one: in every moment they are at the same step, or the first is one ahead.</summary>
    [Fact]
    public async Task Snapshot_WhileTheFileIsWrittenTo_IsOfOneMoment()
    {
        using var folder = new TemporaryFolder();
        using var store = await OpenAsync(folder, "data");
        using var stop = new CancellationTokenSource();
        await StepAsync(store, 1);
        var writing = Task.Run(
            async () =>
            {
                for (var step = 2; !stop.IsCancellationRequested; step++)
                {
                    await StepAsync(store, step);
                }
            },
            Cancellation);

        var copies = Enumerable.Range(1, 5).Select(number => Path.Combine(folder.Path, "copy" + number)).ToList();
        copies.ForEach(store.Snapshot);
        await stop.CancelAsync();
        await writing;

        foreach (var copy in copies)
        {
            using var read = new SqliteTableStore(copy, TimeProvider.System);
            var (first, second) = (await StepOfAsync(read, "first"), await StepOfAsync(read, "second"));
            Assert.True(first - second is 0 or 1, $"{first} and {second} never stood together");
            Assert.Single(Directory.GetFiles(copy, "*.db"));
            Assert.Empty(Directory.GetFiles(copy, "*.part"));
        }
    }

    [Fact]
    public async Task Snapshot_WhereAFileIs_IsRefusedAndLeavesIt()
    {
        using var folder = new TemporaryFolder();
        using var store = await OpenAsync(folder, "data");
        var copy = Path.Combine(folder.Path, "copy");
        store.Snapshot(copy);
        var before = await File.ReadAllBytesAsync(Path.Combine(copy, SqliteTableStore.FileName), Cancellation);

        Assert.Contains("nothing is written over it", Assert.Throws<DataFileException>(() => store.Snapshot(copy)).Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(copy, SqliteTableStore.FileName), Cancellation));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(copy));
        }
    }

    /// <summary>Secret papers that were taken away must not live on in a copy.</summary>
    [Fact]
    public async Task Snapshot_OfRemovedRows_HoldsNothing()
    {
        using var folder = new TemporaryFolder();
        using var store = await OpenAsync(folder, "data");
        await store.SubmitTransactionAsync(Table, [TableTransactionAction.Add(new TableEntity("p", "r") { ["Paper"] = "geheimzettel" })], Cancellation);
        await store.SubmitTransactionAsync(Table, [TableTransactionAction.Remove("p", "r")], Cancellation);
        var copy = Path.Combine(folder.Path, "copy");

        store.Snapshot(copy);

        Assert.DoesNotContain("geheimzettel", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(copy, SqliteTableStore.FileName), Cancellation)), StringComparison.Ordinal);
    }

    private static async Task<SqliteTableStore> OpenAsync(TemporaryFolder folder, string name)
    {
        var store = new SqliteTableStore(Path.Combine(folder.Path, name), TimeProvider.System);
        await store.CreateTableIfNotExistsAsync(Table, Cancellation);
        return store;
    }

    private static async Task StepAsync(SqliteTableStore store, int step)
    {
        foreach (var row in new[] { "first", "second" })
        {
            await store.SubmitTransactionAsync(Table, [TableTransactionAction.Upsert(new TableEntity("p", row) { ["Step"] = step })], Cancellation);
        }
    }

    private static async Task<int> StepOfAsync(SqliteTableStore store, string row) => (await store.GetEntityIfExistsAsync(Table, "p", row, Cancellation))?.GetInt32("Step") ?? 0;
}
