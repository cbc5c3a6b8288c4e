using System;
using System.Diagnostics.Tracing;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Telemetry;

/// <summary>Says in the log that telemetry does not arrive: once, and not again for a quarter of an hour, however often it is tried. The library itself says nothing there.</summary>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ExportTrouble(TimeProvider time, ILogger<ExportTrouble> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private DateTimeOffset quietUntil = DateTimeOffset.MinValue;
    private Ear? ear;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ear = new Ear(Tell);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => ear?.Dispose();

    private void Tell(string reason)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (now < quietUntil)
            {
                return;
            }

            quietUntil = now + Pause;
        }

        LogUnsent(reason);
    }

    [LoggerMessage(1050, LogLevel.Warning, "Telemetry could not be sent ({Reason}); it is tried again, and this is not said again for a quarter of an hour.")]
    private partial void LogUnsent(string reason);

    /// <summary>Hears what the library says of itself. Only the name of what happened is passed on: the rest holds addresses.</summary>
    private sealed class Ear(Action<string> tell) : EventListener
    {
        private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == Exporter)
            {
                EnableEvents(eventSource, EventLevel.Warning);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) => tell?.Invoke(eventData.EventName ?? Exporter);
    }
}
