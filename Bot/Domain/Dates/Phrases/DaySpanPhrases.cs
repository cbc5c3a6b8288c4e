namespace Bot.Domain.Dates.Phrases;

/// <summary>Two days of one month: "14.–16. Januar", "14./15.1.", "January 14-16".</summary>
internal static class DaySpanPhrases
{
    public static DaySpanMention? Read(PhraseContext context, int at) =>
        context.Tokens[at].Kind == TokenKind.Number ? ReadDaysFirst(context, at) : ReadMonthFirst(context, at);

    private static DaySpanMention? ReadDaysFirst(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (!tokens.IsNumber(at, 2, out var first) || first is < 1 or > 31 || context.IsNumbering(at))
        {
            return null;
        }

        var hasDot = tokens.IsSymbol(at + 1, '.') && tokens[at + 1].Glued;
        var joint = hasDot ? at + 2 : at + 1;
        if (!IsJoint(tokens, joint, hasDot) || ReadLast(context, joint + 1, hasDot) is not { } last)
        {
            return null;
        }

        return new DaySpanMention(at, last.To, last with { From = at, To = joint, Day = first }, last);
    }

    private static CalendarDayMention? ReadLast(PhraseContext context, int at, bool mayBeNumeric) =>
        NamedDayPhrases.ReadDayFirst(context, at) ?? (mayBeNumeric ? NumericDayPhrases.ReadDotted(context, at) : null);

    private static bool IsJoint(TokenList tokens, int at, bool hasDot) => tokens.IsSymbol(at, '-') || tokens.IsWord(at, "bis", "to")
        || (hasDot && (tokens.IsSymbol(at, '/') || tokens.IsSymbol(at, ',') || tokens.IsSymbol(at, '+') || tokens.IsWord(at, "und", "oder")));

    private static DaySpanMention? ReadMonthFirst(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (NamedDayPhrases.Read(context, at) is not CalendarDayMention { Year: null } first
            || !(tokens.IsSymbol(first.To, '-') || tokens.IsWord(first.To, "to"))
            || !tokens.IsNumber(first.To + 1, 2, out var day) || day is < 1 or > 31 || context.IsClock(first.To + 1))
        {
            return null;
        }

        first = first with { Doubtful = false };
        return new DaySpanMention(at, first.To + 2, first, first with { From = first.To + 1, To = first.To + 2, Day = day });
    }
}
