namespace Bot.Domain.Dates.Phrases;

/// <summary>Days with the name of the month: "14. Januar 2027", "14 January", "January 14th".</summary>
internal static class NamedDayPhrases
{
    private static readonly string[] Suffixes = ["st", "nd", "rd", "th", "ter", "te", "ten"];

    /// <summary>What bears a date as its name: "Verein 17. Juni", "Bündnis 8. Mai".</summary>
    private static readonly string[] Bearers =
    [
        "verein", "vereins", "initiative", "buendnis", "stiftung", "platz", "gruppe", "strasse", "brigade", "aktion", "bewegung", "netzwerk",
        "schule", "park", "denkmal", "allee", "club", "ev", "foundation", "association", "movement", "square",
    ];

    public static DayMention? Read(PhraseContext context, int at) =>
        context.Tokens[at].Kind == TokenKind.Number ? ReadDayFirst(context, at) : ReadMonthFirst(context, at) ?? ReadDayInWords(context, at);

    /// <summary>"am vierzehnten Januar", "the first of March".</summary>
    private static CalendarDayMention? ReadDayInWords(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (tokens[at].Kind != TokenKind.Word || NumberWords.DayOfMonth(tokens[at].Folded) is not { } day)
        {
            return null;
        }

        var month = tokens.IsWord(at + 1, "of") ? at + 2 : at + 1;
        var introduced = context.HasDayPreposition(at) || context.FollowsMention(at);
        return introduced && tokens[month].Kind == TokenKind.Word && CalendarWords.Month(tokens[month].Folded) is { } number && !context.IsCompound(month + 1)
            ? WithYear(tokens, new CalendarDayMention(at, BehindMonth(tokens, month), day, number, null))
            : null;
    }

    /// <summary>"14. Januar", "14 January", "14th of January".</summary>
    public static CalendarDayMention? ReadDayFirst(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (!tokens.IsNumber(at, 2, out var day))
        {
            return null;
        }

        var month = BehindDay(tokens, at);
        month = tokens.IsWord(month, "of") ? month + 1 : month;
        if (tokens[month].Kind != TokenKind.Word || CalendarWords.Month(tokens[month].Folded) is not { } number || context.IsCompound(month + 1))
        {
            return null;
        }

        var behind = BehindMonth(tokens, month);
        var mention = WithYear(tokens, new CalendarDayMention(at, behind, day, number, null));
        return mention with { Doubtful = IsDoubtful(context, mention, month, month != at + 1) };
    }

    private static CalendarDayMention? ReadMonthFirst(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (CalendarWords.EnglishMonth(tokens[at].Folded) is not { } month)
        {
            return null;
        }

        var start = BehindMonth(tokens, at);
        if (!tokens.IsNumber(start, 2, out var day) || context.IsClock(start) || tokens.IsWord(start + 1, "am", "a", "p"))
        {
            return null;
        }

        var mention = WithYear(tokens, new CalendarDayMention(at, BehindDay(tokens, start), day, month, null));
        var marked = mention.Year is not null || mention.To > start + 1 || context.HasDayPreposition(at) || context.FollowsMention(at)
            || context.IsClock(mention.To);
        var mayBeVerb = at > 0 && tokens.IsWord(at, "may", "march", "mar");
        return mention with { Doubtful = !marked && (mayBeVerb || tokens[mention.To].Kind is not (TokenKind.None or TokenKind.Symbol)) };
    }

    private static int BehindDay(TokenList tokens, int at) =>
        (tokens.IsSymbol(at + 1, '.') || tokens.IsWord(at + 1, Suffixes)) && tokens[at + 1].Glued ? at + 2 : at + 1;

    private static int BehindMonth(TokenList tokens, int month) =>
        tokens.IsSymbol(month + 1, '.') && tokens[month + 1].Glued && CalendarWords.IsShortMonth(tokens[month].Folded) ? month + 2 : month + 1;

    private static CalendarDayMention WithYear(TokenList tokens, CalendarDayMention mention)
    {
        var at = tokens.IsSymbol(mention.To, ',') ? mention.To + 1 : mention.To;
        return Years.Read(tokens, at, false) is { } year
            ? mention with { To = at + 1, Year = year }
            : Years.WithWords(tokens, mention);
    }

    private static bool IsDoubtful(PhraseContext context, CalendarDayMention mention, int month, bool dayIsMarked)
    {
        var tokens = context.Tokens;
        if (context.HasDayPreposition(mention.From) || context.FollowsMention(mention.From))
        {
            return false;
        }

        var bearsName = tokens.IsWord(mention.From - 1, Bearers) || context.IsNumbering(mention.From)
            || (tokens.IsWord(mention.From - 1, "des") && DayParts.Noun(tokens[mention.From - 2].Folded) is null);
        var mayBeVerb = !dayIsMarked && tokens.IsWord(month, "may")
            && mention.Year is null && !context.IsClock(mention.To) && tokens[mention.To].Kind == TokenKind.Word;
        return bearsName || mayBeVerb;
    }
}
