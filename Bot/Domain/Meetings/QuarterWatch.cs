using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>What the coordinators are to be told of a quarter in which a committee that must meet has no date yet (rhythm watch).</summary>
/// <param name="Quarter">Which quarter.</param>
/// <param name="Weeks">Which of <see cref="Stages"/> has come: so many weeks before it ends.</param>
/// <param name="LastMeetingDay">The last day in it on which people meet: no public holiday, no Sunday.</param>
/// <param name="LastSendingDay">The last day on which an invitation for that day is in time.</param>
/// <remarks>Source: rules of the network, "at least once a quarter"; design 4, rhythm watch.</remarks>
public sealed record QuarterWatch(Quarter Quarter, int Weeks, LocalDate LastMeetingDay, LocalDate LastSendingDay)
{
    /// <summary>Weeks before the end of the quarter at which it is told, the first first.</summary>
    public static IReadOnlyList<int> Stages { get; } = [8, 6, 4];

    /// <summary>The day on which a stage of a quarter comes.</summary>
    public static LocalDate DayOf(Quarter quarter, int weeks) => quarter.LastDay.PlusWeeks(-weeks);

    /// <summary>The next day after this one on which a stage comes.</summary>
    public static LocalDate NextAfter(LocalDate day)
    {
        var quarter = Quarter.Of(day);
        return new[] { quarter, quarter.Next }.SelectMany(one => Stages.Select(weeks => DayOf(one, weeks))).First(stage => stage > day);
    }

    /// <summary>What is to be told today. After an outage only the latest stage is of use.</summary>
    /// <param name="committee">Whose rhythm.</param>
    /// <param name="today">The day.</param>
    /// <param name="holidays">The public holidays of the Land.</param>
    /// <param name="meetings">The committee's meetings of the quarter of <paramref name="today"/>, before and after.</param>
    /// <returns>Null when no stage has come, when the rhythm is soft or names no day in the quarter, when a meeting of it was called and not cancelled, and when it is too
    /// late for an invitation in time: then being told is of no use.</returns>
    public static QuarterWatch? Due(Committee committee, LocalDate today, PublicHolidays holidays, IEnumerable<Meeting> meetings)
    {
        var quarter = Quarter.Of(today);
        if (committee.Rules is not { Rhythm: { } rhythm, RhythmIsSoft: false } || !rhythm.From(quarter.FirstDay).TakeWhile(day => day <= quarter.LastDay).Any())
        {
            return null;
        }

        var weeks = Stages.Where(stage => DayOf(quarter, stage) <= today).Cast<int?>().LastOrDefault();
        var last = LastDayToMeet(quarter, holidays);
        var sending = committee.Rules.Notice.LatestInvitationDay(last);
        var isMet = meetings.Any(meeting => meeting.Committee == committee.Id && meeting.State != MeetingState.Cancelled && quarter.Contains(meeting.Day));
        return weeks is { } stage && today <= sending && !isMet ? new QuarterWatch(quarter, stage, last, sending) : null;
    }

    private static LocalDate LastDayToMeet(Quarter quarter, PublicHolidays holidays)
    {
        var day = quarter.LastDay;
        while (day.DayOfWeek == IsoDayOfWeek.Sunday || holidays.Contains(day))
        {
            day = day.PlusDays(-1);
        }

        return day;
    }
}
