using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Days and times named so as not to be meant: "nicht am Dienstag", "statt Mittwoch", "außer 24.11. und 1.12.", "except next week".</summary>
internal static class ExclusionPhrases
{
    private static readonly string[] Prepositions = ["am", "an", "um", "in", "im", "den", "dem", "der", "des", "die", "von", "vom", "on", "at", "the", "from", "for"];

    /// <summary>Whether the mention is ruled out, by itself or in a list that began so.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="mention">What was found.</param>
    /// <param name="earlier">What was found before it.</param>
    public static bool IsExcluded(TokenList tokens, Mention mention, List<Mention> earlier)
    {
        var before = BeforePrepositions(tokens, mention);
        return tokens.IsWord(before, "nicht", "kein", "keinen", "keine", "statt", "anstatt", "anstelle", "ausser", "ausgenommen", "ausgeschlossen", "not", "except", "excepting", "excluding", "ohne", "without", "ausnahme")
            || (tokens.IsWord(before, "of") && tokens.IsWord(before - 1, "instead"))
            || (tokens.IsWord(before, "auf") && tokens.IsWord(before - 1, "bis") && tokens.IsWord(mention.From - 1, "den", "dem", "die"))
            || (mention is DayMention && tokens.IsWord(before, "but") && earlier.LastOrDefault()?.To == before)
            || (tokens.IsWord(before, "but", "than") && tokens.IsWord(before - 1, "any", "anything", "other"))
            || tokens.IsWord(mention.To, "ausgenommen", "ausgeschlossen", "excepted", "excluded")
            || (mention is DayMention && tokens.IsWord(mention.To, "nicht") && IsEnd(tokens, mention.To + 1))
            || (mention is DayMention && earlier.LastOrDefault() is DayMention { Excluded: true } last && IsListed(tokens, last.To, mention));
    }

    /// <summary>The mention as ruled out.</summary>
    public static Mention Excluded(TokenList tokens, Mention mention) => mention is DayMention day
        ? day with { Excluded = true, Through = tokens.IsWord(BeforePrepositions(tokens, mention), "bis", "to", "until", "till") || tokens.IsSymbol(mention.From - 1, '-') || tokens.IsSymbol(mention.From - 1, '–') }
        : mention;

    /// <summary>The last token before the prepositions of a mention.</summary>
    public static int BeforePrepositions(TokenList tokens, Mention mention)
    {
        var before = mention.From - 1;
        while (tokens.IsWord(before, Prepositions))
        {
            before--;
        }

        return before;
    }

    private static bool IsEnd(TokenList tokens, int at) => tokens[at].Kind is TokenKind.None || tokens.IsSymbol(at, ')') || tokens.IsSymbol(at, '.') || tokens.IsSymbol(at, ',');

    /// <summary>Only "und", "bis", commas and prepositions lie between, and not prepositions alone.</summary>
    private static bool IsListed(TokenList tokens, int from, Mention mention)
    {
        var isJoined = false;
        for (var at = from; at < mention.From; at++)
        {
            if (tokens.IsWord(at, "und", "oder", "sowie", "bzw", "and", "or", "nor", "noch", "bis", "to", "until", "till") || tokens.IsSymbol(at, ',') || tokens.IsSymbol(at, '-') || tokens.IsSymbol(at, '–'))
            {
                isJoined = true;
            }
            else if (!tokens.IsWord(at, Prepositions) && !tokens.IsSymbol(at, '.'))
            {
                return false;
            }
        }

        return isJoined;
    }
}
