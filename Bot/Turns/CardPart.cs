using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>The recurring parts of cards.</summary>
internal static class CardPart
{
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
