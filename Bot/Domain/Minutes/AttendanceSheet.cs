using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>Who was there, and whether they were enough.</summary>
internal static class AttendanceSheet
{
    /// <summary>Everybody who has a vote and everybody else who was noted, by name.</summary>
    public static IReadOnlyList<Attendee> Of(MinutesSources sources)
    {
        var network = sources.Network;
        var entitled = network.Electorate(sources.Committee).Select(entry => entry.Voter).ToList();
        var noted = sources.Attendance.Lines.Where(line => line.Stays.Count > 0).Select(line => line.Voter);
        var names = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true);
        return
        [
            .. entitled.Union(noted)
                .Select(voter => new Attendee(voter, network.NameOf(voter), entitled.Contains(voter), Stays(network, voter, sources.Attendance.Of(voter))))
                .OrderBy(attendee => attendee.Name, names).ThenBy(attendee => attendee.Voter.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>How many were there at the opening, at most, when the quorum was lost and regained, and at the end; nothing where nobody was noted.</summary>
    public static IReadOnlyList<Presence> PresenceOf(MinutesSources sources)
    {
        var (meeting, attendance) = (sources.Meeting, sources.Attendance);
        if (attendance.Lines.All(line => line.Stays.Count == 0))
        {
            return [];
        }

        var opened = meeting.OpenedAt ?? meeting.StartsAt(sources.Network.Zone);
        var between = TurnsOf(sources, opened).ToList();
        if (MostAt(sources) is { } most)
        {
            between.Add((PresenceMoment.Most, most));
        }

        // Where most were there just as the quorum was regained, the turn is told first; somebody who came before the opening counts from before it.
        List<(PresenceMoment Moment, Instant At)> moments = [(PresenceMoment.Opening, opened), .. between.OrderBy(moment => moment.At)];

        if (meeting.ClosedAt is { } closed)
        {
            // Whoever left as it was closed was there at the end.
            moments.Add((PresenceMoment.Closing, closed - Duration.Epsilon));
        }

        return [.. moments.Select(moment => At(sources, moment.Moment, moment.At))];
    }

    /// <summary>The moments after the opening at which there were too few, and again enough.</summary>
    private static IEnumerable<(PresenceMoment Moment, Instant At)> TurnsOf(MinutesSources sources, Instant opened)
    {
        var until = sources.Meeting.ClosedAt is { } closed ? closed - Duration.Epsilon : Instant.MaxValue;
        var course = QuorumCourse.Of(RuleOf(sources), sources.Network.Electorate(sources.Committee), sources.Attendance, opened, until);
        return course.Turns.SkipWhile(turn => !turn.Holds).Skip(1).Select(turn => (turn.Holds ? PresenceMoment.QuorumRegained : PresenceMoment.QuorumLost, turn.At));
    }

    /// <summary>The majority of a motion as it counts in the meeting: a follow-up meeting has a quorum of its own.</summary>
    private static MajorityRule RuleOf(MinutesSources sources) =>
        sources.Meeting.Here(MinutesAssembly.RulesOf(sources.Committee, sources.Meeting).DecisionOn(MotionKind.General).Majority);

    private static Presence At(MinutesSources sources, PresenceMoment moment, Instant at)
    {
        var rule = RuleOf(sources);
        var count = Count(sources, at);
        var needed = rule.FewestTakingPart(new Tally(0, 0, 0, count.Entitled, count.Present, count.Entitled, 0));
        var shown = moment == PresenceMoment.Closing ? at + Duration.Epsilon : at;
        return new Presence(moment, MinutesAssembly.Local(sources.Network, shown), count.Present, count.Entitled, count.HoldsQuorum(rule), (int?)needed);
    }

    /// <summary>The first moment at which most were there: somebody's arrival, before the end.</summary>
    private static Instant? MostAt(MinutesSources sources)
    {
        var until = sources.Meeting.ClosedAt ?? Instant.MaxValue;
        return sources.Attendance.Lines.SelectMany(line => line.Stays).Select(stay => stay.From).Where(from => from < until).Distinct().Order()
            .Select(from => (Instant?)from).MaxBy(from => Count(sources, from!.Value).Present);
    }

    private static AttendanceCount Count(MinutesSources sources, Instant at) => sources.Attendance.CountAt(sources.Network.Electorate(sources.Committee), at);

    private static AttendeeStay[] Stays(Network network, VoterId voter, AttendanceLine line) =>
    [
        .. line.Stays.OrderBy(stay => stay.From).Select(stay => new AttendeeStay(
            stay.Person,
            stay.Person?.Value == voter.Value ? string.Empty : MinutesAssembly.NameOf(network, stay.Person),
            MinutesAssembly.Local(network, stay.From),
            MinutesAssembly.Local(network, stay.Until))),
    ];
}
