using System;
using System.Collections.Generic;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Finds all mentions in a text, from left to right; what one phrase has taken no other reads.</summary>
internal static class PhraseScanner
{
    /// <summary>The order matters where phrases begin alike: the longer and more certain ones come first.</summary>
    private static readonly Func<PhraseContext, int, Mention?>[] Phrases =
    [
        DaySpanPhrases.Read,
        NumericDayPhrases.Read,
        NamedDayPhrases.Read,
        FeastPhrases.Read,
        WeekPhrases.Read,
        RelativeDayPhrases.Read,
        NthWeekdayPhrases.Read,
        VaguePhrases.Read,
        WeekdayPhrases.Read,
        DurationPhrases.Read,
        DayPartPhrases.Read,
        ColloquialClockPhrases.Read,
        ClockRangePhrases.Read,
        ClockPhrases.Read,
    ];

    public static IReadOnlyList<Mention> Scan(TokenList tokens)
    {
        var mentions = new List<Mention>();
        var context = new PhraseContext(tokens, 0);
        for (var at = 0; at < tokens.Length;)
        {
            var mention = at != context.LastTo && tokens.IsInsideOfSomething(at) ? null : ReadAt(context, at);
            if (mention is null)
            {
                at++;
                continue;
            }

            mention = InItsZone(tokens, mention);
            mentions.Add(
                ExclusionPhrases.IsExcluded(tokens, mention, mentions) ? ExclusionPhrases.Excluded(tokens, Doubted(mention)) :
                IsMeasuredFrom(tokens, mention) || IsNotItself(tokens, mention) ? Doubted(mention) : mention);
            context = context with { LastTo = mention.To, LastIsClock = mention is ClockMention || (context.LastIsClock && mention is DayPartMention) };
            at = mention.To;
        }

        return mentions;
    }

    /// <summary>"eine Woche vor dem 14.1.", "nach 18 Uhr": named, but not as the appointment's own day or time.</summary>
    private static bool IsMeasuredFrom(TokenList tokens, Mention mention)
    {
        var before = tokens.IsWord(mention.From - 1, "dem", "den", "the") ? mention.From - 2 : mention.From - 1;
        return tokens.IsWord(before, "vor", "nach", "before", "after")
            || (tokens.IsWord(before, "vom", "des", "der", "of", "um", "with", "commencing", "beginning", "starting") && tokens.IsWord(before - 1, "woche", "week") && mention is DayMention);
    }

    /// <summary>"frühestens am Dienstag", "am Dienstag darauf", "Dienstag oder später": named, but not as the one day.</summary>
    private static bool IsNotItself(TokenList tokens, Mention mention)
    {
        var before = ExclusionPhrases.BeforePrepositions(tokens, mention);
        return tokens.IsWord(before, "fruehestens", "earliest", "darauffolgenden")
            || tokens.IsWord(mention.To, "darauf", "danach") || (tokens.IsWord(mention.To, "oder", "or") && tokens.IsWord(mention.To + 1, "spaeter", "frueher", "danach", "later", "earlier"));
    }

    /// <summary>A time of another zone is not taken for one of this, nor one "c.t." for the full hour.</summary>
    private static Mention InItsZone(TokenList tokens, Mention mention) =>
        mention is ClockMention && tokens.IsWord(mention.To, "c") && tokens.IsSymbol(mention.To + 1, '.') && tokens.IsWord(mention.To + 2, "t") ? Doubted(mention with { To = mention.To + 3 }) :
        mention is ClockMention && tokens.IsWord(mention.To, "utc", "gmt", "bst", "est", "edt", "pst", "pdt", "z", "ct") ? Doubted(mention with { To = mention.To + 1 }) : mention;

    private static Mention Doubted(Mention mention) => mention switch
    {
        DayMention day => day with { Doubtful = true },
        ClockMention clock => clock with { Start = clock.Start with { Kind = ClockKind.Doubtful } },
        _ => mention,
    };

    private static Mention? ReadAt(PhraseContext context, int at)
    {
        if (context.Tokens[at].Kind is not (TokenKind.Word or TokenKind.Number))
        {
            return null;
        }

        foreach (var read in Phrases)
        {
            if (read(context, at) is { } mention)
            {
                return mention;
            }
        }

        return null;
    }
}
