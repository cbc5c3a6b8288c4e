namespace Bot.Domain.Dates.Phrases;

/// <summary>Years behind a day and month.</summary>
internal static class Years
{
    /// <summary>A year in four digits, or directly behind a dot or slash in two; null when the number is none, such as the hour of a time.</summary>
    public static int? Read(TokenList tokens, int at, bool mayHaveTwoDigits)
    {
        if (!tokens.IsNumber(at, 4, out var number) || tokens.IsWord(at + 1, "uhr", "h", "pm") || tokens.JoinsNumbers(at + 1, ':')
            || tokens.JoinsNumbers(at + 1, '.') || (tokens[at + 1] is { Glued: true, Kind: TokenKind.Word } && !tokens.IsWord(at + 1, "um")))
        {
            return null;
        }

        return tokens[at].Text.Length switch
        {
            4 => number,
            2 when mayHaveTwoDigits => 2000 + number,
            _ => null,
        };
    }

    /// <summary>The mention together with "nächsten Jahres" or "this year" behind it.</summary>
    public static CalendarDayMention WithWords(TokenList tokens, CalendarDayMention mention)
    {
        if (mention.Year is not null || !tokens.IsWord(mention.To + 1, "jahr", "jahres", "year"))
        {
            return mention;
        }

        int? ahead = RelativeWords.Of(tokens[mention.To].Folded) switch
        {
            WeekdayScope.ThisWeek => 0,
            WeekdayScope.Next => 1,
            WeekdayScope.AfterNext => 2,
            WeekdayScope.Last => -1,
            _ => null,
        };
        return ahead is null ? mention : mention with { To = mention.To + 2, YearsAhead = ahead };
    }
}
