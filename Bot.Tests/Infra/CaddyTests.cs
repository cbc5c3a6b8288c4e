using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.CommandLines;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>A real Caddy with the Caddyfile of <c>infra/linux</c> before a bot that runs: what is let in, what is not, and what it writes down of it.</summary>
public sealed class CaddyTests : IDisposable
{
    private const string Host = "bot.example.org";
    private const string Secret = "a-path-that-opens-a-calendar";

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Caddy_BeforeABot_LetsInWhatIsMeant_AndLogsNoPath()
    {
        var installed = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, "caddy")));
        Assert.SkipUnless(installed && OperatingSystem.IsLinux(), "caddy is not on this machine.");
        var (inside, outside) = (new Uri($"http://127.0.0.1:{NodePeers.FreePort()}"), new Uri($"http://127.0.0.1:{NodePeers.FreePort()}"));
        var bot = BotProcess.Start(inside, Directory.CreateDirectory(folder.File("data")).FullName, "--Playground:Enabled=false");
        await using var running = bot;
        await bot.PrintsAsync("Application started", Cancellation);
        await WriteCaddyfileAsync(inside, outside);
        await using var caddy = TypedLine.Begin("exec caddy run --adapter caddyfile --config Caddyfile", folder.Path, new Dictionary<string, string> { ["HOME"] = folder.Path, ["XDG_DATA_HOME"] = folder.Path, ["XDG_CONFIG_HOME"] = folder.Path });
        await caddy.PrintsAsync("serving initial configuration", Cancellation);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(HttpMethod.Get, outside, "/about"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(HttpMethod.Get, outside, "/health/live"));
        // The bot itself says so, which without an app id talks to this machine alone and sees that this came through another: it was let in.
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(HttpMethod.Post, outside, "/api/messages", "{"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(HttpMethod.Get, outside, "/calendar/" + Secret));
        // The bot itself would answer the first of these.
        Assert.Equal(HttpStatusCode.OK, await AskAsync(HttpMethod.Get, inside, "/health/ready", not: HttpStatusCode.ServiceUnavailable));
        foreach (var path in new[] { "/health/ready", "/metrics", "/", "/api/messages", "/api/messages/x", "/about/x", "/health" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await AskAsync(HttpMethod.Get, outside, path)));
        }

        // What a fault makes Caddy write says no path either.
        await bot.KillAsync();
        Assert.Equal(HttpStatusCode.BadGateway, await AskAsync(HttpMethod.Get, outside, "/calendar/" + Secret));
        await caddy.PrintsAsync("connection refused", Cancellation);
        Assert.DoesNotContain(Secret, caddy.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("/about", caddy.Printed, StringComparison.Ordinal);
    }

    /// <summary>The file as it is, but on a port of this machine, without a certificate, and before this bot.</summary>
    private async Task WriteCaddyfileAsync(Uri inside, Uri outside)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(TemplateFiles.Folder, "linux", "Caddyfile"), Cancellation);
        var changed = text.Replace("\nbot.example.org {", $"\nhttp://{Host}:{outside.Port} {{", StringComparison.Ordinal)
            .Replace("\n{\n", "\n{\n\tadmin off\n\tauto_https off\n", StringComparison.Ordinal)
            .Replace("127.0.0.1:3978", inside.Authority, StringComparison.Ordinal);
        Assert.Contains("admin off", changed, StringComparison.Ordinal);
        Assert.Contains($"http://{Host}:", changed, StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File("Caddyfile"), changed, Cancellation);
    }

    /// <summary>Asks by the public name; again as long as the answer is the one that is only for a moment.</summary>
    private async Task<HttpStatusCode> AskAsync(HttpMethod method, Uri server, string path, string? body = null, HttpStatusCode? not = null)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(method, new Uri(server, path)) { Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Host = $"{Host}:{server.Port}";
            using var answer = await client.SendAsync(request, Cancellation);
            if (answer.StatusCode != not)
            {
                return answer.StatusCode;
            }
        }
    }
}
