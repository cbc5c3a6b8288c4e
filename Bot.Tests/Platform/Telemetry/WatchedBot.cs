using System;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Tests.Benchmarks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Telemetry;

/// <summary>The real program with the example network, a Connector that takes everything, and whatever settings of telemetry.</summary>
internal sealed class WatchedBot : IAsyncDisposable
{
    /// <summary>How long anything may take on a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly TemporaryFolder folder = new();
    private readonly ConnectorSink connector;
    private readonly HttpClient http;

    private WatchedBot(ConnectorSink connector, Uri address, string[] settings)
    {
        this.connector = connector;
        http = new HttpClient { BaseAddress = address };
        Process = BotProcess.Start(address, folder.Path, ["--Playground:Enabled=false", "--ExampleNetwork:Enabled=true", "--ExampleNetwork:Digest=false", .. settings]);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>The process.</summary>
    public BotProcess Process { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WatchedBot> StartAsync(params string[] settings)
    {
        var bot = new WatchedBot(await ConnectorSink.StartAsync(Cancellation), new Uri($"http://127.0.0.1:{NodePeers.FreePort()}"), settings);
        await bot.Process.PrintsAsync("Now listening on", Cancellation);
        return bot;
    }

    /// <summary>Somebody types something in their 1:1 chat, and the bot answers in its conversation.</summary>
    public async Task SaysAsync(string who, string text)
    {
        var conversation = "a:" + who;
        var before = connector.MessagesIn(conversation);
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = connector.Address.GetLeftPart(UriPartial.Authority),
            ["locale"] = "de-DE",
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = "29:" + who, ["name"] = who, ["aadObjectId"] = System.Linq.Enumerable.Single(ExamplePeople.All, person => person.Key == who).AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Koordinationsbot" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = ExampleSnapshot.Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ExampleSnapshot.Tenant } },
        };
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), content, Cancellation);
        Assert.Equal(200, (int)response.StatusCode);
        await UntilAsync(() => connector.MessagesIn(conversation) > before);
    }

    /// <summary>Asks an address of the bot.</summary>
    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Ends as soon as the condition holds.</summary>
    public Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    /// <summary>Ends as soon as the condition holds.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while (!await condition())
        {
            Assert.False(limit.IsCancellationRequested, "It never was so. The bot printed: " + Process.Printed);
            await Task.Delay(Pause, TimeProvider.System, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Process.DisposeAsync();
        await connector.DisposeAsync();
        folder.Dispose();
    }
}
