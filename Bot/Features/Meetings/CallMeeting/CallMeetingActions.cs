using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>[Prüfen] on the form: shows the preview, or the form again with what is missing.</summary>
internal sealed class PreviewMeetingAction(MeetingPreview preview) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Permitted.ReplyAsync(turn, Right.CallMeeting, () => preview.DrawAsync(turn, MeetingDraft.Read(form), null, cancellationToken));
}

/// <summary>[Ändern] on the preview: back to the form. On the form: further committees to choose from.</summary>
internal sealed class EditMeetingAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Edit;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Permitted.ReplyAsync(turn, Right.CallMeeting, () => MeetingForm.Render(turn.Reader, turn.Network, MeetingDraft.Read(form), page: PageRequest.Read(form)));
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissMeetingAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Permitted.ReplyAsync(turn, Right.CallMeeting, () => SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed)));
}

/// <summary>[Einladen] on the preview: calls the meeting.</summary>
internal sealed class CallMeetingAction(DraftCalling calling) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Call;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => turn.May(Right.CallMeeting)
        ? calling.CallAsync(turn, MeetingDraft.Read(form), cancellationToken)
        : Task.FromResult<CardReply>(new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator))));
}
