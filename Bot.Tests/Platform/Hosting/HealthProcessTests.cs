using System;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Hosting;
using Bot.Tests.Platform.Telemetry;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Hosting;

/// <summary>The real program on a real Azurite that hangs, comes back, and dies.</summary>
public sealed class HealthProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_WhileTheStoreHangsOrIsGone_NamesIt_AndLiveStaysWell()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A process is held and let go by the system's own signals.");
        var (azurite, account) = await Azurite.StartOwnAsync(Cancellation);
        await using var peer = azurite;
        await using var bot = await WatchedBot.StartAsync("--Tables:ConnectionString=" + account);

        await bot.UntilAsync(async () => (await bot.GetAsync(HealthEndpoints.Ready)).Status == 200);
        Assert.Equal((200, """{"ready":true,"notReady":[],"notes":["connectorAnonymous"]}"""), await bot.GetAsync(HealthEndpoints.Ready));

        await SignalAsync(azurite, "STOP");
        await bot.UntilAsync(() => IsStoreMissingAsync(bot));
        Assert.Equal((200, """{"live":true}"""), await bot.GetAsync(HealthEndpoints.Live));

        await SignalAsync(azurite, "CONT");
        await bot.UntilAsync(async () => !await IsStoreMissingAsync(bot));

        await SignalAsync(azurite, "KILL");
        await bot.UntilAsync(() => IsStoreMissingAsync(bot));
        Assert.Equal(200, (await bot.GetAsync(HealthEndpoints.Live)).Status);
        Assert.DoesNotContain("127.0.0.1", (await bot.GetAsync(HealthEndpoints.Ready)).Body, StringComparison.Ordinal);
        Assert.Contains("Not ready: ", bot.Process.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.Extensions.Diagnostics.HealthChecks", bot.Process.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_AskedInAnotherWay_IsRefused()
    {
        await using var bot = await WatchedBot.StartAsync();
        using var http = new HttpClient { BaseAddress = bot.Address };
        foreach (var path in new[] { HealthEndpoints.Live, HealthEndpoints.Ready })
        {
            using var posted = await http.PostAsync(new Uri(path, UriKind.Relative), content: null, Cancellation);
            using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Cancellation);
            Assert.Equal((405, "GET, HEAD"), ((int)posted.StatusCode, string.Join(", ", posted.Content.Headers.Allow)));
            Assert.Equal(string.Empty, await head.Content.ReadAsStringAsync(Cancellation));
            Assert.Contains("no-store", head.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<bool> IsStoreMissingAsync(WatchedBot bot)
    {
        var (status, body) = await bot.GetAsync(HealthEndpoints.Ready);
        using var answer = JsonDocument.Parse(body);
        var notReady = answer.RootElement.GetProperty("notReady").ToString();
        Assert.Equal(status == 200, answer.RootElement.GetProperty("ready").GetBoolean());
        return status == 503 && notReady.Contains("\"store\"", StringComparison.Ordinal);
    }

    private static async Task SignalAsync(NodePeer peer, string signal)
    {
        // By the shell, which knows the order itself: a bare system has no program of that name.
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {peer.Id.ToString(CultureInfo.InvariantCulture)}"]);
        await kill.WaitForExitAsync(Cancellation);
        Assert.Equal(0, kill.ExitCode);
    }
}
