using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Bot.Tests.Platform.Tables;

/// <summary>The store is ready when a turn could store something.</summary>
public sealed class StoreCheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new(isOnDisk: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_FileHeldByAnotherProcess_IsNotReadyUntilItIsLetGo_AndWritesNothing()
    {
        using var store = await OpenAsync();
        Assert.Equal(HealthStatus.Healthy, await AskAsync(store));
        using (var other = new SqliteConnection("Pooling=False;Data Source=" + folder.File(SqliteTableStore.FileName)))
        {
            await other.OpenAsync(Token);
            Execute(other, "BEGIN IMMEDIATE");
            Assert.Equal(HealthStatus.Unhealthy, await AskAsync(store, TimeSpan.FromSeconds(1)));
            Execute(other, "ROLLBACK");
        }

        Assert.Equal(HealthStatus.Healthy, await AskAsync(store));
        var log = new FileInfo(folder.File(SqliteTableStore.FileName + "-wal")).Length;
        Assert.Equal(HealthStatus.Healthy, await AskAsync(store));
        Assert.Equal(log, new FileInfo(folder.File(SqliteTableStore.FileName + "-wal")).Length);
    }

    [Fact]
    public async Task Check_FileReplaced_IsNotReady()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows replaces no file that is open.");
        using var store = await OpenAsync();
        Assert.Equal(HealthStatus.Healthy, await AskAsync(store));
        File.Copy(folder.File(SqliteTableStore.FileName), folder.File("copy"));
        File.Move(folder.File("copy"), folder.File(SqliteTableStore.FileName), overwrite: true);
        Assert.Equal(HealthStatus.Unhealthy, await AskAsync(store));
    }

    [Fact]
    public async Task Check_BeforeTheFirstTable_IsReady()
    {
        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        Assert.Equal(HealthStatus.Healthy, await AskAsync(store));
    }

    private async Task<SqliteTableStore> OpenAsync()
    {
        var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        await store.CreateTableIfNotExistsAsync(DueTable.Table, Token);
        return store;
    }

    /// <summary>Asks; as long as the host would wait, or as long as it takes.</summary>
    private static async Task<HealthStatus> AskAsync(ITableStore store, TimeSpan? most = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(most ?? TimeSpan.FromMinutes(2));
        return (await new StoreCheck(store).CheckHealthAsync(new HealthCheckContext(), limit.Token)).Status;
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
