using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.CloseBallot;

/// <summary>[Abstimmung beenden]: asks first.</summary>
internal sealed class AskCloseBallotAction(BallotViews views) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.AskClose;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => BallotQuestion.Of(
        turn,
        await views.LoadForRoomAsync(turn.Network, new BallotId(form.Id("ballot") ?? string.Empty), cancellationToken),
        BallotRights.WhyNotLead,
        view => view.Record.Ballot.IsOpenAt(turn.Now) ? (CloseBallotCard.Render(turn, view), true) : (BallotCard.Render(turn.Reader, view, turn.Now), false));
}

/// <summary>[Jetzt beenden]: ends the ballot; the result follows.</summary>
internal sealed class CloseBallotAction(CloseBallotHandler handler, BallotViews views) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.Close;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        if (await handler.HandleAsync(turn, id, cancellationToken) is Outcome<BallotRecord>.Refused(var why))
        {
            return new CardReply.Say(RefusalText.Plain(turn, why));
        }

        var view = await views.LoadAsync(turn.Network, id, cancellationToken);
        return view is null
            ? new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.BallotNotFound)))
            : new CardReply.Replace(BallotCard.Render(turn.Reader, view, turn.Now)) { Settled = id.Value };
    }
}

/// <summary>[Zurück]: the ballot as it is for the sender.</summary>
internal sealed class ShowBallotAction(BallotViews views, OpenBallots open) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.Show;

    /// <inheritdoc/>
    public bool IsView => true;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (AskedBelow.WentBack(turn, form) is { } back)
        {
            return back;
        }

        if (await views.LoadAsync(turn.Network, new BallotId(form.Id("ballot") ?? string.Empty), cancellationToken) is not { } view
            || turn.Network.Committee(view.Record.Motion.Committee) is not { } committee
            || await open.ForAsync(turn, view, cancellationToken, Voter(form)) is not { } own || !(turn.May(Right.ReadBallots, committee, isOwner: own.Own is not null) || (turn.IsPersonal && turn.May(Right.CloseBallot, committee, view.Record.Ballot.Chair))))
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.BallotNotFound)));
        }

        return new CardReply.Replace(BallotCard.Render(turn.Reader, own, turn.Now));
    }

    /// <summary>For whom the sender wants to vote, where they said so.</summary>
    private static VoterId? Voter(CardForm form) => form.Id("voter") is { } voter ? new VoterId(voter) : null;
}
