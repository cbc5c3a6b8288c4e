using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Features.Meetings.CallFollowUp;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>Calls the meeting a draft describes, and shows what came of it.</summary>
internal sealed class DraftCalling(CallMeetingHandler handler, FollowUpFinder followUps)
{
    /// <summary>Calls it. Pressing twice calls it once.</summary>
    /// <param name="turn">Who, as far as the kind of draft goes already asked for their right.</param>
    /// <param name="draft">What they confirmed.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public async Task<CardReply> CallAsync(Turn turn, MeetingDraft draft, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || draft.Complete is not { } complete)
        {
            return new CardReply.Replace(MeetingForm.Render(turn.Reader, turn.Network, draft));
        }

        var resolved = await followUps.ResolveAsync(turn, complete, draft.FollowsUp, draft.IdIn(turn), cancellationToken);
        if (resolved is not Outcome<MeetingProposal>.Done(var proposal))
        {
            return new CardReply.Say(RefusalText.Plain(turn, ((Outcome<MeetingProposal>.Refused)resolved).Why));
        }

        return await handler.HandleAsync(turn.Network, proposal, sender.Id, draft.IdIn(turn), turn.Now, cancellationToken) switch
        {
            Outcome<Meeting>.Done(var meeting) => new CardReply.Replace(CalledCard.Render(turn, proposal, meeting)) { Settled = meeting.Id.Value },
            Outcome<Meeting>.Refused({ Code: RefusalCode.OnlyCoordinator or RefusalCode.OnlyChair } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            Outcome<Meeting>.Refused({ Code: RefusalCode.NoticeTooShort }) => new CardReply.Replace(PreviewCard.Render(
                turn.Reader, turn.Network, turn.Now, draft, proposal, isByChair: !turn.Network.Allows(Right.CallMeeting, sender.Id, proposal.Committee))),
            Outcome<Meeting>.Refused(var why) => new CardReply.Replace(MeetingForm.Render(turn.Reader, turn.Network, draft, RefusalText.Markdown(turn, why))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
