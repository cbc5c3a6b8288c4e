using System;
using NodaTime;

namespace Bot.Tests.TestSupport;

/// <summary>A clock the test sets.</summary>
/// <param name="start">What it shows first.</param>
public sealed class SettableTime(Instant start) : TimeProvider
{
    private Instant now = start;

    /// <summary>What the clock shows.</summary>
    public Instant Now
    {
        get => now;
        set => now = value;
    }

    /// <summary>The moment of a local date and time in Berlin.</summary>
    public static Instant Berlin(LocalDateTime local) => DateTimeZoneProviders.Tzdb["Europe/Berlin"].AtStrictly(local).ToInstant();

    /// <summary>Sets the clock to a local moment in Berlin.</summary>
    public void SetBerlin(int year, int month, int day, int hour, int minute = 0, int second = 0) =>
        Now = Berlin(new LocalDateTime(year, month, day, hour, minute, second));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();
}
