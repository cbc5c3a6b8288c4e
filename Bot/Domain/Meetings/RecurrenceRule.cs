using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>How long one step of a recurrence rule is.</summary>
public enum RecurrenceFrequency
{
    /// <summary>Days.</summary>
    Daily,

    /// <summary>Weeks, from Monday on.</summary>
    Weekly,

    /// <summary>Calendar months.</summary>
    Monthly,

    /// <summary>Calendar years.</summary>
    Yearly,
}

/// <summary>A weekday of a recurrence rule.</summary>
/// <param name="Ordinal">Which one in the month or year, negative from the end; null for every one.</param>
/// <param name="Weekday">The weekday.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecurrenceDay(int? Ordinal, IsoDayOfWeek Weekday)
{
    /// <summary>As RFC 5545 writes it, such as <c>-1FR</c>.</summary>
    public string Code => Ordinal?.ToString(CultureInfo.InvariantCulture) + Weekday.ToString()[..2].ToUpperInvariant();
}

/// <summary>The parts of a recurrence rule (RFC 5545, 3.3.10) on whole days; empty lists stand for parts not given.</summary>
public sealed record RecurrenceRule
{
    /// <summary>How long a step is.</summary>
    public RecurrenceFrequency Frequency { get; init; }

    /// <summary>Every how many steps, from 1.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>Weekdays (BYDAY).</summary>
    public IReadOnlyList<RecurrenceDay> Days { get; init; } = [];

    /// <summary>Days of the month, negative from its end (BYMONTHDAY).</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>Months, 1 to 12 (BYMONTH).</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>Which of the days of a step, negative from the last (BYSETPOS); empty for all.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [];

    /// <summary>How often at most.</summary>
    public int? Count { get; init; }

    /// <summary>The last day that comes into question.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it says only how often, and leaves the day to the anchor.</summary>
    public bool NamesNoDay => Frequency != RecurrenceFrequency.Daily && Days.Count == 0 && MonthDays.Count == 0;

    /// <summary>The same days said in full: what the rule leaves to the anchor is written out, each part once and in order.</summary>
    /// <param name="anchor">The day counting starts from.</param>
    public RecurrenceRule Completed(LocalDate anchor) => this with
    {
        Days = Frequency == RecurrenceFrequency.Weekly && Days.Count == 0
            ? [new RecurrenceDay(null, anchor.DayOfWeek)]
            : [.. Days.Distinct().Where(day => day.Ordinal is null || !Days.Contains(new RecurrenceDay(null, day.Weekday))).OrderBy(day => day.Weekday).ThenBy(day => Place(day.Ordinal ?? 0))],
        MonthDays = Frequency >= RecurrenceFrequency.Monthly && NamesNoDay ? [anchor.Day] : [.. MonthDays.Distinct().OrderBy(Place)],
        Months = Frequency == RecurrenceFrequency.Yearly && NamesNoDay && Months.Count == 0 ? [anchor.Month] : [.. Months.Distinct().Order()],
        Positions = [.. Positions.Distinct().OrderBy(Place)],
    };

    /// <summary>As RFC 5545 writes it: two rules that are completed and say the same have the same code.</summary>
    public string ToCode() => string.Join(';', new[]
    {
        "FREQ=" + Frequency.ToString().ToUpperInvariant(),
        Interval == 1 ? string.Empty : "INTERVAL=" + Number(Interval),
        Listed("BYMONTH=", Months.Select(Number)),
        Listed("BYDAY=", Days.Select(day => day.Code)),
        Listed("BYMONTHDAY=", MonthDays.Select(Number)),
        Listed("BYSETPOS=", Positions.Select(Number)),
        Count is { } times ? "COUNT=" + Number(times) : string.Empty,
        Until is { } until ? "UNTIL=" + until.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : string.Empty,
    }.Where(part => part.Length > 0));

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

    /// <summary>The steps from the one around the anchor on, only of months the rule names, each from its first to its last day.</summary>
    public IEnumerable<DateInterval> Spans(LocalDate anchor, LocalDate horizon) =>
        Steps(anchor, Until is { } until && until < horizon ? until : horizon)
            .SelectMany(step => Frequency == RecurrenceFrequency.Yearly && Months.Count > 0 ? Months.Distinct().Order().Select(month => Month(new LocalDate(step.Start.Year, month, 1))) : [step])
            .Where(step => Months.Count == 0 || Months.Contains(step.Start.Month)).Where(step => step.End >= anchor).Take(Count ?? int.MaxValue);

    /// <summary>Counted from the beginning first, then from the end.</summary>
    private static int Place(int ordinal) => ordinal >= 0 ? ordinal : 1000 - ordinal;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Listed(string name, IEnumerable<string> items) => string.Join(',', items) is { Length: > 0 } list ? name + list : string.Empty;

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
