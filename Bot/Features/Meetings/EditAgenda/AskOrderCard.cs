using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>Asks back about a line that begins with an item's number and looks like an order nobody understands: nothing was changed, and no item was added.</summary>
internal static class AskOrderCard
{
    private const int LongestLine = 200;

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who is asked.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="orders">The orders it may have been, as they are typed; null for those most like it.</param>
    public static AdaptiveCard Render(Turn turn, CommandText text, IReadOnlyList<string>? orders = null)
    {
        var line = CardText.Escape(ShortText.Abbreviate(text.Raw, LongestLine), LineBreaks.Collapse);
        var said = Messages.Get(turn.Reader, Sentence.OrderNotUnderstood, line);
        var near = orders ?? ItemWords.Nearest(text);
        var meant = near.Count == 0 ? string.Empty : Messages.Get(turn.Reader, Sentence.OrderMeant, string.Join("; ", near.Select(one => CardText.Escape(one, LineBreaks.Collapse))));
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = meant.Length == 0 ? said : said + " " + meant,
            Body =
            [
                CardPart.Text(said),
                .. meant.Length == 0 ? Enumerable.Empty<CardElement>() : [CardPart.Text(meant)],
                CardPart.Subtle(Messages.Get(turn.Reader, Sentence.OrderOrItem)),
                .. CardPart.Rows([SuggestionCard.RunButton(turn.Reader, CommandTable.EditAgenda)]),
            ],
        };
    }
}
