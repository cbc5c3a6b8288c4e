using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.VoidBallot;

/// <summary>[Für ungültig erklären]: asks for the reason.</summary>
internal sealed class AskVoidBallotAction(BallotViews views) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.AskVoid;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => BallotQuestion.Of(
        turn,
        await views.LoadAsync(turn.Network, new BallotId(form.Id("ballot") ?? string.Empty), cancellationToken),
        BallotRights.WhyNotVoid,
        view => view.Record is { IsCounted: false, Ballot.Voided: null } or { IsTieOpen: true }
            ? (VoidBallotCard.Render(turn, view), true)
            : (BallotCard.Render(turn.Reader, view.For(turn.Sender?.Id), turn.Now), false));
}

/// <summary>[Ja, für ungültig erklären].</summary>
internal sealed class VoidBallotAction(VoidBallotHandler handler, BallotViews views) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.Void;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        var outcome = await handler.HandleAsync(turn, id, form["reason"], cancellationToken);
        if (await views.LoadAsync(turn.Network, id, cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.BallotNotFound)));
        }

        return outcome switch
        {
            Outcome<BallotRecord>.Refused { Why: { Code: RefusalCode.ReasonMissing or RefusalCode.TextTooLong } why } =>
                new CardReply.Replace(VoidBallotCard.Render(turn, view, form["reason"], RefusalText.Markdown(turn, why))),
            Outcome<BallotRecord>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => new CardReply.Replace(BallotCard.Render(turn.Reader, view.For(turn.Sender?.Id), turn.Now)) { Settled = id.Value },
        };
    }
}
