using System;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Makes the message that carries a card. Every card the bot sends by itself goes through here.</summary>
internal static class CardMessage
{
    private const int LongestSummary = 300;

    /// <summary>The message.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="card">The card.</param>
    /// <param name="summary">What a notification says. Markdown; its marks are taken away.</param>
    public static Activity Of(Reader reader, AdaptiveCard card, string summary) =>
        MessageActivity.Card(FittingCard.Of(reader, card), ShortText.Abbreviate(PlainText.Of(summary), LongestSummary));

    /// <summary>The message; a notification says what clients say that cannot draw the card.</summary>
    public static Activity Of(Reader reader, AdaptiveCard card) =>
        Of(reader, card, card.FallbackText ?? throw new ArgumentException("A card without fallback text.", nameof(card)));
}
