namespace Bot.Domain.Dates.Phrases;

/// <summary>A time in digits or words, with the marks that tell it from any other number.</summary>
/// <param name="To">Behind the last token.</param>
/// <param name="Hour">As written.</param>
/// <param name="Minute">As written.</param>
internal sealed record ClockText(int To, int Hour, int Minute)
{
    /// <summary>Marked by a colon, "Uhr" or "h": a time of twenty-four hours.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Hour and minute with a dot, which may be many things.</summary>
    public bool HasDot { get; init; }

    /// <summary>Marked as one of twelve hours, by "am", "pm" or "o'clock".</summary>
    public ClockKind? TwelveHours { get; init; }

    /// <summary>Marked, but in a way people speak of the evening as well: "7 Uhr", "sieben Uhr", "at 7:30".</summary>
    public bool IsSpoken { get; init; }

    /// <summary>Written as "07".</summary>
    public bool IsPadded { get; init; }

    public bool IsBare => !IsMarked && !HasDot && TwelveHours is null;

    public Clock ToClock() => new(Hour, Minute, TwelveHours ?? ((IsBare || IsSpoken) && !IsPadded && Hour is >= 1 and <= 12 ? ClockKind.Twelve : ClockKind.TwentyFour));

    private const int LastSpokenHour = 7;
    private const int LastSpokenHourInWords = 9;

    /// <summary>Reads the longest time that begins here, marked or not.</summary>
    public static ClockText? Read(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (Digits(tokens, at) is not { } clock)
        {
            return null;
        }

        clock = WithUhr(context, clock);
        return clock.IsMarked && !clock.HasColon(tokens, at) ? clock : WithHalf(context, clock, at);
    }

    private bool HasColon(TokenList tokens, int at) => tokens.JoinsNumbers(at + 1, ':') && To == at + 3;

    private static ClockText? Digits(TokenList tokens, int at)
    {
        if (tokens.IsNumber(at, 2, out var hour))
        {
            return WithMinutes(tokens, at, new ClockText(at + 1, hour, 0) { IsPadded = tokens[at].Text is ['0', _] });
        }

        if (tokens.IsNumber(at, 4, out var both) && tokens[at].Text.Length == 4 && tokens.IsWord(at + 1, "uhr"))
        {
            return new ClockText(at + 1, both / 100, both % 100);
        }

        var isOne = tokens.IsWord(at, "ein") && tokens.IsWord(at + 1, "uhr");
        return (isOne ? 1 : NumberWords.Word(tokens, at)) is { } word and <= 24 ? new ClockText(at + 1, word, 0) { IsSpoken = word is >= 1 and <= LastSpokenHourInWords } : null;
    }

    private static ClockText? WithMinutes(TokenList tokens, int at, ClockText clock)
    {
        var hasMinutes = tokens[at + 2].Text.Length == 2 && tokens.IsNumber(at + 2, 2, out _);
        if (tokens.JoinsNumbers(at + 1, ':'))
        {
            return hasMinutes && !tokens.JoinsNumbers(at + 3, ':') ? WithMinute(tokens, at + 2, clock) with { IsMarked = true, IsSpoken = IsEnglish(tokens, at, clock) } : null;
        }

        if (tokens.JoinsNumbers(at + 1, '.'))
        {
            return hasMinutes && !tokens.JoinsNumbers(at + 3, '.') ? WithMinute(tokens, at + 2, clock) with { HasDot = true } : null;
        }

        if (!tokens.IsWord(at + 1, "h") || !tokens[at + 1].Glued)
        {
            return clock;
        }

        var marked = clock with { To = at + 2, IsMarked = true };
        return hasMinutes && tokens[at + 2].Glued ? WithMinute(tokens, at + 2, marked) : marked;
    }

    /// <summary>"at 7:30" may be in the evening; "um 7:30" is read as it is written, by twenty-four hours.</summary>
    private static bool IsEnglish(TokenList tokens, int at, ClockText clock) => clock.Hour is >= 1 and <= LastSpokenHourInWords && tokens.IsWord(at - 1, "at", "from");

    private static ClockText WithMinute(TokenList tokens, int at, ClockText clock)
    {
        tokens.IsNumber(at, 2, out var minute);
        return clock with { To = at + 1, Minute = minute, IsSpoken = false };
    }

    private static ClockText WithUhr(PhraseContext context, ClockText clock)
    {
        var tokens = context.Tokens;
        if (!tokens.IsWord(clock.To, "uhr") && !((clock.HasDot || clock.IsMarked) && tokens.IsWord(clock.To, "h")))
        {
            return clock;
        }

        var isSpoken = clock.IsSpoken || (clock is { HasDot: false, IsMarked: false, Hour: >= 1 and <= LastSpokenHour });
        var marked = clock with { To = clock.To + 1, IsMarked = true, IsSpoken = isSpoken && clock.Minute == 0 };
        return clock is { Minute: 0, HasDot: false, IsMarked: false } ? WithMinuteBehindUhr(context, marked) : marked;
    }

    private static ClockText WithMinuteBehindUhr(PhraseContext context, ClockText clock)
    {
        var tokens = context.Tokens;
        if (NumberWords.Minute(tokens, clock.To) is { } minute && context.EndsThought(clock.To + 1))
        {
            return clock with { To = clock.To + 1, Minute = minute };
        }

        var minutesFollow = tokens[clock.To].Text.Length == 2 && tokens.IsNumber(clock.To, 2, out _) && !IsOwnNumber(context, clock.To);
        return minutesFollow ? WithMinute(tokens, clock.To, clock) : clock;
    }

    /// <summary>The number behind "18 Uhr" is the beginning of something else: a date, a range, counted things.</summary>
    private static bool IsOwnNumber(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        return context.IsUnit(at + 1) || tokens.IsWord(at + 1, "uhr") || CalendarWords.Month(tokens[at + 1].Folded) is not null
            || tokens.JoinsNumbers(at + 1, ':') || tokens.JoinsNumbers(at + 1, '/') || tokens.JoinsNumbers(at + 1, '.')
            || (tokens.IsSymbol(at + 1, '.') && CalendarWords.Month(tokens[at + 2].Folded) is not null);
    }

    private static ClockText WithHalf(PhraseContext context, ClockText clock, int at)
    {
        var tokens = context.Tokens;
        var half = clock.To;
        if (tokens.IsWord(half, "o") && tokens[half + 1].Text is "'" or "’" && tokens.IsWord(half + 2, "clock"))
        {
            return clock with { To = half + 3, TwelveHours = ClockKind.Twelve };
        }

        if (tokens.IsWord(half, "pm") || (tokens.IsWord(half, "am") && IsAnteMeridiem(context, half, at)))
        {
            return clock with { To = half + 1, TwelveHours = tokens.IsWord(half, "pm") ? ClockKind.Pm : ClockKind.Am };
        }

        var isDotted = tokens.IsWord(half, "a", "p") && tokens.IsSymbol(half + 1, '.') && tokens.IsWord(half + 2, "m") && tokens[half + 2].Glued;
        return !isDotted ? clock : clock with
        {
            To = tokens.IsSymbol(half + 3, '.') && tokens[half + 3].Glued ? half + 4 : half + 3,
            TwelveHours = tokens.IsWord(half, "p") ? ClockKind.Pm : ClockKind.Am,
        };
    }

    /// <summary>English "7 am", not German "um 7 am Dienstag".</summary>
    private static bool IsAnteMeridiem(PhraseContext context, int at, int clock)
    {
        var tokens = context.Tokens;
        return tokens[at].Glued || tokens.IsWord(clock - 1, "at", "from", "by", "until", "to", "till")
            || tokens[at + 1].Kind is TokenKind.None or TokenKind.Symbol
            || tokens.IsWord(at + 1, "on", "in", "at", "to", "tomorrow", "today", "next", "this", "until", "with", "online", "via", "please", "sharp", "room", "im", "bei", "um");
    }
}
