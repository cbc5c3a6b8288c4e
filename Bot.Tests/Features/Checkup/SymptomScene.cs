using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Tests.Platform.Activities.Authentication;
using Bot.Tests.TestSupport;
using Xunit;
using EndedBot = Bot.Tests.Platform.Hosting.BotProcess;

namespace Bot.Tests.Features.Checkup;

/// <summary>The real program with something wrong about it, and <c>check</c> beside it with the same settings.</summary>
internal sealed class SymptomScene : IDisposable
{
    /// <summary>Between two looks at a process.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly string[] NoWindows = ["--Playground:Enabled=false"], Secret = ["--MicrosoftAppPassword=not-a-secret"];

    private readonly TemporaryFolder folder = new(isOnDisk: true);

    /// <summary><c>check</c>, in a folder of its own.</summary>
    public CheckScene Check { get; } = new();

    /// <summary>The content root of processes.</summary>
    public string Folder => folder.Path;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The settings of a bot with an app id, whose channel's keys are described there.</summary>
    public static string[] Registered(string metadata, string type = "SingleTenant") =>
    [
        "--MicrosoftAppId=" + SignedRequest.AppId, "--MicrosoftAppType=" + type, "--MicrosoftAppTenantId=" + ExampleSnapshot.Tenant, "--ToBotFromChannelOpenIdMetadataUrl=" + metadata,
        .. type == "SingleTenant" ? Secret : [],
    ];

    /// <summary>An account of Azure Tables at an address.</summary>
    public static string AccountAt(string url) => "--Tables:ConnectionString=DefaultEndpointsProtocol=http;AccountName=talk;AccountKey=a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5;TableEndpoint=" + url + "/talk";

    /// <summary>The process does not start, ends with 1 and says so in one line.</summary>
    public async Task DoesNotStartAsync(string environment, string words, params string[] settings)
    {
        var ended = await EndAsync(environment, [.. settings, .. environment == "Development" ? NoWindows : []]);
        Assert.Equal((1, 2), (ended.ExitCode, ended.Errors.Count));
        Assert.Equal("The bot did not start:", ended.Errors[0]);
        Assert.Contains(words, ended.Errors[1], StringComparison.Ordinal);
    }

    /// <summary>Runs the program to its end.</summary>
    public Task<EndedBot> EndAsync(string environment, IEnumerable<string> words, IReadOnlyDictionary<string, string>? variables = null) => EndedBot.RunAsync(Folder, environment, words, Cancellation, variables);

    /// <summary>A process that keeps running.</summary>
    /// <returns>It, and where it listens.</returns>
    public async Task<(BotProcess Bot, Uri Address)> StartAsync(IReadOnlyDictionary<string, string>? variables, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{NodePeers.FreePort()}");
        var bot = BotProcess.StartIn(variables ?? new Dictionary<string, string>(), string.Empty, address, Folder, ["--Playground:Enabled=false", .. settings]);
        // It listens a little earlier; what it does at the very start must not meet the fault the test makes next.
        await bot.PrintsAsync("Application started", Cancellation);
        return (bot, address);
    }

    /// <summary>What the endpoint answers to a request the channel has signed.</summary>
    public static async Task<int> PostAsync(Uri address, SignedRequest request) =>
        (await RawExchange.PostAsync(address, ["Bearer " + request.Token], request.Activity.ToJsonString(), Cancellation)).Status;

    /// <summary>The program <c>check</c> as a process, where variables of its surroundings count.</summary>
    public async Task CheckSaysAsync(IReadOnlyDictionary<string, string> variables, string words, params string[] settings)
    {
        var ended = await EndAsync("Development", ["check", "--language", "en", "--urls=http://127.0.0.1:0", "--Playground:Enabled=false", .. settings], variables);
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(ended.Output, line => line.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Waits until <c>/health/ready</c> answers 503 and names a part.</summary>
    public static async Task NotReadyAsync(Uri address, string part)
    {
        using var http = new HttpClient { BaseAddress = address };
        await UntilAsync(async () =>
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
            return (int)answer.StatusCode == 503 && (await answer.Content.ReadAsStringAsync(Cancellation)).Contains($"\"{part}\"", StringComparison.Ordinal);
        });
    }

    /// <summary>Waits until something is so; two minutes at most.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (!await condition())
        {
            await Task.Delay(Pause, TimeProvider.System, limit.Token);
        }
    }

    public void Dispose()
    {
        Check.Dispose();
        folder.Dispose();
    }
}
