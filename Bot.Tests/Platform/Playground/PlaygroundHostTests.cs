using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using Bot.Platform.Playground;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Playground;

public sealed class PlaygroundHostTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("playground-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Start_WithoutNode_RunsTheBotAndSaysWhatIsMissing()
    {
        await using var bot = await StartAsync(new NodeSearch(folder));
        await bot.Console.PrintsAsync("Node.js 18 or newer (with npm) was not found on the PATH", TestContext.Current.CancellationToken);
        Assert.Contains("The bot runs without them.", bot.Console.ToString(), StringComparison.Ordinal);
        using var http = new HttpClient();
        using var body = new StringContent("""{"type":"typing"}""");
        var answer = await http.PostAsync(new Uri(bot.Address, "api/messages"), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("v17.9.9", false)]
    [InlineData("v18.0.0", true)]
    [InlineData("v20.20.2", true)]
    [InlineData("nonsense", false)]
    public async Task Find_ByVersion_TakesOnlyTheNewEnough(string version, bool found)
    {
        Script("node", $"echo {version}");
        Script("npm", "exit 0");
        Assert.Equal(found, await new NodeSearch(folder).FindAsync(TestContext.Current.CancellationToken) is not null);
    }

    [Fact]
    public async Task Find_NodeWithoutNpm_IsNotEnough()
    {
        Script("node", "echo v20.0.0");
        Assert.Null(await new NodeSearch(folder).FindAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Start_NpmFails_SaysWhatItSaidAndTriesAgainNextTime()
    {
        Script("node", "echo v20.0.0");
        Script("npm", "mkdir -p node_modules; echo no network here >&2; exit 1");
        for (var start = 0; start < 2; start++)
        {
            await using var bot = await StartAsync(new NodeSearch(folder));
            await bot.Console.PrintsAsync("  | no network here", TestContext.Current.CancellationToken);
            Assert.Contains("The next start tries again.", bot.Console.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Start_WindowsThatEndAtOnce_AreStartedAgainThreeTimes()
    {
        Script("node", """[ "$1" = --version ] && echo v20.0.0 || { echo broken window >&2; exit 1; }""");
        Script("npm", "mkdir -p node_modules");
        await using var bot = await StartAsync(new NodeSearch(folder));
        foreach (var person in (PlaygroundPerson[])[TestWorld.Katrin, TestWorld.Ada, TestWorld.Ben])
        {
            await bot.Console.PrintsAsync($"{person.Name} has ended too often and stays closed.", TestContext.Current.CancellationToken);
        }

        var printed = bot.Console.ToString();
        Assert.Equal(3, printed.Split("Ada Yılmaz has ended; starting it again").Length - 1);
        Assert.Contains("  | broken window", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Open a chat window", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ImpossibleWorld_IsToldAndTheBotRuns()
    {
        Script("node", "echo v20.0.0");
        Script("npm", "mkdir -p node_modules");
        await using var bot = await StartAsync(new NodeSearch(folder), new TestWorld { BotName = new string('b', 43) });
        await bot.Console.PrintsAsync("No chat windows: The Playground cannot show this world", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Start_OnAServerWithoutSockets_OpensNoWindows()
    {
        await using var bot = await EchoBot.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal),
            change: services => services.AddSingleton<IServer, TestServer>(),
            cancellationToken: TestContext.Current.CancellationToken);
        await bot.Console.PrintsAsync("the bot is not reached on a plain http address", TestContext.Current.CancellationToken);
    }

    [Fact]
    public void FreePort_TakenOne_IsSteppedOver()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        Assert.NotEqual(port, FreePort.From(port));
    }

    [Fact]
    public async Task Notice_WhenReady_NamesEveryWindowTheFirstThingAndHowToStop()
    {
        await using var console = new ConsoleProbe();
        var katrin = new PlaygroundWindow(TestWorld.Katrin) { Address = new Uri("http://127.0.0.1:56150/") };
        var ada = new PlaygroundWindow(TestWorld.Ada) { Address = new Uri("http://127.0.0.1:56151/") };
        new PlaygroundNotice(console).Ready([katrin, ada], "Probebot", new TestWorld().FirstThingToType(new LocalDate(2027, 1, 14)));
        var lines = console.ToString().Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.Contains("  Katrin Müller  http://127.0.0.1:56150", lines);
        Assert.Contains("  Ada Yılmaz     http://127.0.0.1:56151", lines);
        Assert.Contains("Type first, as Katrin Müller in Personal Chat:  Sitzung am 14.1.2027", lines);
        Assert.Contains(lines, line => line.Contains("Ctrl+C", StringComparison.Ordinal));
    }

    private Task<EchoBot> StartAsync(NodeSearch search, IPlaygroundWorld? world = null) => EchoBot.StartAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Playground:Folder"] = Path.Combine(folder, "files") },
        change: services => services.AddSingleton(search).AddSingleton(world ?? new TestWorld()),
        cancellationToken: TestContext.Current.CancellationToken);

    private void Script(string name, string commands)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins for node and npm are shell scripts.");
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }
    }
}
