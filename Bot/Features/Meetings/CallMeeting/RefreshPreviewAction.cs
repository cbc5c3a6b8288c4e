using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>A client asks how a preview stands that it shows again: whether it was confirmed meanwhile, and whether it still could be.</summary>
internal sealed class RefreshPreviewAction(MeetingPreview preview, MeetingStore meetings) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.RefreshPreview;

    /// <inheritdoc/>
    public bool IsView => true;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (!turn.May(Right.CallMeeting))
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var draft = MeetingDraft.Read(form);
        return draft is { Form: { } reference, Complete: { } proposal }
            && await meetings.FindAsync(turn.Network, new MeetingId(reference.IdentityOf(Subjects.Meeting)), cancellationToken) is { Value: var called }
            ? new CardReply.Replace(CalledCard.Render(turn, proposal, called))
            : new CardReply.Replace(await preview.DrawAsync(turn, draft, null, cancellationToken));
    }
}
