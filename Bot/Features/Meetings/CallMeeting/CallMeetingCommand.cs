using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>"Beirat am 14. Januar um 17 Uhr im Rathaus": shows what was understood, to be confirmed or completed.</summary>
internal sealed class CallMeetingCommand : ICommand
{
    private const int LongestLine = 300;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CallMeeting;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text)
    {
        var byWords = Entry.Match(text);
        if (byWords > CommandMatch.None)
        {
            return byWords;
        }

        if (text.Raw.Length > LongestLine)
        {
            return CommandMatch.None;
        }

        var reading = AppointmentReader.Read(text.Raw, turn.LocalNow, turn.Network.Zone);
        var saysWhen = reading.Day is not null || reading.Start is not null || reading.Problems.Count > 0;
        if (saysWhen && CommitteeFinder.Named(turn.Network, text.Raw).Count > 0)
        {
            return CommandMatch.Shape;
        }

        return reading is { Day: not null, Start: not null } ? CommandMatch.Weak : CommandMatch.None;
    }

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { IsCoordinator: true })
        {
            return Task.FromResult<Answer>(new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator))));
        }

        var line = Entry.Match(text) >= CommandMatch.Mistyped ? Entry.RestOf(text) : text.Raw;
        var isUrgent = text.Folded.Contains("sondersitzung", StringComparison.Ordinal) || text.Folded.Contains("urgent", StringComparison.Ordinal)
            || text.Folded.Contains("dringlich", StringComparison.Ordinal);
        var draft = MeetingWords.Read(turn, line, isUrgent);
        var card = draft.Complete is { } proposal ? PreviewCard.Render(turn.Reader, turn.Network, turn.Now, draft, proposal) : MeetingForm.Render(turn.Reader, turn.Network, draft);
        return Task.FromResult<Answer>(new Answer.Card(card, card.FallbackText ?? string.Empty));
    }
}
