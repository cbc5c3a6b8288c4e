using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>How long one step of a recurrence rule is.</summary>
internal enum RecurrenceFrequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>A weekday of a recurrence rule.</summary>
/// <param name="Ordinal">Which one in the month or year, negative from the end; null for every one.</param>
/// <param name="Weekday">The weekday.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecurrenceDay(int? Ordinal, IsoDayOfWeek Weekday);

/// <summary>The parts of a recurrence rule (RFC 5545, 3.3.10) on whole days; empty lists stand for parts not given.</summary>
internal sealed record RecurrenceRule
{
    public RecurrenceFrequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    public IReadOnlyList<RecurrenceDay> Days { get; init; } = [];

    public IReadOnlyList<int> MonthDays { get; init; } = [];

    public IReadOnlyList<int> Months { get; init; } = [];

    public IReadOnlyList<int> Positions { get; init; } = [];

    public int? Count { get; init; }

    public LocalDate? Until { get; init; }

    /// <summary>The days of the rule from the anchor to the horizon, both included, ascending.</summary>
    public IEnumerable<LocalDate> Occurrences(LocalDate anchor, LocalDate horizon)
    {
        var last = Until is { } until && until < horizon ? until : horizon;
        return Steps(anchor, last)
            .SelectMany(step => Chosen(step, anchor))
            .Where(day => day >= anchor)
            .TakeWhile(day => day <= last)
            .Take(Count ?? int.MaxValue);
    }

    private IEnumerable<DateInterval> Steps(LocalDate anchor, LocalDate last)
    {
        for (var step = StepAround(anchor); step.Start <= last; step = StepAfter(step))
        {
            yield return step;
        }
    }

    private DateInterval StepAround(LocalDate day) => Frequency switch
    {
        RecurrenceFrequency.Daily => new(day, day),
        RecurrenceFrequency.Weekly => Week(day.PlusDays(1 - (int)day.DayOfWeek)),
        RecurrenceFrequency.Monthly => Month(day.With(DateAdjusters.StartOfMonth)),
        _ => Year(new LocalDate(day.Year, 1, 1)),
    };

    private DateInterval StepAfter(DateInterval step) => Frequency switch
    {
        RecurrenceFrequency.Daily => new(step.Start.PlusDays(Interval), step.Start.PlusDays(Interval)),
        RecurrenceFrequency.Weekly => Week(step.Start.PlusWeeks(Interval)),
        RecurrenceFrequency.Monthly => Month(step.Start.PlusMonths(Interval)),
        _ => Year(step.Start.PlusYears(Interval)),
    };

    private IEnumerable<LocalDate> Chosen(DateInterval step, LocalDate anchor)
    {
        var days = step.Where(day => Names(day, anchor)).ToList();
        return Positions.Count == 0
            ? days
            : days.Where((_, index) => Positions.Contains(index + 1) || Positions.Contains(index - days.Count));
    }

    private bool Names(LocalDate day, LocalDate anchor) =>
        NamesMonth(day, anchor) && NamesMonthDay(day, anchor) && NamesWeekday(day, anchor);

    private bool NamesMonth(LocalDate day, LocalDate anchor)
    {
        if (Months.Count > 0)
        {
            return Months.Contains(day.Month);
        }

        return Frequency != RecurrenceFrequency.Yearly || Days.Count > 0 || MonthDays.Count > 0 || day.Month == anchor.Month;
    }

    private bool NamesMonthDay(LocalDate day, LocalDate anchor)
    {
        if (MonthDays.Count > 0)
        {
            var fromEnd = day.Day - day.Calendar.GetDaysInMonth(day.Year, day.Month) - 1;
            return MonthDays.Contains(day.Day) || MonthDays.Contains(fromEnd);
        }

        return Frequency < RecurrenceFrequency.Monthly || Days.Count > 0 || day.Day == anchor.Day;
    }

    private bool NamesWeekday(LocalDate day, LocalDate anchor) => Days.Count > 0
        ? Days.Any(named => named.Weekday == day.DayOfWeek && (named.Ordinal is not { } ordinal || IsNth(day, ordinal)))
        : Frequency != RecurrenceFrequency.Weekly || day.DayOfWeek == anchor.DayOfWeek;

    private bool IsNth(LocalDate day, int ordinal)
    {
        var around = Frequency == RecurrenceFrequency.Yearly && Months.Count == 0
            ? Year(new LocalDate(day.Year, 1, 1))
            : Month(day.With(DateAdjusters.StartOfMonth));
        var weeksAway = ordinal > 0 ? Period.DaysBetween(around.Start, day) / 7 : Period.DaysBetween(day, around.End) / 7;
        return weeksAway + 1 == (ordinal > 0 ? ordinal : -ordinal);
    }

    private static DateInterval Week(LocalDate monday) => new(monday, monday.PlusDays(6));

    private static DateInterval Month(LocalDate first) => new(first, first.With(DateAdjusters.EndOfMonth));

    private static DateInterval Year(LocalDate first) => new(first, new LocalDate(first.Year, 12, 31));
}
