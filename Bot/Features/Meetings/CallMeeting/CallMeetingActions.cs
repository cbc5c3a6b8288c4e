using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Features.Meetings.CallFollowUp;
using Bot.Storage;
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
internal sealed class CallMeetingAction(CallMeetingHandler handler, FollowUpFinder followUps) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Call;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = MeetingDraft.Read(form);
        if (turn.Sender is not { } sender || draft.Complete is not { } complete)
        {
            return turn.May(Right.CallMeeting)
                ? new CardReply.Replace(MeetingForm.Render(turn.Reader, turn.Network, draft))
                : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var resolved = await followUps.ResolveAsync(turn.Network, complete, draft.FollowsUp, turn.Now, cancellationToken);
        if (resolved is not Outcome<MeetingProposal>.Done(var proposal))
        {
            return new CardReply.Say(RefusalText.Plain(turn, ((Outcome<MeetingProposal>.Refused)resolved).Why));
        }

        var id = new MeetingId((draft.Form ?? turn.Form).IdentityOf(Subjects.Meeting));
        return await handler.HandleAsync(turn.Network, proposal, sender.Id, id, turn.Now, cancellationToken) switch
        {
            Outcome<Meeting>.Done(var meeting) => new CardReply.Replace(CalledCard.Render(turn, proposal, meeting)) { Settled = meeting.Id.Value },
            Outcome<Meeting>.Refused({ Code: RefusalCode.OnlyCoordinator } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            Outcome<Meeting>.Refused({ Code: RefusalCode.NoticeTooShort }) => new CardReply.Replace(PreviewCard.Render(turn.Reader, turn.Network, turn.Now, draft, proposal)),
            Outcome<Meeting>.Refused(var why) => new CardReply.Replace(MeetingForm.Render(turn.Reader, turn.Network, draft, RefusalText.Markdown(turn, why))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
