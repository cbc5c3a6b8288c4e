using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>Lets calls through one by one as the limits allow: answers before broadcasts, each in the order they came.</summary>
/// <param name="limits">What all calls together must keep.</param>
/// <param name="reserve">How many calls a second broadcasts must leave to answers; 0 for none.</param>
/// <param name="time">The clock.</param>
internal sealed class PaceGate(IReadOnlyList<RateLimit> limits, int reserve, TimeProvider time) : IDisposable
{
    /// <summary>The longest queue, of answers and of broadcasts. Whoever comes when it is full is told to come back.</summary>
    public const int LongestQueue = 2000;

    /// <summary>How many broadcasts may come closer together than spread evenly, to make up for a timer that was late.</summary>
    private const int Burst = 9;

    /// <summary>The longest anybody waits here. Whoever would have to wait longer is told at once when to come back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly Queue<Waiter> answers = new();
    private readonly Queue<Waiter> broadcasts = new();
    private readonly SlidingWindows all = new(limits, time.TimestampFrequency);
    private readonly SlidingWindows? ofBroadcasts =
        reserve > 0 ? new([.. ReservedOf(limits, reserve)], time.TimestampFrequency) : null;

    /// <summary>Broadcasts are spread over the second, so that answers beyond the reserve never meet one that is used up at its beginning.</summary>
    private readonly long between = reserve > 0 ? (long)(limits[0].Span.TotalSeconds * time.TimestampFrequency) / Math.Max(1, limits[0].Most - reserve) : 0;

    private ITimer? timer;
    private long pausedUntil = long.MinValue;
    private long nextBroadcast = long.MinValue;

    /// <summary>How many hold on to this gate, waiting, passing or under way; kept by <see cref="ConnectorPace"/>.</summary>
    public int Users { get; set; }

    /// <summary>How many wait here.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return answers.Count(waiter => !waiter.Task.IsCompleted) + broadcasts.Count(waiter => !waiter.Task.IsCompleted);
            }
        }
    }

    /// <summary>Waits for a free place and takes it; to be given back by <see cref="Leave"/>.</summary>
    /// <returns>Null when the place is taken; otherwise how long nothing may be sent, and no place was taken.</returns>
    public async ValueTask<TimeSpan?> EnterAsync(ConnectorLane lane, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (gate)
        {
            var now = time.GetTimestamp();
            var queue = lane is ConnectorLane.Answer ? answers : broadcasts;
            Pump(now);
            if (queue.Count == 0 && answers.Count == 0 && IsFreeFor(lane, now))
            {
                Take(lane, now);
                return null;
            }

            if (WaitFor(lane, now) is { } wait && wait > Patience)
            {
                return wait;
            }

            if (queue.Count >= LongestQueue)
            {
                return Patience;
            }

            waiter = new Waiter();
            queue.Enqueue(waiter);
            Pump(now);
        }

        try
        {
            await waiter.Task.WaitAsync(Patience, time, cancellationToken);
            return null;
        }
        catch (TimeoutException)
        {
            return waiter.TrySetCanceled(CancellationToken.None) ? Patience : null;
        }
        catch (OperationCanceledException) when (!waiter.TrySetCanceled(CancellationToken.None))
        {
            // The place came in the same moment; it is used, and whoever cancelled sees that at the next step.
            return null;
        }
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="lane">As it was taken.</param>
    /// <param name="counts">False when no call was made.</param>
    public void Leave(ConnectorLane lane, bool counts)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            all.Leave(now, counts);
            if (lane is ConnectorLane.Broadcast)
            {
                ofBroadcasts?.Leave(now, counts);
            }

            Pump(now);
        }
    }

    /// <summary>Lets nobody through for that long; a longer pause that runs already stays.</summary>
    public void Pause(TimeSpan pause)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            pausedUntil = Math.Max(pausedUntil, now + (long)(pause.TotalSeconds * time.TimestampFrequency));
            Pump(now);
        }
    }

    /// <summary>Whether nothing is lost when the gate is forgotten: nothing counts any more, or, when told so, only what matters for the limit of the hour.</summary>
    public bool IsIdle(bool butForTheHour)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            return answers.Count == 0 && broadcasts.Count == 0 && now >= pausedUntil
                && (butForTheHour ? all.IsQuietAt(now, 30 * time.TimestampFrequency) : all.IsEmptyAt(now));
        }
    }

    public void Dispose() => timer?.Dispose();

    /// <summary>Broadcasts keep the same limits less the reserve.</summary>
    private static IEnumerable<RateLimit> ReservedOf(IEnumerable<RateLimit> limits, int reserve)
    {
        foreach (var limit in limits)
        {
            yield return new RateLimit(Math.Max(1, limit.Most - reserve), limit.Span);
        }
    }

    private bool IsFreeFor(ConnectorLane lane, long now) => WaitFor(lane, now) is { } wait && wait <= TimeSpan.Zero;

    /// <summary>How long until the next call of the lane may start, were it the only one; null when a call under way decides.</summary>
    private TimeSpan? WaitFor(ConnectorLane lane, long now)
    {
        var paused = pausedUntil > now ? pausedUntil - now : 0;
        var byLimits = all.WaitAt(now);
        var byReserve = lane is ConnectorLane.Broadcast && ofBroadcasts is not null ? ReservedWait(ofBroadcasts, now) : 0;
        if (byLimits is { } limited && byReserve is { } reserved)
        {
            return Span(Math.Max(paused, Math.Max(limited, reserved)));
        }

        return paused > 0 ? Span(paused) : null;
    }

    private long? ReservedWait(SlidingWindows reserved, long now) =>
        reserved.WaitAt(now) is { } wait ? Math.Max(wait, (nextBroadcast == long.MinValue ? now : nextBroadcast) - (Burst * between) - now) : null;

    private TimeSpan Span(long ticks) => TimeSpan.FromSeconds((double)ticks / time.TimestampFrequency);

    private void Take(ConnectorLane lane, long now)
    {
        all.Enter();
        if (lane is ConnectorLane.Broadcast && ofBroadcasts is not null)
        {
            ofBroadcasts.Enter();
            nextBroadcast = Math.Max(now, nextBroadcast) + between;
        }
    }

    /// <summary>Lets through who may pass now; wakes itself up when the next one may.</summary>
    private void Pump(long now)
    {
        var wait = Serve(answers, ConnectorLane.Answer, now);
        if (wait is null && answers.Count == 0)
        {
            wait = Serve(broadcasts, ConnectorLane.Broadcast, now);
        }

        if (wait is { } next)
        {
            timer ??= time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(Later(next), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Timers count whole milliseconds and may fire a little early.</summary>
    private static TimeSpan Later(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(1, wait.TotalMilliseconds)));

    /// <returns>How long until the next of the queue may pass; null when it is empty, or a call that ends will wake it.</returns>
    private TimeSpan? Serve(Queue<Waiter> queue, ConnectorLane lane, long now)
    {
        while (queue.TryPeek(out var waiter))
        {
            if (waiter.Task.IsCompleted)
            {
                queue.Dequeue();
                continue;
            }

            if (!IsFreeFor(lane, now))
            {
                return WaitFor(lane, now);
            }

            queue.Dequeue();
            if (waiter.TrySetResult())
            {
                Take(lane, now);
            }
        }

        return null;
    }

    private void Tick()
    {
        lock (gate)
        {
            Pump(time.GetTimestamp());
        }
    }

    private sealed class Waiter() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
}
