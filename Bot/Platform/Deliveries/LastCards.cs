using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Bot.Platform.Deliveries;

/// <summary>Brings cards up to date once more when everything that changes them has stopped.</summary>
internal sealed class LastCards(CardRefresher refresher) : IHostedLifecycleService
{
    /// <summary>After the web server, the sweep and the turns.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => refresher.FinishAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
