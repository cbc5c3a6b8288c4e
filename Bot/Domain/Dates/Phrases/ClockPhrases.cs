namespace Bot.Domain.Dates.Phrases;

/// <summary>One time of day: "18 Uhr 30", "18:30", "18.30 Uhr", "um 7", "7:30 pm", "noon".</summary>
internal static class ClockPhrases
{
    /// <summary>From here on a number with a colon is a score or a share rather than a mistyped time.</summary>
    private const int TooManyHours = 30;

    public static ClockMention? Read(PhraseContext context, int at)
    {
        if (Named(context.Tokens, at) is { } named)
        {
            return named;
        }

        return ClockText.Read(context, at) is { } text && Kind(context, at, text) is { } kind
            ? ColloquialClockPhrases.WithEnd(context, new ClockMention(at, text.To, text.ToClock() with { Kind = kind }, null))
            : null;
    }

    private static ClockMention? Named(TokenList tokens, int at) => tokens[at].Folded switch
    {
        "noon" or "midday" => new ClockMention(at, at + 1, new Clock(12, 0, ClockKind.TwentyFour), null),
        "mitternacht" or "midnight" => new ClockMention(at, at + 1, new Clock(0, 0, ClockKind.Midnight), null),
        _ => null,
    };

    /// <summary>How the time is to be read, or null when nothing marks the number as a time.</summary>
    private static ClockKind? Kind(PhraseContext context, int at, ClockText text)
    {
        var kind = text.ToClock().Kind;
        if (text.IsMarked || text.TwelveHours is not null)
        {
            var isShare = text.Hour >= TooManyHours && !context.Tokens.IsWord(text.To - 1, "uhr") && !context.HasClockPreposition(at);
            return isShare ? null : kind;
        }

        if (context.IsUnit(text.To) || text.Hour > 24)
        {
            return null;
        }

        if (text.HasDot)
        {
            return KindWithDot(context, at, text);
        }

        var readable = context.EndsThought(text.To) || context.FollowsMention(at);
        return context.HasBareClockPreposition(at) && readable ? kind : null;
    }

    private static ClockKind? KindWithDot(PhraseContext context, int at, ClockText text)
    {
        if (context.HasClockPreposition(at) || context.FollowsMention(at))
        {
            return ClockKind.TwentyFour;
        }

        var mayBeTime = text.Minute < 60 && text.Minute % 5 == 0 && !context.IsNumbering(at) && context.EndsThought(text.To);
        return mayBeTime ? ClockKind.Doubtful : null;
    }
}
