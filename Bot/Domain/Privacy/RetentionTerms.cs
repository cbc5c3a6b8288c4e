using System;
using System.Collections.Immutable;
using NodaTime;

namespace Bot.Domain.Privacy;

/// <summary>How long a network keeps what, and how many look-ups of contact data it allows.</summary>
public sealed record RetentionTerms
{
    /// <summary>The fewest and the most look-ups a day that can be allowed. None would be no rule but an end of contact data; more than fifty copy a network in days.</summary>
    public const int FewestLookUps = 1, MostLookUps = 50;

    /// <summary>As nobody has said otherwise.</summary>
    public static RetentionTerms Usual { get; } = new();

    /// <summary>The months that were set, by kind.</summary>
    public ImmutableSortedDictionary<RetentionKind, int> Set { get; init; } = ImmutableSortedDictionary<RetentionKind, int>.Empty;

    /// <summary>How many people one person may ask for in a day of the network's zone.</summary>
    public int LookUpsADay { get; init; } = ContactSheet.LookUpsADay;

    /// <summary>How many months a kind is kept; within its bounds, also when they were others when it was set.</summary>
    public int MonthsOf(RetentionKind kind)
    {
        var rule = RetentionTable.Of(kind);
        return Math.Clamp(Set.GetValueOrDefault(kind, rule.Months), rule.Least, rule.Most);
    }

    /// <summary>The same with another time; null when it is out of bounds.</summary>
    public RetentionTerms? With(RetentionKind kind, int months)
    {
        var rule = RetentionTable.Of(kind);
        return rule.IsFixed || months < rule.Least || months > rule.Most ? null : this with { Set = Set.SetItem(kind, months) };
    }

    /// <summary>The same with another number of look-ups a day; null when it is out of bounds.</summary>
    public RetentionTerms? WithLookUps(int aDay) => aDay is < FewestLookUps or > MostLookUps ? null : this with { LookUpsADay = aDay };

    /// <summary>Whether something of a kind has been kept long enough.</summary>
    /// <param name="kind">What.</param>
    /// <param name="since">From when on its time runs.</param>
    /// <param name="now">The moment.</param>
    /// <param name="zone">The network's zone, in which months are counted: three months from 30 November end on the last day of February.</param>
    public bool IsOver(RetentionKind kind, Instant since, Instant now, DateTimeZone zone) => since < LatestOver(kind, now, zone);

    /// <summary>Before which moment something must have begun so that it has been kept long enough.</summary>
    /// <inheritdoc cref="IsOver"/>
    public Instant LatestOver(RetentionKind kind, Instant now, DateTimeZone zone) =>
        zone.AtLeniently(now.InZone(zone).LocalDateTime.PlusMonths(-MonthsOf(kind))).ToInstant();

    /// <summary>When the deletion after a moment is: on the first of the month, in the morning, so that whoever has a question has a working day for it.</summary>
    public static Instant NextRun(Instant after, DateTimeZone zone)
    {
        var local = after.InZone(zone).LocalDateTime;
        var first = new LocalDate(local.Year, local.Month, 1) + new LocalTime(9, 0);
        return zone.AtLeniently(first > local ? first : first.PlusMonths(1)).ToInstant();
    }

    /// <summary>The first deletion of a network that never had one: announced at least two weeks ahead, so that there is time to object.</summary>
    public static Instant FirstRun(Instant announced, DateTimeZone zone) => NextRun(announced + Duration.FromDays(14), zone);
}
