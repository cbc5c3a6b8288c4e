using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Hosting;

/// <summary>Sees to it that a signal to stop is followed by the end: within <see cref="ServerOptions.StopSeconds"/> after the first, at once after the second.</summary>
/// <remarks>Stopping in order is the host's part, which takes the same signals. Nothing that ends here is lost for good: what was acknowledged is stored, and other instances or the next
/// start take over what was begun.</remarks>
internal sealed partial class StopSignals(IOptions<ServerOptions> options, TimeProvider time, ILogger<StopSignals> logger) : IHostedService, IDisposable
{
    /// <summary>By convention of shells, a process that was ended by a signal has the signal's number above this one.</summary>
    private const int EndedBySignal = 128;

    private static readonly (PosixSignal Signal, int Number)[] Signals = [(PosixSignal.SIGINT, 2), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];

    private readonly List<PosixSignalRegistration> registrations = [];
    private ITimer? limit;
    private int received;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (signal, number) in Signals)
        {
            registrations.Add(PosixSignalRegistration.Create(signal, _ => Take(number)));
        }

        return Task.CompletedTask;
    }

    /// <summary>Goes on listening: the second signal comes while the process stops.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        limit?.Dispose();
    }

    private void Take(int number)
    {
        if (Interlocked.Increment(ref received) > 1)
        {
            Environment.Exit(EndedBySignal + number);
        }

        limit = time.CreateTimer(_ => End(), null, TimeSpan.FromSeconds(options.Value.StopSeconds), Timeout.InfiniteTimeSpan);
    }

    private void End()
    {
        LogOverdue(options.Value.StopSeconds);
        Environment.Exit(0);
    }

    [LoggerMessage(6103, LogLevel.Error, "Stopping took longer than {Seconds} s; the process ends now.")]
    private partial void LogOverdue(int seconds);
}
