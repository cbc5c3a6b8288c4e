using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CancelMeeting;

/// <summary>[Absagen]: cancels the meeting; those who were invited are told once.</summary>
internal sealed class CancelMeetingAction(MeetingStore meetings, DueTable due, MeetingPosts posts) : ICardAction
{
    private const int Attempts = 5;

    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Cancel;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        // Before the meeting is looked for: whether there is one is nothing for others to learn.
        if (turn.WhyNot(Right.CancelMeeting) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (form.Id("meeting") is not { } named || await meetings.FindAsync(turn.Network, new MeetingId(named), cancellationToken) is not { } found)
            {
                return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MeetingNotFound)));
            }

            // Who was asked about a date it does not have any more is asked again, also when somebody moved it between the press and here.
            if (found.Value.State == MeetingState.Invited && !CancelQuestionCard.IsAboutDate(form, found.Value))
            {
                return new CardReply.Replace(CancelQuestionCard.Render(turn, [found.Value], form["reason"]));
            }

            if (await CancelAsync(turn, found, form["reason"], cancellationToken) is { } outcome)
            {
                return Said(turn, outcome);
            }
        }

        return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.ChangedMeanwhile)));
    }

    private static CardReply Said(Turn turn, Outcome<Meeting> outcome) => outcome switch
    {
        Outcome<Meeting>.Done(var meeting) => new CardReply.Replace(SentenceCard.Of(
            turn.Reader, Messages.Get(turn.Reader, Sentence.MeetingCancelledDone, MeetingCard.Title(turn.Reader, turn.Network, meeting)))) { Settled = meeting.Id.Value },
        Outcome<Meeting>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What came of it; null when somebody changed the meeting in between.</summary>
    private async Task<Outcome<Meeting>?> CancelAsync(Turn turn, Stored<Meeting> found, string reason, CancellationToken cancellationToken)
    {
        var id = found.Value.Id;
        var outcome = found.Value.Cancel(turn.Network, turn.Sender?.Id, reason, turn.Now);
        if (outcome is not Outcome<Meeting>.Done(var cancelled) || cancelled == found.Value)
        {
            return outcome;
        }

        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Meeting, id.Value), [], cancellationToken);
        if (!await meetings.TryCancelAsync(turn.Network.Id, found with { Value = cancelled }, cancellationToken))
        {
            return null;
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        posts.Refresh(turn.Snapshot, id);
        return outcome;
    }
}
