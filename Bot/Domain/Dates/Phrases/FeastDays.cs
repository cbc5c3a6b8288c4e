using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Which days of a year a feast, or a day counted from one, can be.</summary>
internal static class FeastDays
{
    /// <summary>The days in the year of the feast, ascending; more than one where people count differently.</summary>
    public static IReadOnlyList<LocalDate> In(int year, DayMention mention) => mention switch
    {
        FeastMention feast => feast.Feast.Days(year),
        NearFeastMention { Nth: > 0 } near => [.. near.Feast.Ends(year).Select(end => After(end, near)).Distinct().Order()],
        NearFeastMention near => [.. near.Feast.Begins(year).Select(begin => Before(begin, near)).Distinct().Order()],
        _ => [],
    };

    /// <summary>The Monday of the week before or after a feast. The week before Easter Sunday is the one it ends.</summary>
    public static LocalDate MondayIn(int year, FeastWeekMention week)
    {
        var first = week.Feast.Days(year)[0];
        var monday = first.PlusDays(1 - (int)first.DayOfWeek);
        return week.After ? monday.PlusWeeks(1) : first.DayOfWeek == IsoDayOfWeek.Sunday ? monday : monday.PlusWeeks(-1);
    }

    private static LocalDate After(LocalDate end, NearFeastMention near) =>
        near.Weekday is { } weekday ? end.Next(weekday).PlusWeeks(near.Nth - 1) : end.PlusDays(near.Nth);

    private static LocalDate Before(LocalDate begin, NearFeastMention near) =>
        near.Weekday is { } weekday ? begin.Previous(weekday).PlusWeeks(near.Nth + 1) : begin.PlusDays(near.Nth);
}
