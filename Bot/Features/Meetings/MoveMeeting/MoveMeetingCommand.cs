using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.MoveMeeting;

/// <summary>"Beirat verschieben auf 21.1. 18 Uhr", "Beirat verlegen in die VHS", "move board to …": shows what would change, to be confirmed.</summary>
internal sealed partial class MoveMeetingCommand(MeetingFinder finder, MeetingStore meetings, MovePreview preview) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.MoveMeeting;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text)
    {
        var byWords = Entry.Match(text);
        return byWords == CommandMatch.None && CommandText.WordsOf(text.FoldedBeforeColon).Any(MoveWords.All.Contains)
            && (CommitteeFinder.Named(turn.Network, text.FoldedBeforeColon).Count > 0 || MeetingWord().IsMatch(text.FoldedBeforeColon))
            ? CommandMatch.Marked
            : byWords;
    }

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.May(Right.MoveMeeting))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var found = await finder.ComingAsync(turn, text.FoldedBeforeColon, cancellationToken);
        if (found.Count == 0)
        {
            return new Answer.Text(MeetingFinder.Nothing(turn, text.FoldedBeforeColon, Sentence.NoMeetingToMove));
        }

        var (draft, from) = MoveWords.Read(turn, text);
        IReadOnlyList<Meeting> meant = from is { } day && found.Where(meeting => meeting.Day == day).ToList() is { Count: > 0 } there ? there : found;
        var card = meant is [var one]
            ? await preview.DrawAsync(turn, draft with { Meeting = one.Id }, lead: null, cancellationToken)
            : MoveForm.Render(turn, meant, draft);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        await meetings.FindAsync(turn.Network, new MeetingId(outcome), cancellationToken) is { Value: var meeting }
            ? Messages.Get(
                turn.Reader,
                meeting.State == MeetingState.Cancelled ? Sentence.EditAfterCancelledMeeting : Sentence.EditAfterMove,
                MeetingCard.Title(turn.Reader, turn.Network, meeting))
            : Messages.Get(turn.Reader, Sentence.EditTooLate);

    [GeneratedRegex(@"\b(sitzung|sitzungen|treffen|termin|meeting|session)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeetingWord();
}
