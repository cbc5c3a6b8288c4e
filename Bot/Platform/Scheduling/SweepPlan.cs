using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Keeps one Quartz trigger at the next due moment, beside the safety sweep once a minute.</summary>
/// <remarks>Triggers are moments. When the clock is set back by an hour, those that were planned lie an hour ahead, the safety sweep's too, and nothing would be looked at for an hour; so they are
/// planned anew. A clock that is set forward needs nothing: Quartz looks at it at least every half minute, and what has become due by it is due.</remarks>
internal sealed partial class SweepPlan(ISchedulerFactory schedulers, DueTable due, SweepSignal signal, ClockWatch clock, TimeProvider time, ILogger<SweepPlan> logger) : IHostedService, IDisposable
{
    /// <summary>Identity of the safety sweep's trigger.</summary>
    public static readonly TriggerKey Safety = new("safety", "due");

    /// <summary>How often is looked whether or not something is thought to be due.</summary>
    public static readonly TimeSpan SafetyInterval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(20);

    private static readonly TriggerKey Next = new("next", "due");

    private readonly SemaphoreSlim gate = new(1, 1);

    private ITimer? watch;

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
        watch?.Dispose();
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

    /// <summary>From now on, and until it is stopped, notices when the clock is set back. For the job: as long as nothing is looked at by itself there is nothing to watch over. Timers count time, not
    /// what the clock shows.</summary>
    public void Watch() => watch ??= time.CreateTimer(_ => _ = WatchAsync(), null, WatchInterval, WatchInterval);

    /// <summary>When the clock was set back: plans both triggers anew, and has looked at now what was to be looked at "now" before.</summary>
    /// <returns>Whether it was.</returns>
    public async Task<bool> FollowClockAsync(CancellationToken cancellationToken)
    {
        if (clock.SetBackBy() is not { Ticks: > 0 } behind)
        {
            return false;
        }

        LogSetBack(logger, behind);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var safety = TriggerBuilder.Create().WithIdentity(Safety).ForJob(SweepJob.Key).StartAt(time.GetUtcNow())
            .WithSimpleSchedule(every => every.WithInterval(SafetyInterval).RepeatForever()).Build();
        if (await scheduler.RescheduleJob(Safety, safety, cancellationToken) is null)
        {
            await scheduler.ScheduleJob(safety, cancellationToken: cancellationToken);
        }

        await scheduler.UnscheduleJob(Next, cancellationToken);
        await due.LookNowWithinAsync(behind + DueTable.Grace, cancellationToken);
        await PlanNextAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watch?.Dispose();
        gate.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            await FollowClockAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // A store or scheduler that fails here must not end the watch; the safety sweep has been planned before.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogUnplanned(logger, fault);
        }
    }

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "The machine's clock was set back by {Behind}; what was planned by it is planned anew")]
    private static partial void LogSetBack(ILogger logger, TimeSpan behind);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "What was planned by a clock that was set back could not be planned anew")]
    private static partial void LogUnplanned(ILogger logger, Exception fault);

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
