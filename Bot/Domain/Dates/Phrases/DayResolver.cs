using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using NodaTime.Calendars;

namespace Bot.Domain.Dates.Phrases;

/// <summary>One way to read a mention: a day, or a problem with the days that may have been meant.</summary>
internal sealed record DayReading(AppointmentProblemKind? Problem, IReadOnlyList<LocalDate> Days)
{
    public bool IsSameAs(DayReading other) => Problem == other.Problem && Days.SequenceEqual(other.Days);
}

/// <summary>Turns a mention into a day, seen from now.</summary>
/// <param name="now">Local date and time of the reader.</param>
/// <param name="start">The time of day named, or null.</param>
internal sealed class DayResolver(LocalDateTime now, LocalTime? start)
{
    /// <summary>Within nine years each day of the calendar comes at least once, also 29 February around 2100.</summary>
    private const int YearsAhead = 8;
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private const int DaysOfWeek = 7;

    private readonly LocalDate today = now.Date;

    /// <summary>The day it is now.</summary>
    public LocalDate Today => today;

    /// <summary>Whether the day is not over: today only when no time is named, or one still to come.</summary>
    public bool Counts(LocalDate day) => day > today || (day == today && (start is not { } time || time > now.TimeOfDay));

    /// <summary>Reads a mention that stands alone.</summary>
    public DayReading Read(DayMention mention) => mention switch
    {
        CalendarDayMention date => Read(date),
        SlashDayMention slashed => Read(slashed),
        DayOfMonthMention day => Ask(NextDayOfMonth(day.Day)),
        RelativeDayMention relative => NotOver(today.PlusDays(relative.Days)),
        WeekdayMention weekday => Read(weekday),
        NthWeekdayMention nth => Read(nth),
        NthInPeriodMention nth => Read(nth),
        FeastMention or NearFeastMention => ReadFeast(mention),
        WeeksAheadMention ahead => Found(today.PlusWeeks(ahead.Weeks)),
        DaySpanMention span => new(AppointmentProblemKind.TwoDays, [.. Read(span.First).Days, .. Read(span.Last).Days]),
        _ => DayMissing(mention),
    };

    /// <summary>Reads a weekday of a week.</summary>
    public DayReading Read(WeekdayMention weekday, DayMention week)
    {
        if (week is WeeksAheadMention ahead)
        {
            return WeeksOn(weekday.Weekday, ahead.Weeks);
        }

        return Monday(week, weekday.Weekday) is { } monday ? NotOver(DayOf(monday, weekday.Weekday)) : NoSuchDay;
    }

    /// <summary>Whether the day is one of this week.</summary>
    public bool IsIn(LocalDate day, DayMention week) => week switch
    {
        CalendarWeekMention numbered => WeekYearRules.Iso.GetWeekOfWeekYear(day) == numbered.Week
            && (numbered.Year is not { } year || WeekYearRules.Iso.GetWeekYear(day) == year),
        WeeksAheadMention ahead => MondayOf(day) == MondayOf(today.PlusWeeks(ahead.Weeks)),
        RelativeWeekMention relative => MondayOf(day) == MondayOf(today).PlusWeeks(relative.Weeks),
        FeastWeekMention feast => Monday(feast, day.DayOfWeek) is { } monday && MondayOf(day) == monday,
        _ => throw new ArgumentException("Not a week.", nameof(week)),
    };

    private static DayReading NoSuchDay { get; } = new(AppointmentProblemKind.NoSuchDay, []);

    private static DayReading Found(LocalDate day) => new(null, [day]);

    private static DayReading Ask(params IEnumerable<LocalDate> days) => new(AppointmentProblemKind.AmbiguousDay, [.. days]);

    private DayReading NotOver(LocalDate day) => Counts(day) ? Found(day) : new(AppointmentProblemKind.PastDay, [day]);

    private DayReading Read(CalendarDayMention date)
    {
        var year = date.Year ?? (date.YearsAhead is { } ahead ? today.Year + ahead : null);
        if (year is { } named)
        {
            return DayIn(named, date.Month, date.Day) is { } day ? NotOver(day) : NoSuchDay;
        }

        return Next(year => DayIn(year, date.Month, date.Day)) is { } next ? Found(next) : NoSuchDay;
    }

    private DayReading Read(SlashDayMention slashed)
    {
        var dayFirst = Read(new CalendarDayMention(slashed.From, slashed.To, slashed.First, slashed.Second, slashed.Year));
        var monthFirst = Read(new CalendarDayMention(slashed.From, slashed.To, slashed.Second, slashed.First, slashed.Year));
        if (dayFirst.IsSameAs(monthFirst))
        {
            return dayFirst;
        }

        var possible = new[] { dayFirst, monthFirst }.Where(reading => reading.Problem != AppointmentProblemKind.NoSuchDay).ToList();
        return possible is [var only] && slashed.Year is not null ? only : Ask(possible.SelectMany(reading => reading.Days).Order());
    }

    private DayReading Read(WeekdayMention weekday) => weekday.Scope switch
    {
        WeekdayScope.AfterNext => Found(today.Next(weekday.Weekday).PlusWeeks(1)),
        WeekdayScope.Fortnight => Found(today.Next(weekday.Weekday).PlusWeeks(2)),
        WeekdayScope.ThisWeek => NotOver(DayOf(MondayOf(today), weekday.Weekday)),
        WeekdayScope.Last => NotOver(today.Previous(weekday.Weekday)),
        _ => Found(today.Next(weekday.Weekday)),
    };

    private DayReading Read(NthWeekdayMention nth)
    {
        if (nth.Year is { } year)
        {
            return Nth(nth, year) is { } day ? NotOver(day) : NoSuchDay;
        }

        return Next(ahead => Nth(nth, ahead)) is { } next ? Found(next) : NoSuchDay;
    }

    /// <summary>The first month or quarter in which it is not over, when none is named.</summary>
    private DayReading Read(NthInPeriodMention nth)
    {
        var current = new YearMonth(today.Year, today.Month - ((today.Month - 1) % nth.Months));
        if (nth.Ahead is { } ahead)
        {
            return NthWeekdays.In(current.PlusMonths(ahead * nth.Months), nth.Months, nth.Nth, nth.Weekday) is { } day ? NotOver(day) : NoSuchDay;
        }

        var next = Enumerable.Range(0, YearsAhead)
            .Select(later => NthWeekdays.In(current.PlusMonths(later * nth.Months), nth.Months, nth.Nth, nth.Weekday))
            .FirstOrDefault(day => day is { } found && Counts(found));
        return next is { } one ? Found(one) : NoSuchDay;
    }

    private DayReading ReadFeast(DayMention mention)
    {
        if (mention is FeastMention { Year: { } } or NearFeastMention { Year: { } })
        {
            var named = mention is FeastMention feast ? feast.Year : ((NearFeastMention)mention).Year;
            return named is { } year && IsKnown(year) ? Choose(FeastDays.In(year, mention)) : NoSuchDay;
        }

        var next = Enumerable.Range(today.Year - 1, YearsAhead).Select(year => FeastDays.In(year, mention)).FirstOrDefault(days => days.Any(Counts));
        return next is null ? NoSuchDay : Choose(next);
    }

    /// <summary>The only day, or a question which of them that are not over.</summary>
    private DayReading Choose(IReadOnlyList<LocalDate> days) =>
        days is [var only] ? NotOver(only) : days.Any(Counts) ? Ask(days.Where(Counts)) : new(AppointmentProblemKind.PastDay, [days[^1]]);

    private DayReading DayMissing(DayMention week) => Monday(week, IsoDayOfWeek.Sunday) is { } monday
        ? new(AppointmentProblemKind.DayMissingInWeek, [.. Enumerable.Range(0, DaysOfWeek).Select(monday.PlusDays).Where(Counts)])
        : NoSuchDay;

    /// <summary>Counted by weeks of the calendar or by the weekday; where the two differ, people differ as well.</summary>
    private DayReading WeeksOn(IsoDayOfWeek weekday, int weeks)
    {
        var byWeek = DayOf(MondayOf(today.PlusWeeks(weeks)), weekday);
        var byWeekday = (today.DayOfWeek == weekday ? today : today.Next(weekday)).PlusWeeks(weeks);
        return byWeek == byWeekday ? Found(byWeek) : Ask(byWeek, byWeekday);
    }

    /// <summary>The Monday of the week; without a year, of the next one in which the weekday is not over.</summary>
    private LocalDate? Monday(DayMention week, IsoDayOfWeek weekday) => week switch
    {
        RelativeWeekMention relative => MondayOf(today).PlusWeeks(relative.Weeks),
        CalendarWeekMention { Year: { } year } numbered => MondayIn(year, numbered.Week),
        CalendarWeekMention numbered => Next(year => MondayIn(year, numbered.Week) is { } monday ? DayOf(monday, weekday) : null) is { } day
            ? MondayOf(day)
            : null,
        FeastWeekMention { Year: { } year } feast => IsKnown(year) ? FeastDays.MondayIn(year, feast) : null,
        FeastWeekMention feast => Next(year => DayOf(FeastDays.MondayIn(year, feast), weekday)) is { } day ? MondayOf(day) : null,
        _ => throw new ArgumentException("Not a week.", nameof(week)),
    };

    /// <summary>The first day that counts, year by year; a week's year may be the one before the calendar's.</summary>
    private LocalDate? Next(Func<int, LocalDate?> dayIn)
    {
        for (var year = today.Year - 1; year <= today.Year + YearsAhead; year++)
        {
            if (dayIn(year) is { } day && Counts(day))
            {
                return day;
            }
        }

        return null;
    }

    private IEnumerable<LocalDate> NextDayOfMonth(int day)
    {
        var months = Enumerable.Range(0, 3).Select(today.With(DateAdjusters.StartOfMonth).PlusMonths);
        return months.Select(month => DayIn(month.Year, month.Month, day)).OfType<LocalDate>().Where(Counts).Take(1);
    }

    private static LocalDate? MondayIn(int year, int week) =>
        IsKnown(year) && week >= 1 && week <= WeekYearRules.Iso.GetWeeksInWeekYear(year)
            ? WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday)
            : null;

    private static LocalDate? Nth(NthWeekdayMention nth, int year) =>
        IsKnown(year) ? NthWeekdays.In(new YearMonth(year, nth.Month), 1, nth.Nth, nth.Weekday) : null;

    private static LocalDate? DayIn(int year, int month, int day) =>
        IsKnown(year) && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static bool IsKnown(int year) => year is >= FirstYear and <= LastYear;

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static LocalDate DayOf(LocalDate monday, IsoDayOfWeek weekday) => monday.PlusDays((int)weekday - 1);
}
