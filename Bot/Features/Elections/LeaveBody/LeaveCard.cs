using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.LeaveBody;

/// <summary>Asks before somebody's seat is taken back, and says who would move up.</summary>
internal static class LeaveCard
{
    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who reads it.</param>
    /// <param name="body">The committee.</param>
    /// <param name="person">Who leaves.</param>
    /// <param name="source">The election by which they hold the seat, or null.</param>
    public static AdaptiveCard Render(Turn turn, Committee body, Person person, Election? source)
    {
        var question = Messages.Get(turn.Reader, Sentence.LeaveQuestion, CardText.Escape(person.Name, LineBreaks.Collapse), CardText.Escape(body.Name, LineBreaks.Collapse));
        var next = source?.NextFor(person.Id);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Text(question),
                CardPart.Text(next is not { Count: > 0 }
                    ? Messages.Get(turn.Reader, Sentence.LeaveNobodyNext)
                    : Messages.Get(turn.Reader, Sentence.LeaveNext, CardText.Escape(ElectionWords.Names(turn.Network, next), LineBreaks.Collapse))),
            ],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonLeaveNow, ElectionVerbs.Leave, [("body", body.Id.Value), ("person", person.Id.Value), .. turn.Form.Data]),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, ElectionVerbs.Dismiss, turn.Form.Data),
            ],
        };
    }
}
