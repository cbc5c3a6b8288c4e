using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>Another day, time or place somebody wants a meeting to have.</summary>
/// <param name="Day">The day it is to be on.</param>
/// <param name="Start">When it is to begin.</param>
/// <param name="End">When it is to end; null when not said.</param>
/// <param name="Place">Where it is to be; empty for none.</param>
/// <param name="Reason">Why; must be given where the notice period cannot be kept any more.</param>
public sealed record MeetingMove(LocalDate Day, LocalTime Start, LocalTime? End, string Place, string Reason)
{
    /// <summary>Whether anything would be otherwise than it is.</summary>
    public bool Changes(Meeting meeting) => (Day, Start, End, Place) != (meeting.Day, meeting.Start, meeting.End, meeting.Place);

    /// <summary>Whether those invited must decide anew whether they can come: on another day, or at another hour. Another place or end asks nobody again.</summary>
    public bool AsksAnew(Meeting meeting) => (Day, Start) != (meeting.Day, meeting.Start);

    /// <summary>Whether the notice period is kept. It protects the evening people have set aside, so it counts for another day or hour, as for a first invitation;
    /// another place or end alone does not touch it.</summary>
    public bool IsInTime(Meeting meeting, Committee committee, DateTimeZone zone, Instant now) =>
        !AsksAnew(meeting) || meeting.NoticeUnder(committee.Rules).IsKept(now.InZone(zone).Date, Day);

    /// <summary>Decides whether the meeting may be moved.</summary>
    /// <param name="meeting">As it stands.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="mover">Who moves it, or null for somebody the network does not know.</param>
    /// <param name="now">When.</param>
    /// <returns>The moved meeting, the same by reference when nothing changes; a refusal unless a coordinator moves it before it begins, to a moment still to come.
    /// Too late for the notice period it becomes an urgent meeting, for which a reason must be given; in time it stays what it was called as.</returns>
    public Outcome<Meeting> Of(Meeting meeting, Network network, PersonId? mover, Instant now)
    {
        if (mover is not { } person || !network.Allows(Right.MoveMeeting, person, network.Committee(meeting.Committee)))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (network.Committee(meeting.Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.CommitteeUnknown);
        }

        if (WhyNot(meeting, network.Zone, now) is { } refusal)
        {
            return refusal;
        }

        if (!Changes(meeting))
        {
            return meeting;
        }

        var isInTime = IsInTime(meeting, committee, network.Zone, now);
        var notice = meeting.NoticeUnder(committee.Rules);
        return isInTime || Reason.Length > 0
            ? Moved(meeting, committee, isInTime, now)
            : new Refusal(RefusalCode.NoticeTooShort, notice.Days, notice.LatestInvitationDay(Day));
    }

    /// <summary>Why the meeting cannot be moved so, whoever moves it and whatever the reason; null when nothing stands against it.</summary>
    public Refusal? WhyNot(Meeting meeting, DateTimeZone zone, Instant now)
    {
        if (meeting.State == MeetingState.Cancelled)
        {
            return new Refusal(RefusalCode.MeetingCancelled, meeting.Day);
        }

        return meeting.State != MeetingState.Invited || now >= meeting.StartsAt(zone)
            ? new Refusal(RefusalCode.MeetingHasBegun, meeting.Day, meeting.Start)
            : new MeetingProposal(meeting.Committee, Day, Start, Place, meeting.Topic, Reason).Objection(zone, now);
    }

    private Meeting Moved(Meeting meeting, Committee committee, bool isInTime, Instant now) => meeting with
    {
        Day = Day,
        Start = Start,
        End = End,
        Place = Place,
        Kind = isInTime ? meeting.Kind : MeetingKind.Urgent,
        Reason = isInTime ? meeting.Reason : Reason,
        RulesVersion = AsksAnew(meeting) ? committee.Rules.Version : meeting.RulesVersion,
        Revision = meeting.Revision + 1,
        ChangedAt = now,
        Earlier = meeting.Earlier.With(new EarlierDate(meeting.Revision + 1, now, meeting.Day, meeting.Start, meeting.End, meeting.Place, Reason)),
    };
}
