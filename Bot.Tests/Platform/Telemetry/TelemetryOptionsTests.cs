using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Telemetry;

public class TelemetryOptionsTests
{
    [Theory]
    [InlineData("Endpoint", "http://localhost:4318", "")]
    [InlineData("Endpoint", "https://collector.example/otlp", "")]
    [InlineData("Endpoint", "ftp://localhost", "Telemetry:Endpoint must be")]
    [InlineData("Endpoint", "localhost", "Telemetry:Endpoint must be")]
    [InlineData("Endpoint", "http://me:key@localhost", "Telemetry:Endpoint must be")]
    [InlineData("Endpoint", "http://localhost/?key=1", "Telemetry:Endpoint must be")]
    [InlineData("Protocol", "grpc", "")]
    [InlineData("Protocol", "http/json", "Telemetry:Protocol must be")]
    [InlineData("MetricSeconds", "1", "")]
    [InlineData("MetricSeconds", "3600", "")]
    [InlineData("MetricSeconds", "0", "TelemetryOptions.MetricSeconds must be")]
    [InlineData("MetricSeconds", "3601", "TelemetryOptions.MetricSeconds must be")]
    [InlineData("HeadersFile", "/nowhere/at/all", "Telemetry:HeadersFile is set, but|Telemetry:HeadersFile names a file")]
    public void Validate_EachSetting_IsTakenOrNamed(string key, string value, string fault)
    {
        using var services = Services(("Telemetry:" + key, value)).BuildServiceProvider();

        var faults = Record.Exception(() => services.GetRequiredService<IOptions<TelemetryOptions>>().Value) is OptionsValidationException wrong ? wrong.Failures.ToList() : [];

        var expected = fault.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, faults.Count);
        Assert.All(expected.Zip(faults), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3, "Telemetry:Endpoint=http://localhost")]
    [InlineData(3, "OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost")]
    [InlineData(3, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://localhost")]
    [InlineData(0, "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT=http://localhost")]
    [InlineData(0, "Telemetry:Endpoint=http://localhost", "OTEL_SDK_DISABLED=true")]
    [InlineData(0, "OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost", "OTEL_TRACES_EXPORTER=none", "OTEL_METRICS_EXPORTER=none")]
    public void Add_OnlyWhereSomethingIsSent_StartsAnything(int hosted, params string[] settings)
    {
        var services = Services([.. settings.Select(setting => (setting.Split('=')[0], setting.Split('=')[1]))]);

        Assert.Equal(hosted, services.Count(service => service.ServiceType == typeof(IHostedService)));
    }

    private static ServiceCollection Services(params IEnumerable<(string Key, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging().AddSingleton(TimeProvider.System).AddTelemetry(configuration);
        return services;
    }
}
