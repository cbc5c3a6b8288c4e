using System;
using System.Linq;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Days named so that no single one is meant: "Ende Januar", "nächsten Monat", "nach den Sommerferien", "am Wochenende", "vor zwei Wochen".</summary>
internal static class VaguePhrases
{
    private static readonly string[] Articles = ["dem", "den", "der", "des", "the", "unseren"];

    private static readonly string[] Seasons =
        ["sommer", "herbst", "winter", "fruehjahr", "fruehling", "fruehsommer", "spaetsommer", "spaetherbst", "summer", "autumn", "winter", "spring"];

    private static readonly string[] Unnamed =
        ["monatsanfang", "monatsende", "quartalsende", "quartalsanfang", "jahresende", "jahresanfang", "jahreswechsel", "semesterende", "semesterbeginn"];

    private const int MostWordsBeforeUnit = 5;

    private static readonly string[] UnitEndings =
        ["woche", "wochen", "haelfte", "monat", "monats", "monate", "monaten", "quartal", "quartals", "jahr", "jahres", "ferien", "week", "weeks", "month", "months", "quarter", "year"];

    private static readonly string[] EnglishBreaks = ["holidays", "vacation", "vacations", "break"];

    public static VagueMention? Read(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (tokens[at].Kind is not (TokenKind.Word or TokenKind.Number))
        {
            return null;
        }

        var found = ReadAny(context, at);
        return found is null || context.IsCompound(found.To) ? null : found;
    }

    private static VagueMention? ReadAny(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        return ReadCountedWeek(tokens, at) ?? ReadMonth(context, at) ?? ReadUnnamedMonth(tokens, at) ?? ReadWeekend(tokens, at) ?? ReadCounted(tokens, at) ?? ReadTimeOfYear(tokens, at)
            ?? ReadMeasured(tokens, at) ?? ReadUnit(context, at) ?? ReadBesideWeekday(context, at) ?? ReadShortSpan(tokens, at);
    }

    /// <summary>"letzte Novemberwoche", "die vorletzte Woche vor Weihnachten".</summary>
    private static VagueMention? ReadCountedWeek(TokenList tokens, int at)
    {
        if (tokens[at].Kind != TokenKind.Word || (NumberWords.Ordinal(tokens[at].Folded) is null && !tokens[at].Folded.Contains("letzte", StringComparison.Ordinal)))
        {
            return null;
        }

        var next = tokens[at + 1].Folded;
        return tokens.IsWord(at + 1, "woche", "week") && tokens.IsWord(at + 2, "nach", "vor", "after", "before") && Measured(tokens, at + 2) is { } to ? new VagueMention(at, to, null)
            : next.EndsWith("woche", StringComparison.Ordinal) && CalendarWords.Month(next[..^"woche".Length]) is not null ? new VagueMention(at, at + 2, null) { IsLoose = true }
            : null;
    }

    /// <summary>"in der ersten Januarwoche", "der Karwoche", "in 2-3 Wochen", "im neuen Jahr": some piece of the calendar that is no single day.</summary>
    private static VagueMention? ReadUnit(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (!tokens.IsWord(at, "in", "im", "innerhalb", "of") && !(tokens.IsWord(at, "der", "des") && context.LastTo == at && at > 0))
        {
            return null;
        }

        for (var unit = at + 1; unit <= at + MostWordsBeforeUnit; unit++)
        {
            var isWord = tokens[unit].Kind is TokenKind.Word or TokenKind.Number || tokens.IsSymbol(unit, '-');
            if (!isWord || RelativeWords.Of(tokens[unit].Folded) is not null || tokens.IsWord(unit, "uhr", "um", "at"))
            {
                return null;
            }

            if (tokens[unit].Kind == TokenKind.Word && UnitEndings.Any(ending => tokens[unit].Folded.EndsWith(ending, StringComparison.Ordinal)))
            {
                var isReadOtherwise = tokens.IsNumber(unit + 1, 2, out _) || tokens.IsWord(unit + 1, "nach", "vor", "after", "before") || FeastNames.At(tokens, unit) is not null;
                return isReadOtherwise ? null : new VagueMention(at, unit + 1, null) { IsLoose = true };
            }
        }

        return null;
    }

    /// <summary>"Di-Do", "Di/Mi".</summary>
    private static VagueMention? ReadShortSpan(TokenList tokens, int at) =>
        CalendarWords.ShortWeekday(tokens[at].Folded) is not null && (tokens.IsSymbol(at + 1, '-') || tokens.IsSymbol(at + 1, '/')) && tokens[at + 1].Glued
        && tokens[at + 2] is { Kind: TokenKind.Word, Glued: true } last && CalendarWords.ShortWeekday(last.Folded) is not null
            ? new VagueMention(at, at + 3, null)
            : null;

    private static VagueMention? ReadMonth(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        var part = PartAt(tokens, at, out var name);
        var isBare = part is null && !tokens.IsWord(at, "im", "in");
        if (isBare && !IsBesideWeekday(context, at))
        {
            return null;
        }

        name = part is not null ? name : isBare ? at : at + 1;
        if (tokens[name].Kind != TokenKind.Word || CalendarWords.Month(tokens[name].Folded.TrimEnd('s')) is not { } month || context.IsCompound(name + 1)
            || IsDay(tokens, name + 1))
        {
            return null;
        }

        return Years.Read(tokens, name + 1, false) is { } year
            ? new VagueMention(at, name + 2, VaguePeriod.Month(month, year, part ?? MonthPart.Whole))
            : new VagueMention(at, name + 1, VaguePeriod.Month(month, null, part ?? MonthPart.Whole));
    }

    /// <summary>"Dienstag Januar 2027": directly behind a weekday, the month alone says something of it.</summary>
    private static bool IsBesideWeekday(PhraseContext context, int at) =>
        context.LastTo == at && at > 0 && CalendarWords.Weekday(context.Tokens[at - 1].Folded) is not null;

    /// <summary>"Dienstag 2027", "Tuesday month".</summary>
    private static VagueMention? ReadBesideWeekday(PhraseContext context, int at) =>
        IsBesideWeekday(context, at) && ((context.Tokens.IsNumber(at, 4, out var year) && year is >= 1900 and < 2200 && !context.Tokens.IsWord(at + 1, "uhr")) || context.Tokens.IsWord(at, "month"))
            ? new VagueMention(at, at + 1, null) { IsLoose = true }
            : null;

    /// <summary>A day of that month follows: "in March 14", "im Januar 14.1.".</summary>
    private static bool IsDay(TokenList tokens, int at) => tokens.IsNumber(at, 2, out _) && !tokens.IsWord(at + 1, "uhr");

    private static MonthPart? PartAt(TokenList tokens, int at, out int behind)
    {
        behind = at + 1;
        var part = tokens[at].Folded switch
        {
            "anfang" or "early" or "beginning" or "start" => MonthPart.Beginning,
            "mitte" or "mid" or "middle" => MonthPart.Middle,
            "ende" or "end" or "late" => (MonthPart?)MonthPart.End,
            _ => null,
        };
        if (part is null)
        {
            return null;
        }

        behind = tokens.IsSymbol(behind, '-') && tokens.IsWord(at, "mid") ? behind + 1 : behind;
        behind = tokens.IsWord(behind, "of", "im") ? behind + 1 : behind;
        behind = tokens.IsWord(behind, Articles) ? behind + 1 : behind;
        return part;
    }

    /// <summary>"Ende des Monats", "nächsten Monat", "early next month".</summary>
    private static VagueMention? ReadUnnamedMonth(TokenList tokens, int at)
    {
        var part = PartAt(tokens, at, out var scope);
        scope = part is null ? at : scope;
        int? ahead = RelativeWords.Of(tokens[scope].Folded) switch
        {
            WeekdayScope.ThisWeek => 0,
            WeekdayScope.Next => 1,
            WeekdayScope.AfterNext => 2,
            _ => null,
        };
        var unit = ahead is null ? scope : scope + 1;
        if (tokens[at].Kind != TokenKind.Word || (ahead is null && part is null))
        {
            return null;
        }

        if (tokens.IsWord(unit, "monat", "monats", "monates", "month"))
        {
            return new VagueMention(at, unit + 1, VaguePeriod.MonthAhead(ahead ?? 0, part ?? MonthPart.Whole));
        }

        if (part is null && ahead is { } years && tokens.IsWord(unit, "jahr", "jahres", "year"))
        {
            return new VagueMention(at, unit + 1, VaguePeriod.YearAhead(years));
        }

        return tokens.IsWord(unit, "jahr", "jahres", "year", "quartal", "quartals", "quarter", "sommer", "herbst", "winter", "fruehjahr")
            ? new VagueMention(at, unit + 1, null)
            : null;
    }

    private static VagueMention? ReadWeekend(TokenList tokens, int at)
    {
        var scope = RelativeWords.Of(tokens[at].Folded);
        var noun = scope is null ? at : at + 1;
        if (tokens.IsWord(noun, "wochenende", "weekend") && tokens[at - 1].Kind == TokenKind.Word && NumberWords.Ordinal(tokens[at - 1].Folded) is not null)
        {
            return new VagueMention(at, noun + 1, null);
        }

        return tokens.IsWord(noun, "wochenende", "weekend")
            ? new VagueMention(at, noun + 1, VaguePeriod.Weekend(scope switch { WeekdayScope.ThisWeek => 0, WeekdayScope.AfterNext => 2, _ => null }))
            : null;
    }

    /// <summary>"in drei Monaten", "in ein paar Wochen", "vor zwei Wochen", "alle zwei Wochen", "zwei Wochen nach Ostern".</summary>
    private static VagueMention? ReadCounted(TokenList tokens, int at)
    {
        var number = tokens.IsWord(at, "in", "vor", "alle", "every", "binnen", "within") ? at + 1 : at;
        var isRough = tokens.IsWord(number, "ein", "a") && tokens.IsWord(number + 1, "paar", "few", "couple");
        var unit = isRough ? tokens.IsWord(number + 2, "of") ? number + 3 : number + 2 : number + 1;
        isRough = isRough || tokens.IsWord(number, "einigen", "wenigen", "mehreren", "several", "some");
        var count = isRough ? null : NumberWords.Count(tokens, number);
        if ((!isRough && count is null) || !tokens.IsWord(unit, "tag", "tage", "tagen", "woche", "wochen", "monat", "monate", "monaten", "day", "days", "week", "weeks", "month", "months"))
        {
            return null;
        }

        var isMonths = tokens[unit].Folded.StartsWith("mon", StringComparison.Ordinal);
        if (tokens.IsWord(at, "in") && (isRough || isMonths))
        {
            return new VagueMention(at, unit + 1, count is { } months and <= 24 ? VaguePeriod.AboutMonthsAhead(months) : null);
        }

        if (tokens.IsWord(at, "vor", "alle", "every", "binnen", "within") || tokens.IsWord(unit + 1, "ago") || (isMonths && tokens.IsWord(unit + 1, "from")))
        {
            return new VagueMention(at, unit + 1, null) { IsLoose = true };
        }

        return Measured(tokens, unit + 1) is { } to ? new VagueMention(at, to, null) : null;
    }

    private static VagueMention? ReadTimeOfYear(TokenList tokens, int at)
    {
        if (tokens.IsWord(at, "im", "in") && tokens.IsWord(tokens.IsWord(at + 1, "the") ? at + 2 : at + 1, Seasons))
        {
            return new VagueMention(at, tokens.IsWord(at + 1, "the") ? at + 3 : at + 2, null);
        }

        return tokens.IsWord(at, Unnamed) ? new VagueMention(at, at + 1, null)
            : tokens.IsWord(at, "zwischen") && tokens.IsWord(at + 1, "den") && tokens.IsWord(at + 2, "jahren") ? new VagueMention(at, at + 3, null)
            : null;
    }

    /// <summary>"nach den Sommerferien", "vor Ostern", "in den Ferien".</summary>
    private static VagueMention? ReadMeasured(TokenList tokens, int at) =>
        Measured(tokens, at) is { } to ? new VagueMention(at, to, null) : null;

    private static int? Measured(TokenList tokens, int at)
    {
        if (!tokens.IsWord(at, "nach", "vor", "in", "waehrend", "seit", "after", "before", "during", "since"))
        {
            return null;
        }

        var noun = tokens.IsWord(at + 1, Articles) ? at + 2 : at + 1;
        if (tokens[noun].Kind == TokenKind.Word && tokens[noun].Folded.EndsWith("ferien", StringComparison.Ordinal))
        {
            return noun + 1;
        }

        for (var word = noun; word < noun + 3 && tokens[word].Kind == TokenKind.Word; word++)
        {
            if (tokens.IsWord(word, EnglishBreaks))
            {
                return word + 1;
            }
        }

        return tokens.IsWord(at, "in") ? null : FeastNames.At(tokens, noun)?.To;
    }
}
