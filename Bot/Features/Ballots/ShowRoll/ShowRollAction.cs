using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.ShowRoll;

/// <summary>[Wer darf abstimmen?], and the pages of its answer.</summary>
internal sealed class ShowRollAction(OpenBallots open, BallotStore ballots) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.Roll;

    /// <inheritdoc/>
    public bool IsView => true;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await open.FindAsync(turn, new BallotId(form.Id("ballot") ?? string.Empty), cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.BallotNotFound)));
        }

        var roll = await ballots.RollAsync(turn.Network.Id, view.Record.Ballot.Id, cancellationToken);
        return new CardReply.Replace(RollCard.Render(turn, view, [.. roll.Select(entry => entry.Value)], PageRequest.Read(form) ?? PageRequest.First));
    }
}
