using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CancelMeeting;

/// <summary>"Beirat absagen: Grund": shows which meeting would be cancelled, to be confirmed.</summary>
internal sealed class CancelMeetingCommand(MeetingFinder finder, MeetingStore meetings) : ICommand
{
    private static readonly string[] CancelWords = ["absagen", "absage", "abgesagt", "cancel", "cancelled"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CancelMeeting;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text)
    {
        var byWords = Entry.Match(text);
        return byWords == CommandMatch.None && CommandText.WordsOf(text.FoldedBeforeColon).Any(CancelWords.Contains) ? CommandMatch.Marked : byWords;
    }

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.May(Right.CancelMeeting))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var found = await finder.NextAsync(turn, text.FoldedBeforeColon, cancellationToken);
        return found.Count == 0
            ? new Answer.Text(MeetingFinder.Nothing(turn, text.FoldedBeforeColon, Sentence.NoMeetingToCancel))
            : Question(CancelQuestionCard.Render(turn, found, text.AfterColon));
    }

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        await meetings.FindAsync(turn.Network, new MeetingId(outcome), cancellationToken) is { Value: var meeting }
            ? Messages.Get(turn.Reader, Sentence.EditAfterCancelledMeeting, MeetingCard.Title(turn.Reader, turn.Network, meeting))
            : Messages.Get(turn.Reader, Sentence.EditTooLate);

    private static Answer.Card Question(Platform.Cards.AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
