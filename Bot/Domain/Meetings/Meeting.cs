using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Sessions;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>Whether the notice period was kept.</summary>
public enum MeetingKind
{
    /// <summary>Invited within the notice period.</summary>
    Ordinary,

    /// <summary>Called at short notice; the reason is stated and the meeting first confirms the urgency.</summary>
    Urgent,
}

/// <summary>Where a meeting is in its life.</summary>
public enum MeetingState
{
    /// <summary>Decided and announced.</summary>
    Invited,

    /// <summary>Will not take place; the reason is kept.</summary>
    Cancelled,

    /// <summary>Opened by whoever leads it, and going on.</summary>
    InSession,

    /// <summary>Closed by whoever led it; or by the clock, when nobody did.</summary>
    Closed,
}

/// <summary>A meeting (Sitzung) of a committee: an appointment on a local day at a local time.</summary>
public sealed partial record Meeting
{
    /// <summary>Identity within the network.</summary>
    public required MeetingId Id { get; init; }

    /// <summary>Whose meeting it is.</summary>
    public required CommitteeId Committee { get; init; }

    /// <summary>The day, in the network's zone.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When it begins, in the network's zone.</summary>
    public required LocalTime Start { get; init; }

    /// <summary>When it is to end, by the clock on the wall; at or before <see cref="Start"/> on the next day. Null when not said.</summary>
    public LocalTime? End { get; init; }

    /// <summary>Where it is; empty when not yet said.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>What it is about, in the inviter's words; empty for none.</summary>
    public string Topic { get; init; } = string.Empty;

    /// <summary>Whether the notice period was kept.</summary>
    public MeetingKind Kind { get; init; }

    /// <summary>Why it is urgent or was cancelled; empty otherwise.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Where it is in its life.</summary>
    public MeetingState State { get; init; }

    /// <summary>Version of the rules of procedure it was called under.</summary>
    public required int RulesVersion { get; init; }

    /// <summary>Who called it.</summary>
    public required PersonId CalledBy { get; init; }

    /// <summary>When it was called.</summary>
    public required Instant CalledAt { get; init; }

    /// <summary>How often what calendars must know of it has changed since it was called (RFC 5545, SEQUENCE).</summary>
    public int Revision { get; init; }

    /// <summary>When that last changed; null for never since it was called.</summary>
    public Instant? ChangedAt { get; init; }

    /// <summary>When it was opened; null while it was not.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>When it was closed; null while it was not.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>Who leads it (Sitzungsleitung), for this meeting only; null where nobody was named, and the coordinators do.</summary>
    public PersonId? Chair { get; init; }

    /// <summary>Where one joins it online, an https address; null where there is none. It is made by the calendar, so it comes a moment after the call.</summary>
    public string? OnlineLink { get; init; }

    /// <summary>What names it in every calendar (RFC 5545, UID), as the organizer's calendar has named it; null while that has not, and then the bot's own name for
    /// it counts.</summary>
    public string? CalendarUid { get; init; }

    /// <summary>Whether arrivals and departures are noted now, and votes taken: from an hour before it begins until its day ends; of one that was opened, as long as it goes on.</summary>
    public bool TakesAttendanceAt(DateTimeZone zone, Instant now) => State switch
    {
        MeetingState.Invited => StartsAt(zone) - Attendance.Before <= now && now < zone.AtStartOfDay(Day.PlusDays(1)).ToInstant(),
        MeetingState.InSession => StartsAt(zone) - Attendance.Before <= now && now < this.ClosesAt(zone),
        _ => false,
    };

    /// <summary>Whether it is still to come: neither cancelled nor closed before its time, and not begun by the clock.</summary>
    public bool IsAhead(DateTimeZone zone, Instant now) => State is not (MeetingState.Cancelled or MeetingState.Closed) && now < StartsAt(zone);

    /// <summary>The day it was called for; another than <see cref="Day"/> where it was moved since.</summary>
    public LocalDate CalledFor => Earlier.Items is [var first, ..] ? first.Day : Day;

    /// <summary>Whether the person leads it: its chair, or a coordinator.</summary>
    public bool IsLedBy(Network network, PersonId person) => network.Allows(Right.LeadMeeting, person, Committee, Chair);

    /// <summary>The moment it begins. A time skipped in spring moves forward; of a doubled hour in autumn the first counts.</summary>
    public Instant StartsAt(DateTimeZone zone) => zone.AtLeniently(Day + Start).ToInstant();

    /// <summary>The last moment at which agenda items are taken; from then on they are refused.</summary>
    /// <remarks>End of the day <see cref="RulesOfProcedure.AgendaDeadlineDays"/> days before; where that had passed
    /// when the meeting was called, or moved to its day, the beginning of the meeting.</remarks>
    public Instant AgendaClosesAt(RulesOfProcedure rules, DateTimeZone zone)
    {
        var deadline = zone.AtStartOfDay(Day.PlusDays(1 - rules.AgendaDeadlineDays)).ToInstant();
        var start = StartsAt(zone);
        return deadline <= DatedAt || deadline > start ? start : deadline;
    }

    /// <summary>The last minute at which agenda items are taken, as people read it: 23:59 of the last day, or the beginning of the meeting.</summary>
    public LocalDateTime LastMinuteForItems(RulesOfProcedure rules, DateTimeZone zone)
    {
        var deadline = AgendaClosesAt(rules, zone);
        return (deadline == StartsAt(zone) ? deadline : deadline - Duration.FromMinutes(1)).InZone(zone).LocalDateTime;
    }

    /// <summary>The moments at which people are reminded, earliest first; those before the call, or before the meeting was last moved, are left out.</summary>
    public IEnumerable<MeetingReminder> Reminders(RulesOfProcedure rules, DateTimeZone zone) =>
        rules.ReminderDays
            .Select(days => new MeetingReminder(days, zone.AtLeniently(Day.PlusDays(-days) + rules.ReminderTime).ToInstant()))
            .Where(reminder => reminder.At > ToldFrom && reminder.At < StartsAt(zone))
            .OrderBy(reminder => reminder.At);

    /// <summary>The reminder to be said now, or null. After an outage only the latest one is still useful; none once the meeting has begun.</summary>
    public MeetingReminder? ReminderDue(RulesOfProcedure rules, DateTimeZone zone, Instant now) =>
        State != MeetingState.Invited || now >= StartsAt(zone)
            ? null
            : Reminders(rules, zone).LastOrDefault(reminder => reminder.At <= now);

    /// <summary>Whether no further reminder comes after this one.</summary>
    public bool IsLast(MeetingReminder reminder, RulesOfProcedure rules, DateTimeZone zone) => Reminders(rules, zone).LastOrDefault() is not { } last || last.At <= reminder.At;

    /// <summary>Decides whether the meeting may be cancelled. A cancelled one stays as it is.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="canceller">Who cancels it, or null for somebody the network does not know.</param>
    /// <param name="reason">Why; may be empty.</param>
    /// <param name="now">When.</param>
    /// <returns>The cancelled meeting; a refusal unless a coordinator cancels it, before it begins or is opened, with a reason of at most <see cref="MeetingProposal.TextLimit"/>.</returns>
    public Outcome<Meeting> Cancel(Network network, PersonId? canceller, string reason, Instant now)
    {
        if (canceller is not { } person || !network.Allows(Right.CancelMeeting, person, Committee))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (State == MeetingState.Cancelled)
        {
            return this;
        }

        if (State != MeetingState.Invited)
        {
            return new Refusal(RefusalCode.MeetingIsOpened, Day);
        }

        if (now >= StartsAt(network.Zone))
        {
            return new Refusal(RefusalCode.MeetingInPast, Day, Start);
        }

        return reason.Length > MeetingProposal.TextLimit
            ? new Refusal(RefusalCode.TextTooLong, MeetingProposal.TextLimit)
            : this with { State = MeetingState.Cancelled, Reason = reason, Revision = Revision + 1, ChangedAt = now };
    }
}

/// <summary>One reminder of a meeting.</summary>
/// <param name="Days">Days before the meeting, at least 1.</param>
/// <param name="At">When it is due.</param>
public sealed record MeetingReminder(int Days, Instant At)
{
    /// <summary>Whether somebody is reminded: who has not answered, each time; who comes, or perhaps, only the last time; who does not come, never.</summary>
    /// <param name="standing">How they stand.</param>
    /// <param name="isLast">Whether it is the meeting's last reminder.</param>
    public static bool Concerns(ReplyStanding standing, bool isLast) => standing == ReplyStanding.Open || (standing is ReplyStanding.Coming or ReplyStanding.Tentative && isLast);
}
