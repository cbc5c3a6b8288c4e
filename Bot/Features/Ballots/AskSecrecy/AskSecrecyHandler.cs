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
internal sealed class AskSecrecyHandler(BallotStore ballots)
{
    /// <summary>Those who ask at the same moment meet on the head's version; many may.</summary>
    private const int Attempts = 50;

    /// <summary>Stores the request.</summary>
    /// <returns>The ballot as it is then; or why not.</returns>
    public async Task<Outcome<BallotRecord>> HandleAsync(Turn turn, BallotId id, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (turn.Sender is not { } sender)
            {
                return new Refusal(RefusalCode.NotEntitledToVote);
            }

            if (id.Value.Length == 0 || await ballots.FindAsync(turn.Network.Id, id, cancellationToken) is not { } head)
            {
                return new Refusal(RefusalCode.BallotNotFound);
            }

            var roll = await ballots.RollAsync(turn.Network.Id, id, cancellationToken);
            var (ballot, lines, refusal) = Ask(head.Value.Ballot, roll, sender.Id, turn);
            if (refusal is not null)
            {
                return refusal;
            }

            var asked = head with { Value = head.Value with { Ballot = ballot } };
            if (lines.Count == 0 || await ballots.TryAskAsync(turn.Network.Id, asked, lines, cancellationToken))
            {
                return asked.Value;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>Asks for one voter after the other; refused only when nobody may ask for whom the sender votes.</summary>
    private static (Ballot Ballot, IReadOnlyList<Stored<RollEntry>> Lines, Refusal? Refusal) Ask(
        Ballot ballot, IReadOnlyList<Stored<RollEntry>> roll, PersonId sender, Turn turn)
    {
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

        return (ballot, lines, isHeard ? null : refusal ?? new Refusal(RefusalCode.NotEntitledToVote));
    }
}
