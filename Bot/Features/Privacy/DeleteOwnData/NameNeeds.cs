using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
using Bot.Domain.Privacy;
using Bot.Domain.Voting;
using Bot.Storage;

namespace Bot.Features.Privacy.DeleteOwnData;

/// <summary>Finds out whether something that is open still needs somebody's name.</summary>
internal sealed class NameNeeds(BallotStore ballots, MeetingStore meetings, AttendanceStore attendances, ElectionStore elections)
{
    /// <summary>What needs it now. Confidential committees count too; which one it is, nobody is told.</summary>
    public async Task<NameNeeded> OfAsync(NetworkId network, PersonId person, CancellationToken cancellationToken) =>
        (await IsOnRollAsync(network, person, cancellationToken) ? NameNeeded.InBallot : NameNeeded.No)
        | (await IsInMeetingAsync(network, person, cancellationToken) ? NameNeeded.InMeeting : NameNeeded.No)
        | (await StandsAsync(network, person, cancellationToken) ? NameNeeded.InElection : NameNeeded.No);

    private async Task<bool> IsOnRollAsync(NetworkId network, PersonId person, CancellationToken cancellationToken)
    {
        foreach (var ballot in await ballots.RunningAsync(network, cancellationToken))
        {
            if ((await ballots.RollAsync(network, ballot.Ballot.Id, cancellationToken)).Any(line => line.Value.HasActor(person) || line.Value.Voter == new VoterId(person.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsInMeetingAsync(NetworkId network, PersonId person, CancellationToken cancellationToken)
    {
        await foreach (var meeting in meetings.AllAsync(network, cancellationToken))
        {
            if (meeting.State == MeetingState.InSession && (meeting.Chair == person || await IsPresentAsync(network, meeting.Id, person, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsPresentAsync(NetworkId network, MeetingId meeting, PersonId person, CancellationToken cancellationToken) =>
        (await attendances.OfAsync(network, meeting, cancellationToken)).Lines.Any(line => line.Voter == new VoterId(person.Value) || line.Stays.Any(stay => stay.Person == person));

    private async Task<bool> StandsAsync(NetworkId network, PersonId person, CancellationToken cancellationToken) =>
        (await elections.AllAsync(network, cancellationToken)).Any(election =>
            election.State is ElectionState.Voting or ElectionState.Deciding or ElectionState.Accepting && election.Rounds.Any(round => round.Candidates.Contains(person)));
}
