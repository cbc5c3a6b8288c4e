using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bot.Tests.Platform.Tables.Sqlite;

/// <summary>A file that cannot be used is told clearly and never touched.</summary>
public sealed class DataFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new(isOnDisk: true);

    private string DataPath => folder.File(SqliteTableStore.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_NoDatabase_SaysDamagedAndLeavesIt()
    {
        File.WriteAllText(DataPath, string.Concat(Enumerable.Repeat("This is no database. ", 500)));

        AssertRefused("damaged");
    }

    [Fact]
    public async Task Open_PageOverwritten_SaysDamagedAndLeavesIt()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(DataPath, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)0x5A, bytes.Length / 2, 4096);
        await File.WriteAllBytesAsync(DataPath, bytes, TestContext.Current.CancellationToken);

        AssertRefused("damaged");
    }

    [Fact]
    public async Task Open_FileCutOff_SaysDamagedAndLeavesIt()
    {
        await FillAsync();
        using (var file = File.OpenWrite(DataPath))
        {
            file.SetLength(file.Length / 2);
        }

        AssertRefused("damaged");
    }

    [Fact]
    public async Task Open_NewerFormat_SaysSoAndLeavesIt()
    {
        await FillAsync();
        Execute("PRAGMA user_version = 2");

        AssertRefused("has format 2, this version of the bot knows formats up to 1");
    }

    [Fact]
    public void Open_DatabaseOfAnotherProgram_SaysSoAndLeavesIt()
    {
        Execute("CREATE TABLE recipes (name TEXT)");

        AssertRefused("belongs to another program");
    }

    [Fact]
    public void Open_EmptyFile_IsANewDatabase()
    {
        File.WriteAllBytes(DataPath, []);

        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);

        Assert.True(new FileInfo(DataPath).Length > 0);
    }

    [Fact]
    public void Open_NewFolder_IsReadableByTheBotsAccountOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows inherits the rights of the folder above.");

        using var store = new SqliteTableStore(folder.File("new"), TimeProvider.System);

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        Assert.Equal(UnixFileMode.None, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(folder.File("new")) & others);
    }

    [Fact]
    public void Open_FolderIsAFile_SaysNotWritable()
    {
        var path = folder.File("blocked");
        File.WriteAllText(path, "a file where the folder should be");

        var refused = Assert.Throws<DataFileException>(() => new SqliteTableStore(Path.Combine(path, "data"), TimeProvider.System));

        Assert.Contains("cannot be created or written", refused.Message, StringComparison.Ordinal);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileIsAFolder_SaysNotWritable()
    {
        Directory.CreateDirectory(DataPath);

        var refused = Assert.Throws<DataFileException>(() => new SqliteTableStore(folder.Path, TimeProvider.System));

        Assert.Contains("cannot be created or written", refused.Message, StringComparison.Ordinal);
    }

    private void AssertRefused(string because)
    {
        var before = File.ReadAllBytes(DataPath);

        var refused = Assert.Throws<DataFileException>(() => new SqliteTableStore(folder.Path, TimeProvider.System));

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.Contains(DataPath, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(DataPath));
    }

    private async Task FillAsync()
    {
        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        await store.CreateTableIfNotExistsAsync("Meetings", TestContext.Current.CancellationToken);
        foreach (var at in Enumerable.Range(0, 50))
        {
            var row = new TableEntity("p", $"r{at:00}") { ["Value"] = new string('x', 3000) };
            await store.SubmitTransactionAsync("Meetings", [TableTransactionAction.Add(row)], TestContext.Current.CancellationToken);
        }
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
