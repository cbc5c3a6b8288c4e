using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bot.Tests.Platform.Tables.Sqlite;

/// <summary>What happens to the file while the bot runs: whoever wanted something stored is told, nothing is overwritten, and it goes on as soon as it can.</summary>
public sealed class DataFileTroubleTests : IDisposable
{
    private const string Table = "Meetings";

    private readonly TemporaryFolder folder = new(isOnDisk: true);

    private string DataPath => folder.File(SqliteTableStore.FileName);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    /// <summary>No page more than the file has: SQLite meets that as it meets a disk without room.</summary>
    [Fact]
    public async Task Submit_DiskFull_SaysSoWritesNothingAndGoesOnWhenThereIsRoomAgain()
    {
        using var store = await OpenAsync(rows: 5);
        LimitPages(store, "1");

        var refused = await Assert.ThrowsAsync<DataFileException>(() => AddAsync(store, "big", 200_000));

        Assert.Contains("is full; nothing was written", refused.Message, StringComparison.Ordinal);
        Assert.Equal(StoreFaultKind.Refused, StoreFault.Of(refused));
        Assert.Equal(5, await CountAsync(store));
        LimitPages(store, "1073741823");
        await AddAsync(store, "big", 200_000);
        Assert.Equal(6, await CountAsync(store));
    }

    /// <summary>Several wait for one commit, and one of them has no room: the others are stored.</summary>
    [Fact]
    public async Task Submit_DiskFullForOneOfMany_StoresTheOthersOrTellsEach()
    {
        using var store = await OpenAsync(rows: 5);
        LimitPages(store, "1");

        var writes = Enumerable.Range(0, 20).Select(at => Record.ExceptionAsync(() => AddAsync(store, $"m{at:00}", at == 7 ? 200_000 : 10)).AsTask()).ToArray();
        var told = await Task.WhenAll(writes);

        Assert.IsType<DataFileException>(told[7]);
        Assert.Equal(5 + told.Count(one => one is null), await CountAsync(store));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    public async Task Submit_FileRemoved_AcknowledgesNothingUntilItIsBack(string which)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows removes no file that is open.");
        using var store = await OpenAsync(rows: 5);
        await AddAsync(store, "first", 10);
        File.Move(DataPath + which, folder.File("away"));

        var refused = await Assert.ThrowsAsync<DataFileException>(() => AddAsync(store, "second", 10));

        Assert.Contains("was removed or moved while the bot runs", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(DataPath + which));
        File.Move(folder.File("away"), DataPath + which);
        await AddAsync(store, "third", 10);
    }

    /// <summary>Taken away and put back as a copy, as by a backup: the path is there, but what is written goes to a file that has no name.</summary>
    [Fact]
    public async Task Submit_FileReplacedByACopy_AcknowledgesNothingAndWritesNothingIntoIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows replaces no file that is open.");
        using var store = await OpenAsync(rows: 5);
        await AddAsync(store, "first", 10);
        foreach (var part in new[] { string.Empty, "-wal" })
        {
            File.Copy(DataPath + part, folder.File("copy" + part));
            File.Move(folder.File("copy" + part), DataPath + part, overwrite: true);
        }

        var before = (File.ReadAllBytes(DataPath), File.ReadAllBytes(DataPath + "-wal"));
        var refused = await Assert.ThrowsAsync<DataFileException>(() => AddAsync(store, "second", 10));

        Assert.Contains("was replaced by another while the bot runs", refused.Message, StringComparison.Ordinal);
        Assert.Equal(StoreFaultKind.Refused, StoreFault.Of(refused));
        Assert.Equal(before.Item1, File.ReadAllBytes(DataPath));
        Assert.Equal(before.Item2, File.ReadAllBytes(DataPath + "-wal"));
    }

    [Fact]
    public async Task Read_PageOverwritten_SaysDamagedAndLeavesTheRest()
    {
        (await OpenAsync(rows: 50)).Dispose();
        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        using (var file = new FileStream(DataPath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            file.Write(Enumerable.Repeat((byte)0x5A, 4096).ToArray());
        }

        var before = Bytes();

        var refused = await Assert.ThrowsAsync<DataFileException>(() => CountAsync(store));

        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bytes());
    }

    [Fact]
    public void Open_FolderCannotBeWritten_SaysSo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Needs rights that can be taken away.");
        var path = folder.File("locked");
        Directory.CreateDirectory(path);
        SetMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var refused = Assert.Throws<DataFileException>(() => new SqliteTableStore(path, TimeProvider.System));

        SetMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Contains("cannot be created or written", refused.Message, StringComparison.Ordinal);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static void LimitPages(SqliteTableStore store, string most)
    {
        using var command = Connection(Writer(Commits(store))).CreateCommand();
        command.CommandText = "PRAGMA max_page_count = " + most;
        command.ExecuteNonQuery();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "commits")]
    private static extern ref GroupCommit Commits(SqliteTableStore store);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "writer")]
    private static extern ref RowWriter Writer(GroupCommit commits);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "connection")]
    private static extern ref SqliteConnection Connection(RowWriter writer);

    private byte[] Bytes()
    {
        using var file = new FileStream(DataPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private async Task<SqliteTableStore> OpenAsync(int rows)
    {
        var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        await store.CreateTableIfNotExistsAsync(Table, Token);
        foreach (var at in Enumerable.Range(0, rows))
        {
            await AddAsync(store, $"r{at:00}", 3000);
        }

        return store;
    }

    private static async Task AddAsync(SqliteTableStore store, string rowKey, int length) => await store.SubmitTransactionAsync(
        Table, [TableTransactionAction.Add(new TableEntity("p", rowKey) { ["Value"] = new string('x', length / 10), ["More"] = new string('y', Math.Min(length, 30_000)), ["Most"] = new string('z', Math.Min(length, 30_000)) })], Token);

    private static async Task<int> CountAsync(SqliteTableStore store) => await store.QueryAsync(Table, RowRange.All("p"), Token).CountAsync(Token);
}
