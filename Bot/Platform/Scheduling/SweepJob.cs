using System.Threading;
using System.Threading.Tasks;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Quartz's part: runs the sweep, then plans the next run for the moment the next row is due. Neither while the clock is not believed; the safety sweep asks again.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(Sweep sweep, SweepPlan plan, ClockFollow clock) : IJob
{
    /// <summary>The job's fixed identity.</summary>
    public static readonly JobKey Key = new("sweep", "due");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        clock.Watch();
        if (!clock.IsBelieved())
        {
            return;
        }

        await sweep.RunAsync(clock.IsBelieved, cancellationToken);
        await plan.PlanNextAsync(cancellationToken);
    }
}
