using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>The life of a meeting's minutes (Niederschrift): drafted, given to the committee, corrected, approved in a later meeting. What they say stands in the
/// drafts its versions name, with the corrections applied. Every step may be repeated and then changes nothing.</summary>
/// <param name="Meeting">Whose minutes.</param>
/// <param name="Committee">Which committee's.</param>
/// <param name="Day">The day of the meeting.</param>
public sealed partial record MeetingMinutes(MeetingId Meeting, CommitteeId Committee, LocalDate Day)
{
    /// <summary>The most corrections minutes take, and the most drafts.</summary>
    public const int MostCorrections = 100, MostDrafts = 30;

    /// <summary>How far they are.</summary>
    public MinutesState State { get; init; }

    /// <summary>All versions, in order; never empty.</summary>
    public ImmutableList<MinutesVersion> Versions { get; init; } = [];

    /// <summary>All corrections ever proposed, in order.</summary>
    public ImmutableList<Correction> Corrections { get; init; } = [];

    /// <summary>When they were given to the committee; null before.</summary>
    public Instant? CirculatedAt { get; init; }

    /// <summary>That they were approved; null before.</summary>
    public MinutesApproval? Approval { get; init; }

    /// <summary>The version as they stand.</summary>
    public int Version => Versions.Count;

    /// <summary>Corrections nobody has decided yet.</summary>
    public int Undecided => Corrections.Count(correction => correction.State == CorrectionState.Proposed);

    /// <summary>Who made the first draft.</summary>
    public PersonId DraftedBy => Versions[0].By;

    /// <summary>Identity of the draft a version is made from.</summary>
    /// <param name="version">1 to <see cref="Version"/>.</param>
    public string DraftOf(int version) => Versions.Take(version).Last(made => made.Cause == VersionCause.Drafted).Source;

    /// <summary>The correction of that number; null when there is none.</summary>
    public Correction? Find(int number) => Corrections.FirstOrDefault(correction => correction.Number == number);

    /// <summary>Why there can be no minutes of a meeting yet; null when there can.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="zone">The network's zone.</param>
    /// <param name="now">When.</param>
    /// <returns><see cref="RefusalCode.MeetingCancelled"/>; or <see cref="RefusalCode.MeetingNotOver"/> unless it was closed, was to have ended without anybody
    /// having opened it, or its last day is over.</returns>
    public static Refusal? WhyNotOf(Meeting meeting, DateTimeZone zone, Instant now)
    {
        if (meeting.State == MeetingState.Cancelled)
        {
            return new Refusal(RefusalCode.MeetingCancelled, meeting.Day);
        }

        var lastDay = meeting.End is { } end && end <= meeting.Start ? meeting.Day.PlusDays(1) : meeting.Day;
        var isOver = meeting.State == MeetingState.Closed
            || now >= zone.AtStartOfDay(lastDay.PlusDays(1)).ToInstant()
            || (meeting is { State: MeetingState.Invited, End: { } until } && now >= zone.AtLeniently(lastDay + until).ToInstant());
        return isOver ? null : new Refusal(RefusalCode.MeetingNotOver, meeting.Day);
    }

    /// <summary>Makes the first draft.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="draft">Identity of what was drafted.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    /// <returns>Refused with <see cref="RefusalCode.OnlyChair"/> for anybody but the meeting's chair and the coordinators, and as <see cref="WhyNotOf"/> says.</returns>
    public static Outcome<MeetingMinutes> Draft(Network network, Meeting meeting, string draft, PersonId by, Instant now) =>
        (WhoMayNot(network, meeting, by) ?? WhyNotOf(meeting, network.Zone, now)) is { } refusal
            ? refusal
            : new MeetingMinutes(meeting.Id, meeting.Committee, meeting.Day) { Versions = [new MinutesVersion(1, VersionCause.Drafted, draft, now, by)] };

    /// <summary>Makes the first draft without anybody having asked for it: of a meeting that was held and closed.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="draft">Identity of what was drafted.</param>
    /// <param name="now">When.</param>
    /// <returns>Null for a meeting nobody opened, and one that goes on or was cancelled.</returns>
    public static MeetingMinutes? DraftByItself(Network network, Meeting meeting, string draft, Instant now) => meeting is { State: MeetingState.Closed, OpenedAt: not null }
        ? new MeetingMinutes(meeting.Id, meeting.Committee, meeting.Day)
        {
            Versions = [new MinutesVersion(1, VersionCause.Drafted, draft, now, meeting.Chair ?? network.Coordinators.FirstOrDefault()?.Id ?? meeting.CalledBy) { IsByItself = true }],
        }
        : null;

    /// <summary>Makes a new version from what is kept of the meeting now; corrections accepted before are applied to it.</summary>
    /// <returns>The same by reference when this draft was made already; refused with <see cref="RefusalCode.OnlyChair"/>, <see cref="RefusalCode.MinutesApproved"/>
    /// or <see cref="RefusalCode.MinutesTooOften"/>.</returns>
    public Outcome<MeetingMinutes> Redraft(Network network, Meeting meeting, string draft, PersonId by, Instant now)
    {
        if (WhoMayNot(network, meeting, by) is { } refusal)
        {
            return refusal;
        }

        if (Versions.Any(version => version.Cause == VersionCause.Drafted && version.Source == draft))
        {
            return this;
        }

        if (Approval is { } approval)
        {
            return new Refusal(RefusalCode.MinutesApproved, approval.Day);
        }

        return Versions.Count(version => version.Cause == VersionCause.Drafted) >= MostDrafts
            ? new Refusal(RefusalCode.MinutesTooOften, MostDrafts)
            : this with { Versions = Versions.Add(new MinutesVersion(Version + 1, VersionCause.Drafted, draft, now, by)) };
    }

    /// <summary>Gives the draft to the committee.</summary>
    /// <returns>The same by reference when that was done; refused with <see cref="RefusalCode.OnlyChair"/>.</returns>
    public Outcome<MeetingMinutes> Circulate(Network network, Meeting meeting, PersonId by, Instant now)
    {
        if (WhoMayNot(network, meeting, by) is { } refusal)
        {
            return refusal;
        }

        return State == MinutesState.Draft ? this with { State = MinutesState.Circulated, CirculatedAt = now } : this;
    }

    /// <summary>Records that the committee approved the minutes as they stand.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="reviewed">The meeting whose minutes they are.</param>
    /// <param name="later">The meeting in which they were approved.</param>
    /// <param name="ballot">The ballot by which they were, taken in that meeting; null for without objection.</param>
    /// <param name="version">The version that was shown when it was confirmed.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="now">When.</param>
    /// <returns>The same by reference when they are approved; refused with <see cref="RefusalCode.OnlyChair"/>, <see cref="RefusalCode.MinutesNotCirculated"/>,
    /// <see cref="RefusalCode.ApprovalInOtherMeeting"/> unless the later meeting is the same committee's, comes after and has begun, <see cref="RefusalCode.CorrectionsUndecided"/>,
    /// <see cref="RefusalCode.MinutesChanged"/> when another version stands by now, or <see cref="RefusalCode.ApprovalBallotUnfit"/> unless the ballot was taken in
    /// the later meeting and accepted something.</returns>
    public Outcome<MeetingMinutes> Approve(Network network, Meeting reviewed, Meeting later, TakenBallot? ballot, int version, PersonId by, Instant now)
    {
        if (WhoMayNot(network, later, by) is { } refusal)
        {
            return refusal;
        }

        if (Approval is not null)
        {
            return this;
        }

        return (WhyNotYet() ?? WhyNotIn(reviewed, later, network.Zone, now) ?? WhyNotBy(ballot, later)) is { } why
            ? why
            : version == Version
                ? this with { State = MinutesState.Approved, Approval = new MinutesApproval(now, by, later.Id, later.Day, Version, ballot?.Ballot.Id) }
                : new Refusal(RefusalCode.MinutesChanged, Version);
    }

    /// <summary>Whether minutes of one meeting can be approved in another: of the same committee, later, not cancelled, and begun.</summary>
    public static bool CanBeApprovedIn(Meeting reviewed, Meeting later, DateTimeZone zone, Instant now) =>
        later.Id != reviewed.Id && later.Committee == reviewed.Committee && later.State != MeetingState.Cancelled
        && later.StartsAt(zone) > reviewed.StartsAt(zone) && (later.OpenedAt is not null || now >= later.StartsAt(zone));

    /// <summary>Whether a ballot can have approved minutes: one on a question, taken in that meeting, whose motion was carried.</summary>
    public static bool CanApprove(TakenBallot ballot, Meeting later) => ballot is
    {
        Ballot: { Voided: null } taken, Motion.Kind: Voting.MotionKind.General, Result.Verdict: Voting.Verdict.Accepted,
    }
        && taken.Meeting == later.Id;

    private static Refusal? WhyNotIn(Meeting reviewed, Meeting later, DateTimeZone zone, Instant now) =>
        CanBeApprovedIn(reviewed, later, zone, now) ? null : new Refusal(RefusalCode.ApprovalInOtherMeeting);

    private static Refusal? WhyNotBy(TakenBallot? ballot, Meeting later) =>
        ballot is null || CanApprove(ballot, later) ? null : new Refusal(RefusalCode.ApprovalBallotUnfit);

    private static Refusal? WhoMayNot(Network network, Meeting meeting, PersonId person) => meeting.IsLedBy(network, person)
        ? null
        : new Refusal(RefusalCode.OnlyChair, meeting.Chair is { } chair ? network.Person(chair)?.Name ?? string.Empty : string.Join(", ", network.Coordinators.Select(one => one.Name)));

    private Refusal? WhyNotYet()
    {
        if (State == MinutesState.Draft)
        {
            return new Refusal(RefusalCode.MinutesNotCirculated);
        }

        return Undecided > 0 ? new Refusal(RefusalCode.CorrectionsUndecided, Undecided) : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
