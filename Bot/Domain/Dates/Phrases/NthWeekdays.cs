using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>The first, second or last weekday of a month or of some months in a row.</summary>
internal static class NthWeekdays
{
    /// <summary>The day, or null where there are not so many of them.</summary>
    /// <param name="first">The month, or the first of them.</param>
    /// <param name="months">How many months.</param>
    /// <param name="nth">1 for the first, -1 for the last, -2 for the one before it.</param>
    /// <param name="weekday">The weekday.</param>
    public static LocalDate? In(YearMonth first, int months, int nth, IsoDayOfWeek weekday)
    {
        var (from, to) = (first.OnDayOfMonth(1), first.PlusMonths(months - 1).ToDateInterval().End);
        var day = nth > 0
            ? from.With(DateAdjusters.NextOrSame(weekday)).PlusWeeks(nth - 1)
            : to.With(DateAdjusters.PreviousOrSame(weekday)).PlusWeeks(nth + 1);
        return from <= day && day <= to ? day : null;
    }
}
