using System;
using System.Threading;

namespace Bot.Platform.Scheduling;

/// <summary>Notices that the machine's clock was set: the time it shows has passed more slowly than time did, or has leapt ahead of it.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>What is less is the ordinary work of those who keep clocks right, and delays nothing worth mentioning.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>A clock that leaps ahead by more than this is not believed at once. Summer time moves no clock that counts in UTC.</summary>
    public static readonly TimeSpan Leap = TimeSpan.FromHours(1);

    /// <summary>So long it must stay ahead to be believed: longer than the quarter of an hour after which, at the latest, machines usually ask for the time again. A machine that has slept is
    /// ahead too, and right; there it only means that what is late is half an hour later.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private DateTimeOffset shown = time.GetUtcNow();
    private long mark = time.GetTimestamp();
    private TimeSpan setBack;
    private TimeSpan ahead;
    private long leaptAt;

    /// <summary>By how much the clock was set back since the last time this was asked; nothing when it was not, or was set forward.</summary>
    public TimeSpan SetBackBy()
    {
        lock (gate)
        {
            Look();
            var behind = setBack;
            setBack = TimeSpan.Zero;
            return behind;
        }
    }

    /// <summary>By how much the clock has leapt ahead and is not believed yet; nothing when it has not, when it was set back again, and when it has stayed there for <see cref="Patience"/>.</summary>
    public TimeSpan DoubtfulBy()
    {
        lock (gate)
        {
            Look();
            return ahead;
        }
    }

    private void Look()
    {
        var (now, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        var drift = now - shown - time.GetElapsedTime(mark, stamp);
        (shown, mark) = (now, stamp);
        if (drift < -Tolerance)
        {
            setBack -= drift;
            ahead += ahead > TimeSpan.Zero ? drift : TimeSpan.Zero;
        }
        else if (drift > Leap)
        {
            (ahead, leaptAt) = (ahead + drift, stamp);
        }

        if (ahead <= Leap || time.GetElapsedTime(leaptAt, stamp) >= Patience)
        {
            ahead = TimeSpan.Zero;
        }
    }
}
