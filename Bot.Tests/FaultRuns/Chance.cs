using System;

namespace Bot.Tests.FaultRuns;

/// <summary>Invented moments and choices, the same ones for the same seed; one for each task that draws.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

#pragma warning disable CA5394 // Nothing is guarded by them.
    /// <summary>A number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => random.Next(end);

    /// <summary>A time from nothing to <paramref name="longest"/>, all alike.</summary>
    public TimeSpan UpTo(TimeSpan longest) => longest * random.NextDouble();
#pragma warning restore CA5394
}
