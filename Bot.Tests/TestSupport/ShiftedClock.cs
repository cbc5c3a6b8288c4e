using System;
using System.Threading;

namespace Bot.Tests.TestSupport;

/// <summary>A clock that can be set like a machine's: time passes as the test drives it, and what is shown can be moved beside it. Timers count time, not what is shown.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private readonly DrivenTime time = DrivenTime.Start();
    private long shift;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref shift));

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);

    /// <summary>Time passes, and the clock with it.</summary>
    public void Pass(TimeSpan span) => time.Pass(span);

    /// <summary>Sets the clock: forward, or back with less than nothing.</summary>
    public void Set(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);
}
