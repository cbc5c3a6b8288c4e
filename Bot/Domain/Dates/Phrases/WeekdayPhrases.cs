using System.Linq;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Weekdays: "Dienstag", "nächsten Dienstag", "Dienstagabend", "Di 18 Uhr", "last Tuesday".</summary>
internal static class WeekdayPhrases
{
    /// <summary>Before a weekday these make it a habit, or a surname.</summary>
    private static readonly string[] NoDayBehind =
        ["jeden", "jeder", "jede", "jedem", "every", "each", "other", "alternate", "alle", "immer", "stets", "always", "herr", "herrn", "frau", "familie", "mr", "mrs", "ms", "dr", "seit", "since"];

    private static readonly string[] ShortOnesBehind =
        ["am", "den", "bis", "ab", "vom", "fuer", "auf", "on", "until", "by", "from"];

    /// <summary>Abbreviations that are ordinary words as well.</summary>
    private static readonly string[] OrdinaryWords = ["so", "do", "sat", "sun", "wed", "mi"];

    public static WeekdayMention? Read(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        var scope = RelativeWords.Of(tokens[at].Folded);
        var name = scope is null ? at : at + 1;
        if (tokens[name].Kind != TokenKind.Word || (tokens.IsWord(at - 1, NoDayBehind) && !IsHabitWithExclusion(tokens, at)) || IsOneOfAMonth(tokens, name) || NthWeekdayPhrases.HasOrdinal(tokens, name)
            || context.IsCompound(name + 1))
        {
            return null;
        }

        return ReadName(context, name, scope is not null) is { } found
            ? Doubted(context, InAWeek(tokens, found with { From = at, Scope = scope ?? WeekdayScope.Next, Doubtful = found.Doubtful || tokens.IsWord(at - 1, NoDayBehind) }))
            : null;
    }

    /// <summary>"jeden Dienstag außer am 24.11.": a habit, but asked about: the one day named beside it is the one that is not meant.</summary>
    private static bool IsHabitWithExclusion(TokenList tokens, int at) => tokens.IsWord(at - 1, "jeden", "jeder", "jedem", "every", "each")
        && Enumerable.Range(at + 1, 4).Any(word => tokens.IsWord(word, "ausser", "nicht", "except", "not", "ausgenommen", "excluding", "ausnahme"));

    /// <summary>"Dienstag nach dem Fest" is not simply the next one.</summary>
    private static WeekdayMention Doubted(PhraseContext context, WeekdayMention mention)
    {
        var tokens = context.Tokens;
        if (!tokens.IsWord(mention.To, "nach", "vor", "after", "before"))
        {
            return mention;
        }

        var next = mention.To + 1;
        var isTime = tokens[next].Kind is TokenKind.Number or TokenKind.None || tokens.IsWord(next, "halb", "viertel", "dreiviertel", "noon", "midnight", "half", "quarter")
            || NumberWords.Word(tokens, next) is not null;
        return isTime ? mention : mention with { Doubtful = true };
    }

    /// <summary>"letzten Freitag im Monat", whichever the month.</summary>
    private static bool IsOneOfAMonth(TokenList tokens, int weekday) => tokens[weekday - 1].Kind == TokenKind.Word
        && NumberWords.Ordinal(tokens[weekday - 1].Folded) is not null && tokens.IsWord(weekday + 1, "im", "des", "of", "in");

    /// <summary>"Tuesday week", "Dienstag über eine Woche": not the next one but the one after it.</summary>
    private static WeekdayMention InAWeek(TokenList tokens, WeekdayMention mention)
    {
        if (tokens.IsWord(mention.To, "after") && tokens.IsWord(mention.To + 1, "next"))
        {
            return mention with { To = mention.To + 2, Scope = WeekdayScope.AfterNext };
        }

        if (tokens.IsWord(mention.To, "fortnight"))
        {
            return mention with { To = mention.To + 1, Scope = WeekdayScope.Fortnight };
        }

        var isEnglish = tokens.IsWord(mention.To, "week") && tokens[mention.To + 1].Kind != TokenKind.Number;
        var isGerman = tokens.IsWord(mention.To, "ueber") && tokens.IsWord(mention.To + 1, "eine") && tokens.IsWord(mention.To + 2, "woche");
        return isEnglish || isGerman
            ? mention with { To = mention.To + (isGerman ? 3 : 1), Scope = WeekdayScope.AfterNext }
            : mention;
    }

    private static WeekdayMention? ReadName(PhraseContext context, int at, bool isExpected)
    {
        var tokens = context.Tokens;
        if (CalendarWords.WeekdayWithPart(tokens[at].Folded) is var (weekday, part))
        {
            return new WeekdayMention(at, at + 1, weekday, WeekdayScope.Next) { Part = part };
        }

        if (CalendarWords.Weekday(tokens[at].Folded) is { } full)
        {
            return WithPart(tokens, new WeekdayMention(at, at + 1, full, WeekdayScope.Next));
        }

        return CalendarWords.ShortWeekday(tokens[at].Folded) is { } abbreviated && (isExpected || IsAbbreviation(context, at))
            ? WithPart(tokens, new WeekdayMention(at, BehindDot(tokens, at), abbreviated, WeekdayScope.Next)) with { Doubtful = !isExpected && MayBeAWord(context, at) }
            : null;
    }

    private static WeekdayMention WithPart(TokenList tokens, WeekdayMention mention) =>
        tokens[mention.To].Kind == TokenKind.Word && DayParts.Noun(tokens[mention.To].Folded) is { } part
            ? mention with { To = mention.To + 1, Part = part }
            : mention;

    /// <summary>Whether the short word is a weekday here. Upper case does not tell: people write all in small letters, or all in capitals.</summary>
    private static bool IsAbbreviation(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        var next = BehindDot(tokens, at);
        var isParted = tokens.IsSymbol(next, ',') || tokens.IsWord(next, "und", "oder");
        next = isParted ? next + 1 : next;
        if (tokens.IsWord(at - 1, ShortOnesBehind) || BeginsMonth(tokens, next) || (isParted && IsListed(tokens, at, next)))
        {
            return true;
        }

        var isOrdinary = tokens.IsWord(at, OrdinaryWords);
        if (tokens[next].Kind == TokenKind.Number)
        {
            return IsDate(tokens, next) || context.IsClock(next);
        }

        return tokens[next].Kind == TokenKind.None
            ? !isOrdinary || (at == 0 && !tokens.IsWord(at, "so")) || context.FollowsMention(at)
            : context.IsClock(next) && (!isOrdinary || !tokens.IsWord(at, "so"));
    }

    /// <summary>"so 14 Uhr", "do at 6 pm": a weekday, or quite another word.</summary>
    private static bool MayBeAWord(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        var next = BehindDot(tokens, at);
        return !tokens.IsWord(at - 1, ShortOnesBehind) && tokens[next].Kind != TokenKind.None && (tokens.IsWord(at, "so")
            ? context.IsClock(next) || (tokens.IsSymbol(next, ',') && context.IsClock(next + 1))
            : tokens.IsWord(at, "do", "sat", "sun", "wed") && tokens.IsWord(next, "at", "from", "by"));
    }

    /// <summary>"Sat, Jan 16".</summary>
    private static bool BeginsMonth(TokenList tokens, int at) =>
        tokens[at].Kind == TokenKind.Word && CalendarWords.EnglishMonth(tokens[at].Folded) is not null && tokens[at + 1].Kind == TokenKind.Number;

    /// <summary>"Mo, Di, Mi" and "Mo und Di"; "so und so" is none.</summary>
    private static bool IsListed(TokenList tokens, int at, int next) => tokens[next].Kind == TokenKind.Word
        && CalendarWords.ShortWeekday(tokens[next].Folded) is { } other && CalendarWords.ShortWeekday(tokens[at].Folded) != other;

    private static bool IsDate(TokenList tokens, int at) => CalendarWords.Month(tokens[at + 1].Folded) is not null
        || (tokens.IsWord(at + 1, "st", "nd", "rd", "th") && tokens[at + 1].Glued) || (tokens.IsSymbol(at + 1, '.') && tokens[at + 1].Glued
        && (tokens[at + 2].Kind == TokenKind.Number || CalendarWords.Month(tokens[at + 2].Folded) is not null));

    private static int BehindDot(TokenList tokens, int at) => tokens.IsSymbol(at + 1, '.') && tokens[at + 1].Glued ? at + 2 : at + 1;
}
