using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>[Prüfen] on the form: shows the preview, or the form again with what is missing.</summary>
internal sealed class PreviewPollAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PollVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult(OfCoordinator.Or(turn, () => new CardReply.Replace(PollPreview.Draw(turn, PollDraft.Read(form, turn)))));
}

/// <summary>[Ändern] on the preview: back to the form. On the form: further committees to choose from.</summary>
internal sealed class EditPollAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PollVerbs.Edit;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult(OfCoordinator.Or(turn, () => new CardReply.Replace(PollForm.Render(turn, PollDraft.Read(form, turn), page: PageRequest.Read(form)))));
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissPollAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PollVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult(OfCoordinator.Or(turn, () => new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed)))));
}

/// <summary>[Umfrage starten] on the preview: opens the poll.</summary>
internal sealed class OpenPollAction(OpenPollHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PollVerbs.Open;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = PollDraft.Read(form, turn);
        if (turn.Sender is not { IsCoordinator: true } || draft.In(turn.Network, turn.Now) is not { } proposal)
        {
            return OfCoordinator.Or(turn, () => new CardReply.Replace(PollForm.Render(turn, draft)));
        }

        return await handler.HandleAsync(turn, proposal, draft.Form ?? turn.Form, cancellationToken) switch
        {
            Outcome<BallotId>.Done(var ballot) => new CardReply.Replace(PollPreview.Opened(turn, proposal)) { Settled = ballot.Value },
            Outcome<BallotId>.Refused(var why) => new CardReply.Replace(PollForm.Render(turn, draft, RefusalText.Markdown(turn, why))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>What only coordinators may do.</summary>
internal static class OfCoordinator
{
    /// <summary>The reply for a coordinator; anybody else is told who may.</summary>
    public static CardReply Or(Turn turn, System.Func<CardReply> reply) => turn.Sender is { IsCoordinator: true }
        ? reply()
        : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
}
