using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Tables;

public sealed class TableServicesTests : IDisposable
{
    private const string Secret = "aHVudGVyMg==";
    private readonly TemporaryFolder folder = new(isOnDisk: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Start_NoSettings_KeepsRowsInTheFolderDataOfTheContentRoot()
    {
        using var host = await StartAsync();

        Assert.IsType<SqliteTableStore>(Assert.IsType<ObservedTableStore>(host.Services.GetRequiredService<ITableStore>()).Inner);
        Assert.True(File.Exists(Path.Combine(folder.Path, "data", "tables.db")));
    }

    [Fact]
    public async Task Start_DataFolder_IsUsed()
    {
        using var host = await StartAsync(("Tables:DataFolder", Path.Combine("other", "place")));

        Assert.True(File.Exists(Path.Combine(folder.Path, "other", "place", "tables.db")));
    }

    [Theory]
    [InlineData("Tables:ConnectionString", "UseDevelopmentStorage=true")]
    [InlineData("Tables:Endpoint", "https://a1b.table.core.windows.net")]
    public async Task Start_AzureSettings_OpenTheRestStore(string key, string value)
    {
        using var host = await StartAsync((key, value));

        Assert.IsType<RestTableStore>(Assert.IsType<ObservedTableStore>(host.Services.GetRequiredService<ITableStore>()).Inner);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "data")));
    }

    [Theory]
    [InlineData("Tables:ConnectionString and Tables:Endpoint", "Tables:ConnectionString=UseDevelopmentStorage=true", "Tables:Endpoint=https://a.example.org")]
    [InlineData("Tables:ConnectionString: ", "Tables:ConnectionString=AccountKey=" + Secret)]
    [InlineData("Tables:ConnectionString: ", "Tables:ConnectionString=")]
    [InlineData("Tables:Endpoint", "Tables:Endpoint=http://a1b.table.core.windows.net")]
    [InlineData("Tables:Endpoint", "Tables:Endpoint=a1b.table.core.windows.net")]
    [InlineData("Tables:ManagedIdentityClientId", "Tables:ManagedIdentityClientId=00000000-0000-0000-0000-000000000001")]
    [InlineData("Tables:DataFolder", "Tables:DataFolder= ")]
    public async Task Start_WrongSettings_StopsAndNamesTheKeys(string named, params string[] settings)
    {
        var pairs = settings.Select(setting => (setting[..setting.IndexOf('=', StringComparison.Ordinal)], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..])).ToArray();

        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(pairs));

        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_MisspeltSetting_StopsAndNamesIt()
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(("Tables:ConectionString", "UseDevelopmentStorage=true")));

        Assert.Contains("ConectionString", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DamagedFile_Stops()
    {
        Directory.CreateDirectory(folder.File("data"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "data", "tables.db"), new string('?', 5000), Cancellation);

        await Assert.ThrowsAsync<DataFileException>(() => StartAsync());
    }

    private async Task<IHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddTableStore();
        var host = builder.Build();
        await host.StartAsync(Cancellation);
        return host;
    }
}
