using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CancelMeeting;

/// <summary>"Beirat absagen: Grund": shows which meeting would be cancelled, to be confirmed.</summary>
internal sealed class CancelMeetingCommand(MeetingFinder finder) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CancelMeeting;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text)
    {
        var words = CommandText.WordsOf(text.FoldedBeforeColon);
        return words.Contains("absagen") || words.Contains("absage") || words.Contains("cancel") ? CommandMatch.Words : Entry.Match(text);
    }

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { IsCoordinator: true })
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var found = await finder.NextAsync(turn, text.FoldedBeforeColon, cancellationToken);
        if (found.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoMeetingToCancel));
        }

        var parts = found.Select(meeting => (Answer)Question(turn, meeting, text.AfterColon)).ToList();
        return parts.Count == 1 ? parts[0] : new Answer.Several(parts);
    }

    private static Answer.Card Question(Turn turn, Meeting meeting, string reason)
    {
        var question = Messages.Get(turn.Reader, Sentence.CancelQuestion, MeetingCard.Title(turn.Reader, turn.Network, meeting));
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Text(question),
                new TextInput
                {
                    Id = "reason",
                    Label = Messages.Get(turn.Reader, Sentence.InputCancelReason),
                    MaxLength = MeetingProposal.TextLimit,
                    Value = reason.Length == 0 ? null : reason[..System.Math.Min(reason.Length, MeetingProposal.TextLimit)],
                },
            ],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonCancelMeeting, MeetingVerbs.Cancel, ("meeting", meeting.Id.Value)),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, MeetingVerbs.Dismiss) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
        return new Answer.Card(card, question);
    }
}
