using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
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
            Outcome<BallotView>.Done(var view) => await preview.OfAsync(turn, view, cancellationToken) is var card && view.Record.Repeat is null
                ? AskedBelow.Of(turn.Reader, card)
                : new CardReply.Replace(card),
            Outcome<BallotView>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>[Ja, wiederholen]. Where the meeting is over meanwhile that the preview spoke of, it is shown anew first.</summary>
internal sealed class RepeatBallotAction(RepeatBallotHandler handler, RepeatPreview preview, RepeatOpening repeats) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.Repeat;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        var outcome = await handler.AskAsync(turn, id, cancellationToken);
        if (outcome is Outcome<BallotView>.Done({ Record: { Repeat: null } record } standing)
            && (await repeats.MeetingAsync(turn.Network, record.Ballot, turn.Now, cancellationToken))?.Id.Value != form.Id(RepeatBallotCard.MeetingField))
        {
            return new CardReply.Replace(await preview.OfAsync(turn, standing, cancellationToken, Messages.Get(turn.Reader, Sentence.RepeatOtherwise)));
        }

        return (outcome is Outcome<BallotView>.Refused ? outcome : await handler.HandleAsync(turn, id, cancellationToken)) switch
        {
            Outcome<BallotView>.Done(var view) => new CardReply.Replace(BallotCard.Render(turn.Reader, view.For(turn.Sender?.Id), turn.Now)) { Settled = id.Value },
            Outcome<BallotView>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>How a ballot would be taken again, as a card; the ballot itself when it is being taken again already.</summary>
internal sealed class RepeatPreview(RepeatOpening repeats)
{
    /// <summary>The card.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="view">The old ballot.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public async Task<AdaptiveCard> OfAsync(Turn turn, BallotView view, CancellationToken cancellationToken, string? lead = null)
    {
        if (view.Record.Repeat is not null)
        {
            return BallotCard.Render(turn.Reader, view.For(turn.Sender?.Id), turn.Now);
        }

        var plan = await repeats.PlanAsync(turn.Network, view.Record, turn.Now, cancellationToken);
        return plan.Open(turn.Network, RepeatBallotHandler.PlannedBy(turn, view.Record.Ballot.Id), turn.Now) is { } opening
            ? RepeatBallotCard.Render(turn, view, opening, lead)
            : BallotCard.Render(turn.Reader, view, turn.Now, RefusalText.Markdown(turn, new Refusal(RefusalCode.CommitteeUnknown)));
    }
}
