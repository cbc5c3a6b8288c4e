using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.VoidBallot;

/// <summary>Declares a ballot void, with the reason. Telling everybody and destroying secret papers follow from what is stored.</summary>
internal sealed class VoidBallotHandler(BallotStore ballots, BallotViews views, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Declares it void; one that is void stays as it is. Whoever stores the head first wins: the result, or this.</summary>
    public async Task<Outcome<Ballot>> HandleAsync(Turn turn, BallotId id, string reason, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (id.Value.Length == 0 || await ballots.FindAsync(turn.Network.Id, id, cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.BallotNotFound);
            }

            if (BallotRights.WhyNotVoid(turn, found.Value.Ballot) is { } refusal)
            {
                return refusal;
            }

            var outcome = found.Value.Count is not null
                ? new Refusal(RefusalCode.ResultStands)
                : found.Value.Ballot.Void(turn.Sender!.Id, reason, found.Value.Result, turn.Now);
            if (outcome is not Outcome<Ballot>.Done(var changed) || ReferenceEquals(changed, found.Value.Ballot))
            {
                return outcome;
            }

            var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Ballot, id.Value), [], cancellationToken);
            if (await ballots.TrySaveAsync(turn.Network.Id, found with { Value = found.Value with { Ballot = changed } }, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                await views.LoadAsync(turn.Network, id, cancellationToken);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
