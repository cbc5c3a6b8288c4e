using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Plans anew what was planned by a clock that was set back.</summary>
/// <remarks>Triggers are moments. When the clock is set back by an hour, those that were planned lie an hour ahead, the safety sweep's too, and nothing would be looked at for an hour.
/// A clock that is set forward needs nothing: Quartz looks at it at least every half minute, and what has become due by it is due.</remarks>
internal sealed partial class ClockFollow(
    ISchedulerFactory schedulers, SweepPlan plan, DueTable due, ClockWatch clock, IOptions<SchedulingOptions> options, TimeProvider time, ILogger<ClockFollow> logger) : IDisposable
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();

    private ITimer? watch;

    /// <summary>From now on notices when the clock is set back. For the job: as long as nothing is looked at by itself there is nothing to watch over. Timers count time, not what the clock shows.</summary>
    public void Watch()
    {
        lock (gate)
        {
            watch ??= time.CreateTimer(_ => _ = WatchAsync(), null, WatchInterval, WatchInterval);
        }
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

    [LoggerMessage(EventId = 3005, Level = LogLevel.Error, Message = "What was planned by a clock that was set back could not be planned anew")]
    private static partial void LogUnplanned(ILogger logger, Exception fault);
}
