using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Bot.Tests.Benchmarks;

/// <summary>What a load took.</summary>
/// <param name="Elapsed">Wall clock.</param>
/// <param name="Processor">Processor time of the one that is measured, without whoever makes the load.</param>
/// <param name="Milliseconds">How long each took, ascending.</param>
internal sealed record Measurement(TimeSpan Elapsed, TimeSpan Processor, double[] Milliseconds)
{
    /// <summary>How many were done in a second.</summary>
    public double PerSecond => Milliseconds.Length / Elapsed.TotalSeconds;

    /// <summary>Processor microseconds for one.</summary>
    public double ProcessorMicroseconds => Processor.TotalMicroseconds / Milliseconds.Length;

    /// <summary>Several rounds as one.</summary>
    public static Measurement Of(IReadOnlyCollection<Measurement> rounds) => new(
        new TimeSpan(rounds.Sum(round => round.Elapsed.Ticks)),
        new TimeSpan(rounds.Sum(round => round.Processor.Ticks)),
        [.. rounds.SelectMany(round => round.Milliseconds).Order()]);

    /// <summary>The head of the table.</summary>
    public static void WriteHead(TextWriter output) => output.WriteLine($"{string.Empty,-44}  {"per s",8}  {"CPU µs each",11}  {"p50 ms",7}  {"p99 ms",7}");

    /// <summary>One line of the table.</summary>
    public void Write(TextWriter output, string what) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-44}  {PerSecond,8:F0}  {ProcessorMicroseconds,11:F0}  {Milliseconds[Milliseconds.Length / 2],7:F2}  {Milliseconds[Milliseconds.Length * 99 / 100],7:F2}"));
}
