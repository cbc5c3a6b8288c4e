using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.TakeBackOpening;

/// <summary>Takes the opening of a meeting back, after having asked.</summary>
internal sealed class OpeningTakingBack(SessionChanges changes, SessionViews views, SessionReply reply, AttendanceStore attendance, BallotStore ballots)
{
    /// <summary>The question, or the meeting as it stands where nothing is to be asked any more; or why it cannot be done.</summary>
    public async Task<Outcome<(AdaptiveCard Card, bool IsQuestion)>> AskAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(turn.Network, meeting.Id, cancellationToken) is not { } view)
        {
            return new Refusal(RefusalCode.MeetingNotFound);
        }

        var outcome = view.Session.TakeBackOpening(view.Attendance, await BallotsAsync(turn, meeting, cancellationToken), SessionChanges.Act(turn, "takeback"));
        return outcome switch
        {
            Outcome<SessionStep>.Done({ IsRepeated: true }) => (await ShownAsync(turn, meeting, cancellationToken), false),
            Outcome<SessionStep>.Done => (TakeBackCard.Render(turn, view), true),
            Outcome<SessionStep>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Does it.</summary>
    /// <returns>The meeting as it stands then, with what was stored.</returns>
    public async Task<Outcome<(AdaptiveCard Card, SessionStep Step)>> DoAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken)
    {
        var noted = await attendance.OfAsync(turn.Network.Id, meeting.Id, cancellationToken);
        var taken = await BallotsAsync(turn, meeting, cancellationToken);
        return await changes.ChangeAsync(turn, meeting.Id, session => session.TakeBackOpening(noted, taken, SessionChanges.Act(turn, "takeback")), cancellationToken) switch
        {
            Outcome<SessionStep>.Done(var step) => (await ShownAsync(turn, meeting, cancellationToken), step),
            Outcome<SessionStep>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<AdaptiveCard> ShownAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken) =>
        await reply.DrawAsync(turn, meeting.Id, null, cancellationToken) ?? SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.RefusedMeetingNotFound));

    private async Task<int> BallotsAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken) =>
        (await ballots.InMeetingAsync(turn.Network.Id, meeting.Id, cancellationToken)).Count;
}
