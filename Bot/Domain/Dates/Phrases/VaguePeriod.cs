using System;
using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Which part of a month is meant.</summary>
internal enum MonthPart
{
    /// <summary>The whole of it.</summary>
    Whole,

    /// <summary>Its first ten days.</summary>
    Beginning,

    /// <summary>From the 11th to the 20th.</summary>
    Middle,

    /// <summary>From the 21st on.</summary>
    End,
}

/// <summary>Some days in a row, seen from a day.</summary>
/// <param name="Of">The first and the last day, seen from today.</param>
internal sealed record VaguePeriod(Func<LocalDate, DateInterval> Of)
{
    private const int DaysOfThird = 10;

    private const int DaysOfWeek = 7;

    /// <summary>A month of the calendar, in the year or the next one that is not over.</summary>
    public static VaguePeriod Month(int month, int? year, MonthPart part) => new(today =>
    {
        var days = PartOf(new YearMonth(Math.Clamp(year ?? today.Year, 1, 9998), month), part);
        return year is null && days.End < today ? PartOf(new YearMonth(today.Year + 1, month), part) : days;
    });

    /// <summary>The current month (0), or so many after it.</summary>
    public static VaguePeriod MonthAhead(int months, MonthPart part) => new(today => PartOf(today.ToYearMonth().PlusMonths(months), part));

    /// <summary>The current year (0), or so many after it.</summary>
    public static VaguePeriod YearAhead(int years) => new(today =>
        new DateInterval(new LocalDate(today.Year + years, 1, 1), new LocalDate(today.Year + years, 12, 31)));

    /// <summary>Saturday and Sunday of the current week (0), or of so many after it; null for the coming ones.</summary>
    public static VaguePeriod Weekend(int? weeks) => new(today =>
    {
        var saturday = weeks is { } ahead ? today.PlusDays(6 - (int)today.DayOfWeek).PlusWeeks(ahead) : today.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Saturday));
        return new DateInterval(saturday, saturday.PlusDays(1));
    });

    /// <summary>About so many months from today, half a week either way.</summary>
    public static VaguePeriod AboutMonthsAhead(int months) => new(today =>
        new DateInterval(today.PlusMonths(months).PlusDays(-DaysOfWeek / 2), today.PlusMonths(months).PlusDays(DaysOfWeek / 2)));

    private static DateInterval PartOf(YearMonth month, MonthPart part)
    {
        var (first, last) = (month.OnDayOfMonth(1), month.ToDateInterval().End);
        return part switch
        {
            MonthPart.Beginning => new DateInterval(first, first.PlusDays(DaysOfThird - 1)),
            MonthPart.Middle => new DateInterval(first.PlusDays(DaysOfThird), first.PlusDays((2 * DaysOfThird) - 1)),
            MonthPart.End => new DateInterval(first.PlusDays(2 * DaysOfThird), last),
            _ => new DateInterval(first, last),
        };
    }
}
