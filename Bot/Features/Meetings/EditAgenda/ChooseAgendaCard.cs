using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>Asks which of several agendas is meant, with a button for each of the next.</summary>
internal static class ChooseAgendaCard
{
    private const int Most = 6, LongestLine = 300, LongestName = 16;

    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who is asked.</param>
    /// <param name="meetings">In order of days.</param>
    /// <param name="line">What was typed; empty for the agenda itself.</param>
    public static AdaptiveCard Render(Turn turn, IReadOnlyList<Meeting> meetings, string line)
    {
        var question = Messages.Get(turn.Reader, Sentence.WhichAgenda);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Text(question),
                .. CardPart.Rows(meetings.Take(Most).Select(meeting => Button(turn, meeting, line))),
                .. meetings.Count > Most ? [CardPart.Subtle(Messages.Get(turn.Reader, Sentence.WhichAgendaByName))] : Enumerable.Empty<CardElement>(),
            ],
        };
    }

    private static ExecuteAction Button(Turn turn, Meeting meeting, string line)
    {
        var button = line.Length == 0
            ? CardPart.Button(turn.Reader, Sentence.ButtonAddItem, MeetingVerbs.EditAgenda, ("meeting", meeting.Id.Value))
            : CardPart.Button(turn.Reader, Sentence.ButtonAddItem, MeetingVerbs.ChangeTyped, [("meeting", meeting.Id.Value), ("line", ShortText.Cut(line, LongestLine)), .. turn.Form.Data]);
        var name = turn.Network.Committee(meeting.Committee)?.Name ?? string.Empty;
        return button with { Title = ShortText.Abbreviate(name, LongestName) + ", " + Appointments.ShortDay(turn.Reader, meeting.Day) };
    }
}
