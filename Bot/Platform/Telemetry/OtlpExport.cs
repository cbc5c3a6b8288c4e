using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Platform.Telemetry;

/// <summary>The way out for traces and metrics, by the OpenTelemetry protocol. The only file that knows the library, so that it is loaded only where it is used.</summary>
/// <remarks>Traces are sent in batches by a thread of their own, metrics by another: a collector that is away or slow costs what was measured meanwhile, never a turn.</remarks>
internal static class OtlpExport
{
    private const string DefaultName = "koordinationsbot";

    /// <summary>How long a collector may take, milliseconds; also what a stop waits for at most.</summary>
    private const int MostTime = 5000;

    /// <summary>Listens to the bot's own source and meter and to the runtime's, and to nothing else: spans of the web server and of clients hold addresses, and addresses are
    /// secrets of calendars or tell who voted when.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration, bool traces, bool metrics)
    {
        // Ids of traces are nobody's business outside: without this every request to Microsoft would carry one.
        DistributedContextPropagator.Current = DistributedContextPropagator.CreateNoOutputPropagator();
        services.AddHostedService<ExportTrouble>().AddHostedService<ExportEnd>();
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(
            configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } name ? name : DefaultName,
            serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(3)));
        if (traces)
        {
            telemetry.WithTracing(tracing => tracing.AddSource(Spans.SourceName).AddOtlpExporter(exporter => Set(exporter, options, "v1/traces")));
        }

        if (metrics)
        {
            telemetry.WithMetrics(measuring => measuring.AddMeter(Measures.MeterName).AddRuntimeInstrumentation()
                // An exemplar would put the moment of a single vote beside the count of all.
                .SetExemplarFilter(ExemplarFilterType.AlwaysOff)
                .AddOtlpExporter((exporter, reader) => SetMetrics(exporter, reader, options)));
        }
    }

    /// <summary>Sends what was measured last, of both signals at the same time, and ends. What a collector does not take meanwhile is lost.</summary>
    public static Task EndAsync(IServiceProvider services, TimeSpan most)
    {
        var time = (int)Math.Clamp(most.TotalMilliseconds, 1, MostTime);
        return Task.WhenAll(
            Task.Run(() => services.GetService<TracerProvider>()?.Shutdown(time)),
            Task.Run(() => services.GetService<MeterProvider>()?.Shutdown(time)));
    }

    private static void SetMetrics(OtlpExporterOptions exporter, MetricReaderOptions reader, TelemetryOptions options)
    {
        Set(exporter, options, "v1/metrics");
        if (options.Endpoint is not null)
        {
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = options.MetricSeconds * 1000;
        }
    }

    /// <summary>What the section says goes before what OpenTelemetry's own variables say.</summary>
    private static void Set(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        exporter.HttpClientFactory = () => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, disposeHandler: true)
        {
            Timeout = TimeSpan.FromMilliseconds(MostTime),
        };
        exporter.TimeoutMilliseconds = MostTime;
        if (options.Endpoint is not { } endpoint)
        {
            return;
        }

        var isGrpc = options.Protocol is "grpc";
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = isGrpc ? endpoint : new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
        if (options.HeadersFile is { Length: > 0 } file)
        {
            exporter.Headers = File.ReadAllText(file).Trim();
        }
    }
}
