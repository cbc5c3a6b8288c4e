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
    /// <summary>What needs it now.</summary>
    /// <param name="network">The network; of committees that are not in it nothing is even read, so that asking takes nobody longer because of what is kept from them.</param>
    /// <param name="person">Whose name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<NameNeeded> OfAsync(Network network, PersonId person, CancellationToken cancellationToken) =>
        (await IsOnRollAsync(network, person, cancellationToken) ? NameNeeded.InBallot : NameNeeded.No)
        | (await IsInMeetingAsync(network, person, cancellationToken) ? NameNeeded.InMeeting : NameNeeded.No)
        | (await StandsAsync(network, person, cancellationToken) ? NameNeeded.InElection : NameNeeded.No);

    private async Task<bool> IsOnRollAsync(Network network, PersonId person, CancellationToken cancellationToken)
    {
        foreach (var ballot in await ballots.RunningAsync(network, cancellationToken))
        {
            if ((await ballots.RollAsync(network.Id, ballot.Ballot.Id, cancellationToken)).Any(line => line.Value.HasActor(person) || line.Value.Voter == new VoterId(person.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsInMeetingAsync(Network network, PersonId person, CancellationToken cancellationToken)
    {
        await foreach (var meeting in meetings.AllAsync(network.Id, cancellationToken))
        {
            if (meeting.State == MeetingState.InSession && network.Committee(meeting.Committee) is not null && (meeting.Chair == person || await IsPresentAsync(network, meeting.Id, person, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsPresentAsync(Network network, MeetingId meeting, PersonId person, CancellationToken cancellationToken) =>
        (await attendances.OfAsync(network.Id, meeting, cancellationToken)).Lines.Any(line => line.Voter == new VoterId(person.Value) || line.Stays.Any(stay => stay.Person == person));

    private async Task<bool> StandsAsync(Network network, PersonId person, CancellationToken cancellationToken) =>
        (await elections.AllAsync(network.Id, cancellationToken)).Any(election =>
            election.State is ElectionState.Voting or ElectionState.Deciding or ElectionState.Accepting && election.Rounds.Any(round => round.Candidates.Contains(person)));
}
