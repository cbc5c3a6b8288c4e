namespace Bot.Domain.Dates.Phrases;

/// <summary>"ersten Dienstag im Februar", "last Friday of January 2027".</summary>
internal static class NthWeekdayPhrases
{
    public static NthWeekdayMention? Read(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (ReadOrdinal(tokens, at, out var weekday) is not { } nth || tokens[weekday].Kind != TokenKind.Word
            || CalendarWords.Weekday(tokens[weekday].Folded) is not { } day)
        {
            return null;
        }

        var month = weekday + 2;
        if (!tokens.IsWord(weekday + 1, "im", "in", "of", "des") || tokens[month].Kind != TokenKind.Word
            || CalendarWords.Month(tokens[month].Folded.TrimEnd('s')) is not { } number || context.IsCompound(month + 1))
        {
            return null;
        }

        return Years.Read(tokens, month + 1, false) is { } year
            ? new NthWeekdayMention(at, month + 2, nth, day, number, year)
            : new NthWeekdayMention(at, month + 1, nth, day, number, null);
    }

    /// <summary>Whether an ordinal stands before this weekday, which then is not simply the next one.</summary>
    public static bool HasOrdinal(TokenList tokens, int weekday) =>
        (tokens.IsSymbol(weekday - 1, '.') && tokens[weekday - 1].Glued && tokens[weekday - 2].Kind == TokenKind.Number)
        || (tokens[weekday - 1].Kind == TokenKind.Word && NumberWords.Ordinal(tokens[weekday - 1].Folded) is > 0);

    private static int? ReadOrdinal(TokenList tokens, int at, out int behind)
    {
        behind = at + 1;
        if (!tokens.IsNumber(at, 1, out var number))
        {
            return tokens[at].Kind == TokenKind.Word ? NumberWords.Ordinal(tokens[at].Folded) : null;
        }

        behind = at + 2;
        var isOrdinal = tokens.IsSymbol(at + 1, '.') || tokens.IsWord(at + 1, "st", "nd", "rd", "th");
        return isOrdinal && tokens[at + 1].Glued && number is >= 1 and <= 5 ? number : null;
    }
}
