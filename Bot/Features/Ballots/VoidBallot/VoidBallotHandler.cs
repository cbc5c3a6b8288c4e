using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.VoidBallot;

/// <summary>Declares a ballot void, with the reason. Telling everybody and destroying secret papers follow from what is stored.</summary>
internal sealed class VoidBallotHandler(BallotChanges changes)
{
    /// <summary>Declares it void; one that is void stays as it is. Whoever stores the head first wins: the result, or this.</summary>
    public Task<Outcome<BallotRecord>> HandleAsync(Turn turn, BallotId id, string reason, CancellationToken cancellationToken) => changes.ApplyAsync(
        turn,
        id,
        record =>
        {
            if (BallotRights.WhyNotVoid(turn, record.Ballot) is { } refusal)
            {
                return refusal;
            }

            return record.Count is not null ? new Refusal(RefusalCode.ResultStands) : record.With(record.Ballot.Void(turn.Sender!.Id, reason, record.Result, turn.Now));
        },
        cancellationToken);
}
