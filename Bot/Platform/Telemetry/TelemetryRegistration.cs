using System;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Telemetry;

/// <summary>Sends traces and metrics to a collector, where one is named. Where none is, nothing of OpenTelemetry is even loaded.</summary>
internal static class TelemetryRegistration
{
    private const string Otlp = "OTEL_EXPORTER_OTLP_";

    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsRanges>()
            .AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>()
            .AddOptions<TelemetryOptions>()
            .BindConfiguration(TelemetryOptions.Section, bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<CollectorProbe>();
        var (traces, metrics) = (IsWanted(configuration, "TRACES"), IsWanted(configuration, "METRICS"));
        if (traces || metrics)
        {
            OtlpExport.Add(services, configuration, traces, metrics);
        }

        return services;
    }

    /// <summary>Whether metrics are sent anywhere.</summary>
    public static bool SendsMetrics(IConfiguration configuration) => IsWanted(configuration, "METRICS");

    /// <summary>Whether anything is sent anywhere.</summary>
    public static bool IsSent(IConfiguration configuration) => IsWanted(configuration, "TRACES") || IsWanted(configuration, "METRICS");

    /// <summary>By the section or by OpenTelemetry's own variables, of which <c>OTEL_SDK_DISABLED=true</c> and <c>OTEL_TRACES_EXPORTER=none</c> switch off what is set otherwise.</summary>
    private static bool IsWanted(IConfiguration configuration, string signal) =>
        new[] { TelemetryOptions.Section + ":" + nameof(TelemetryOptions.Endpoint), Otlp + "ENDPOINT", Otlp + signal + "_ENDPOINT" }.Any(key => !string.IsNullOrWhiteSpace(configuration[key]))
        && !Is(configuration["OTEL_SDK_DISABLED"], "true")
        && !Is(configuration[$"OTEL_{signal}_EXPORTER"], "none");

    private static bool Is(string? value, string word) => string.Equals(value?.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
