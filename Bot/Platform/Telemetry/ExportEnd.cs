using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Telemetry;

/// <summary>Sends what was measured last when the process stops, in what is left of the time it has for that: a collector that does not answer must not make of an orderly stop one that is
/// cut off.</summary>
internal sealed class ExportEnd(IServiceProvider services, IHostApplicationLifetime life, IOptions<HostOptions> options, TimeProvider time) : IHostedLifecycleService
{
    private long told;

    /// <summary>What is left of the time the host has for stopping; nothing when it is over.</summary>
    internal TimeSpan Left => options.Value.ShutdownTimeout - time.GetElapsedTime(told) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>From now on notices when the process is told to stop.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStopping.Register(() => told = time.GetTimestamp());
        return Task.CompletedTask;
    }

    /// <summary>The last step: what stopping itself measured is among it.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => OtlpExport.EndAsync(services, Left);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
