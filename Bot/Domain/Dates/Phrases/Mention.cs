using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Some words of the text that name a day, a time or a part of the day.</summary>
/// <param name="From">First token.</param>
/// <param name="To">Behind the last token.</param>
internal abstract record Mention(int From, int To)
{
    /// <summary>A part of the day named along with it ("heute abend").</summary>
    public DayPart? Part { get; init; }
}

/// <summary>Words that name a day or a week.</summary>
/// <param name="From">First token.</param>
/// <param name="To">Behind the last token.</param>
internal abstract record DayMention(int From, int To) : Mention(From, To)
{
    /// <summary>May as well be a name or a number; counts only when no other day is named, and then as a question.</summary>
    public bool Doubtful { get; init; }

    /// <summary>Named so as not to be meant: "außer am 24.11.", "nicht nächste Woche". Never the day, and never offered.</summary>
    public bool Excluded { get; init; }

    /// <summary>Of two that are ruled out the second: all days between them are as well ("außer vom 24.11. bis 1.12.").</summary>
    public bool Through { get; init; }
}

/// <summary>A day of a month: "14. Januar 2027", "14.1.".</summary>
internal sealed record CalendarDayMention(int From, int To, int Day, int Month, int? Year) : DayMention(From, To)
{
    /// <summary>"nächsten Jahres" is 1, "dieses Jahres" 0.</summary>
    public int? YearsAhead { get; init; }
}

/// <summary>Two numbers with a slash: the day first, or the month.</summary>
internal sealed record SlashDayMention(int From, int To, int First, int Second, int? Year) : DayMention(From, To);

/// <summary>Only a day: "am 14.".</summary>
internal sealed record DayOfMonthMention(int From, int To, int Day) : DayMention(From, To);

/// <summary>So many days from today, or before it.</summary>
internal sealed record RelativeDayMention(int From, int To, int Days) : DayMention(From, To);

/// <summary>A weekday by name.</summary>
internal sealed record WeekdayMention(int From, int To, IsoDayOfWeek Weekday, WeekdayScope Scope) : DayMention(From, To);

/// <summary>The second Tuesday of a month; -1 is the last.</summary>
internal sealed record NthWeekdayMention(int From, int To, int Nth, IsoDayOfWeek Weekday, int Month, int? Year) : DayMention(From, To);

/// <summary>"in zwei Wochen": that day, or with a weekday one of that week.</summary>
internal sealed record WeeksAheadMention(int From, int To, int Weeks) : DayMention(From, To);

/// <summary>A week of the calendar, by its number.</summary>
internal sealed record CalendarWeekMention(int From, int To, int Week, int? Year) : DayMention(From, To);

/// <summary>This week (0), the next (1), the one after (2).</summary>
internal sealed record RelativeWeekMention(int From, int To, int Weeks) : DayMention(From, To);

/// <summary>From one day to another, or one or the other: "14.–16. Januar".</summary>
internal sealed record DaySpanMention(int From, int To, CalendarDayMention First, CalendarDayMention Last) : DayMention(From, To);

/// <summary>A time of day, or a range.</summary>
internal sealed record ClockMention(int From, int To, Clock Start, Clock? End) : Mention(From, To)
{
    /// <summary>Not from one to the other, but one or the other: "18 oder 19 Uhr".</summary>
    public bool IsAlternative { get; init; }
}

/// <summary>How long it lasts.</summary>
internal sealed record DurationMention(int From, int To, Duration Length) : Mention(From, To);

/// <summary>Only a part of the day: "abends".</summary>
internal sealed record DayPartMention : Mention
{
    public DayPartMention(int from, int to, DayPart part)
        : base(from, to) => Part = part;
}

/// <summary>Which of the weekdays of that name is meant.</summary>
internal enum WeekdayScope
{
    Next,
    AfterNext,
    Fortnight,
    ThisWeek,
    Last,
}

/// <summary>A time as it was written, not yet known to exist.</summary>
/// <param name="Hour">0 and up; of twelve hours when <paramref name="Kind"/> says so.</param>
/// <param name="Minute">0 to 99.</param>
/// <param name="Kind">How the hour is to be read.</param>
internal sealed record Clock(int Hour, int Minute, ClockKind Kind);

/// <summary>How the hour of a time is to be read.</summary>
internal enum ClockKind
{
    /// <summary>Of twenty-four, as written.</summary>
    TwentyFour,

    /// <summary>Morning or evening is not said.</summary>
    Twelve,

    /// <summary>Before noon.</summary>
    Am,

    /// <summary>After noon.</summary>
    Pm,

    /// <summary>Only perhaps a time ("17.30" alone).</summary>
    Doubtful,

    /// <summary>"Mitternacht": the beginning of the day or its end.</summary>
    Midnight,

    /// <summary>"Half six": half past six for the British, half an hour before it for those who think in German.</summary>
    HalfOfEither,
}
