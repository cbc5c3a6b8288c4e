using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Plans anew what was planned by a clock that was set back, and says whether one that leapt ahead is believed.</summary>
/// <remarks>Triggers are moments. When the clock is set back by an hour, those that were planned lie an hour ahead, the safety sweep's too, and nothing would be looked at for an hour.
/// A clock that is set forward needs no new plan: Quartz looks at it at least every half minute, and what has become due by it is due. But what a wrong one ends stays ended, so one that leaps
/// is waited for.</remarks>
internal sealed partial class ClockFollow(
    ISchedulerFactory schedulers, SweepPlan plan, DueTable due, ClockWatch clock, IOptions<SchedulingOptions> options, TimeProvider time, ILogger<ClockFollow> logger) : IDisposable
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();

    private ITimer? watch;
    private bool isDoubtful;

    /// <summary>From now on notices when the clock is set back. For the job: as long as nothing is looked at by itself there is nothing to watch over. Timers count time, not what the clock shows.</summary>
    public void Watch()
    {
        lock (gate)
        {
            watch ??= time.CreateTimer(_ => _ = WatchAsync(), null, WatchInterval, WatchInterval);
        }
    }

    /// <summary>Whether what is due by the clock may be looked at. Not while it is ahead by a leap that has not lasted: a ballot that was ended too early, or a deletion, cannot be taken back.</summary>
    public bool IsBelieved()
    {
        var ahead = clock.DoubtfulBy();
        var doubts = ahead > TimeSpan.Zero;
        lock (gate)
        {
            if (doubts == isDoubtful)
            {
                return !doubts;
            }

            isDoubtful = doubts;
        }

        if (doubts)
        {
            LogLeapt(logger, ahead, ClockWatch.Patience.TotalMinutes);
        }
        else
        {
            LogBelieved(logger);
        }

        return !doubts;
    }

    /// <summary>When the clock was set back: plans both triggers anew, and has looked at now what was to be looked at "now" before.</summary>
    /// <returns>Whether it was.</returns>
    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        if (clock.SetBackBy() is not { Ticks: > 0 } behind)
        {
            return false;
        }

        LogSetBack(logger, behind);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var safety = TriggerBuilder.Create().WithIdentity(SweepPlan.Safety).ForJob(SweepJob.Key).StartAt(time.GetUtcNow())
            .WithSimpleSchedule(SweepPlan.Every(options.Value.Safety)).Build();
        if (await scheduler.RescheduleJob(SweepPlan.Safety, safety, cancellationToken) is null)
        {
            await scheduler.ScheduleJob(safety, cancellationToken: cancellationToken);
        }

        await scheduler.UnscheduleJob(SweepPlan.Next, cancellationToken);
        await due.LookNowWithinAsync(behind + DueTable.Grace, cancellationToken);
        await plan.PlanNextAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => watch?.Dispose();

    private async Task WatchAsync()
    {
        try
        {
            IsBelieved();
            await FollowAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // A store or scheduler that fails here must not end the watch; the safety sweep has been planned before.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogUnplanned(logger, fault);
        }
    }

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "The machine's clock was set back by {Behind}; what was planned by it is planned anew")]
    private static partial void LogSetBack(ILogger logger, TimeSpan behind);

    [LoggerMessage(EventId = 3006, Level = LogLevel.Error, Message = "The machine's clock leapt ahead by {Ahead}. Nothing that is due by it is looked at until it is set back, or has stayed there for {Minutes} minutes: check it. After the machine has slept this is in order")]
    private static partial void LogLeapt(ILogger logger, TimeSpan ahead, double minutes);

    [LoggerMessage(EventId = 3007, Level = LogLevel.Warning, Message = "The machine's clock is believed again: it was set back, or has stayed where it is")]
    private static partial void LogBelieved(ILogger logger);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Error, Message = "What was planned by a clock that was set back could not be planned anew")]
    private static partial void LogUnplanned(ILogger logger, Exception fault);
}
