using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.MoveMeeting;

/// <summary>[Prüfen] on the form of a move: shows the preview, or the form again with what is missing.</summary>
internal sealed class PreviewMoveAction(MovePreview preview) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.PreviewMove;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Permitted.ReplyAsync(turn, Right.MoveMeeting, () => preview.DrawAsync(turn, MoveDraft.Read(form), lead: null, cancellationToken));
}

/// <summary>[Ändern] on the preview of a move: back to the form.</summary>
internal sealed class EditMoveAction(MovePreview preview) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.EditMove;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Permitted.ReplyAsync(turn, Right.MoveMeeting, () => preview.FormAsync(turn, MoveDraft.Read(form), cancellationToken));
}

/// <summary>[Verschieben]: moves the meeting; those who were told of it are told once of the new date.</summary>
internal sealed class MoveMeetingAction(MoveMeetingHandler handler, MovePreview preview) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Move;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.MoveMeeting) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        var draft = MoveDraft.Read(form);
        return await handler.HandleAsync(turn, draft, cancellationToken) switch
        {
            MoveResult.Done(var meeting) => new CardReply.Replace(SentenceCard.Of(
                turn.Reader, Messages.Get(turn.Reader, Sentence.MeetingMoved, MeetingCard.Title(turn.Reader, turn.Network, meeting)))) { Settled = meeting.Id.Value },
            MoveResult.Overtaken(var meeting) => new CardReply.Replace(await preview.DrawAsync(
                turn, draft, Messages.Get(turn.Reader, Sentence.MoveOvertaken, MeetingCard.Title(turn.Reader, turn.Network, meeting)), cancellationToken)),
            MoveResult.Refused({ Code: RefusalCode.MeetingNotFound or RefusalCode.ChangedMeanwhile } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            MoveResult.Refused => new CardReply.Replace(await preview.DrawAsync(turn, draft, lead: null, cancellationToken)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
