using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.AskSecrecy;

/// <summary>Asks that a ballot be secret, for everybody the sender votes for. Asking twice asks once.</summary>
internal sealed class AskSecrecyHandler(BallotChanges changes, BallotStore ballots)
{
    /// <summary>Stores the request.</summary>
    /// <returns>The ballot as it is then; or why not.</returns>
    public async Task<Outcome<BallotRecord>> HandleAsync(Turn turn, BallotId id, CancellationToken cancellationToken) => turn.Sender is not { } sender
        ? new Refusal(RefusalCode.NotEntitledToVote)
        : await changes.ApplyTogetherAsync(
            turn, id, async record => Ask(record, await ballots.RollAsync(turn.Network.Id, id, cancellationToken), sender.Id, turn), cancellationToken);

    /// <summary>Asks for one voter after the other; refused only when nobody may ask for whom the sender votes.</summary>
    private static Outcome<ChangedBallot> Ask(BallotRecord record, IReadOnlyList<Stored<RollEntry>> roll, PersonId sender, Turn turn)
    {
        var ballot = record.Ballot;
        var lines = new List<Stored<RollEntry>>();
        var isHeard = false;
        Refusal? refusal = null;
        foreach (var line in roll.Where(line => line.Value.HasActor(sender)).Take(BallotStore.MostAsking))
        {
            switch (ballot.AskForSecrecy(line.Value, sender, turn.Now))
            {
                case Outcome<(Ballot Ballot, RollEntry Entry)>.Done(var (asked, entry)):
                    isHeard = true;
                    ballot = asked;
                    lines.AddRange(ReferenceEquals(entry, line.Value) ? [] : [line with { Value = entry }]);
                    break;
                case Outcome<(Ballot Ballot, RollEntry Entry)>.Refused(var why):
                    refusal ??= why;
                    break;
            }
        }

        return isHeard ? new ChangedBallot(record with { Ballot = ballot }, lines) : refusal ?? new Refusal(RefusalCode.NotEntitledToVote);
    }
}
