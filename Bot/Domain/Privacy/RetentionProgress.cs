using System.Collections.Generic;
using System.Collections.Immutable;
using NodaTime;

namespace Bot.Domain.Privacy;

/// <summary>How far the monthly deletion of a network is.</summary>
/// <param name="Next">When it is to run next.</param>
public sealed record RetentionProgress(Instant Next)
{
    /// <summary>No counts.</summary>
    public static ImmutableSortedDictionary<RetentionKind, int> Nothing { get; } = ImmutableSortedDictionary<RetentionKind, int>.Empty;

    /// <summary>What was over when the deletion began that goes on now; null while none does. It was counted before anything was deleted, so that a deletion which a crash has cut in two reports the whole.</summary>
    public ImmutableSortedDictionary<RetentionKind, int>? Running { get; init; }

    /// <summary>When the deletion began that goes on now.</summary>
    public Instant? RunningSince { get; init; }

    /// <summary>When the last deletion began; null before the first.</summary>
    public Instant? Last { get; init; }

    /// <summary>What it deleted.</summary>
    public ImmutableSortedDictionary<RetentionKind, int> Deleted { get; init; } = Nothing;

    /// <summary>A deletion begins, with what is over.</summary>
    public RetentionProgress Begin(Instant now, IReadOnlyDictionary<RetentionKind, int> over) => this with { Running = over.ToImmutableSortedDictionary(), RunningSince = now };

    /// <summary>The deletion has ended; the next is planned from now, so that a bot that was asleep for months does not make up for each of them.</summary>
    public RetentionProgress End(Instant now, DateTimeZone zone) =>
        new(RetentionTerms.NextRun(now, zone)) { Last = RunningSince, Deleted = Running ?? Nothing };
}
