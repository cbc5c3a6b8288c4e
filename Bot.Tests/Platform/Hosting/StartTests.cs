using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Hosting;

/// <summary>The real program with settings that are wrong: it ends at once and says in one line each what to mend.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string> WrongArguments => new()
    {
        { "--Tabels:DataFolder=x", "Tabels is not a setting. Did you mean Tables?" },
        { "--Tables:ConnectionStrin=x", "Tables:ConnectionStrin is not a setting. Did you mean Tables:ConnectionString?" },
        { "--Playground:FirstPort=80", "Playground:FirstPort must be between 1024 and 65000." },
        { "--Playground:FirstPort=many", "'Playground:FirstPort'" },
        { "--urls=nowhere", "nowhere" },
    };

    [Theory]
    [MemberData(nameof(WrongArguments))]
    public async Task Start_AWrongArgument_EndsWithOneLineThatNamesIt(string argument, string fault) =>
        AssertOneFault(await RunAsync("Development", argument), fault);

    [Fact]
    public async Task Start_AMisspeltSettingInAFile_EndsWithOneLineThatNamesIt()
    {
        await WriteSettingsAsync("""{ "ExampleNetwork": { "Enable": true } }""");

        AssertOneFault(await RunAsync("Development"), "ExampleNetwork:Enable is not a setting. Did you mean ExampleNetwork:Enabled?");
    }

    [Fact]
    public async Task Start_ASettingsFileThatIsNoJson_EndsWithOneLineThatNamesIt()
    {
        await WriteSettingsAsync("""{ "Tables": """);

        AssertOneFault(await RunAsync("Development"), "appsettings.json");
    }

    [Fact]
    public async Task Start_InProductionWithoutAppId_EndsWithOneLineThatNamesIt()
    {
        AssertOneFault(await RunAsync("Production"), "MicrosoftAppId is not set.");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Start_SeveralWrongValues_EndsWithALineForEach()
    {
        var ended = await RunAsync("Production", "--Tables:ConnectionString=UseDevelopmentStorage=true", "--Tables:Endpoint=https://account.table.core.windows.net", "--Playground:Enabled=true");

        Assert.Equal(1, ended.ExitCode);
        Assert.Equal(4, ended.Errors.Count);
        Assert.Contains(ended.Errors, line => line.Contains("Tables:ConnectionString and Tables:Endpoint are both set", StringComparison.Ordinal));
        Assert.Contains(ended.Errors, line => line.Contains("Playground:Enabled", StringComparison.Ordinal));
        Assert.Contains(ended.Errors, line => line.Contains("MicrosoftAppId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_ADataFolderThatCannotBeWritten_EndsWithOneLineThatNamesIt()
    {
        // A file in the folder's place; access rights would not stop an administrator.
        var taken = folder.File("taken");
        await File.WriteAllTextAsync(taken, "x", TestContext.Current.CancellationToken);

        AssertOneFault(await RunAsync("Development", "--Tables:DataFolder=" + Path.Combine(taken, "data"), "--Playground:Enabled=false"), "Tables:DataFolder");
    }

    [Fact]
    public async Task Start_AnAddressThatIsTaken_EndsWithOneLineThatNamesIt()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        AssertOneFault(await RunAsync("Development", "--urls=" + address, "--Playground:Enabled=false"), address);
    }

    public void Dispose() => folder.Dispose();

    private static void AssertOneFault(BotProcess ended, string fault)
    {
        Assert.Equal(1, ended.ExitCode);
        Assert.Equal(["The bot did not start:"], ended.Errors.Take(1));
        Assert.StartsWith("- ", Assert.Single(ended.Errors.Skip(1)), StringComparison.Ordinal);
        Assert.DoesNotContain(ended.Output, line => line.StartsWith("at ", StringComparison.Ordinal));
        Assert.Contains(fault, ended.Errors[1], StringComparison.Ordinal);
    }

    private Task WriteSettingsAsync(string json) => File.WriteAllTextAsync(folder.File("appsettings.json"), json, TestContext.Current.CancellationToken);

    private Task<BotProcess> RunAsync(string environment, params string[] arguments) =>
        BotProcess.RunAsync(folder.Path, environment, arguments, TestContext.Current.CancellationToken);
}
