using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>What is asked when the words name some days and no single one.</summary>
internal static class VagueDays
{
    /// <summary>As many days as can be offered to choose from; of a longer period none.</summary>
    private const int MostOffered = 5;

    private static readonly string[] Light =
        ["am", "an", "um", "im", "in", "zum", "zur", "einem", "einen", "einer", "der", "dem", "den", "ab", "bis", "und", "on", "a", "at", "the", "of", "for", "by"];

    /// <summary>What is to be asked because of words such as "Ende Januar", or null where another day is named and they are about something else.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="mentions">All mentions in it, which decide what stands next to each other.</param>
    /// <param name="certain">Days, weekdays and weeks named for certain.</param>
    /// <param name="day">The day they give, or null.</param>
    /// <param name="resolver">Knows which days are not over.</param>
    public static DayFinding? Ask(TokenList tokens, IReadOnlyList<Mention> mentions, List<DayMention> certain, LocalDate? day, DayResolver resolver)
    {
        foreach (var vague in mentions.OfType<VagueMention>())
        {
            var near = certain.Find(other => AreNextToEachOther(tokens, mentions, vague, other));
            var period = vague.Period?.Of(resolver.Today);
            if ((certain.Count == 0 && !vague.IsLoose) || near is WeekdayMention or RelativeDayMention)
            {
                return Problem(tokens, vague, near, Offered(period, near as WeekdayMention, resolver));
            }

            if (near is not null && day is { } named && period is { } days && !days.Contains(named))
            {
                return Problem(tokens, vague, near, [named]);
            }
        }

        return null;
    }

    private static List<LocalDate> Offered(DateInterval? period, WeekdayMention? weekday, DayResolver resolver)
    {
        var days = period is null ? [] : period.Where(day => (weekday is null || day.DayOfWeek == weekday.Weekday) && resolver.Counts(day)).ToList();
        return days.Count <= MostOffered ? days : [];
    }

    /// <summary>At most one word of weight that belongs to no mention lies between them.</summary>
    private static bool AreNextToEachOther(TokenList tokens, IReadOnlyList<Mention> mentions, DayMention one, DayMention other)
    {
        var (from, to) = one.From < other.From ? (one.To, other.From) : (other.To, one.From);
        var words = 0;
        for (var at = from; at < to && words <= 1; at++)
        {
            var mention = mentions.FirstOrDefault(mention => mention.From <= at && at < mention.To);
            at = mention is null ? at : mention.To - 1;
            words += mention is null && tokens[at].Kind != TokenKind.Symbol && !tokens.IsWord(at, Light) ? 1 : 0;
        }

        return words <= 1;
    }

    private static DayFinding Problem(TokenList tokens, VagueMention vague, DayMention? near, IReadOnlyList<LocalDate> days)
    {
        var (from, to) = near is null ? (vague.From, vague.To) : (System.Math.Min(vague.From, near.From), System.Math.Max(vague.To, near.To));
        return new DayFinding(null, [new AppointmentProblem(AppointmentProblemKind.VaguePeriod, tokens.Fragment(from, to), days, [])]);
    }
}
