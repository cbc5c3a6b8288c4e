namespace Bot.Domain.Dates.Phrases;

/// <summary>Weeks: "KW 12", "12. KW", "nächste Woche", "in zwei Wochen"; and "in 10 Tagen".</summary>
internal static class WeekPhrases
{
    private const int MostWeeks = 104;
    private const int MostDays = 730;

    public static DayMention? Read(PhraseContext context, int at) =>
        ReadAhead(context.Tokens, at) ?? ReadBefore(context.Tokens, at) ?? ReadNumbered(context.Tokens, at) ?? (DayMention?)ReadRelative(context.Tokens, at);

    /// <summary>"in zwei Wochen", "in 10 days", "two weeks from Tuesday".</summary>
    public static DayMention? ReadAhead(TokenList tokens, int at)
    {
        var number = tokens.IsWord(at, "in") ? at + 1 : at;
        if (IsFortnight(tokens, number, out var behind))
        {
            return number == at ? null : new WeeksAheadMention(at, behind, 2);
        }

        if (NumberWords.Count(tokens, number) is not { } ahead || ahead < 1)
        {
            return null;
        }

        var unit = number + 1;
        var fromThere = tokens.IsWord(unit + 1, "from") && IsDay(tokens, unit + 2);
        if (number == at && !fromThere)
        {
            return null;
        }

        var to = !fromThere ? unit + 1 : tokens.IsWord(unit + 2, "today", "now") ? unit + 3 : unit + 2;
        if (tokens.IsWord(unit, "woche", "wochen", "week", "weeks"))
        {
            return ahead <= MostWeeks ? new WeeksAheadMention(at, to, ahead) : null;
        }

        var isFromToday = !fromThere || to == unit + 3;
        return tokens.IsWord(unit, "tag", "tagen", "day", "days") && ahead <= MostDays && isFromToday
            ? new RelativeDayMention(at, to, ahead)
            : null;
    }

    private static bool IsFortnight(TokenList tokens, int at, out int behind)
    {
        behind = at + 2;
        return tokens.IsWord(at, "a", "one") && tokens.IsWord(at + 1, "fortnight");
    }

    /// <summary>"a week on Tuesday", "two weeks today": the weeks, and then from which day.</summary>
    private static WeeksAheadMention? ReadBefore(TokenList tokens, int at) =>
        IsFortnight(tokens, at, out var behind) && tokens.IsWord(behind, "on") && CalendarWords.Weekday(tokens[behind + 1].Folded) is not null ? new WeeksAheadMention(at, behind + 1, 2) :
        NumberWords.Count(tokens, at) is { } weeks and >= 1 and <= MostWeeks && tokens.IsWord(at + 1, "week", "weeks")
            ? tokens.IsWord(at + 2, "on") && CalendarWords.Weekday(tokens[at + 3].Folded) is not null ? new WeeksAheadMention(at, at + 3, weeks)
            : tokens.IsWord(at + 2, "today") ? new WeeksAheadMention(at, at + 3, weeks)
            : null : null;

    private static CalendarWeekMention? ReadNumbered(TokenList tokens, int at)
    {
        if (tokens.IsNumber(at, 2, out var before) && tokens.IsSymbol(at + 1, '.') && tokens.IsWord(at + 2, "kw", "kalenderwoche", "woche"))
        {
            return WithYear(tokens, new CalendarWeekMention(at, at + 3, before, null));
        }

        var word = tokens.IsWord(at, "calendar") ? at + 1 : at;
        return tokens.IsWord(word, "kw", "kalenderwoche", "woche", "week", "cw") && tokens.IsNumber(word + 1, 2, out var week)
            ? WithYear(tokens, new CalendarWeekMention(at, word + 2, week, null))
            : null;
    }

    private static CalendarWeekMention WithYear(TokenList tokens, CalendarWeekMention mention)
    {
        var year = tokens.IsSymbol(mention.To, '/') ? mention.To + 1 : mention.To;
        return Years.Read(tokens, year, false) is { } number ? mention with { To = year + 1, Year = number } : mention;
    }

    private static RelativeWeekMention? ReadRelative(TokenList tokens, int at)
    {
        if (tokens.IsWord(at, "week") && tokens.IsWord(at + 1, "after") && tokens.IsWord(at + 2, "next"))
        {
            return new RelativeWeekMention(at, at + 3, 2);
        }

        if (!tokens.IsWord(at + 1, "woche", "week") || RelativeWords.Of(tokens[at].Folded) is not { } scope)
        {
            return null;
        }

        var weeks = scope switch
        {
            WeekdayScope.ThisWeek => 0,
            WeekdayScope.Next => 1,
            WeekdayScope.AfterNext => 2,
            _ => -1,
        };
        return new RelativeWeekMention(at, at + 2, weeks);
    }

    private static bool IsDay(TokenList tokens, int at) => tokens[at].Kind == TokenKind.Word
        && (tokens.IsWord(at, "today", "now", "tomorrow") || CalendarWords.Weekday(tokens[at].Folded) is not null);
}
