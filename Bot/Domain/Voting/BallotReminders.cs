using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>How long before the end of a ballot those are reminded who have not voted, by the rules of procedure.</summary>
public sealed record BallotReminders
{
    /// <summary>The most days and the most hours before the end.</summary>
    public const int MostDays = 30, MostHours = 72;

    /// <summary>The day before, and three hours before the end.</summary>
    public static BallotReminders Default { get; } = new();

    /// <summary>Days before the day on which the ballot closes, each 1 to <see cref="MostDays"/>, at the time of day at which reminders go out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of that.</exception>
    public IReadOnlyList<int> Days
    {
        get;
        init => field = Within(value, MostDays);
    } = [1];

    /// <summary>Hours before the end as they pass, each 1 to <see cref="MostHours"/>, whatever the clocks do meanwhile.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of that.</exception>
    public IReadOnlyList<int> Hours
    {
        get;
        init => field = Within(value, MostHours);
    } = [3];

    /// <summary>The moments for a ballot.</summary>
    /// <param name="opens">When it opens; a reminder then or before is left out.</param>
    /// <param name="closes">When it ends; a reminder then or later is left out.</param>
    /// <param name="time">The time of day at which reminders go out. A time skipped in spring moves forward; of a doubled hour in autumn the first counts.</param>
    /// <param name="zone">The network's zone.</param>
    public ReminderMoments MomentsOf(Instant opens, Instant closes, LocalTime time, DateTimeZone zone)
    {
        var day = closes.InZone(zone).Date;
        var moments = Days.Select(days => zone.AtLeniently(day.PlusDays(-days) + time).ToInstant())
            .Concat(Hours.Select(hours => closes - Duration.FromHours(hours)));
        return new ReminderMoments([.. moments.Where(moment => opens < moment && moment < closes).Distinct().Order()]);
    }

    /// <summary>Writes them as one line for storage, such as <c>d1,h3</c>; empty for none.</summary>
    public string ToCode() => string.Join(',', Days.Select(days => Written('d', days)).Concat(Hours.Select(hours => Written('h', hours))));

    /// <summary>Reads what <see cref="ToCode"/> wrote.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="ToCode"/>, or by a later version of it.</exception>
    public static BallotReminders Parse(string code)
    {
        var parts = code.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return parts.All(part => part[0] is 'd' or 'h')
            ? new BallotReminders { Days = [.. Numbers(parts, 'd')], Hours = [.. Numbers(parts, 'h')] }
            : throw new FormatException($"Not the reminders of a ballot: '{code}'.");
    }

    /// <inheritdoc/>
    public bool Equals(BallotReminders? other) => other is not null && Days.SequenceEqual(other.Days) && Hours.SequenceEqual(other.Hours);

    /// <inheritdoc/>
    public override int GetHashCode() => Days.Concat(Hours).Aggregate(0, HashCode.Combine);

    private static IReadOnlyList<int> Within(IReadOnlyList<int> numbers, int most) => numbers.All(number => number >= 1 && number <= most)
        ? numbers
        : throw new ArgumentOutOfRangeException(nameof(numbers), "A reminder is 1 day or hour to the limit before the end.");

    private static IEnumerable<int> Numbers(IEnumerable<string> parts, char unit) =>
        parts.Where(part => part[0] == unit).Select(part => int.Parse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture));

    private static string Written(char unit, int number) => string.Create(CultureInfo.InvariantCulture, $"{unit}{number}");
}
