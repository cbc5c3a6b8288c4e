using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>When and where a meeting was to be before it was moved.</summary>
/// <param name="Revision"><see cref="Meeting.Revision"/> of the change that replaced it; at least 1.</param>
/// <param name="At">When it was replaced.</param>
/// <param name="Day">The day it was to be on.</param>
/// <param name="Start">When it was to begin.</param>
/// <param name="End">When it was to end; null when not said.</param>
/// <param name="Place">Where it was to be; empty when not said.</param>
/// <param name="Reason">Why it was moved away from there; empty when not said.</param>
public sealed record EarlierDate(int Revision, Instant At, LocalDate Day, LocalTime Start, LocalTime? End, string Place, string Reason);

/// <summary>All earlier dates of a meeting, the first one first.</summary>
/// <param name="Items">At most <see cref="Most"/>.</param>
public sealed record EarlierDates(IReadOnlyList<EarlierDate> Items)
{
    /// <summary>How many are kept: the first, by which old reminders are known, and the newest.</summary>
    public const int Most = 30;

    /// <summary>Never moved.</summary>
    public static EarlierDates None { get; } = new([]);

    /// <summary>The date before the present one; null when it was never moved.</summary>
    public EarlierDate? Last => Items is [.., var last] ? last : null;

    /// <summary>The dates with one more.</summary>
    public EarlierDates With(EarlierDate date) => new(Items.Count < Most ? [.. Items, date] : [Items[0], .. Items.Skip(2), date]);

    /// <summary>What stood when somebody was told last: the first date replaced after that; null when what they were told still stands.</summary>
    /// <param name="revision">The revision they were told, 0 for the invitation.</param>
    public EarlierDate? ToldAt(int revision) => Items.FirstOrDefault(date => date.Revision > revision);

    /// <inheritdoc/>
    public bool Equals(EarlierDates? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Items.Count, Last);
}
