using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Whether what is due is looked at: Quartz runs, the last sweep ended without a fault, and there was one lately.</summary>
internal sealed class SchedulerCheck(ISchedulerFactory schedulers, Sweep sweep, TimeProvider time) : IHealthCheck
{
    /// <summary>The part's name.</summary>
    public const string Part = "scheduler";

    /// <summary>There is a sweep a minute; after several were missed, something is wrong.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var isFine = scheduler.Status is SchedulerStatus.Running && !sweep.HasFailed && sweep.MovedAt is { } moved && time.GetUtcNow() - moved <= Longest;
        return isFine ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
