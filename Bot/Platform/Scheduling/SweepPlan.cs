using System;
using System.Threading;
using System.Threading.Tasks;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Keeps one Quartz trigger at the next due moment, beside the safety sweep once a minute.</summary>
internal sealed class SweepPlan(ISchedulerFactory schedulers, DueTable due, SweepSignal signal) : IDisposable
{
    private static readonly TriggerKey Next = new("next", "due");

    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>From now on, new due rows move the trigger forward.</summary>
    public void Attach() => signal.Listen(at => ExpectAsync(at, CancellationToken.None));

    /// <summary>Plans the next run from what the table holds.</summary>
    public async Task PlanNextAsync(CancellationToken cancellationToken)
    {
        if (await due.NextAsync(cancellationToken) is { } at)
        {
            await ExpectAsync(at, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task ExpectAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var standing = await scheduler.GetTrigger(Next, cancellationToken);
            if (standing?.NextFireTimeUtc is { } planned && planned <= at)
            {
                return;
            }

            var trigger = TriggerBuilder.Create().WithIdentity(Next).ForJob(SweepJob.Key).StartAt(at).Build();
            if (standing is null)
            {
                await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
            }
            else
            {
                await scheduler.RescheduleJob(Next, trigger, cancellationToken);
            }
        }
        finally
        {
            gate.Release();
        }
    }
}
