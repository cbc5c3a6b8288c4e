using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>When those who have not voted are reminded of one ballot. Fixed when it opens, whatever the rules say later.</summary>
/// <param name="At">The moments, earliest first; each after the opening and before the end as it was foreseen.</param>
public sealed record ReminderMoments(IReadOnlyList<Instant> At)
{
    /// <summary>Nobody is reminded.</summary>
    public static ReminderMoments None { get; } = new([]);

    /// <summary>The reminder that is to be said at a moment: the latest that has come. After an outage the earlier ones are not worth saying any more.</summary>
    public Instant? LatestAt(Instant now) => At.LastOrDefault(moment => moment <= now) is var latest && latest != default ? latest : null;

    /// <inheritdoc/>
    public bool Equals(ReminderMoments? other) => other is not null && At.SequenceEqual(other.At);

    /// <inheritdoc/>
    public override int GetHashCode() => At.Aggregate(0, HashCode.Combine);
}
