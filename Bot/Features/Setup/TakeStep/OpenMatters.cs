using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Setup.TakeStep;

/// <summary>What is open in a network when an account becomes known: meetings to come and running ballots. They are looked at anew, so that whoever could not be told of them is told now, and nobody else twice.</summary>
internal sealed class OpenMatters(MeetingStore meetings, BallotStore ballots, DueTable due)
{
    /// <summary>Foresees the looks, before the account is stored.</summary>
    public async Task<IReadOnlyList<DueRow>> ForeseeAsync(Turn turn, CancellationToken cancellationToken)
    {
        var network = turn.Network.Id;
        var looks = new List<DueRow>();
        await foreach (var meeting in meetings.FromAsync(network, turn.LocalNow.Date, cancellationToken))
        {
            looks.Add(await due.ForeseeAsync(Subjects.Due(network, Subjects.Meeting, meeting.Id.Value), [], cancellationToken));
        }

        foreach (var ballot in await ballots.RunningAsync(network, cancellationToken))
        {
            looks.Add(await due.ForeseeAsync(Subjects.Due(network, Subjects.Ballot, ballot.Ballot.Id.Value), [], cancellationToken));
        }

        return looks;
    }
}
