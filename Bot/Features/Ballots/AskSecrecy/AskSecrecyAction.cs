using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.AskSecrecy;

/// <summary>[Geheime Abstimmung beantragen]. What is answered is the same whether it was asked before, so that nobody learns it of whoever else acts for the same voter.</summary>
internal sealed class AskSecrecyAction(AskSecrecyHandler handler, BallotViews views, OpenBallots open, BallotPosts posts) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.AskSecrecy;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        var outcome = await handler.HandleAsync(turn, id, cancellationToken);
        var why = (outcome as Outcome<BallotRecord>.Refused)?.Why;
        if (why is { Code: not RefusalCode.SecrecyAskedTooLate } || await views.LoadAsync(turn.Network, id, cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, why ?? new Refusal(RefusalCode.BallotNotFound)));
        }

        if (why is null)
        {
            posts.RefreshTurnout(turn.Snapshot, id);
        }

        var lead = why is null ? Messages.Get(turn.Reader, Sentence.SecrecyAsked) : RefusalText.Markdown(turn, why);
        var card = BallotCard.Render(turn.Reader, await open.ForAsync(turn, view, cancellationToken), turn.Now, lead);
        return new CardReply.Replace(card with { Refresh = view.Record.IsOpenAt(turn.Now) ? BallotRefresh.Sender(turn, id) : null });
    }
}
