using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Keeps one Quartz trigger at the next due moment, beside the safety sweep once a minute.</summary>
internal sealed class SweepPlan(ISchedulerFactory schedulers, DueTable due, SweepSignal signal) : IHostedService, IDisposable
{
    private static readonly TriggerKey Next = new("next", "due");

    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>From now on, new due rows move the trigger forward.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        signal.Listen(at => ExpectAsync(at, CancellationToken.None));
        return Task.CompletedTask;
    }

    /// <summary>From now on, the safety sweep of the next start finds what is due.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        signal.Listen(_ => Task.CompletedTask);
        return Task.CompletedTask;
    }

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
