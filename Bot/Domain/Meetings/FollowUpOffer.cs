using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>Whether a meeting without quorum is followed by another one, and when that could be.</summary>
public static class FollowUpOffer
{
    /// <summary>How long after its beginning a meeting still waits for those who are late.</summary>
    public static Duration Patience { get; } = Duration.FromMinutes(30);

    /// <summary>So many days after a meeting without quorum whoever led it may still invite in its place.</summary>
    public const int ChairDays = 60;

    private const int MostDays = 60;

    /// <summary>Whether the quorum of a motion was never reached in the meeting, by what was noted of arrivals until now.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="rule">The majority of a motion in the committee.</param>
    /// <param name="electorate">Who may vote in the committee.</param>
    /// <param name="attendance">What was noted.</param>
    /// <param name="now">Until when it is looked at.</param>
    /// <returns>Null where it cannot be said: no quorum is asked for, or nobody was ever noted.</returns>
    public static bool? IsMissed(Meeting meeting, MajorityRule rule, IReadOnlyList<RollEntry> electorate, Attendance attendance, Instant now)
    {
        var here = meeting.Here(rule);
        var arrivals = attendance.Lines.SelectMany(line => line.Stays).Select(stay => stay.From).Where(from => from <= now).Distinct().ToList();
        return here.Quorum is null || arrivals.Count == 0 ? null : arrivals.All(moment => attendance.CountAt(electorate, moment).HoldsQuorum(here) == false);
    }

    /// <summary>How the meeting stood with the quorum of a motion: until it was closed, or until now.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="rule">The majority of a motion in the committee.</param>
    /// <param name="electorate">Who may vote in the committee.</param>
    /// <param name="attendance">What was noted.</param>
    /// <param name="hasItemsLeft">Whether something on its agenda was left.</param>
    /// <param name="zone">The network's zone.</param>
    /// <param name="now">Until when it is looked at.</param>
    /// <remarks>That the quorum was lost is only said of a meeting somebody opened: of another one nobody knows whether those who left did so after its end.</remarks>
    public static QuorumStanding StandingOf(
        Meeting meeting, MajorityRule rule, IReadOnlyList<RollEntry> electorate, Attendance attendance, bool hasItemsLeft, DateTimeZone zone, Instant now)
    {
        if (IsMissed(meeting, rule, electorate, attendance, now) is not { } missed)
        {
            return QuorumStanding.Unknown;
        }

        if (missed)
        {
            return QuorumStanding.Missed;
        }

        // Whoever leaves as the meeting is closed was there until its end.
        var until = meeting.ClosedSince(zone, now) is { } closed && closed <= now ? closed - Duration.Epsilon : now;
        return hasItemsLeft && meeting.OpenedAt is { } opened && opened <= until && QuorumCourse.Of(meeting.Here(rule), electorate, attendance, opened, until).LostAt is not null
            ? QuorumStanding.Lost
            : QuorumStanding.Held;
    }

    /// <summary>Decides whether a follow-up of the meeting may be called now.</summary>
    /// <param name="meeting">The meeting without quorum.</param>
    /// <param name="rules">The committee's rules.</param>
    /// <param name="isMissed">Whether the quorum was missed, or lost before all was dealt with; null leaves it to whoever calls.</param>
    /// <param name="zone">The network's zone.</param>
    /// <param name="now">When.</param>
    public static Outcome<FollowUp> Of(Meeting meeting, RulesOfProcedure rules, bool? isMissed, DateTimeZone zone, Instant now)
    {
        if (rules.FollowUps is not { } rule)
        {
            return new Refusal(RefusalCode.FollowUpNotAllowed);
        }

        if (rules.DecisionOn(MotionKind.General).Majority.Quorum is null)
        {
            return new Refusal(RefusalCode.FollowUpWithoutQuorumRule);
        }

        if (meeting.State == MeetingState.Cancelled || meeting.IsAhead(zone, now))
        {
            return new Refusal(RefusalCode.FollowUpTooEarly, meeting.Day, meeting.Start);
        }

        return isMissed == false ? new Refusal(RefusalCode.FollowUpQuorumHeld, meeting.Day) : new FollowUp(meeting.Id, meeting.Day, rule);
    }

    /// <summary>Why somebody who only led the meeting may not call its follow-up, though the rules allow one; null when they may. That is the one meeting they have answered for, on
    /// what its attendance list says; anything that needs more judgement is left to the coordinators.</summary>
    /// <param name="meeting">The meeting without quorum.</param>
    /// <param name="standing">How it stood with the quorum.</param>
    /// <param name="called">The day of the follow-up that was called already, and not cancelled; null for none.</param>
    /// <param name="today">In the network's zone.</param>
    public static Refusal? WhyNotByChair(Meeting meeting, QuorumStanding standing, LocalDate? called, LocalDate today)
    {
        if (standing is not (QuorumStanding.Missed or QuorumStanding.Lost))
        {
            return new Refusal(RefusalCode.FollowUpUnnoted, meeting.Day);
        }

        if (called is { } day)
        {
            return new Refusal(RefusalCode.FollowUpStands, meeting.Day, day);
        }

        return today > meeting.Day.PlusDays(ChairDays) ? new Refusal(RefusalCode.FollowUpTooLate, meeting.Day, ChairDays) : null;
    }

    /// <summary>The refusal for whoever may not call the follow-up of a meeting.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="chair">Who led the meeting; null where nobody did.</param>
    public static Refusal OnlyLeaders(Network network, PersonId? chair) =>
        chair is { } leader && network.Person(leader) is { } known ? new Refusal(RefusalCode.OnlyChair, known.Name) : new Refusal(RefusalCode.OnlyCoordinator);

    /// <summary>The first day on which it can be: the same weekday as the meeting, its notice period kept when the invitation goes out today, no public holiday.</summary>
    public static LocalDate FirstDay(Meeting meeting, FollowUpRule rule, NoticePeriod usual, LocalDate today, PublicHolidays holidays)
    {
        var notice = rule.NoticeBy(usual);
        var days = Enumerable.Range(1, NoticePeriod.MaxDays + MostDays).Select(today.PlusDays).Where(day => notice.IsKept(today, day)).ToList();
        return days.Where(day => day.DayOfWeek == meeting.Day.DayOfWeek && holidays.On(day) is null).Cast<LocalDate?>().FirstOrDefault() ?? days[0];
    }
}
