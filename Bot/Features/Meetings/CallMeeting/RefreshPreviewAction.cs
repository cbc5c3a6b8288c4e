using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>A client asks how a preview stands that it shows again: whether it was confirmed meanwhile, and whether it still could be.</summary>
internal sealed class RefreshPreviewAction(MeetingPreview preview) : ICardAction
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

        return new CardReply.Replace(await preview.StandingAsync(turn, MeetingDraft.Read(form), cancellationToken));
    }
}
