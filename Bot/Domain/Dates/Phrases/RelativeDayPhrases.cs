namespace Bot.Domain.Dates.Phrases;

/// <summary>Days seen from today: "heute abend", "übermorgen", "tomorrow", "heute in zwei Wochen"; and "am 14.", a day without its month.</summary>
internal static class RelativeDayPhrases
{
    private static readonly string[] Greetings = ["guten", "gute", "schoenen", "good", "jeden", "jedem", "every"];
    private static readonly string[] Greeted = ["zusammen", "alle", "allerseits", "miteinander", "leute", "ihr"];

    public static DayMention? Read(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (tokens[at].Kind == TokenKind.Number)
        {
            return ReadDayOfMonth(context, at);
        }

        if (ReadDayInWords(context, at) is { } ordinal)
        {
            return ordinal;
        }

        if (tokens.IsWord(at, "day") && tokens.IsWord(at + 1, "after") && tokens.IsWord(at + 2, "tomorrow"))
        {
            return new RelativeDayMention(at, at + 3, 2);
        }

        return ReadThisPart(tokens, at)
            ?? (Days(tokens[at].Folded) is { } days && !IsGreeting(tokens, at)
                ? WithWeeks(tokens, WithPart(tokens, new RelativeDayMention(at, at + 1, days)))
                : null);
    }

    private static int? Days(string folded) => folded switch
    {
        "vorgestern" => -2,
        "gestern" or "yesterday" => -1,
        "heute" or "heut" or "today" => 0,
        "morgen" or "morgn" or "tomorrow" => 1,
        "uebermorgen" or "ubermorgen" => 2,
        "ueberuebermorgen" => 3,
        _ => TypingErrors.IsSlipOf(folded, "uebermorgen", 2) ? 2 : TypingErrors.IsSlipOf(folded, "tomorrow", 2) ? 1 : null,
    };

    private static bool IsGreeting(TokenList tokens, int at) => tokens.IsWord(at, "morgen")
        && (tokens.IsWord(at - 1, Greetings) || (at == 0 && (tokens.IsSymbol(1, '!') || tokens.IsWord(1, Greeted))));

    private static RelativeDayMention? ReadThisPart(TokenList tokens, int at)
    {
        if (tokens.IsWord(at, "tonight"))
        {
            return new RelativeDayMention(at, at + 1, 0) { Part = DayPart.Evening };
        }

        return tokens.IsWord(at, "this") && tokens.IsWord(at + 1, "morning", "afternoon", "evening")
            ? new RelativeDayMention(at, at + 2, 0) { Part = DayParts.Noun(tokens[at + 1].Folded) }
            : null;
    }

    private static RelativeDayMention WithPart(TokenList tokens, RelativeDayMention mention) =>
        tokens[mention.To].Kind == TokenKind.Word && DayParts.Noun(tokens[mention.To].Folded) is { } part
            ? mention with { To = mention.To + 1, Part = part }
            : mention;

    private static RelativeDayMention WithWeeks(TokenList tokens, RelativeDayMention mention) =>
        tokens.IsWord(mention.To, "in") ? WeekPhrases.ReadAhead(tokens, mention.To) switch
        {
            WeeksAheadMention ahead => mention with { To = ahead.To, Days = mention.Days + (7 * ahead.Weeks) },
            RelativeDayMention ahead => mention with { To = ahead.To, Days = mention.Days + ahead.Days },
            _ => mention,
        }
        : mention;

    /// <summary>"Dienstag, den ersten".</summary>
    private static DayOfMonthMention? ReadDayInWords(PhraseContext context, int at) =>
        NumberWords.DayOfMonth(context.Tokens[at].Folded) is { } day && context.Tokens.IsWord(at - 1, "am", "zum", "den", "dem", "the") && EndsDayOfMonth(context, at + 1)
            ? new DayOfMonthMention(at, at + 1, day)
            : null;

    private static bool EndsDayOfMonth(PhraseContext context, int at) =>
        context.IsClock(at) || context.Tokens[at].Kind == TokenKind.None || context.Tokens.IsSymbol(at, ',');

    private static DayOfMonthMention? ReadDayOfMonth(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        var german = tokens.IsSymbol(at + 1, '.') && tokens.IsWord(at - 1, "am", "zum", "den", "dem", "der");
        var english = tokens.IsWord(at + 1, "st", "nd", "rd", "th") && tokens.IsWord(at - 1, "the");
        return tokens.IsNumber(at, 2, out var day) && day is >= 1 and <= 31 && (german || english) && tokens[at + 1].Glued
            && (EndsDayOfMonth(context, at + 2) || (tokens.IsWord(at + 2, "und", "oder", "and", "or") && tokens.IsWord(at - 2, "nicht", "ausser", "not", "except")))
            ? new DayOfMonthMention(at, at + 2, day)
            : null;
    }
}
