namespace Bot.Domain.Dates.Phrases;

/// <summary>Days in digits: "14.1.", "14.01.2027", "14. 1. 2027", "2027-01-14", "14/1".</summary>
internal static class NumericDayPhrases
{
    private const int MostDaysAnywhere = 31;
    private const int MostDaysMistyped = 39;
    private const int Months = 12;

    public static DayMention? Read(PhraseContext context, int at)
    {
        if (context.Tokens[at].Kind != TokenKind.Number || context.IsNumbering(at))
        {
            return null;
        }

        return ReadIso(context.Tokens, at) ?? ReadDotted(context, at) ?? (DayMention?)ReadSlashed(context, at);
    }

    /// <summary>"14.1." with or without a year, also without the last dot where the surroundings leave no doubt.</summary>
    public static CalendarDayMention? ReadDotted(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (!tokens.IsNumber(at, 2, out var day) || !tokens.IsSymbol(at + 1, '.') || !tokens[at + 1].Glued
            || !tokens.IsNumber(at + 2, 2, out var month) || tokens.IsWord(at - 1, "um", "gegen", "at"))
        {
            return null;
        }

        var hasLastDot = tokens.IsSymbol(at + 3, '.') && tokens[at + 3].Glued;
        if (!CanBe(context, at, day, month) || (!tokens[at + 2].Glued && !hasLastDot))
        {
            return null;
        }

        return hasLastDot ? ReadBehindLastDot(context, at, day, month) : ReadWithoutLastDot(context, at, day, month);
    }

    private static bool CanBe(PhraseContext context, int at, int day, int month) => context.HasStrictDayPreposition(at)
        || (day >= 1 && day <= (context.HasDayPreposition(at) ? MostDaysAnywhere : MostDaysMistyped) && month is >= 1 and <= Months);

    private static CalendarDayMention? ReadBehindLastDot(PhraseContext context, int at, int day, int month)
    {
        var tokens = context.Tokens;
        var behind = tokens[at + 4].Text is "'" or "’" or "´" && tokens[at + 5] is { Glued: true, Kind: TokenKind.Number } ? at + 5 : at + 4;
        var isSpaced = !tokens[at + 2].Glued && context.EndsThought(behind + 1) && !context.IsClock(behind);
        if (Years.Read(tokens, behind, tokens[behind].Glued || isSpaced) is { } year)
        {
            return context.IsCompound(behind + 1) ? null : Years.WithWords(tokens, new(at, behind + 1, day, month, year));
        }

        var isVersion = tokens[behind] is { Kind: TokenKind.Number, Glued: true } && !context.IsClock(behind);
        return isVersion || context.IsCompound(behind) || tokens.IsWord(behind, "uhr")
            ? null
            : Years.WithWords(tokens, new(at, behind, day, month, null));
    }

    private static CalendarDayMention? ReadWithoutLastDot(PhraseContext context, int at, int day, int month)
    {
        var tokens = context.Tokens;
        var behind = at + 3;
        var goesOn = tokens[behind] is { Glued: true } next
            && (next.Kind != TokenKind.Symbol || context.IsCompound(behind) || tokens[behind + 1] is { Glued: true, Kind: TokenKind.Number });
        if (goesOn || context.IsUnit(behind) || tokens.IsWord(behind, "uhr", "h", "pm"))
        {
            return null;
        }

        var year = Years.Read(tokens, behind, false);
        var certain = year is not null || context.HasDayPreposition(at) || context.FollowsMention(at) || context.IsClock(behind);
        return new(at, year is null ? behind : behind + 1, day, month, year) { Doubtful = !certain };
    }

    private static CalendarDayMention? ReadIso(TokenList tokens, int at)
    {
        var joint = tokens.IsSymbol(at + 1, '/') ? '/' : '-';
        if (tokens[at].Text.Length != 4 || !tokens.JoinsNumbers(at + 1, joint) || !tokens.JoinsNumbers(at + 3, joint)
            || tokens[at + 2].Text.Length != 2 || tokens[at + 4].Text.Length != 2 || tokens.JoinsNumbers(at + 5, joint))
        {
            return null;
        }

        tokens.IsNumber(at, 4, out var year);
        tokens.IsNumber(at + 2, 2, out var month);
        tokens.IsNumber(at + 4, 2, out var day);
        var timeFollows = tokens.IsWord(at + 5, "t") && tokens[at + 6] is { Kind: TokenKind.Number, Glued: true };
        return new CalendarDayMention(at, timeFollows ? at + 6 : at + 5, day, month, year);
    }

    private static SlashDayMention? ReadSlashed(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (!tokens.IsNumber(at, 2, out var first) || !tokens.JoinsNumbers(at + 1, '/') || !tokens.IsNumber(at + 2, 2, out var second)
            || !IsDayAndMonth(first, second))
        {
            return null;
        }

        if (tokens.JoinsNumbers(at + 3, '/'))
        {
            return Years.Read(tokens, at + 4, true) is { } year ? new SlashDayMention(at, at + 5, first, second, year) : null;
        }

        var marked = context.HasDayPreposition(at) || context.FollowsMention(at) || context.IsClock(at + 3)
            || (tokens[at + 3].Kind == TokenKind.None && (at == 0 || (first > Months != second > Months)));
        return marked && !context.IsUnit(at + 3) && !context.IsCompound(at + 3) ? new SlashDayMention(at, at + 3, first, second, null) : null;
    }

    private static bool IsDayAndMonth(int first, int second) =>
        first >= 1 && second >= 1 && first <= MostDaysAnywhere && second <= MostDaysAnywhere && (first <= Months || second <= Months);
}
