using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>A feast by its name; of several days none is said.</summary>
internal sealed record FeastMention(int From, int To, Feast Feast, int? Year) : DayMention(From, To);

/// <summary>A weekday before or after a feast; without one the day just before or after it.</summary>
/// <param name="From">First token.</param>
/// <param name="To">Behind the last token.</param>
/// <param name="Feast">What it is counted from.</param>
/// <param name="Weekday">The weekday, or null for any.</param>
/// <param name="Nth">1 is the next after, -1 the last before, and so on.</param>
/// <param name="Year">The feast's year, when it is said.</param>
internal sealed record NearFeastMention(int From, int To, Feast Feast, IsoDayOfWeek? Weekday, int Nth, int? Year) : DayMention(From, To);

/// <summary>The week before or after that of a feast.</summary>
internal sealed record FeastWeekMention(int From, int To, Feast Feast, bool After, int? Year) : DayMention(From, To);

/// <summary>A weekday of a month or a quarter that has no name: this one, the next, or the first in which it is not over.</summary>
/// <param name="From">First token.</param>
/// <param name="To">Behind the last token.</param>
/// <param name="Nth">1 is the first; -1 the last.</param>
/// <param name="Weekday">The weekday.</param>
/// <param name="Months">1 for a month, 3 for a quarter.</param>
/// <param name="Ahead">0 is the current one, 1 the next; null for the first in which it is not over.</param>
internal sealed record NthInPeriodMention(int From, int To, int Nth, IsoDayOfWeek Weekday, int Months, int? Ahead) : DayMention(From, To);

/// <summary>Some days, of which one may be meant: "Ende Januar", "nach den Ferien".</summary>
internal sealed record VagueMention(int From, int To, VaguePeriod? Period) : DayMention(From, To)
{
    /// <summary>Says something only of a weekday beside it; alone it may be about anything.</summary>
    public bool IsLoose { get; init; }
}
