using System.Collections.Generic;
using NodaTime;

namespace Bot.Domain.Dates;

/// <summary>What a text says about an appointment.</summary>
/// <param name="Day">The day, or null when none was named or a problem concerns it.</param>
/// <param name="Start">The time of day it starts, or null when none was named or a problem concerns it.</param>
/// <param name="Length">From start to end by the clock on the wall, when the text names both; also where only morning or evening is to be asked of the start.</param>
/// <param name="Problems">What must be asked or refused; empty when everything named was understood.</param>
/// <param name="Rest">The text without what was recognised and the prepositions before it, each run of white space one space.</param>
public sealed record AppointmentReading(
    LocalDate? Day,
    LocalTime? Start,
    Duration? Length,
    IReadOnlyList<AppointmentProblem> Problems,
    string Rest);

/// <summary>Something in the text that must be asked back, or refused with the reason.</summary>
/// <param name="Kind">What is the matter.</param>
/// <param name="Fragment">The words it is about, as they were written.</param>
/// <param name="Days">Days that may have been meant; may be empty.</param>
/// <param name="Times">Times that may have been meant; may be empty.</param>
public sealed record AppointmentProblem(
    AppointmentProblemKind Kind,
    string Fragment,
    IReadOnlyList<LocalDate> Days,
    IReadOnlyList<LocalTime> Times)
{
    /// <summary>Of a date that is over: the same one in the year to come, since the year is more often a slip than the rest; null otherwise.</summary>
    public LocalDate? Instead { get; init; }
}

/// <summary>What can be the matter with a date or a time.</summary>
public enum AppointmentProblemKind
{
    /// <summary>The calendar has no such day (31.2., KW 53 in a year of 52 weeks).</summary>
    NoSuchDay,

    /// <summary>The clock shows no such time: never (25:00), or not on that day (the hour skipped in spring).</summary>
    NoSuchTime,

    /// <summary>Morning or evening? The times are the candidates.</summary>
    AmbiguousTime,

    /// <summary>The clock shows this time twice on that day (the hour repeated in autumn). The time is the one read.</summary>
    AmbiguousHour,

    /// <summary>May be a date, or may be another one. The days are the candidates.</summary>
    AmbiguousDay,

    /// <summary>The day, or the time on today's date, is over. The day is the one read.</summary>
    PastDay,

    /// <summary>Weekday and date contradict each other. First the day by its date, then the nearest one by its weekday.</summary>
    WeekdayMismatch,

    /// <summary>Several days are named. The days are those that could be read.</summary>
    TwoDays,

    /// <summary>Several times are named. The times are those that could be read.</summary>
    TwoTimes,

    /// <summary>A week is named but no day in it. The days are those of the week that are not over.</summary>
    DayMissingInWeek,

    /// <summary>Some days are named and no single one ("Ende Januar", "nach den Ferien"). The days are those that fit, when they are few.</summary>
    VaguePeriod,

    /// <summary>The day is more than two years away. The day is the one read.</summary>
    FarAway,
}
