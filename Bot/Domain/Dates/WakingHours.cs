using NodaTime;

namespace Bot.Domain.Dates;

/// <summary>When people are told what does not press: nobody is woken for what is late after an outage.</summary>
public static class WakingHours
{
    /// <summary>From this time of day on, local time.</summary>
    public static LocalTime From { get; } = new(8, 0);

    /// <summary>Until before this time of day.</summary>
    public static LocalTime Until { get; } = new(20, 0);

    /// <summary>When it can be said: null for now; otherwise the next <see cref="From"/>.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="zone">The network's zone. A time skipped in spring moves forward.</param>
    public static Instant? NextAfter(Instant now, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        if (local.TimeOfDay >= From && local.TimeOfDay < Until)
        {
            return null;
        }

        var day = local.TimeOfDay < From ? local.Date : local.Date.PlusDays(1);
        return zone.AtLeniently(day + From).ToInstant();
    }
}
