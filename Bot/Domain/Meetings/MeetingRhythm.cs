using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Dates;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>How often a committee meets (Sitzungsrhythmus): a part of the recurrence rules of RFC 5545, 3.3.10, on whole days.</summary>
/// <remarks>Understood: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL, BYDAY (ordinals with MONTHLY and YEARLY), BYMONTHDAY, BYMONTH,
/// BYSETPOS, and COUNT or UNTIL (a date). Weeks begin on Monday. The anchor is the day counting starts from; other than in
/// the RFC it is an occurrence only if the rule names it.</remarks>
public sealed record MeetingRhythm
{
    /// <summary>A rhythm is followed to the end of this many years from its anchor on.</summary>
    public const int Years = 100;

    /// <summary>A proposal is moved by at most this many weeks; no weekday is a holiday more than twice in a row.</summary>
    private const int LongestDetourWeeks = 4;

    /// <summary>No rhythm is followed beyond, so that no step leaves the calendar.</summary>
    private const int LastYear = 8999;

    private readonly RecurrenceRule rule;

    private MeetingRhythm(string text, RecurrenceRule rule, LocalDate anchor)
    {
        Rule = text;
        Anchor = anchor;
        this.rule = rule;
    }

    /// <summary>The rule as it was given.</summary>
    public string Rule { get; }

    /// <summary>The day counting starts from.</summary>
    public LocalDate Anchor { get; }

    /// <summary>The parts of the rule, with what it leaves to the anchor written out.</summary>
    public RecurrenceRule Recurrence => rule.Completed(Anchor);

    /// <summary>The parts as they were given: a step without a day may be all that is known.</summary>
    public RecurrenceRule Given => rule;

    /// <summary>Reads a rule such as <c>FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU</c>; case and a leading <c>RRULE:</c> do not matter.</summary>
    /// <returns>The rhythm; refused with <see cref="RefusalCode.RhythmNotUnderstood"/> or <see cref="RefusalCode.RhythmNeverFalls"/>.</returns>
    public static Outcome<MeetingRhythm> Parse(string rule, LocalDate anchor)
    {
        if (!RecurrenceRuleText.TryRead(rule, out var read, out var notUnderstood))
        {
            return new Refusal(RefusalCode.RhythmNotUnderstood, notUnderstood);
        }

        var rhythm = new MeetingRhythm(rule, read, anchor);
        return rhythm.From(anchor).Any() ? rhythm : new Refusal(RefusalCode.RhythmNeverFalls);
    }

    /// <summary>The days of the rhythm on or after this day, ascending; at most those of <see cref="Years"/> years.</summary>
    public IEnumerable<LocalDate> From(LocalDate day) =>
        rule.Occurrences(Anchor, new LocalDate(Math.Min(Anchor.Year + Years, LastYear), 12, 31)).SkipWhile(occurrence => occurrence < day);

    /// <summary>The weeks, months or years in which a meeting is due, the first that is not over on a day first; for rhythms that name no day.</summary>
    public IEnumerable<DateInterval> SpansFrom(LocalDate day) =>
        rule.Spans(Anchor, new LocalDate(Math.Min(Anchor.Year + Years, LastYear), 12, 31)).SkipWhile(span => span.End < day);

    /// <summary>The first day of the rhythm that can be proposed.</summary>
    /// <param name="notBefore">The first day that comes into question.</param>
    /// <param name="holidays">The public holidays to step over. An occurrence on a holiday moves to the same weekday a week later, and on
    /// until it is free: those who come know their evening of the week.</param>
    /// <returns>A day that is no holiday, or null when the rhythm has ended. The days do not depend on
    /// <paramref name="notBefore"/>: an occurrence before it counts when it was moved behind it.</returns>
    public LocalDate? ProposedDay(LocalDate notBefore, PublicHolidays holidays)
    {
        LocalDate? best = null;
        foreach (var occurrence in From(notBefore.PlusWeeks(-LongestDetourWeeks)))
        {
            if (best is { } found && occurrence >= found)
            {
                break;
            }

            var free = FreeFrom(occurrence, holidays);
            best = free >= notBefore && (best is not { } earlier || free < earlier) ? free : best;
        }

        return best;
    }

    /// <summary>All days of the rhythm that can be proposed within some days, ascending, each once.</summary>
    /// <param name="first">The first day that comes into question.</param>
    /// <param name="last">The last one.</param>
    /// <param name="holidays">The public holidays to step over, as <see cref="ProposedDay"/> does.</param>
    public IReadOnlyList<RhythmDay> ProposedDays(LocalDate first, LocalDate last, PublicHolidays holidays) =>
    [
        .. From(first.PlusWeeks(-LongestDetourWeeks)).TakeWhile(occurrence => occurrence <= last)
            .Select(occurrence => new RhythmDay(FreeFrom(occurrence, holidays), occurrence))
            .Where(proposed => first <= proposed.Day && proposed.Day <= last)
            .GroupBy(proposed => proposed.Day).Select(same => same.MaxBy(proposed => proposed.Occurrence)!)
            .OrderBy(proposed => proposed.Day),
    ];

    /// <summary>Equal when rule, as written, and anchor are the same.</summary>
    public bool Equals(MeetingRhythm? other) =>
        other is not null && string.Equals(Rule, other.Rule, StringComparison.Ordinal) && Anchor == other.Anchor;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Anchor);

    private static LocalDate FreeFrom(LocalDate day, PublicHolidays holidays)
    {
        while (holidays.Contains(day))
        {
            day = day.PlusWeeks(1);
        }

        return day;
    }
}

/// <summary>A day of a rhythm as it can be proposed.</summary>
/// <param name="Day">The day.</param>
/// <param name="Occurrence">The day the rule names: another one where that is a public holiday.</param>
public sealed record RhythmDay(LocalDate Day, LocalDate Occurrence)
{
    /// <summary>Whether it had to step over a public holiday.</summary>
    public bool IsMoved => Day != Occurrence;
}
