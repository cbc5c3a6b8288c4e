using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace Bot.Platform.Playground;

/// <summary>Opens the chat windows once the bot listens, in the background: whatever goes wrong here is told on the
/// console and never keeps the bot from running.</summary>
/// <remarks>What needs an <see cref="IPlaygroundWorld"/> is asked for only when a window is to be opened, so that a bot
/// without windows needs no world of invented people.</remarks>
internal sealed class PlaygroundHost(
    IServiceProvider services, IHostEnvironment environment, IHostApplicationLifetime lifetime, IOptions<PlaygroundOptions> options,
    PlaygroundNotice notice, NodeSearch search, PlaygroundPackage package, TimeProvider time) : BackgroundService
{
    /// <summary>Days from today to the meeting a newcomer schedules first: longer than any usual notice period.</summary>
    public const int DaysAhead = 56;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!PlaygroundRegistration.IsEnabled(services) || !await StartedAsync(stoppingToken))
        {
            return;
        }

        try
        {
            await OpenAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot is stopping.
        }
#pragma warning disable CA1031 // A tool for development must not take the bot down, whatever it meets.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            notice.Broken(exception.Message);
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (PlaygroundAddress.Of(addresses ?? []) is not { } bot || !await IsRelayThereAsync(bot, cancellationToken))
        {
            notice.NoAddress();
            return;
        }

        if (await search.FindAsync(cancellationToken) is not { } node)
        {
            notice.NodeMissing();
            return;
        }

        var folder = Path.GetFullPath(options.Value.Folder, environment.ContentRootPath);
        if (await package.InstallAsync(node, folder, cancellationToken))
        {
            var launcher = services.GetRequiredService<PlaygroundLauncher>();
            await launcher.RunAsync(node, folder, bot, TellReady, cancellationToken);
        }
    }

    /// <summary>A server may name an address without listening there, as one for tests does.</summary>
    private async Task<bool> IsRelayThereAsync(Uri bot, CancellationToken cancellationToken)
    {
        var team = Uri.EscapeDataString(services.GetRequiredService<IPlaygroundWorld>().TeamId);
        try
        {
            var own = new Uri(bot, $"{PlaygroundRoutes.Connector}/v3/teams/{team}");
            using var answer = await services.GetRequiredService<LoopbackClient>().GetAsync(own, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void TellReady()
    {
        var ready = services.GetRequiredService<PlaygroundWindows>().All.Where(window => window.Address is not null).ToList();
        if (ready.Count > 0)
        {
            var world = services.GetRequiredService<IPlaygroundWorld>();
            var today = time.GetUtcNow().ToInstant().InUtc().Date;
            notice.Ready(ready, world.BotName, world.FirstThingToType(today.PlusDays(DaysAhead)));
        }
    }

    private async Task<bool> StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var whenStopping = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }
}
