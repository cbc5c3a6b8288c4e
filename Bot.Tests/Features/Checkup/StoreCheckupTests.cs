using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bot.Features.Checkup;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using Bot.Tests.Platform.Activities;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Bot.Tests.Features.Checkup;

/// <summary>What <c>check</c> finds of the store, on real files, a real Azurite, and a server that refuses as the service does. It leaves each as it was.</summary>
public sealed class StoreCheckupTests : CheckTests
{
    private const string Key = "a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5";

    [Fact]
    public async Task File_NotThereYet_CanBeMadeAndIsNot()
    {
        var found = await Scene.RunAsync();

        found.Says("ok", "Store", "tables.db does not exist yet and can be made");
        Assert.Equal(0, found.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Scene.Root));
    }

    [Fact]
    public async Task File_InUseByABot_IsWholeAndKeepsItsRows()
    {
        using var bot = await SeedAsync();
        var before = await RowsAsync(bot);

        (await Scene.RunAsync()).Says("ok", "Store", "tables.db is whole and was written to");

        Assert.Equal(before, await RowsAsync(bot));
    }

    [Fact]
    public async Task File_Damaged_IsSaidAndLeft()
    {
        (await SeedAsync()).Dispose();
        var path = Path.Combine(Scene.Data, SqliteTableStore.FileName);
        await File.WriteAllTextAsync(path, new string('x', 5000), Cancellation);

        var found = await Scene.RunAsync();

        found.Says("WRONG", "Store", "is damaged or no SQLite database");
        Assert.Equal((1, new string('x', 5000)), (found.Code, await File.ReadAllTextAsync(path, Cancellation)));
    }

    [Fact]
    public async Task File_InAFolderThatIsAFile_NamesTheSetting()
    {
        await File.WriteAllTextAsync(Scene.Data, "x", Cancellation);

        (await Scene.RunAsync()).Says("WRONG", "Store", "Tables:DataFolder");
    }

    [Theory]
    [InlineData("Moved", "were moved to")]
    [InlineData("Leaving", "are being moved to")]
    [InlineData("Arriving", "are being moved into this store from")]
    public async Task File_Marked_IsSaidAndNothingIsWritten(string state, string words)
    {
        using (var bot = await SeedAsync())
        {
            await new StoreMark("m1", Enum.Parse<StoreMarkState>(state), "https://account.table.core.windows.net/", Instant.FromUtc(2026, 11, 1, 0, 0)).SetAsync(bot, Cancellation);
        }

        (await Scene.RunAsync()).Says("WRONG", "Store", words);
    }

    [Theory]
    [InlineData(49, "Wrong")]
    [InlineData(50, "Warning")]
    [InlineData(499, "Warning")]
    [InlineData(500, "Fine")]
    public void Words_OfLittleSpace_AreAWarningAndThenAFault(int megabytes, string gravity) =>
        Assert.Equal(gravity, Assert.Single(StoreLook.Words(new StoreFinding(StoreState.Works, "tables.db", string.Empty, megabytes * 1024L * 1024L))).Gravity.ToString());

    [Fact]
    public async Task Azurite_Empty_CanBeReached_AndWithTablesIsWrittenTo()
    {
        var account = await Azurite.RequireEmptyAccountAsync(Cancellation);
        (await Scene.RunAsync("--Tables:ConnectionString=" + account)).Says("ok", "Store", "can be reached and is still empty");

        var store = new RestTableStore(TableConnectionString.Parse(account), new TableClientOptions(), TimeProvider.System, NullLogger<RestTableStore>.Instance);
        await SeedAsync(store);
        var before = await RowsAsync(store);
        (await Scene.RunAsync("--Tables:ConnectionString=" + account)).Says("ok", "Store", "was written to and read");
        Assert.Equal(before, await RowsAsync(store));
    }

    [Fact]
    public async Task Azurite_WithAnotherKey_RefusesIt()
    {
        var account = await Azurite.RequireConnectionStringAsync(Cancellation);
        var found = await Scene.RunAsync("--Tables:ConnectionString=" + string.Join(';', account.Split(';').Select(part => part.StartsWith("AccountKey=", StringComparison.Ordinal) ? "AccountKey=" + Key : part)));

        Assert.StartsWith("WRONG", found.Line("Store"), StringComparison.Ordinal);
        Assert.Contains("403", found.Line("Store"), StringComparison.Ordinal);
        Assert.DoesNotContain(found.Lines, line => line.Contains(Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403, "AuthorizationPermissionMismatch", "role Storage Table Data Contributor")]
    [InlineData(403, "AuthenticationFailed", "refuses the key (403)")]
    [InlineData(403, "AuthorizationFailure", "network rules")]
    [InlineData(404, "ResourceNotFound", "answers 404 ResourceNotFound")]
    [InlineData(401, "InvalidAuthenticationInfo", "answers 401 InvalidAuthenticationInfo")]
    public async Task Service_ThatRefuses_IsSaidWithTheWayOut(int status, string code, string words)
    {
        await using var service = await LoopbackServer.StartAsync(status, "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"no\"}}}");

        (await Scene.RunAsync(AccountAt(service.Url))).Says("WRONG", "Store", words);
    }

    [Fact]
    public async Task Service_WhereNobodyListens_IsAway() =>
        (await Scene.RunAsync(AccountAt($"http://127.0.0.1:{NodePeers.FreePort()}"))).Says("WRONG", "Store", "cannot be reached");

    private static string AccountAt(string url) => $"--Tables:ConnectionString=DefaultEndpointsProtocol=http;AccountName=talk;AccountKey={Key};TableEndpoint={url}/talk";

    private async Task<SqliteTableStore> SeedAsync()
    {
        var bot = new SqliteTableStore(Scene.Data, TimeProvider.System);
        await SeedAsync(bot);
        return bot;
    }

    private static async Task SeedAsync(ITableStore store)
    {
        foreach (var table in new[] { "due", TableNames.Networks })
        {
            await store.CreateTableIfNotExistsAsync(table, Cancellation);
            await store.SubmitTransactionAsync(table, [TableTransactionAction.Add(new TableEntity("due", "one") { ["Text"] = "x" })], Cancellation);
        }
    }

    private static async Task<List<string>> RowsAsync(ITableStore store)
    {
        var rows = new List<string>();
        foreach (var table in new[] { "due", TableNames.Networks })
        {
            await foreach (var row in store.ScanAsync(table, string.Empty, Cancellation))
            {
                rows.Add($"{table} {row.PartitionKey} {row.RowKey} {row.ETag}");
            }
        }

        return rows;
    }
}
