using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Turns;

namespace Bot.Features.Ballots.RefreshBallot;

/// <summary>A client asks how the ballot stands for whoever looks at it: those who vote see their own vote, everybody else what all see.</summary>
internal sealed class RefreshBallotAction(BallotGlances glances) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.Refresh;

    /// <inheritdoc/>
    public bool IsView => true;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        if (id.Value.Length == 0 || await glances.FindAsync(turn.Network, id, cancellationToken) is not { } glance
            || turn.Network.Committee(glance.Record.Motion.Committee) is not { } committee)
        {
            return NotFound(turn);
        }

        var isOpen = glance.Record.IsOpenAt(turn.Now);
        var (own, isOnRoll) = isOpen ? await glances.OwnAsync(turn, glance, cancellationToken) : (null, false);
        if (!turn.May(Right.ReadBallots, committee) && !isOnRoll)
        {
            return NotFound(turn);
        }

        var view = glance with
        {
            Own = own,
            Viewer = turn.Sender?.Id,
            OffersVoting = isOnRoll || !turn.IsPersonal,
            MayClose = turn.IsPersonal && turn.Sender is { } sender && glance.Record.Ballot.IsLedBy(turn.Network, sender.Id),
        };
        return new CardReply.Replace(BallotCard.Render(turn.Reader, view, turn.Now) with { Refresh = isOpen ? BallotRefresh.Sender(turn, id) : null });
    }

    /// <summary>The same whether there is no such ballot or it is not for the sender.</summary>
    private static CardReply.Say NotFound(Turn turn) => new(RefusalText.Plain(turn, new Refusal(RefusalCode.BallotNotFound)));
}
