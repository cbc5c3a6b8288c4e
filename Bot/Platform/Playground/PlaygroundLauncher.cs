using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Playground;

/// <summary>Keeps the windows' processes running.</summary>
internal sealed class PlaygroundLauncher(
    IPlaygroundWorld world, PlaygroundWindows windows, RelayedMessages messages, PlaygroundNotice notice,
    IOptions<PlaygroundOptions> options, TimeProvider time)
{
    /// <summary>How often a window that ended is started again.</summary>
    public const int Restarts = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Opens every window and keeps it open until the token is cancelled.</summary>
    /// <param name="node">Node.js to run them with.</param>
    /// <param name="folder">Full path of the folder with the package.</param>
    /// <param name="bot">Where the bot is reached.</param>
    /// <param name="allSettled">Called once when every window is ready, or has given up, or a minute has passed.</param>
    /// <param name="cancellationToken">Ends the windows.</param>
    public async Task RunAsync(NodeRuntime node, string folder, Uri bot, Action allSettled, CancellationToken cancellationToken)
    {
        List<Task> keeping = [];
        List<Task> settled = [];
        var port = options.Value.FirstPort;
        foreach (var window in windows.All)
        {
            port = FreePort.From(port);
            var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var launch = await PrepareAsync(node, folder, bot, window, port, cancellationToken);
            keeping.Add(KeepOpenAsync(window, launch, ready, cancellationToken));
            settled.Add(ready.Task);
            port++;
        }

        await WaitAsync(Task.WhenAll(settled), cancellationToken);
        allSettled();
        await Task.WhenAll(keeping);
    }

    private async Task KeepOpenAsync(
        PlaygroundWindow window, Func<WindowProcess> launch, TaskCompletionSource settled, CancellationToken cancellationToken)
    {
        for (var left = Restarts; left >= 0 && !cancellationToken.IsCancellationRequested; left--)
        {
            using var process = launch();
            try
            {
                await ServeAsync(window, process, settled, cancellationToken);
                notice.WindowDied(window.Person, left, process.Output);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await process.StopAsync(time);
            }
        }

        settled.TrySetResult();
    }

    private async Task ServeAsync(
        PlaygroundWindow window, WindowProcess process, TaskCompletionSource settled, CancellationToken cancellationToken)
    {
        var ended = process.EndedAsync(cancellationToken);
        if (await Task.WhenAny(process.Port, ended) != process.Port)
        {
            await ended;
            return;
        }

        var port = await process.Port;
        try
        {
            await using var listener = await WindowListener.ConnectAsync(port, cancellationToken);
            window.Address = new Uri($"http://127.0.0.1:{port}/");
            settled.TrySetResult();
            await ended;
        }
        catch (WebSocketException)
        {
            // It ended before it was well begun.
            await process.StopAsync(time);
        }
        finally
        {
            window.Address = null;
            messages.Forget(window.Person.Id);
        }
    }

    private async Task<Func<WindowProcess>> PrepareAsync(
        NodeRuntime node, string folder, Uri bot, PlaygroundWindow window, int port, CancellationToken cancellationToken)
    {
        // By the bot's port too: a window reads its settings again when its page is loaded again, and two bots may share the folder.
        var number = windows.All.TakeWhile(other => other != window).Count() + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"window-{bot.Port}-{number}");
        var settings = Path.Combine(folder, name + ".yml");
        await File.WriteAllTextAsync(settings, PlaygroundConfiguration.Write(world, window.Person), cancellationToken);
        string[] arguments =
        [
            Path.Combine(folder, "window.mjs"), PlaygroundPackage.CommandIn(folder), "start",
            "-e", new Uri(bot, PlaygroundRoutes.MessagesOf(window.Person.Id)).AbsoluteUri,
            "-c", "msteams",
            "-p", port.ToString(CultureInfo.InvariantCulture),
            "--service-url", new Uri(bot, PlaygroundRoutes.Connector).AbsoluteUri,
            "--disable-telemetry",
        ];
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = settings,
            ["M365_AGENTS_PLAYGROUND_LOGFILE"] = Path.Combine(folder, name + ".log"),
            ["TEAMSAPPTESTER_BROWSER"] = "none",
            ["NO_PROXY"] = "*",
            ["no_proxy"] = "*",
        };
        return () => WindowProcess.Start(node.Node, arguments, folder, environment);
    }

    private async Task WaitAsync(Task settled, CancellationToken cancellationToken)
    {
        try
        {
            await settled.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // What is ready by then is told; what comes later is found under the ports that follow.
        }
    }
}
