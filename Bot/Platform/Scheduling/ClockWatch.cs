using System;
using System.Threading;

namespace Bot.Platform.Scheduling;

/// <summary>Notices that the machine's clock was set back: the time it shows has passed more slowly than time did.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>What is less is the ordinary work of those who keep clocks right, and delays nothing worth mentioning.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private DateTimeOffset shown = time.GetUtcNow();
    private long mark = time.GetTimestamp();

    /// <summary>By how much the clock was set back since the last time this was asked; nothing when it was not, or was set forward.</summary>
    public TimeSpan SetBackBy()
    {
        lock (gate)
        {
            var (now, stamp) = (time.GetUtcNow(), time.GetTimestamp());
            var behind = shown + time.GetElapsedTime(mark, stamp) - now;
            (shown, mark) = (now, stamp);
            return behind > Tolerance ? behind : TimeSpan.Zero;
        }
    }
}
