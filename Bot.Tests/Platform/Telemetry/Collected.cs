using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Bot.Tests.Platform.Telemetry;

/// <summary>A span as a collector gets it.</summary>
internal sealed record CollectedSpan(string Source, string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags);

/// <summary>A point of a metric as a collector gets it; its value, or how many measurements it sums up.</summary>
internal sealed record CollectedPoint(string Meter, string Metric, string Unit, IReadOnlyDictionary<string, string> Tags, double Value);

/// <summary>Reads what OpenTelemetry's exporter sends. Numbers of fields as in opentelemetry-proto 1.x, collector/trace/v1 and collector/metrics/v1.</summary>
internal static class Collected
{
    /// <summary>The spans of an <c>ExportTraceServiceRequest</c>.</summary>
    public static IEnumerable<CollectedSpan> Spans(ReadOnlyMemory<byte> body) =>
        from scope in WireMessage.Of(body).All(1, 2)
        let source = scope.All(1).Single().Text(1)
        from span in scope.All(2)
        select new CollectedSpan(source, span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), Tags(span, 9));

    /// <summary>The points of an <c>ExportMetricsServiceRequest</c>.</summary>
    public static IEnumerable<CollectedPoint> Points(ReadOnlyMemory<byte> body) =>
        from scope in WireMessage.Of(body).All(1, 2)
        let meter = scope.All(1).Single().Text(1)
        from metric in scope.All(2)
        from point in metric.All(5, 1).Concat(metric.All(7, 1)).Select(one => (Tags: Tags(one, 7), Value: NumberOf(one)))
            .Concat(metric.All(9, 1).Select(one => (Tags: Tags(one, 9), Value: (double)one.Number(4))))
        select new CollectedPoint(meter, metric.Text(1), metric.Text(3), point.Tags, point.Value);

    /// <summary>What is said of the process itself, in either request.</summary>
    public static IReadOnlyDictionary<string, string> Resource(ReadOnlyMemory<byte> body) => Tags(WireMessage.Of(body).All(1, 1).First(), 1);

    private static double NumberOf(WireMessage point) => point.Has(6) ? (long)point.Number(6) : BitConverter.UInt64BitsToDouble(point.Number(4));

    private static Dictionary<string, string> Tags(WireMessage holder, int field) => holder.All(field).ToDictionary(tag => tag.Text(1), tag => ValueOf(tag.All(2).Single()), StringComparer.Ordinal);

    private static string ValueOf(WireMessage value) => value switch
    {
        _ when value.Has(1) => value.Text(1),
        _ when value.Has(2) => value.Number(2) == 1 ? "true" : "false",
        _ when value.Has(3) => ((long)value.Number(3)).ToString(CultureInfo.InvariantCulture),
        _ => BitConverter.UInt64BitsToDouble(value.Number(4)).ToString(CultureInfo.InvariantCulture),
    };
}
