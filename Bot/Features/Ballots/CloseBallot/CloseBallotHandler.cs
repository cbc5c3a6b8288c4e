using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.CloseBallot;

/// <summary>Ends a ballot before its time, by a coordinator or its chair. Counting follows from what is stored.</summary>
internal sealed class CloseBallotHandler(BallotStore ballots, BallotViews views, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Ends the ballot now; one that has ended stays as it is.</summary>
    public async Task<Outcome<Ballot>> HandleAsync(Turn turn, BallotId id, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (id.Value.Length == 0 || await ballots.FindAsync(turn.Network.Id, id, cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.BallotNotFound);
            }

            if (BallotRights.WhyNotLead(turn, found.Value.Ballot) is { } refusal)
            {
                return refusal;
            }

            var outcome = found.Value.Ballot.End(turn.Now);
            if (outcome is not Outcome<Ballot>.Done(var ended) || ReferenceEquals(ended, found.Value.Ballot))
            {
                return outcome;
            }

            var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Ballot, id.Value), [], cancellationToken);
            if (await ballots.TrySaveAsync(turn.Network.Id, found with { Value = found.Value with { Ballot = ended } }, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                await views.LoadAsync(turn.Network, id, cancellationToken);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
