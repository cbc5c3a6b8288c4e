using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>The last resort before a card leaves: one that Teams would refuse for its size is sent shortened and says so, never broken.</summary>
/// <remarks>No card of the bot is meant to come here: lists are cut into pages, and what people type has its limits. But names and rules also come from
/// what was stored by others.</remarks>
internal static class FittingCard
{
    private const int LongestFallback = 1000;

    private const int ButtonBudget = 8 * 1024;

    /// <summary>The card, or as much of its beginning as fits, with a note.</summary>
    public static AdaptiveCard Of(Reader reader, AdaptiveCard card) => card.SizeInBytes < CardLimits.Bytes ? card : Shortened(reader, card);

    private static AdaptiveCard Shortened(Reader reader, AdaptiveCard card)
    {
        var note = Messages.Get(reader, Sentence.CardShortened);
        var actions = card.Actions.Sum(CardSize.Of) <= ButtonBudget ? card.Actions : [];
        var shorter = card with
        {
            Body = [],
            Actions = actions,
            FallbackText = ShortText.Abbreviate(card.FallbackText ?? note, LongestFallback),
            Speak = null,
            Refresh = card.Refresh,
        };
        var left = CardLimits.Bytes - 1 - (shorter with { Body = [CardPart.Subtle(note)] }).SizeInBytes;
        var fitting = card.Body.TakeWhile(element => (left -= CardSize.Of(element) + 1) > 0).ToList();
        var whole = shorter with { Body = [.. fitting, CardPart.Subtle(note)] };
        return whole.SizeInBytes < CardLimits.Bytes ? whole : SentenceCard.Of(reader, note);
    }
}
