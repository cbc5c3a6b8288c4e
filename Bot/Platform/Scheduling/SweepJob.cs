using System.Threading;
using System.Threading.Tasks;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Quartz's part: runs the sweep, then plans the next run for the moment the next row is due.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(Sweep sweep, SweepPlan plan, ClockFollow clock) : IJob
{
    /// <summary>The job's fixed identity.</summary>
    public static readonly JobKey Key = new("sweep", "due");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        clock.Watch();
        await sweep.RunAsync(cancellationToken);
        await plan.PlanNextAsync(cancellationToken);
    }
}
