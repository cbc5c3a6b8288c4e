using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.RepeatBallot;

/// <summary>[Erneut abstimmen]: shows the preview.</summary>
internal sealed class AskRepeatBallotAction(RepeatBallotHandler handler, RepeatPreview preview) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.AskRepeat;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await handler.AskAsync(turn, new BallotId(form.Id("ballot") ?? string.Empty), cancellationToken) switch
        {
            Outcome<BallotView>.Done(var view) => new CardReply.Replace(await preview.OfAsync(turn, view, cancellationToken)),
            Outcome<BallotView>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>[Ja, erneut abstimmen lassen].</summary>
internal sealed class RepeatBallotAction(RepeatBallotHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.Repeat;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await handler.HandleAsync(turn, new BallotId(form.Id("ballot") ?? string.Empty), cancellationToken) switch
        {
            Outcome<BallotView>.Done(var view) =>
                new CardReply.Replace(BallotCard.Render(turn.Reader, view.For(turn.Sender?.Id), turn.Now)) { Settled = view.Record.Ballot.Id.Value },
            Outcome<BallotView>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>How a ballot would be taken again, as a card; the ballot itself when it is being taken again already.</summary>
internal sealed class RepeatPreview(BallotStore ballots)
{
    /// <summary>The card.</summary>
    public async Task<Platform.Cards.AdaptiveCard> OfAsync(Turn turn, BallotView view, CancellationToken cancellationToken)
    {
        if (view.Record.Repeat is not null)
        {
            return BallotCard.Render(turn.Reader, view.For(turn.Sender?.Id), turn.Now);
        }

        var roll = await ballots.RollAsync(turn.Network.Id, view.Record.Ballot.Id, cancellationToken);
        var planned = RepeatBallotHandler.PlannedBy(turn, view.Record.Ballot.Id);
        return RepeatOpening.Of(turn.Network, view.Record, planned, roll.Select(entry => entry.Value), turn.Now) is { } opening
            ? RepeatBallotCard.Render(turn, view, opening)
            : BallotCard.Render(turn.Reader, view, turn.Now, RefusalText.Markdown(turn, new Refusal(RefusalCode.CommitteeUnknown)));
    }
}
