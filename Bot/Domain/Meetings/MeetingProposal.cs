using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>A meeting somebody wants to call, as understood from their words or from a form.</summary>
/// <param name="Committee">Whose meeting.</param>
/// <param name="Day">The day, in the network's zone.</param>
/// <param name="Start">When it begins, in the network's zone.</param>
/// <param name="Place">Where; empty for none.</param>
/// <param name="Topic">What about; empty for none.</param>
/// <param name="Reason">Why it is urgent; empty for an ordinary meeting.</param>
public sealed record MeetingProposal(CommitteeId Committee, LocalDate Day, LocalTime Start, string Place, string Topic, string Reason)
{
    /// <summary>When it is to end; null when not said.</summary>
    public LocalTime? End { get; init; }

    /// <summary>The meeting without quorum in whose place it is to be; null for none.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>Who led the meeting without quorum; null where nobody did, or there is none.</summary>
    public PersonId? FollowedChair { get; init; }

    /// <summary>The longest place, topic or reason, in UTF-16 units.</summary>
    public const int TextLimit = 200;

    /// <summary>Decides whether the meeting may be called now.</summary>
    /// <returns>The meeting; or a refusal: not a coordinator, or of a follow-up neither that nor who led the meeting without quorum; unknown committee, in the past, text too
    /// long, no such hour, too late for an ordinary invitation.</returns>
    /// <remarks>The notice period counts as <see cref="NoticePeriod"/> says; too late is possible only as an urgent meeting with a reason, and only for coordinators.</remarks>
    public Outcome<Meeting> Call(Network network, PersonId caller, MeetingId id, Instant now)
    {
        if (!IsFor(network, caller))
        {
            return FollowUp is null ? new Refusal(RefusalCode.OnlyCoordinator) : FollowUpOffer.OnlyLeaders(network, FollowedChair);
        }

        if (Reason.Length > 0 && !network.Allows(Right.CallMeeting, caller, network.Committee(Committee)))
        {
            return (this with { Reason = string.Empty }).Call(network, caller, id, now);
        }

        if (network.Standing(Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.CommitteeUnknown);
        }

        return Objection(network.Zone, now) is { } objection ? objection : Called(committee, network.Zone, caller, id, now);
    }

    /// <summary>Whether somebody may call it: a coordinator; a follow-up also whoever led the meeting without quorum.</summary>
    public bool IsFor(Network network, PersonId caller) => FollowUp is null
        ? network.Allows(Right.CallMeeting, caller, network.Committee(Committee))
        : network.Allows(Right.CallFollowUp, caller, network.Committee(Committee), FollowedChair);

    /// <summary>Whether an ordinary invitation sent now would still be in time.</summary>
    public bool NoticeIsKept(Committee committee, DateTimeZone zone, Instant now) =>
        now.InZone(zone).Date <= NoticeIn(committee).LatestInvitationDay(Day);

    /// <summary>The notice period that counts: a follow-up meeting has its own.</summary>
    public NoticePeriod NoticeIn(Committee committee) => FollowUp?.Rule.NoticeBy(committee.Rules.Notice) ?? committee.Rules.Notice;

    /// <summary>Why the meeting cannot be called, whoever calls it and however early: no such hour, in the past, text too long; null when nothing stands against it.</summary>
    public Refusal? Objection(DateTimeZone zone, Instant now)
    {
        if (zone.MapLocal(Day + Start).Count == 0)
        {
            return new Refusal(RefusalCode.NoSuchHour, Day, Start);
        }

        if (zone.AtLeniently(Day + Start).ToInstant() <= now)
        {
            return new Refusal(RefusalCode.MeetingInPast, Day, Start);
        }

        return Place.Length > TextLimit || Topic.Length > TextLimit || Reason.Length > TextLimit
            ? new Refusal(RefusalCode.TextTooLong, TextLimit)
            : null;
    }

    private Outcome<Meeting> Called(Committee committee, DateTimeZone zone, PersonId caller, MeetingId id, Instant now)
    {
        if (!NoticeIsKept(committee, zone, now) && Reason.Length == 0)
        {
            return new Refusal(RefusalCode.NoticeTooShort, NoticeIn(committee).Days, NoticeIn(committee).LatestInvitationDay(Day));
        }

        return new Meeting
        {
            Id = id,
            Committee = Committee,
            Day = Day,
            Start = Start,
            End = End,
            Place = Place,
            Topic = Topic,
            Kind = Reason.Length == 0 ? MeetingKind.Ordinary : MeetingKind.Urgent,
            Reason = Reason,
            State = MeetingState.Invited,
            RulesVersion = committee.Rules.Version,
            CalledBy = caller,
            CalledAt = now,
            FollowUp = FollowUp,
        };
    }
}
