using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <content>The introduction of the applicant in a meeting.</content>
public sealed partial record Admission
{
    /// <summary>The last introduction it was asked for; null for none.</summary>
    public Introduction? Introduction { get; init; }

    /// <summary>Why an applicant cannot be asked to introduce itself in a meeting; null where it can.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="coordinator">Who asks.</param>
    /// <param name="meeting">Which meeting.</param>
    /// <param name="standing">What has become of <see cref="Introduction"/>; null for none.</param>
    /// <param name="now">When.</param>
    /// <returns><see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.IntroductionTooLate"/> once the case is over, <see cref="RefusalCode.IntroductionThere"/> while
    /// one is to come, or <see cref="RefusalCode.MeetingInPast"/>.</returns>
    public Refusal? WhyNotIntroduce(Network network, PersonId coordinator, Meeting meeting, IntroductionStanding? standing, Instant now) =>
        !network.Allows(Right.PrepareAdmission, coordinator) ? new Refusal(RefusalCode.OnlyCoordinator)
        : !IsRunning ? new Refusal(RefusalCode.IntroductionTooLate)
        : standing == IntroductionStanding.Ahead ? new Refusal(RefusalCode.IntroductionThere, Applicant)
        : network.Standing(meeting.Committee) is not { Kind: CommitteeKind.AdvisoryBoard or CommitteeKind.GeneralAssembly } ? new Refusal(RefusalCode.MeetingNotFound)
        : !meeting.IsAhead(network.Zone, now) ? new Refusal(RefusalCode.MeetingInPast, meeting.Day, meeting.Start)
        : null;

    /// <summary>What has become of an introduction.</summary>
    /// <param name="meeting">The meeting as it is now.</param>
    /// <param name="item">The item as it is now; null where it was taken off.</param>
    /// <param name="zone">The network's zone.</param>
    /// <param name="now">The moment: a meeting that nobody opened was held when its day is over.</param>
    public static IntroductionStanding StandingOf(Meeting meeting, AgendaItem? item, DateTimeZone zone, Instant now) =>
        meeting.State == MeetingState.Cancelled || item is null or { State: AgendaItemState.Postponed or AgendaItemState.Referred or AgendaItemState.Withdrawn } ? IntroductionStanding.Off
        : meeting.State == MeetingState.Closed || item.State == AgendaItemState.Done || (meeting.State == MeetingState.Invited && now >= Agenda.LastsUntil(meeting, zone)) ? IntroductionStanding.Held
        : IntroductionStanding.Ahead;
}
