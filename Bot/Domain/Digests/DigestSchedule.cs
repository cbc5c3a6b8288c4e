using NodaTime;

namespace Bot.Domain.Digests;

/// <summary>When a network's weekly overviews go out.</summary>
/// <param name="Day">On which weekday.</param>
/// <param name="Time">At what time, in the network's zone.</param>
public sealed record DigestSchedule(IsoDayOfWeek Day, LocalTime Time)
{
    /// <summary>What is later than this is not said any more: the next one is near.</summary>
    public static readonly Duration MostLate = Duration.FromDays(3);

    /// <summary>Mondays at eight.</summary>
    public static DigestSchedule Default { get; } = new(IsoDayOfWeek.Monday, new LocalTime(8, 0));

    /// <summary>The last moment at or before this one. A time skipped in spring moves forward; of a doubled hour in autumn the first counts.</summary>
    public Instant LatestAt(Instant now, DateTimeZone zone)
    {
        var day = now.InZone(zone).Date;
        day = day.DayOfWeek == Day ? day : day.Previous(Day);
        return At(day, zone) <= now ? At(day, zone) : At(day.PlusWeeks(-1), zone);
    }

    /// <summary>The first moment after this one.</summary>
    public Instant NextAfter(Instant now, DateTimeZone zone) => At(LatestAt(now, zone).InZone(zone).Date.PlusWeeks(1), zone) is var next && next > now
        ? next
        : At(LatestAt(now, zone).InZone(zone).Date.PlusWeeks(2), zone);

    /// <summary>Which is due now; null when the last one is too long ago to be of use.</summary>
    public Instant? DueAt(Instant now, DateTimeZone zone) => LatestAt(now, zone) is var latest && now - latest <= MostLate ? latest : null;

    /// <summary>Names the calendar week of an overview, such as <c>2027-W01</c>: nobody gets two in one week, also when the schedule is changed in it.</summary>
    public static string WeekOf(Instant moment, DateTimeZone zone)
    {
        var day = moment.InZone(zone).Date;
        var rule = NodaTime.Calendars.WeekYearRules.Iso;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rule.GetWeekYear(day):0000}-W{rule.GetWeekOfWeekYear(day):00}");
    }

    private Instant At(LocalDate day, DateTimeZone zone) => zone.AtLeniently(day + Time).ToInstant();
}
