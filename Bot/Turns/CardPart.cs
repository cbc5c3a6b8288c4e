using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>The recurring parts of cards.</summary>
internal static class CardPart
{
    /// <summary>Points: a telephone's card within its margins, a button's frame with the gap after it, a letter.</summary>
    private const int TelephoneWidth = 290, ButtonFrame = 34, LetterWidth = 8;

    /// <summary>A heading. Markdown; user text in it is already escaped.</summary>
    public static TextBlock Heading(string text) =>
        new() { Text = text, Style = TextBlockStyle.Heading, Size = TextSize.Large, Weight = TextWeight.Bolder };

    /// <summary>A smaller heading within a card.</summary>
    public static TextBlock Section(string text) =>
        new() { Text = text, Style = TextBlockStyle.Heading, Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    /// <summary>A paragraph.</summary>
    public static TextBlock Text(string text) => new() { Text = text };

    /// <summary>A paragraph of lesser weight.</summary>
    public static TextBlock Subtle(string text) => new() { Text = text, IsSubtle = true, Spacing = Spacing.Small };

    /// <summary>A list with a mark before each entry.</summary>
    /// <param name="lines">Markdown, each on one line; user text in them is already escaped.</param>
    public static TextBlock List(IEnumerable<string> lines) => Text(string.Join('\n', lines.Select(line => "- " + line)));

    /// <summary>Buttons in as many rows as they need on a telephone, where clients cut the titles of what does not fit side by side.</summary>
    public static IEnumerable<CardElement> Rows(IEnumerable<CardAction> buttons)
    {
        var row = new List<CardAction>();
        var width = 0;
        foreach (var button in buttons)
        {
            var own = ((button.Title?.Length ?? 0) * LetterWidth) + ButtonFrame;
            if (row.Count > 0 && (width + own > TelephoneWidth || row.Count == CardLimits.PrimaryActions))
            {
                yield return new ActionSet { Actions = [.. row] };
                row.Clear();
                width = 0;
            }

            row.Add(button);
            width += own;
        }

        if (row.Count > 0)
        {
            yield return new ActionSet { Actions = [.. row] };
        }
    }

    /// <summary>A button.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="title">What it says.</param>
    /// <param name="verb">What it does.</param>
    /// <param name="data">References it carries, as name and value.</param>
    public static ExecuteAction Button(Reader reader, Sentence title, string verb, params (string Name, string Value)[] data)
    {
        var values = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;
        foreach (var (name, value) in data)
        {
            values = values.SetItem(name, value);
        }

        return new ExecuteAction { Title = Messages.Get(reader, title), Verb = verb, Data = values };
    }
}
