using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.CloseBallot;

/// <summary>Ends a ballot before its time, by a coordinator or its chair. Counting follows from what is stored.</summary>
internal sealed class CloseBallotHandler(BallotChanges changes)
{
    /// <summary>Ends the ballot now; one that has ended stays as it is.</summary>
    public Task<Outcome<BallotRecord>> HandleAsync(Turn turn, BallotId id, CancellationToken cancellationToken) => changes.ApplyAsync(
        turn, id, record => BallotRights.WhyNotLead(turn, record.Ballot) is { } refusal ? refusal : record.With(record.Ballot.End(turn.Now)), cancellationToken);
}
