using System;
using System.ComponentModel.DataAnnotations;

namespace Bot.Platform.Telemetry;

/// <summary>Where traces and metrics are sent. Nowhere, and nothing is collected, unless an endpoint is named here or by OpenTelemetry's own environment variables
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its like), which count where this section is silent.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Telemetry";

    /// <summary>An OpenTelemetry collector's address without a signal's path, such as <c>http://localhost:4318</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary><c>http/protobuf</c> or <c>grpc</c>.</summary>
    [RegularExpression("^(http/protobuf|grpc)$", ErrorMessage = "Telemetry:Protocol must be http/protobuf or grpc.")]
    public string Protocol { get; set; } = "http/protobuf";

    /// <summary>A file that holds nothing but the headers a collector wants, as <c>name=value,name=value</c>, such as a key. Read once, at start.</summary>
    public string? HeadersFile { get; set; }

    /// <summary>How often metrics are sent, seconds.</summary>
    [Range(1, 3600)]
    public int MetricSeconds { get; set; } = 60;
}
