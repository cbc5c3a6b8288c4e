using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Bot.Tests.TestSupport;

/// <summary>A clock that stands until the test moves it, with the timers that hang on it. Nothing sleeps.</summary>
internal sealed class DrivenTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<DrivenTimer> timers = [];
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = start;

    /// <summary>A working day.</summary>
    public static DrivenTime Start() => new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new DrivenTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; what is due on the way is called at its moment, in order.</summary>
    public void Pass(TimeSpan span)
    {
        var end = GetUtcNow() + span;
        while (true)
        {
            DrivenTimer? next;
            lock (gate)
            {
                next = timers.Where(timer => timer.At <= end).MinBy(timer => timer.At);
                now = next?.At is { } at && at > now ? at : next is null ? end : now;
                if (next is null)
                {
                    return;
                }

                timers.Remove(next);
            }

            next.Call();
        }
    }

    /// <summary>For how long timers were asked to wait, in the order of asking. What a caller asks for does not depend on how soon the machine lets it run.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
            {
                return [.. waits];
            }
        }
    }

    /// <summary>How many timers wait.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return timers.Count;
            }
        }
    }

    private sealed class DrivenTimer(DrivenTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Call() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    At = time.now + dueTime;
                    time.timers.Add(this);
                    time.waits.Add(dueTime);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public System.Threading.Tasks.ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
