using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>"ersten Dienstag im Februar", "last Friday of January 2027", "zweiter Dienstag im nächsten Quartal".</summary>
internal static class NthWeekdayPhrases
{
    private static readonly string[] Habits = ["jeden", "jeder", "jede", "jedem", "immer", "stets", "every", "each", "always"];

    public static DayMention? Read(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (ReadOrdinal(tokens, at, out var weekday) is not { } nth || Name(tokens, weekday) is not { Weekday: { } day } name)
        {
            return null;
        }

        if (tokens.IsWord(at - 1, Habits))
        {
            return null;
        }

        var found = ReadMonth(context, at, weekday + 1, nth, day) ?? (DayMention?)ReadPeriod(tokens, at, weekday + 1, nth, day);
        return found is null ? null : found with { Part = name.Part };
    }

    /// <summary>Whether an ordinal stands before this weekday, which then is not simply the next one.</summary>
    public static bool HasOrdinal(TokenList tokens, int weekday) =>
        (tokens.IsSymbol(weekday - 1, '.') && tokens[weekday - 1].Glued && tokens[weekday - 2].Kind == TokenKind.Number)
        || (tokens[weekday - 1].Kind == TokenKind.Word && NumberWords.Ordinal(tokens[weekday - 1].Folded) is > 0 or < -1);

    /// <summary>A weekday's full name with a part of the day, or "Tag" for any.</summary>
    public static (IsoDayOfWeek? Weekday, DayPart? Part)? Name(TokenList tokens, int at)
    {
        if (tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        if (tokens.IsWord(at, "tag", "day"))
        {
            return (null, null);
        }

        return CalendarWords.WeekdayWithPart(tokens[at].Folded) is var (weekday, part) ? (weekday, part)
            : CalendarWords.Weekday(tokens[at].Folded) is { } plain ? (plain, null)
            : null;
    }

    /// <summary>"2.", "zweiten", "letzten", "second".</summary>
    public static int? ReadOrdinal(TokenList tokens, int at, out int behind)
    {
        behind = at + 1;
        if (!tokens.IsNumber(at, 1, out var number))
        {
            var isLastButOne = tokens.IsWord(at, "last") && tokens.IsWord(at - 1, "to") && tokens.IsWord(at - 2, "next", "second");
            return isLastButOne ? -2 : tokens[at].Kind == TokenKind.Word ? NumberWords.Ordinal(tokens[at].Folded) : null;
        }

        behind = at + 2;
        var isOrdinal = tokens.IsSymbol(at + 1, '.') || tokens.IsWord(at + 1, "st", "nd", "rd", "th");
        return isOrdinal && tokens[at + 1].Glued && number is >= 1 and <= 5 ? number : null;
    }

    private static NthWeekdayMention? ReadMonth(PhraseContext context, int from, int joint, int nth, IsoDayOfWeek day)
    {
        var tokens = context.Tokens;
        var month = joint + 1;
        if (!tokens.IsWord(joint, "im", "in", "of", "des") || tokens[month].Kind != TokenKind.Word
            || CalendarWords.Month(tokens[month].Folded.TrimEnd('s')) is not { } number || context.IsCompound(month + 1))
        {
            return null;
        }

        return Years.Read(tokens, month + 1, false) is { } year
            ? new NthWeekdayMention(from, month + 2, nth, day, number, year)
            : new NthWeekdayMention(from, month + 1, nth, day, number, null);
    }

    /// <summary>"im Monat", "in diesem Quartal", "nächsten Monats", "of next month".</summary>
    private static NthInPeriodMention? ReadPeriod(TokenList tokens, int from, int joint, int nth, IsoDayOfWeek day)
    {
        var scope = tokens.IsWord(joint, "im", "in", "of", "des") ? joint + 1 : joint;
        scope = tokens.IsWord(scope, "the", "dem", "der") ? scope + 1 : scope;
        int? ahead = RelativeWords.Of(tokens[scope].Folded) switch
        {
            WeekdayScope.ThisWeek => 0,
            WeekdayScope.Next => 1,
            WeekdayScope.AfterNext => 2,
            _ => null,
        };
        var unit = ahead is null ? scope : scope + 1;
        if (unit == joint || tokens[joint].Kind != TokenKind.Word)
        {
            return null;
        }

        var months = tokens.IsWord(unit, "monat", "monats", "month") ? 1 : tokens.IsWord(unit, "quartal", "quartals", "quarter") ? 3 : 0;
        return months == 0 ? null : new NthInPeriodMention(from, unit + 1, nth, day, months, ahead);
    }
}
