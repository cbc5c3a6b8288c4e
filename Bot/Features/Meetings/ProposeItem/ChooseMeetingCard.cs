using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.ProposeItem;

/// <summary>Asks to which of several meetings an item belongs, with a button for each.</summary>
internal static class ChooseMeetingCard
{
    /// <summary>The most meetings that get a button each; more are chosen from a list.</summary>
    public const int Most = 5;

    private const int LongestName = 16;

    /// <summary>Draws the question.</summary>
    public static Answer.Card Render(Turn turn, IReadOnlyList<Meeting> meetings, ProposedItem proposed)
    {
        var question = Messages.Get(turn.Reader, Sentence.WhichMeeting, proposed.Visibility == AgendaVisibility.All ? CardText.Escape(proposed.Title, LineBreaks.Collapse) : Messages.Get(turn.Reader, Sentence.AgendaConfidentialItem));
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            // Each in a row of its own: names and days side by side would be cut on a telephone.
            Body = [CardPart.Text(question), .. meetings.Select(meeting => new ActionSet { Actions = [Button(turn, meeting, proposed)] })],
        };
        return new Answer.Card(card, question);
    }

    private static ExecuteAction Button(Turn turn, Meeting meeting, ProposedItem proposed)
    {
        var button = CardPart.Button(
            turn.Reader,
            Sentence.ButtonAddItem,
            MeetingVerbs.ProposeItem,
            [
                ("meeting", meeting.Id.Value), .. proposed.ToData(), .. turn.Form.Data,
            ]);
        var name = turn.Network.Committee(meeting.Committee)?.Name ?? string.Empty;
        return button with { Title = ShortText.Abbreviate(name, LongestName) + ", " + Appointments.ShortDay(turn.Reader, meeting.Day) };
    }
}
