using System;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>How long before a meeting the invitation must have been sent (Ladungsfrist). Weekends and holidays count like any day.</summary>
public sealed record NoticePeriod
{
    /// <summary>Shortest period that can be agreed, in days.</summary>
    public const int MinDays = 1;

    /// <summary>Longest period that can be agreed, in days.</summary>
    public const int MaxDays = 90;

    /// <summary>A notice period.</summary>
    /// <param name="days">Whole calendar days, 1 to 90.</param>
    /// <param name="counting">Which days count.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is outside 1–90, or the counting is unknown.</exception>
    public NoticePeriod(int days, NoticeCounting counting = NoticeCounting.BetweenDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, MinDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDays);
        if (!Enum.IsDefined(counting))
        {
            throw new ArgumentOutOfRangeException(nameof(counting), counting, "Unknown counting.");
        }

        Days = days;
        Counting = counting;
    }

    /// <summary>Whole calendar days, 1 to 90.</summary>
    public int Days { get; }

    /// <summary>Which days count.</summary>
    public NoticeCounting Counting { get; }

    /// <summary>Last calendar day on which the invitation may still be sent.</summary>
    /// <param name="meetingDay">Day of the meeting in the committee's own time zone.</param>
    /// <returns>A day before <paramref name="meetingDay"/>. By <see cref="NoticeCounting.BetweenDays"/>, 14 days before 15 April is
    /// 31 March; by <see cref="NoticeCounting.FromReceipt"/> it is 30 March; by the others it is 1 April.</returns>
    public LocalDate LatestInvitationDay(LocalDate meetingDay) => meetingDay.PlusDays(-DaysAhead);

    /// <summary>First calendar day a meeting can be on whose invitation is sent on this day.</summary>
    /// <param name="sendingDay">Day of sending in the committee's own time zone.</param>
    public LocalDate EarliestMeetingDay(LocalDate sendingDay) => sendingDay.PlusDays(DaysAhead);

    private int DaysAhead => Counting switch
    {
        NoticeCounting.BetweenDays => Days + 1,
        NoticeCounting.FromReceipt => Days + 2,
        _ => Days,
    };

    /// <summary>Whether an invitation sent on this day is in time.</summary>
    /// <param name="sendingDay">Day of sending in the committee's own time zone.</param>
    /// <param name="meetingDay">Day of the meeting in the committee's own time zone.</param>
    public bool IsKept(LocalDate sendingDay, LocalDate meetingDay) => sendingDay <= LatestInvitationDay(meetingDay);
}
