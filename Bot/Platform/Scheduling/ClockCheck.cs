using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Platform.Scheduling;

/// <summary>Whether the machine's clock is believed. By one that is wrong votes are refused, or taken after the end.</summary>
internal sealed class ClockCheck(ClockFollow clock) : IHealthCheck
{
    /// <summary>The part's name.</summary>
    public const string Part = "clock";

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(clock.IsBelieved() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
