using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Hosting;

/// <summary>Keeps the web server open for a while after the process was told to stop: whoever spreads the requests over several instances needs a moment until it no longer
/// sends any here, and until then each is answered as ever.</summary>
/// <remarks>Whoever stops the process, a signal or the bot itself, has told it by <see cref="IHostApplicationLifetime.ApplicationStopping"/> before the wait begins. What comes after it is the host's: the web
/// server takes no new connections and ends the requests it has, the sweep ends between two recipients, and what was answered early and is not done yet is finished.</remarks>
internal sealed partial class Drain(
    IHostEnvironment environment, IOptions<ServerOptions> options, TimeProvider time, ILogger<Drain> logger) : IHostedLifecycleService
{
    private const int UsualSeconds = 5;

    private TimeSpan Wait => TimeSpan.FromSeconds(
        Math.Min(options.Value.DrainSeconds ?? (environment.IsDevelopment() ? 0 : UsualSeconds), options.Value.StopSeconds / 2.0));

    /// <summary>Waits; the web server goes on meanwhile.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var wait = Wait;
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        LogDraining(wait.TotalSeconds);
        await Task.Delay(wait, time, cancellationToken);
        LogClosing();
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(6101, LogLevel.Information, "The process is told to stop. Requests are answered for {Seconds} s more, until none is sent here any longer.")]
    private partial void LogDraining(double seconds);

    [LoggerMessage(6102, LogLevel.Information, "No new connections are taken; what is under way is finished.")]
    private partial void LogClosing();
}
