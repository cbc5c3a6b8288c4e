using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>A card that only says something: what stays of a form after it was used.</summary>
internal static class SentenceCard
{
    /// <summary>The sentence as a card. Markdown; user text in it is already escaped.</summary>
    public static AdaptiveCard Of(Reader reader, string sentence) => new()
    {
        Lang = reader.Language,
        FallbackText = sentence,
        Body = [new TextBlock { Text = sentence }],
    };
}
