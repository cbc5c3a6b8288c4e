using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>[Prüfen] on the form: shows the preview, or the form again with what is missing.</summary>
internal sealed class PreviewPollAction(PollOpeners openers) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PollVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        OfOpener.ReplyAsync(openers, turn, scope => new CardReply.Replace(PollPreview.Draw(turn, scope, PollDraft.Read(form, turn))), cancellationToken);
}

/// <summary>[Ändern] on the preview: back to the form. On the form: further committees to choose from.</summary>
internal sealed class EditPollAction(PollOpeners openers) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PollVerbs.Edit;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        OfOpener.ReplyAsync(openers, turn, scope => new CardReply.Replace(PollForm.Render(turn, scope, PollDraft.Read(form, turn), page: PageRequest.Read(form))), cancellationToken);
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissPollAction(PollOpeners openers) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PollVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        OfOpener.ReplyAsync(openers, turn, _ => new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))), cancellationToken);
}

/// <summary>[Umfrage starten] on the preview: opens the poll.</summary>
internal sealed class OpenPollAction(OpenPollHandler handler, PollOpeners openers) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PollVerbs.Open;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await openers.OfAsync(turn, cancellationToken) is not { } scope)
        {
            return OfOpener.Refused(turn);
        }

        var draft = scope.Completed(PollDraft.Read(form, turn), turn);
        if (draft.In(turn.Network, turn.Now) is not { } proposal)
        {
            return new CardReply.Replace(PollForm.Render(turn, scope, draft));
        }

        return await handler.HandleAsync(turn, proposal, scope.MeetingOf(proposal.Committee), draft.Form ?? turn.Form, cancellationToken) switch
        {
            Outcome<BallotId>.Done(var ballot) => new CardReply.Replace(PollPreview.Opened(turn, proposal)) { Settled = ballot.Value },
            Outcome<BallotId>.Refused(var why) => new CardReply.Replace(PollForm.Render(turn, scope, draft, RefusalText.Markdown(turn, why))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>What only those may do who may open a poll.</summary>
internal static class OfOpener
{
    /// <summary>The reply for them; anybody else is told who may.</summary>
    public static async Task<CardReply> ReplyAsync(PollOpeners openers, Turn turn, Func<PollScope, CardReply> reply, CancellationToken cancellationToken) =>
        await openers.OfAsync(turn, cancellationToken) is { } scope ? reply(scope) : Refused(turn);

    /// <summary>Who may.</summary>
    public static CardReply Refused(Turn turn) => new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
}
