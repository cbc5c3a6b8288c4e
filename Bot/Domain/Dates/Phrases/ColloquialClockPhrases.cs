namespace Bot.Domain.Dates.Phrases;

/// <summary>Times as spoken: "halb sieben", "viertel nach sieben", "dreiviertel sieben", "zehn vor halb acht", "half past six".</summary>
/// <remarks>"Viertel sieben" is 6:15, as it is said where people say it at all, from Saxony to Swabia.</remarks>
internal static class ColloquialClockPhrases
{
    private const int MinutesOfHour = 60;
    private const int MinutesOfHalfDay = 12 * MinutesOfHour;

    public static ClockMention? Read(PhraseContext context, int at) => ReadStart(context, at) is { } start ? WithEnd(context, start) : null;

    /// <summary>A time and an end as spoken behind it: "halb sieben bis acht", "18 Uhr bis halb acht".</summary>
    public static ClockMention WithEnd(PhraseContext context, ClockMention start)
    {
        var tokens = context.Tokens;
        if (start.End is not null || !tokens.IsWord(start.To, "bis", "until", "till"))
        {
            return start;
        }

        var at = start.To + 1;
        if (ReadStart(context with { LastTo = at }, at) is { } end)
        {
            return start with { To = end.To, End = end.Start };
        }

        return NumberWords.Word(tokens, at) is { } hour and >= 1 and <= 12 && context.EndsThought(at + 1)
            ? start with { To = at + 1, End = new Clock(hour, 0, ClockKind.Twelve) }
            : start;
    }

    private static ClockMention? ReadStart(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (ReadHalf(context, at) is { } half)
        {
            return half;
        }

        if (Shift(context, at, out var next) is not { } shift || Hour(tokens, next) is not { } hour)
        {
            return null;
        }

        var to = tokens.IsWord(next + 1, "uhr") ? next + 2 : next + 1;
        if (context.IsUnit(to) || tokens.JoinsNumbers(next + 1, ':') || tokens.JoinsNumbers(next + 1, '.'))
        {
            return null;
        }

        return new ClockMention(at, to, Shifted(hour, shift), null);
    }

    /// <summary>"half six", which does not say half of which hour.</summary>
    private static ClockMention? ReadHalf(PhraseContext context, int at) =>
        context.Tokens.IsWord(at, "half") && Hour(context.Tokens, at + 1) is { } hour and <= 12 && context.EndsThought(at + 2)
            ? new ClockMention(at, at + 2, new Clock(hour, 30, ClockKind.HalfOfEither), null)
            : null;

    /// <summary>Minutes to add to the full hour named behind; negative before it.</summary>
    private static int? Shift(PhraseContext context, int at, out int next)
    {
        var tokens = context.Tokens;
        next = at + 1;
        if (tokens.IsWord(at, "halb"))
        {
            return -30;
        }

        if (tokens.IsWord(at, "dreiviertel"))
        {
            return -15;
        }

        if (tokens.IsWord(at, "half") && tokens.IsWord(at + 1, "past"))
        {
            next = at + 2;
            return 30;
        }

        return ReadMinutes(context, at) is { } minutes ? Around(context, at, minutes, out next) : null;
    }

    private static int? Around(PhraseContext context, int at, int minutes, out int next)
    {
        var tokens = context.Tokens;
        next = at + 1;
        if (tokens.IsWord(next, "minuten", "minutes"))
        {
            next++;
        }

        var after = tokens.IsWord(next, "nach", "past", "after");
        var isRange = tokens.IsWord(next, "to") && tokens[at].Kind == TokenKind.Number;
        if (!after && (isRange || !tokens.IsWord(next, "vor", "to", "before")))
        {
            return tokens.IsWord(at, "viertel") && (IsIntroduced(context, at) || context.EndsThought(at + 2)) ? -45 : null;
        }

        next++;
        var sign = after ? 1 : -1;
        if (!tokens.IsWord(next, "halb"))
        {
            return sign * minutes;
        }

        next++;
        return (sign * minutes) - 30;
    }

    private static int? ReadMinutes(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (tokens.IsWord(at, "viertel", "quarter"))
        {
            return tokens.IsWord(at - 1, "im", "ein", "das", "dem", "ins", "unser", "unserem", "dieses", "diesem", "neues", "jedes") ? null : 15;
        }

        var minutes = tokens.IsNumber(at, 2, out var digits) ? digits : NumberWords.Word(tokens, at);
        return minutes is >= 1 and <= 29 && IsIntroduced(context, at) ? minutes : null;
    }

    private static bool IsIntroduced(PhraseContext context, int at) => context.HasBareClockPreposition(at)
        || context.Tokens.IsWord(at - 1, "ab", "bis", "until") || (context.FollowsMention(at) && !context.Tokens.IsWord(at - 1, "von", "from"));

    private static int? Hour(TokenList tokens, int at)
    {
        var hour = tokens.IsNumber(at, 2, out var digits) ? digits : NumberWords.Word(tokens, at);
        return hour is >= 1 and <= 24 ? hour : null;
    }

    private static Clock Shifted(int hour, int shift)
    {
        var minutes = (hour * MinutesOfHour) + shift;
        if (hour > 12)
        {
            return new Clock(minutes / MinutesOfHour, minutes % MinutesOfHour, ClockKind.TwentyFour);
        }

        var onDial = ((minutes - MinutesOfHour + MinutesOfHalfDay) % MinutesOfHalfDay) + MinutesOfHour;
        return new Clock(onDial / MinutesOfHour, onDial % MinutesOfHour, ClockKind.Twelve);
    }
}
