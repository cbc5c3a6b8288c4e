namespace Bot.Domain.Dates.Phrases;

/// <summary>Parts of the day that stand alone: "abends", "am Abend", "in the evening", "um 7 früh".</summary>
internal static class DayPartPhrases
{
    public static DayPartMention? Read(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        if (DayParts.Adverb(tokens[at].Folded) is { } part)
        {
            return new DayPartMention(at, at + 1, part);
        }

        if (tokens.IsWord(at, "frueh"))
        {
            return context.FollowsMention(at) || tokens.IsWord(at + 1, "um") ? new DayPartMention(at, at + 1, DayPart.Morning) : null;
        }

        return ReadWithPreposition(tokens, at);
    }

    private static DayPartMention? ReadWithPreposition(TokenList tokens, int at)
    {
        var noun = tokens.IsWord(at, "am", "at") ? at + 1 : tokens.IsWord(at, "in") && tokens.IsWord(at + 1, "the") ? at + 2 : at;
        if (noun == at || tokens[noun].Kind != TokenKind.Word || DayParts.Noun(tokens[noun].Folded) is not { } part)
        {
            return null;
        }

        var to = tokens.IsWord(noun + 1, "des") ? noun + 2 : noun + 1;
        return new DayPartMention(at, to, part);
    }
}
