using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Platform.Telemetry;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>The dashboard and the alerts ask for what the bot really measures, by the names Prometheus gives it; and the README explains all of it.</summary>
public partial class DashboardTests
{
    /// <summary>Of the runtime's own metrics, those that are asked for. That they arrive is seen by the tests of the process.</summary>
    private static readonly string[] OfTheRuntime = ["dotnet_process_memory_working_set_bytes"];

    private static readonly IReadOnlyList<Instrument> Instruments =
    [
        .. typeof(Measures).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Instrument>(),
    ];

    [Fact]
    public void Instruments_OfTheBot_AreFound() => Assert.Equal(10, Instruments.Count);

    [Theory]
    [InlineData("dashboard.json")]
    [InlineData("alerts.yaml")]
    public void EveryMetricAskedFor_IsOneTheBotSends(string file)
    {
        var asked = Metric().Matches(Labels().Replace(Expressions(file), string.Empty)).Select(match => match.Value).Distinct().ToList();

        Assert.True(asked.Count > 3, "Hardly anything is asked for.");
        Faults.None(asked.Except(Instruments.SelectMany(InPrometheus)).Except(OfTheRuntime));
    }

    [Theory]
    [InlineData("dashboard.json")]
    [InlineData("alerts.yaml")]
    public void EveryLabelAskedFor_IsOneTheBotSends(string file)
    {
        var known = typeof(Tags).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((string)field.GetRawConstantValue()!).Replace('.', '_'));

        Faults.None(Label().Matches(Text(file)).SelectMany(match => match.Groups["label"].Captures).Select(label => label.Value).Distinct().Except(known).Except(["le", "instance"]));
    }

    [Fact]
    public void Dashboard_IsOneGrafanaCanRead()
    {
        using var dashboard = JsonDocument.Parse(Text("dashboard.json"));
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().ToList();

        Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.All(panels, panel => Assert.NotEmpty(panel.GetProperty("description").GetString()!));
        Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("gridPos").ToString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Readme_ExplainsEveryMetric_AndNoOther() => Assert.Equal(
        Instruments.Select(instrument => instrument.Name).Order(StringComparer.Ordinal),
        Explained().Matches(File.ReadAllText(Path.Combine(SampleFiles.Root, "README.md"))).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("bot_turn_duration_seconds_bucket")]
    [InlineData("bot_votes_total")]
    [InlineData("bot_ready")]
    [InlineData("bot_turn_store_calls_sum")]
    public void InPrometheus_OfEachKind_IsNamedAsTheSpecificationSays(string name) => Assert.Contains(name, Instruments.SelectMany(InPrometheus));

    /// <summary>Source: OpenTelemetry specification, "Prometheus and OpenMetrics Compatibility", and its translation of units: dots become underscores, a unit is written out,
    /// one in braces is left away, counters end with <c>_total</c>.</summary>
    private static IEnumerable<string> InPrometheus(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : string.Empty);
        return instrument.GetType().GetGenericTypeDefinition() switch
        {
            var type when type == typeof(Histogram<>) => [name + "_bucket", name + "_sum", name + "_count"],
            var type when type == typeof(Counter<>) => [name + "_total"],
            _ => [name],
        };
    }

    private static string Expressions(string file) => string.Join('\n', Expression().Matches(Text(file)).Select(match => match.Value));

    private static string Text(string file) => File.ReadAllText(Path.Combine(SampleFiles.Root, "infra", file));

    [GeneratedRegex(@"""?expr""?: .*", RegexOptions.None, 2000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\b(bot|db|dotnet)_[a-z_]+\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Metric();

    /// <summary>What stands in the brackets of labels.</summary>
    [GeneratedRegex(@"\{[^}]*\}|\bby \([^)]*\)", RegexOptions.None, 2000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"by \(((?<label>\w+)(, )?)+\)|\{\\?""?(?<label>\w+)=|\{\{(?<label>\w+)\}\}|\$labels\.(?<label>\w+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\| `(?<name>(bot|db)\.[a-z_.]+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Explained();
}
