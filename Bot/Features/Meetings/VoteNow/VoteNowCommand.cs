using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.VoteNow;

/// <summary>"Jetzt abstimmen: Soll der Antrag gestellt werden?": shows the ballot that would be opened in the meeting that is on.</summary>
internal sealed class VoteNowCommand(CurrentMeetings meetings, AttendanceStore attendance) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.VoteNow;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var current = await meetings.OfAsync(turn, text.FoldedBeforeColon, cancellationToken);
        var led = current.Where(meeting => turn.Sender is { } sender && meeting.IsLedBy(turn.Network, sender.Id)).ToList();
        if (led.Count == 0)
        {
            var code = turn.May(Right.OpenMotion) || current.Count == 0 ? RefusalCode.NoMeetingNow : RefusalCode.OnlyCoordinator;
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(code)));
        }

        if (led is not [var meeting] || turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.VoteInWhichMeeting));
        }

        var count = (await attendance.OfAsync(turn.Network.Id, meeting.Id, cancellationToken)).CountAt(turn.Network.Electorate(committee), turn.Now);
        var card = VoteNowForm.Render(turn, committee, meeting, count, text.AfterColon, VoteNowForm.UsualMinutes);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

/// <summary>[Verwerfen] on the form: nothing happens, and the card says so. For whoever leads the meeting, coordinator or not.</summary>
internal sealed class DismissVoteAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.DismissVote;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}

/// <summary>[Jetzt abstimmen]: opens the ballot.</summary>
internal sealed class VoteNowAction(CurrentMeetings meetings, AttendanceStore attendance, VoteNowHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.VoteNow;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting || turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MeetingNotFound)));
        }

        // A form shown again goes back to the same message, so that what is pressed on either of the two is done once.
        turn = turn with { Form = FormReference.In(form) ?? turn.Form };
        var minutes = form.Number("minutes") ?? VoteNowForm.UsualMinutes;
        switch (await handler.HandleAsync(turn, meeting, form["question"], minutes, turn.Form, cancellationToken))
        {
            case Outcome<Ballot>.Done(var ballot):
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, Said(turn, ballot))) { Settled = ballot.Id.Value };
            case Outcome<Ballot>.Refused { Why: { Code: RefusalCode.QuestionMissing or RefusalCode.TextTooLong or RefusalCode.BallotMinutesOutOfRange } why }:
                var count = (await attendance.OfAsync(turn.Network.Id, meeting.Id, cancellationToken)).CountAt(turn.Network.Electorate(committee), turn.Now);
                var shown = int.Clamp(minutes, 1, VoteNowForm.MostMinutes);
                return new CardReply.Replace(VoteNowForm.Render(turn, committee, meeting, count, form["question"], shown, RefusalText.Markdown(turn, why)));
            case Outcome<Ballot>.Refused refused:
                return new CardReply.Say(RefusalText.Plain(turn, refused.Why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string Said(Turn turn, Ballot ballot)
    {
        var (opens, closes) = (ballot.OpenedAt.InZone(turn.Network.Zone).TimeOfDay, ballot.ClosesAt.InZone(turn.Network.Zone).TimeOfDay);
        return ballot.OpenedAt > turn.Now
            ? Messages.Get(turn.Reader, Sentence.VoteNowScheduled, opens, closes)
            : Messages.Get(turn.Reader, Sentence.VoteNowOpened, closes);
    }
}
