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

    /// <summary>Whether a meeting in its place was called already and not cancelled.</summary>
    public async Task<bool> HasFollowUpAsync(NetworkId network, Meeting meeting, CancellationToken cancellationToken)
    {
        await foreach (var later in meetings.FromAsync(network, meeting.Day, cancellationToken))
        {
            if (later.FollowUp?.Of == meeting.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a draft that names a meeting without quorum becomes; a refusal where the rules allow no follow-up of it.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="proposal">The meeting that would be called.</param>
    /// <param name="of">The meeting without quorum; null for an ordinary proposal, which stays as it is.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Outcome<MeetingProposal>> ResolveAsync(Network network, MeetingProposal proposal, MeetingId? of, Instant now, CancellationToken cancellationToken)
    {
        if (of is not { } id)
        {
            return proposal;
        }

        if (await meetings.FindAsync(network, id, cancellationToken) is not { Value: var meeting } || meeting.Committee != proposal.Committee
            || network.Committee(meeting.Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.MeetingNotFound);
        }

        return Of(network, committee, meeting, await StandingAsync(network, committee, meeting, now, cancellationToken), now) switch
        {
            Outcome<FollowUp>.Done(var followUp) => proposal with { FollowUp = followUp },
            Outcome<FollowUp>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The last meeting of the committees that are meant that has begun, or was closed before its time, and was not cancelled; null when there is none.</summary>
    public async Task<Meeting?> LastAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, text);
        var meant = (named.Count > 0 ? named : turn.Here is { } here ? [here] : turn.OwnCommittees).Where(one => turn.May(Right.ReadMeetings, one)).Select(committee => committee.Id).ToHashSet();
        Meeting? last = null;
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date.PlusDays(-DaysBack), cancellationToken))
        {
            if (meeting.Day > turn.LocalNow.Date)
            {
                break;
            }

            last = meant.Contains(meeting.Committee) && meeting.State != MeetingState.Cancelled && !meeting.IsAhead(turn.Network.Zone, turn.Now) ? meeting : last;
        }

        return last;
    }
}
