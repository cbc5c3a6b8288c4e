using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Tests.Secrecy;

/// <content>What the process measures, traces and throws while somebody votes.</content>
internal static partial class Strategies
{
    private static IEnumerable<SeenLine> TelemetryAt(Evidence evidence, string voter, string kind) =>
        Request(evidence, voter) is { } request ? evidence.Telemetry.Where(line => line.At == request.At && line.Category.StartsWith(kind, StringComparison.Ordinal)) : [];

    /// <summary>Those at whose moment exactly one choice is named, however often; lines that name several tell nothing.</summary>
    private static Dictionary<string, VoteOption> Told(Evidence evidence, string kind) => evidence.Voters
        .Select(voter => (voter, Options: TelemetryAt(evidence, voter, kind).Select(line => Named(line.Text)).OfType<VoteOption>().Distinct().ToList()))
        .Where(one => one.Options.Count == 1).ToDictionary(one => one.voter, one => one.Options[0]);

    /// <summary>Everything that was counted or weighed; how long something took is as random as the machine.</summary>
    private static long Measured(Evidence evidence, string voter) => (long)TelemetryAt(evidence, voter, EvidenceTelemetry.Metric)
        .Select(line => line.Text.Split(' ', 3)).Where(words => words[1] != "s")
        .Sum(words => double.Parse(words[0], CultureInfo.InvariantCulture));
}
