using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>The meetings of a year, called and proposed by rhythm.</summary>
/// <param name="Entries">By day, time and the network's order of committees.</param>
public sealed record YearPlan(IReadOnlyList<PlannedMeeting> Entries)
{
    /// <summary>Years ahead for which there is a plan at most.</summary>
    public const int MostYears = 5;

    /// <summary>Whose meetings, in the network's order.</summary>
    public IReadOnlyList<Committee> Committees { get; init; } = [];

    /// <summary>Plans a year.</summary>
    /// <param name="network">The network with all versions of its rules, those to come too: each day goes by the version in force on it.</param>
    /// <param name="committees">Whose meetings.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="meetings">All meetings of these committees in that year; the cancelled count as none.</param>
    /// <param name="today">Only days are proposed for which an invitation sent today is in time.</param>
    /// <remarks>A called meeting stands for the day of the rhythm it is nearest to, which is then not proposed any more. An urgent one stands for none.</remarks>
    public static YearPlan Of(Network network, IReadOnlyList<Committee> committees, int year, IReadOnlyList<Meeting> meetings, LocalDate today)
    {
        var holidays = PublicHolidays.For(network.Land);
        var called = meetings.Where(meeting => meeting.State != MeetingState.Cancelled && meeting.Day.Year == year).ToList();
        var entries = committees.SelectMany((committee, order) => called.Where(meeting => meeting.Committee == committee.Id)
            .Select(meeting => new PlannedMeeting(MeetingSlot.Of(meeting), meeting.Place) { Called = meeting })
            .Concat(Proposed(committee, year, [.. called.Where(meeting => meeting.Committee == committee.Id)], today, holidays))
            .Select(entry => (Entry: entry, Order: order)));
        return new YearPlan([.. entries.OrderBy(pair => pair.Entry.Slot.Day).ThenBy(pair => pair.Entry.Slot.Start).ThenBy(pair => pair.Order).Select(pair => pair.Entry)]) { Committees = committees };
    }

    /// <summary>The clashes of one entry with all others of the plan.</summary>
    public IReadOnlyList<MeetingClash> ClashesOf(Network network, PlannedMeeting entry) =>
        entry.Slot.ClashesWith(network, Entries.Where(other => other.Slot.Day >= entry.Slot.Day.PlusDays(-1) && other.Slot.Day <= entry.Slot.Day.PlusDays(1)).Select(other => other.Slot));

    private static IEnumerable<PlannedMeeting> Proposed(Committee committee, int year, List<Meeting> called, LocalDate today, PublicHolidays holidays)
    {
        var days = DaysOf(committee, year, holidays).ToList();
        foreach (var meeting in called.Where(meeting => meeting.Kind == MeetingKind.Ordinary))
        {
            if (days.Count > 0)
            {
                days.Remove(days.MinBy(day => int.Abs(Period.DaysBetween(day.Day.Day, meeting.Day))));
            }
        }

        var taken = called.Select(meeting => meeting.Day).ToHashSet();
        return days
            .Where(day => !taken.Contains(day.Day.Day) && day.Rules.Notice.IsKept(today, day.Day.Day))
            .Select(day => new PlannedMeeting(new MeetingSlot(committee.Id, day.Day.Day, day.Rules.UsualStart, null), day.Rules.UsualPlace)
            {
                InsteadOf = day.Day.IsMoved ? day.Day.Occurrence : null,
                IsHint = day.Rules.RhythmIsSoft,
            });
    }

    /// <summary>The days of the rhythm in the year, each by the rules in force on it.</summary>
    private static IEnumerable<(RhythmDay Day, RulesOfProcedure Rules)> DaysOf(Committee committee, int year, PublicHolidays holidays)
    {
        var (first, end) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        var changes = committee.Timeline.After(first).Select(rules => rules.EffectiveFrom).Where(day => day <= end).ToList();
        foreach (var (from, until) in changes.Prepend(first).Zip(changes.Select(day => day.PlusDays(-1)).Append(end)))
        {
            var rules = committee.Timeline.InForce(from);
            foreach (var day in RhythmRule.Of(rules).OnDays?.ProposedDays(from, until, holidays) ?? [])
            {
                yield return (day, rules);
            }
        }
    }
}

/// <summary>One meeting of a year's plan.</summary>
/// <param name="Slot">Whose, and when.</param>
/// <param name="Place">Where; empty when not said.</param>
public sealed record PlannedMeeting(MeetingSlot Slot, string Place)
{
    /// <summary>The meeting people are invited to; null for a mere proposal.</summary>
    public Meeting? Called { get; init; }

    /// <summary>The day the rhythm names, where that is a public holiday.</summary>
    public LocalDate? InsteadOf { get; init; }

    /// <summary>Whether the rhythm it comes from is soft.</summary>
    public bool IsHint { get; init; }
}
