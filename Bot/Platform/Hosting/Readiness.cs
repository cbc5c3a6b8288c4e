using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Hosting;

/// <summary>Whether the bot can do its work, as it is told to whoever asks: code names only.</summary>
/// <param name="Ready">Whether it can.</param>
/// <param name="NotReady">The parts that are not ready.</param>
/// <param name="Notes">What else is to be known, such as that it needs no token here.</param>
internal sealed record ReadyAnswer(bool Ready, IReadOnlyList<string> NotReady, IReadOnlyList<string> Notes);

/// <summary>How a <see cref="ReadyAnswer"/> is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadyAnswer))]
internal sealed partial class ReadyFormat : JsonSerializerContext;

/// <summary>Whether the bot can do its work. However often that is asked, its parts are looked at every few seconds at most, and once for all who ask meanwhile.</summary>
internal sealed partial class Readiness(HealthCheckService checks, IHostApplicationLifetime life, TimeProvider time, ILogger<Readiness> logger)
{
    /// <summary>The process has been told to stop.</summary>
    public const string Draining = "draining";

    /// <summary>How long an answer stands.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<ReadyAnswer>? asked;
    private DateTimeOffset askedAt;
    private string said = string.Empty;

    /// <summary>The parts there are, the stopping of the process included.</summary>
    public IReadOnlyList<string> Parts { get; private set; } = [Draining];

    /// <summary>How it stands. A process that stops says so at once.</summary>
    public Task<ReadyAnswer> AskAsync(CancellationToken cancellationToken) => life.ApplicationStopping.IsCancellationRequested
        ? Task.FromResult(new ReadyAnswer(Ready: false, [Draining], []))
        : AskedLately().WaitAsync(cancellationToken);

    private Task<ReadyAnswer> AskedLately()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (asked is null || (asked.IsCompleted && (now - askedAt).Duration() >= Kept))
            {
                (asked, askedAt) = (LookAsync(), now);
            }

            return asked;
        }
    }

    private async Task<ReadyAnswer> LookAsync()
    {
        var report = await Task.Run(() => checks.CheckHealthAsync(CancellationToken.None));
        Parts = [.. report.Entries.Keys.Append(Draining).Order(StringComparer.Ordinal)];
        var ill = report.Entries.Where(part => part.Value.Status is not HealthStatus.Healthy).Select(part => part.Key).Order(StringComparer.Ordinal).ToArray();
        Tell(string.Join(", ", ill));
        return new ReadyAnswer(ill.Length == 0, ill, [.. report.Entries.Values.Where(part => part.Status is HealthStatus.Healthy).Select(part => part.Description).OfType<string>()]);
    }

    /// <summary>Only what has changed is worth a line.</summary>
    private void Tell(string ill)
    {
        if (Interlocked.Exchange(ref said, ill) == ill)
        {
            return;
        }

        if (ill.Length > 0)
        {
            LogNotReady(ill);
        }
        else
        {
            LogReady();
        }
    }

    [LoggerMessage(1060, LogLevel.Warning, "Not ready: {Parts}.")]
    private partial void LogNotReady(string parts);

    [LoggerMessage(1061, LogLevel.Information, "Ready again.")]
    private partial void LogReady();
}
