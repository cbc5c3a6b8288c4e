using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Playground;
using Bot.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Platform.Playground;

/// <summary>The echo bot with its real windows running. Skips the test where Node.js is missing.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly EchoBot bot;

    private RunningBot(EchoBot bot) => this.bot = bot;

    /// <summary>Where the package is fetched to, once for all runs on this machine.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "playground");

    public static async Task<RunningBot> StartAsync(CancellationToken cancellationToken)
    {
        var node = await new NodeSearch(Environment.GetEnvironmentVariable("PATH")).FindAsync(cancellationToken);
        Browser.Need(node is not null, "Node.js 18 or newer with npm");
        var started = await EchoBot.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Playground:Folder"] = Folder }, cancellationToken: cancellationToken);
        var running = new RunningBot(started);
        await started.Console.PrintsAsync("Open a chat window", cancellationToken);
        return running;
    }

    public EchoBot Bot => bot;

    public PlaygroundWindow WindowOf(PlaygroundPerson person) =>
        bot.Services.GetRequiredService<PlaygroundWindows>().Of(person.Id)!;

    public async ValueTask DisposeAsync()
    {
        await bot.StopAsync(CancellationToken.None);
        await bot.DisposeAsync();
    }
}
