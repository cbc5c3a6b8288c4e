namespace Bot.Domain.Dates.Phrases;

/// <summary>From one time to another: "17-19 Uhr", "von 17 bis 19 Uhr", "17:00–19:30", "2 to 5 pm"; or one or the other: "18 oder 19 Uhr".</summary>
internal static class ClockRangePhrases
{
    public static ClockMention? Read(PhraseContext context, int at)
    {
        if (ClockText.Read(context, at) is not { To: var joint } start || !IsJoint(context.Tokens, joint, at)
            || ClockText.Read(context, joint + 1) is not { } end || !IsRange(context, at, start, end))
        {
            return null;
        }

        if (start.TwelveHours is null && end.TwelveHours is { } half)
        {
            start = start with { TwelveHours = HalfOfStart(start, end, half) };
        }

        var isSpoken = start.IsSpoken || (start is { IsBare: true, Hour: <= 7 } && end is { IsMarked: true, Minute: 0 });
        start = start with { IsMarked = start.IsMarked || end.IsMarked, IsSpoken = isSpoken };
        end = end with { IsMarked = end.IsMarked || (start.IsMarked && start.TwelveHours is null) };
        return new ClockMention(at, end.To, start.ToClock(), end.ToClock()) { IsAlternative = IsAlternative(context.Tokens, joint) };
    }

    private static bool IsAlternative(TokenList tokens, int at) => tokens.IsWord(at, "oder", "or") || tokens.IsSymbol(at, '/');

    private static bool IsJoint(TokenList tokens, int at, int start) =>
        tokens.IsSymbol(at, '-') || IsAlternative(tokens, at) || tokens.IsWord(at, "bis", "to", "until", "till")
        || (tokens.IsWord(at, "und", "and") && tokens.IsWord(start - 1, "zwischen", "between"));

    private static bool IsRange(PhraseContext context, int at, ClockText start, ClockText end)
    {
        if (BeginsDate(context.Tokens, end) || context.IsUnit(end.To) || start.Hour > 29 || end.Hour > 29)
        {
            return false;
        }

        var marked = (IsDotted(start) && IsDotted(end)) || start.IsMarked || end.IsMarked || start.TwelveHours is not null || end.TwelveHours is not null;
        var introduced = context.Tokens.IsWord(at - 1, "von", "from", "um", "zwischen", "between", "at") || context.FollowsMention(at);
        return marked || (introduced && context.EndsThought(end.To));
    }

    /// <summary>"17.00": no month is called 0 or more than 12.</summary>
    private static bool IsDotted(ClockText text) => text is { HasDot: true, Minute: 0 or > 12 and < 60 };

    private static bool BeginsDate(TokenList tokens, ClockText end) => end.IsBare && tokens.IsSymbol(end.To, '.') && tokens[end.To].Glued
        && (tokens[end.To + 1].Kind == TokenKind.Number || CalendarWords.Month(tokens[end.To + 1].Folded) is not null);

    /// <summary>"7-9 pm" is in the evening, "10-2 pm" begins in the morning.</summary>
    private static ClockKind HalfOfStart(ClockText start, ClockText end, ClockKind half) =>
        half == ClockKind.Pm && start.Hour % 12 > end.Hour % 12 ? ClockKind.Am : half;
}
