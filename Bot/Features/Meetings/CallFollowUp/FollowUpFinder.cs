using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.CallFollowUp;

/// <summary>Finds out whether a meeting lacked its quorum, and whether another one may take its place.</summary>
internal sealed class FollowUpFinder(MeetingStore meetings, AttendanceStore attendance, AgendaStore agendas)
{
    /// <summary>Meetings so many days back are looked at when somebody asks for a follow-up.</summary>
    private const int DaysBack = 60;

    /// <summary>As <see cref="FollowUpOffer.StandingOf"/> says, by what is stored.</summary>
    public async Task<QuorumStanding> StandingAsync(Network network, Committee committee, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var rule = committee.Rules.DecisionOn(MotionKind.General);
        var noted = await attendance.OfAsync(network.Id, meeting.Id, cancellationToken);
        var agenda = await agendas.OfAsync(network.Id, meeting, cancellationToken);
        return FollowUpOffer.StandingOf(meeting, rule.Majority, network.Electorate(committee, rule.VotingRight), noted, agenda.HasItemsLeft, network.Zone, now);
    }

    /// <summary>The follow-up of a meeting that stood so, or why there is none.</summary>
    public static Outcome<FollowUp> Of(Network network, Committee committee, Meeting meeting, QuorumStanding standing, Instant now)
    {
        bool? isMissed = standing switch
        {
            QuorumStanding.Unknown => null,
            QuorumStanding.Held => false,
            _ => true,
        };
        return FollowUpOffer.Of(meeting, committee.Rules, isMissed, network.Zone, now) switch
        {
            Outcome<FollowUp>.Done(var followUp) => followUp with { WasLost = standing == QuorumStanding.Lost },
            var refused => refused,
        };
    }

    /// <summary>The meeting in its place that was called already and not cancelled; null for none.</summary>
    public async Task<Meeting?> FollowingAsync(NetworkId network, Meeting meeting, CancellationToken cancellationToken)
    {
        await foreach (var later in meetings.FromAsync(network, meeting.Day, cancellationToken))
        {
            if (later.FollowUp?.Of == meeting.Id && later.State != MeetingState.Cancelled)
            {
                return later;
            }
        }

        return null;
    }

    /// <summary>What a draft that names a meeting without quorum becomes; a refusal where the rules allow no follow-up of it, or not by the sender.</summary>
    /// <param name="turn">Who would call it.</param>
    /// <param name="proposal">The meeting that would be called.</param>
    /// <param name="of">The meeting without quorum; null for an ordinary proposal, which stays as it is.</param>
    /// <param name="own">What the meeting would be called by: that it stands already is no objection.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Outcome<MeetingProposal>> ResolveAsync(Turn turn, MeetingProposal proposal, MeetingId? of, MeetingId own, CancellationToken cancellationToken)
    {
        var network = turn.Network;
        if (of is not { } id)
        {
            return proposal;
        }

        if (await meetings.FindAsync(network, id, cancellationToken) is not { Value: var meeting } || meeting.Committee != proposal.Committee
            || network.Committee(meeting.Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.MeetingNotFound);
        }

        var standing = await StandingAsync(network, committee, meeting, turn.Now, cancellationToken);
        return Of(network, committee, meeting, standing, turn.Now) switch
        {
            Outcome<FollowUp>.Done(var followUp) => await ForSenderAsync(turn, committee, meeting, standing, proposal with { FollowUp = followUp, FollowedChair = meeting.Chair }, own, cancellationToken),
            Outcome<FollowUp>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Whoever only led the meeting calls its one follow-up, in time.</summary>
    private async Task<Outcome<MeetingProposal>> ForSenderAsync(
        Turn turn, Committee committee, Meeting meeting, QuorumStanding standing, MeetingProposal proposal, MeetingId own, CancellationToken cancellationToken)
    {
        if (turn.Network.Allows(Right.CallMeeting, turn.Sender?.Id, committee))
        {
            return proposal;
        }

        var following = await FollowingAsync(turn.Network.Id, meeting, cancellationToken);
        return FollowUpOffer.WhyNotByChair(meeting, standing, following is { } other && other.Id != own ? other.Day : null, turn.LocalNow.Date) is { } why
            ? why
            : proposal with { Reason = string.Empty };
    }

    /// <summary>Why the sender may not call the follow-up a draft names; null when they may, as far as rights go.</summary>
    public async Task<Refusal?> WhyNotAsync(Turn turn, MeetingId? of, CancellationToken cancellationToken)
    {
        if (of is not { } id || await meetings.FindAsync(turn.Network, id, cancellationToken) is not { Value: var meeting }
            || turn.Network.Committee(meeting.Committee) is not { } committee || !turn.May(Right.ReadMeetings, committee, meeting))
        {
            return new Refusal(RefusalCode.MeetingNotFound);
        }

        return turn.May(Right.CallFollowUp, committee, meeting) ? null : FollowUpOffer.OnlyLeaders(turn.Network, meeting.Chair);
    }

    /// <summary>The last meeting of the committees that are meant that has begun, or was closed before its time, and was not cancelled; null when there is none. Where none is
    /// named, also one the sender leads.</summary>
    public async Task<Meeting?> LastAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, text);
        var meant = (named.Count > 0 ? named : turn.Here is { } here ? [here] : turn.OwnCommittees).Select(committee => committee.Id).ToHashSet();
        var isAny = named.Count == 0 && turn.Here is null && !turn.Network.Allows(Right.CallMeeting, turn.Sender?.Id);
        Meeting? last = null;
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date.PlusDays(-DaysBack), cancellationToken))
        {
            if (meeting.Day > turn.LocalNow.Date)
            {
                break;
            }

            last = turn.Network.Committee(meeting.Committee) is { } committee && (meant.Contains(meeting.Committee) || (isAny && turn.Network.Allows(Right.CallFollowUp, turn.Sender?.Id, committee, meeting.Chair)))
                && turn.May(Right.ReadMeetings, committee, meeting) && meeting.State != MeetingState.Cancelled && !meeting.IsAhead(turn.Network.Zone, turn.Now) ? meeting : last;
        }

        return last;
    }
}
