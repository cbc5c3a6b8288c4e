using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Keeps one Quartz trigger at the next due moment, beside the safety sweep once a minute. Instances that share a clock share the trigger.</summary>
internal sealed partial class SweepPlan(ISchedulerFactory schedulers, DueTable due, SweepSignal signal, ILogger<SweepPlan> logger) : IHostedService
{
    /// <summary>Identity of the trigger of the safety sweep.</summary>
    public static readonly TriggerKey Safety = new("safety", "due");

    /// <summary>Identity of the trigger at the next due moment.</summary>
    public static readonly TriggerKey Next = new("next", "due");

    /// <summary>How the safety sweep repeats; what was missed is made up for once.</summary>
    public static Action<SimpleScheduleBuilder> Every(TimeSpan interval) =>
        every => every.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount);

    /// <summary>From now on, new due rows move the trigger forward.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        signal.Listen(ExpectAsync);
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
            await ExpectAsync(at);
        }
    }

    private async Task ExpectAsync(DateTimeOffset at)
    {
        try
        {
            await PlanAsync(at);
        }
        catch (SchedulerException failure)
        {
            // A shared clock that is out of reach, or one that stops: the row is stored, and the next safety sweep finds it.
            LogUnplanned(failure.GetType().Name);
        }
    }

    /// <summary>Of two moments the earlier stays: Quartz decides that under its own lock, for all who share the clock.</summary>
    private async Task PlanAsync(DateTimeOffset at)
    {
        var scheduler = await schedulers.GetScheduler();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(Next)
            .ForJob(SweepJob.Key)
            .StartAt(at)
            .WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.KeepEarlier);
    }

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "The next look at what is due could not be planned ({Reason}); the next safety sweep finds it")]
    private partial void LogUnplanned(string reason);
}
