using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NodaTime;

namespace Bot.Tests.TestSupport;

/// <summary>A clock the test sets. Its timers go off when the clock is moved past them, never by themselves.</summary>
/// <param name="start">What it shows first.</param>
public sealed class SettableTime(Instant start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<SetTimer> timers = [];
    private Instant now = start;

    /// <summary>What the clock shows.</summary>
    public Instant Now
    {
        get
        {
            lock (gate)
            {
                return now;
            }
        }

        set
        {
            lock (gate)
            {
                now = value;
            }

            foreach (var timer in Due())
            {
                timer.GoOff();
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

    /// <summary>The moment of a local date and time in Berlin.</summary>
    public static Instant Berlin(LocalDateTime local) => DateTimeZoneProviders.Tzdb["Europe/Berlin"].AtStrictly(local).ToInstant();

    /// <summary>Sets the clock to a local moment in Berlin.</summary>
    public void SetBerlin(int year, int month, int day, int hour, int minute = 0, int second = 0) =>
        Now = Berlin(new LocalDateTime(year, month, day, hour, minute, second));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SetTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private List<SetTimer> Due()
    {
        lock (gate)
        {
            var due = timers.Where(timer => timer.At <= now).ToList();
            timers.RemoveAll(due.Contains);
            return due;
        }
    }

    /// <summary>Goes off once; nothing here repeats.</summary>
    private sealed class SetTimer(SettableTime clock, TimerCallback callback, object? state) : ITimer
    {
        public Instant At { get; private set; }

        public void GoOff() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    At = clock.now + Duration.FromTimeSpan(dueTime);
                    clock.timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }
        }

        public System.Threading.Tasks.ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
