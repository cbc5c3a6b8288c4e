using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Ballots.DeclareConflict;

/// <summary>Leaves a voter out of a ballot: load the line, decide, store it on the version that was read, so that a vote cast at the same moment is either
/// there before or refused.</summary>
internal sealed class DeclareConflictHandler(BallotStore ballots)
{
    private const int Attempts = 10;

    /// <summary>Does it. Doing it twice does it once.</summary>
    public async Task<Outcome<RollEntry>> HandleAsync(
        Network network, BallotId id, VoterId voter, PersonId sender, Instant now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (id.Value.Length == 0 || await ballots.FindAsync(network, id, cancellationToken) is not { Value.Ballot: var ballot })
            {
                return new Refusal(RefusalCode.BallotNotFound);
            }

            if (voter.Value.Length == 0 || await ballots.FindEntryAsync(network.Id, id, voter, cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.NotEntitledToVote);
            }

            var outcome = ballot.DeclareConflict(found.Value, sender, now);
            if (outcome is not Outcome<RollEntry>.Done(var line) || ReferenceEquals(line, found.Value)
                || await ballots.TrySaveEntriesAsync(network.Id, id, [found with { Value = line }], cancellationToken))
            {
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
