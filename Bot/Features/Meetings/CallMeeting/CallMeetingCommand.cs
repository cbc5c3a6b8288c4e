using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>"Beirat am 14. Januar um 17 Uhr im Rathaus": shows what was understood, to be confirmed or completed.</summary>
internal sealed class CallMeetingCommand(MeetingPreview preview, MeetingStore meetings) : ICommand
{
    private const int LongestLine = 300;

    private static readonly string[] UrgentWords = ["sondersitzung", "dringlich", "dringend", "urgent"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CallMeeting;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int MatchShape(Turn turn, CommandText text)
    {
        if (text.Raw.Length > LongestLine)
        {
            return CommandMatch.None;
        }

        var reading = AppointmentReader.Read(text.Raw, turn.LocalNow, turn.Network.Zone);
        // "Was hat der Beirat im Januar beschlossen?" names no day: that alone is hardly a meeting to be called.
        var saysWhen = reading.Day is not null || reading.Start is not null || reading.Problems.Any(problem => problem.Kind != AppointmentProblemKind.VaguePeriod);
        var namesCommittee = (saysWhen || reading.Problems.Count > 0) && CommitteeFinder.Named(turn.Network, text.Raw).Count > 0;
        if (saysWhen && namesCommittee)
        {
            return CommandMatch.Shape;
        }

        return (namesCommittee || reading is { Day: not null, Start: not null }) && turn.May(Right.CallMeeting) ? CommandMatch.Weak : CommandMatch.None;
    }

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.May(Right.CallMeeting))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var isUrgent = Says(text, UrgentWords);
        var card = await preview.DrawAsync(turn, MeetingWords.Read(turn, LineOf(text, isUrgent), isUrgent), lead: null, cancellationToken);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        await meetings.FindAsync(turn.Network, new MeetingId(outcome), cancellationToken) is { Value: var meeting }
            ? Messages.Get(
                turn.Reader,
                meeting.State == MeetingState.Cancelled ? Sentence.EditAfterCancelledMeeting : Sentence.EditAfterMeeting,
                MeetingCard.Title(turn.Reader, turn.Network, meeting))
            : Messages.Get(turn.Reader, Sentence.EditTooLate);

    /// <summary>The line without the command's own words. "Sondersitzung: Grund" keeps its colon, which makes the rest the reason.</summary>
    private string LineOf(CommandText text, bool isUrgent) => (Entry.Match(text), isUrgent) switch
    {
        (CommandMatch.Exact, true) when text.HasColon => ":" + text.AfterColon,
        (>= CommandMatch.Mistyped, _) => Entry.RestOf(text),
        _ => text.Raw,
    };

    private static bool Says(CommandText text, string[] words) => CommandText.WordsOf(text.FoldedBeforeColon).Any(words.Contains);
}
