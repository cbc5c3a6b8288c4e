namespace Bot.Domain.Dates.Phrases;

/// <summary>Feasts and days counted from them: "Karfreitag", "am Donnerstag nach Ostern", "in der Woche nach Pfingsten".</summary>
internal static class FeastPhrases
{
    private const int MostWeeks = 5;

    private static readonly string[] Articles = ["dem", "den", "der", "the"];

    public static DayMention? Read(PhraseContext context, int at) =>
        ReadNear(context.Tokens, at) ?? ReadWeek(context.Tokens, at) ?? (DayMention?)ReadAlone(context, at);

    /// <summary>"am zweiten Dienstag nach Ostern", "letzten Freitag vor Pfingsten", "the day after Ascension Day".</summary>
    private static NearFeastMention? ReadNear(TokenList tokens, int at)
    {
        var weekday = Counted(tokens, at, out var nth);
        var name = NthWeekdayPhrases.Name(tokens, weekday) ?? (CalendarWords.ShortWeekday(tokens[weekday].Folded) is { } abbreviated ? (abbreviated, null) : null);
        if (name is not { } day)
        {
            return null;
        }

        var joint = weekday + 1;
        if (Direction(tokens, joint) is not { } after || Feast(tokens, joint + 1) is not { } found)
        {
            return null;
        }

        var isLast = nth == -1;
        if (nth > MostWeeks || (isLast && after))
        {
            return null;
        }

        return new NearFeastMention(at, found.To, found.Feast, day.Weekday, after ? nth : isLast ? -1 : -nth, found.Year) { Part = day.Part };
    }

    /// <summary>"nächsten", "ersten" and no word at all are the first.</summary>
    private static int Counted(TokenList tokens, int at, out int nth)
    {
        nth = 1;
        if (NthWeekdayPhrases.ReadOrdinal(tokens, at, out var behind) is { } ordinal)
        {
            nth = ordinal;
            return behind;
        }

        return tokens[at].Kind == TokenKind.Word && RelativeWords.Of(tokens[at].Folded) is WeekdayScope.Next or WeekdayScope.ThisWeek ? at + 1 : at;
    }

    private static FeastWeekMention? ReadWeek(TokenList tokens, int at) =>
        tokens.IsWord(at, "woche", "week") && !IsCounted(tokens, at - 1) && Direction(tokens, at + 1) is { } after && Feast(tokens, at + 2) is { } found
            ? new FeastWeekMention(at, found.To, found.Feast, after, found.Year)
            : null;

    /// <summary>"die vorletzte Woche vor Weihnachten" is another week than the one before it.</summary>
    private static bool IsCounted(TokenList tokens, int at) => tokens[at].Kind == TokenKind.Word
        && (NumberWords.Ordinal(tokens[at].Folded) is not null || tokens[at].Folded.Contains("letzte", System.StringComparison.Ordinal)) || tokens.IsSymbol(at, '.');

    private static FeastMention? ReadAlone(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (FeastNames.At(tokens, at) is null || Feast(tokens, at) is not { } found)
        {
            return null;
        }

        var certain = context.HasDayPreposition(at) || context.FollowsMention(at) || context.IsClock(found.To) || tokens.IsWord(at - 1, "zu", "ueber")
            || (at == 0 && tokens[found.To].Kind == TokenKind.None);
        return new FeastMention(at, found.To, found.Feast, found.Year) { Doubtful = !certain };
    }

    private static bool? Direction(TokenList tokens, int at) =>
        tokens.IsWord(at, "nach", "after") ? true : tokens.IsWord(at, "vor", "before") ? false : null;

    /// <summary>The feast, an article before it and a year behind it.</summary>
    private static (Feast Feast, int To, int? Year)? Feast(TokenList tokens, int at)
    {
        var name = tokens.IsWord(at, Articles) ? at + 1 : at;
        return FeastNames.At(tokens, name) is not var (feast, to) ? null
            : Years.Read(tokens, to, false) is { } year ? (feast, to + 1, year)
            : (feast, to, null);
    }
}
