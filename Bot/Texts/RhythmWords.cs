using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Texts;

/// <summary>When a committee meets, in words, as people read it and as it can be typed: what is written here gives the same rule when it is read.</summary>
internal static class RhythmWords
{
    /// <summary>Rhythm, time and place: "in der Regel alle drei Monate am zweiten Dienstag um 18:00 Uhr, üblicher Ort: Rathaus".</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="rule">The rhythm with its usual time and place.</param>
    /// <param name="place">The place, safe for where it is shown.</param>
    public static string Whole(Reader reader, RhythmRule rule, string place)
    {
        var often = Often(reader, rule);
        return place.Length == 0 ? Messages.Get(reader, Sentence.RhythmAtTime, often, rule.Start) : Messages.Get(reader, Sentence.RhythmAtTimeAndPlace, often, rule.Start, place);
    }

    /// <summary>How often and on which days: "alle drei Monate am zweiten Dienstag", "in der Regel alle zwei Monate", "nach Bedarf".</summary>
    public static string Often(Reader reader, RhythmRule rule) => rule.Rhythm switch
    {
        null => Messages.Get(reader, Sentence.RhythmAsNeeded),
        { } rhythm when rule.IsSoft => Messages.Get(reader, Sentence.RhythmUsually, Of(reader, rule.NamesNoDay ? rhythm.Given : rhythm.Recurrence)),
        { } rhythm => Of(reader, rhythm.Recurrence),
    };

    /// <summary>A step of a rhythm that names no day: "im Januar 2027", "in der Woche ab Montag, 4. Januar 2027", "im Jahr 2027".</summary>
    public static string Span(Reader reader, DateInterval span) => span.Length switch
    {
        <= 7 => Messages.Get(reader, Sentence.RhythmSpanWeek, span.Start),
        <= 31 => Messages.Get(reader, Sentence.RhythmSpanMonth, Appointments.Month(reader, span.Start)),
        _ => Messages.Get(reader, Sentence.RhythmSpanYear, span.Start.Year),
    };

    /// <summary>A rule alone, every part of it.</summary>
    public static string Of(Reader reader, RecurrenceRule rule)
    {
        var isFiltered = rule.Frequency == RecurrenceFrequency.Daily || rule.MonthDays.Count > 0;
        var said = Step(reader, rule);
        if (rule.Frequency == RecurrenceFrequency.Yearly && rule.Months.Count > 0)
        {
            said += " " + Messages.Get(reader, Sentence.RhythmInMonths, Months(reader, rule));
        }

        said = rule.MonthDays.Count > 0 && rule.Frequency != RecurrenceFrequency.Daily ? said + " " + MonthDays(reader, rule) : said;
        said = rule.Days.Count > 0 && !isFiltered && !IsEachWeekday(rule) ? said + " " + Weekdays(reader, rule) : said;
        return string.Join(", ", Limits(reader, rule, isFiltered).Prepend(said));
    }

    /// <summary>What narrows it down, each clause after a comma.</summary>
    private static IEnumerable<string> Limits(Reader reader, RecurrenceRule rule, bool isFiltered)
    {
        if (rule.MonthDays.Count > 0 && rule.Frequency == RecurrenceFrequency.Daily)
        {
            yield return Messages.Get(reader, Sentence.RhythmOnly, MonthDays(reader, rule));
        }

        if (rule.Days.Count > 0 && isFiltered)
        {
            yield return Messages.Get(reader, Sentence.RhythmOnly, Weekdays(reader, rule, isFiltered));
        }

        if (rule.Months.Count > 0 && rule.Frequency != RecurrenceFrequency.Yearly)
        {
            yield return Messages.Get(reader, Sentence.RhythmOnly, Messages.Get(reader, Sentence.RhythmInMonths, Months(reader, rule)));
        }

        if (rule.Positions.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.RhythmOfThese, List(reader, rule.Positions.Select(position => Nth(reader, position))));
        }

        if (rule.Count is { } times)
        {
            yield return Messages.Get(reader, Sentence.RhythmTimes, times);
        }

        if (rule.Until is { } until)
        {
            yield return Messages.Get(reader, Sentence.RhythmUntil, until);
        }
    }

    private static string Step(Reader reader, RecurrenceRule rule) => (rule.Frequency, rule.Interval) switch
    {
        (RecurrenceFrequency.Daily, 1) => Messages.Get(reader, Sentence.RhythmEveryDay),
        // Fourteen days are said for two weeks.
        (RecurrenceFrequency.Daily, var days) when days % 7 == 0 => Messages.Get(reader, Sentence.RhythmEveryNthDay, Figure(reader, days)),
        (RecurrenceFrequency.Daily, var days) => Messages.Get(reader, Sentence.RhythmEveryDays, Number(reader, days)),
        (RecurrenceFrequency.Weekly, 1) when IsEachWeekday(rule) => Messages.Get(reader, Sentence.RhythmEveryWeekday, Name(reader, rule.Days[0].Weekday)),
        (RecurrenceFrequency.Weekly, 1) => Messages.Get(reader, Sentence.RhythmEveryWeek),
        (RecurrenceFrequency.Weekly, var weeks) => Messages.Get(reader, Sentence.RhythmEveryWeeks, Number(reader, weeks)),
        (RecurrenceFrequency.Monthly, 1) => Messages.Get(reader, Sentence.RhythmEveryMonth),
        (RecurrenceFrequency.Monthly, var months) => Messages.Get(reader, Sentence.RhythmEveryMonths, Number(reader, months)),
        (_, 1) => Messages.Get(reader, Sentence.RhythmEveryYear),
        (_, var years) => Messages.Get(reader, Sentence.RhythmEveryYears, Number(reader, years)),
    };

    /// <summary>"Jeden Dienstag": every week one weekday, and nothing else.</summary>
    private static bool IsEachWeekday(RecurrenceRule rule) =>
        rule is { Frequency: RecurrenceFrequency.Weekly, Interval: 1, Days: [{ Ordinal: null }], Months: [], Positions: [], Count: null, Until: null };

    private static string Months(Reader reader, RecurrenceRule rule) => List(reader, rule.Months.Select(reader.Culture.DateTimeFormat.GetMonthName));

    /// <summary>"Am 1. und 15. des Monats", "am 15. und letzten Tag des Monats"; "jedes Monats" where the step is a year.</summary>
    private static string MonthDays(Reader reader, RecurrenceRule rule)
    {
        var days = List(reader, rule.MonthDays.Select(day => day > 0 ? Figure(reader, day) : Nth(reader, day)));
        var isOfEach = rule is { Frequency: RecurrenceFrequency.Yearly, Months: [] };
        return Messages.Get(
            reader,
            rule.MonthDays.Any(day => day < 0)
                ? isOfEach ? Sentence.RhythmOnLastDaysOfEachMonth : Sentence.RhythmOnLastDays
                : isOfEach ? Sentence.RhythmOnMonthDaysOfEachMonth : Sentence.RhythmOnMonthDays,
            days);
    }

    private static string Weekdays(Reader reader, RecurrenceRule rule, bool isFilter = false)
    {
        var counted = rule.Days.Where(day => day.Ordinal is not null).GroupBy(day => day.Weekday)
            .Select(same => List(reader, same.Select(day => Nth(reader, day.Ordinal!.Value))) + " " + Name(reader, same.Key)).ToList();
        var each = rule.Days.Where(day => day.Ordinal is null).Select(day => Name(reader, day.Weekday)).ToList();
        var isPlain = isFilter || rule.Frequency <= RecurrenceFrequency.Weekly;
        var said = List(
            reader,
            [
                .. counted.Count > 0 ? [Messages.Get(reader, Sentence.RhythmOnNthWeekdays, List(reader, counted))] : Enumerable.Empty<string>(),
                .. each.Count > 0 ? [Messages.Get(reader, isPlain ? Sentence.RhythmOnWeekdays : Sentence.RhythmOnEachWeekday, List(reader, each))] : Enumerable.Empty<string>(),
            ]);
        return rule is { Frequency: RecurrenceFrequency.Yearly, Months: [] } ? Messages.Get(reader, Sentence.RhythmOfTheYear, said) : said;
    }

    /// <summary>Which of several, such as "zweiten", "12.", "letzten", "7.-letzten".</summary>
    private static string Nth(Reader reader, int ordinal)
    {
        var words = Messages.Get(reader, ordinal > 0 ? Sentence.RhythmOrdinals : Sentence.RhythmOrdinalsFromEnd).Split(' ');
        var place = int.Abs(ordinal);
        return place <= words.Length ? words[place - 1] : ordinal > 0 ? Figure(reader, place) : Messages.Get(reader, Sentence.RhythmFromEnd, Figure(reader, place));
    }

    /// <summary>A place in figures: "15.", "15th".</summary>
    private static string Figure(Reader reader, int number)
    {
        var figure = number.ToString(CultureInfo.InvariantCulture);
        return reader.Language != "en" ? figure + "." : figure + ((number % 100 is >= 11 and <= 13 ? 0 : number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });
    }

    private static string Number(Reader reader, int number)
    {
        var words = Messages.Get(reader, Sentence.RhythmNumbers).Split(' ');
        return number - 2 < words.Length ? words[number - 2] : number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Name(Reader reader, IsoDayOfWeek weekday) => reader.Culture.DateTimeFormat.GetDayName((DayOfWeek)((int)weekday % 7));

    private static string List(Reader reader, IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : Messages.Get(reader, Sentence.RhythmAnd, string.Join(", ", all.SkipLast(1)), all[^1]);
    }
}
