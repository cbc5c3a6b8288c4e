using System;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.TestSupport;

/// <summary>A clock that runs faster than the real one, timers included. HTTP and store keep their real speed, so that on this clock they seem slower by the factor.</summary>
/// <param name="factor">How many times as fast.</param>
internal sealed class FastTime(double factor) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly long began = System.GetTimestamp();
    private long skipped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (long)(System.GetElapsedTime(began).Ticks * factor) + Interlocked.Read(ref skipped);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    /// <summary>Jumps ahead while nothing is under way.</summary>
    public void SkipTo(DateTimeOffset moment)
    {
        var ahead = moment - GetUtcNow();
        Interlocked.Add(ref skipped, Math.Max(0, ahead.Ticks));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)), this);

    private TimeSpan Scaled(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : TimeSpan.FromTicks((long)(span.Ticks / factor));

    private sealed class FastTimer(ITimer timer, FastTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Scaled(dueTime), time.Scaled(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
