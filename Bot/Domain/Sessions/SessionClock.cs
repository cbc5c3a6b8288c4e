using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Sessions;

/// <summary>A meeting by the clock: when it may be opened, and that it is closed when nobody does. Computed from what is stored; a job only writes it down and tells.</summary>
public static class SessionClock
{
    /// <summary>A meeting is opened so long before it begins at the earliest.</summary>
    public static Duration Before { get; } = Attendance.Before;

    /// <summary>A meeting goes on so long after its planned end at most.</summary>
    public static Duration Overrun { get; } = Duration.FromHours(2);

    /// <summary>The first moment at which it may be opened.</summary>
    public static Instant OpensAt(this Meeting meeting, DateTimeZone zone) => meeting.StartsAt(zone) - Before;

    /// <summary>The moment from which on it is closed although nobody did so: the end of its day, of one that is to end after midnight the end of the next; but not before
    /// <see cref="Overrun"/> after its planned end.</summary>
    public static Instant ClosesAt(this Meeting meeting, DateTimeZone zone)
    {
        if (meeting.End is not { } end)
        {
            return zone.AtStartOfDay(meeting.Day.PlusDays(1)).ToInstant();
        }

        var lastDay = end <= meeting.Start ? meeting.Day.PlusDays(1) : meeting.Day;
        return Instant.Max(zone.AtStartOfDay(lastDay.PlusDays(1)).ToInstant(), zone.AtLeniently(lastDay + end).ToInstant() + Overrun);
    }

    /// <summary>Where the meeting is in its life at a moment, whether or not that is written down yet.</summary>
    public static MeetingState StateAt(this Meeting meeting, DateTimeZone zone, Instant now) =>
        meeting.State == MeetingState.InSession && now >= meeting.ClosesAt(zone) ? MeetingState.Closed : meeting.State;

    /// <summary>When it was closed, by somebody or by the clock; null while it is not.</summary>
    public static Instant? ClosedSince(this Meeting meeting, DateTimeZone zone, Instant now) =>
        meeting.ClosedAt ?? (meeting.StateAt(zone, now) == MeetingState.Closed ? meeting.ClosesAt(zone) : null);
}
