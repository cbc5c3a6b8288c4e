using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.CallElection;

/// <summary>[Prüfen] on the form: shows the preview, or the form again with what is wrong.</summary>
internal sealed class PreviewElectionAction(CallElectionHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ElectionVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => DrawnAsync(handler, turn, ElectionDraft.Read(form), cancellationToken);

    /// <summary>The preview, or the form with what is wrong.</summary>
    public static async Task<CardReply> DrawnAsync(CallElectionHandler handler, Turn turn, ElectionDraft draft, CancellationToken cancellationToken) => await handler.LookAsync(turn, draft, cancellationToken) switch
    {
        Outcome<Election>.Done(var election) => new CardReply.Replace(
            ElectionPreviewCard.Render(turn.Reader, turn.Network, draft, election, await handler.TermUntilAsync(turn, election.Body, cancellationToken))),
        Outcome<Election>.Refused({ Code: RefusalCode.OnlyCoordinator } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
        Outcome<Election>.Refused(var why) => new CardReply.Replace(ElectionForm.Render(turn.Reader, turn.Network, draft, RefusalText.Markdown(turn, why))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>[Ändern] on the preview: back to the form.</summary>
internal sealed class EditElectionAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ElectionVerbs.Edit;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult<CardReply>(turn.May(Right.CallElection)
        ? new CardReply.Replace(ElectionForm.Render(turn.Reader, turn.Network, ElectionDraft.Read(form)))
        : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator))));
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissElectionAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ElectionVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult<CardReply>(turn.May(Right.CallElection)
        ? new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed)))
        : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator))));
}

/// <summary>[Neue Wahl vorbereiten], when a term ends: the form for the next one.</summary>
internal sealed class NextElectionAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ElectionVerbs.Next;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult<CardReply>(turn.May(Right.CallElection)
        ? new CardReply.Replace(ElectionForm.Render(turn.Reader, turn.Network, ElectionDraft.Typed(turn, string.Empty, string.Empty) with { Body = form.Id("body") is { } body ? new CommitteeId(body) : null }))
        : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator))));
}

/// <summary>[Wahl ausrufen] on the preview.</summary>
internal sealed class CallElectionAction(CallElectionHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ElectionVerbs.Call;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = ElectionDraft.Read(form);
        return await handler.HandleAsync(turn, draft, cancellationToken) switch
        {
            Outcome<Election>.Done(var election) => new CardReply.Replace(ElectionCard.Render(turn.Reader, turn.Network, election, ElectionViewer.Of(turn, election))) { Settled = election.Id.Value },
            Outcome<Election>.Refused({ Code: RefusalCode.OnlyCoordinator } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            Outcome<Election>.Refused(var why) => new CardReply.Replace(ElectionForm.Render(turn.Reader, turn.Network, draft, RefusalText.Markdown(turn, why))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
