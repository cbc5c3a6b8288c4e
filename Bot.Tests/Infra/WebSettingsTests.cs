using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Features.Calendars;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Hosting;
using Bot.Platform.Tables;
using Bot.Platform.Telemetry;
using Bot.Tests.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>The settings the web app is given: the bot knows each of them, and starts with all of them.</summary>
public partial class WebSettingsTests
{
    private const string Identity = "11111111-2222-3333-4444-555555555555";

    private static readonly string Web = File.ReadAllText(TemplateFiles.PathOf("modules/web.bicep"));

    /// <summary>What the expressions of the template come to, for one instance.</summary>
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["clientId"] = Identity,
        ["tenantId"] = Identity,
        ["tableEndpoint"] = "https://bot.table.core.windows.net/",
        ["'https://${site.properties.defaultHostName}'"] = "https://koordinationsbot.azurewebsites.net",
        ["string(share)"] = "15",
        ["instances == 1 ? '3' : '2'"] = "3",
        ["collectorConfiguration"] = "receivers:",
        ["component!.properties.ConnectionString"] = "InstrumentationKey=0",
    };

    /// <summary>Name and value of each, for one instance.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Settings = Setting().Matches(Web[Web.IndexOf("resource settings", StringComparison.Ordinal)..Web.IndexOf("resource collector", StringComparison.Ordinal)])
        .ToDictionary(match => match.Groups["name"].Value, match => Value(match.Groups["value"].Value), StringComparer.Ordinal);

    [Fact]
    public void EverySetting_IsTheBots_OrOnTheList()
    {
        Assert.True(Settings.Count > 10, "Hardly any setting was found.");
        Faults.None(Settings.Keys.Select(name => name.Replace("__", ":", StringComparison.Ordinal))
            .Except(SettingsSection.All.SelectMany(section => section.Settings))
            .Except(KnownSettings.Single)
            .Except(AzureList.Words)
            .Except(["Logging:Console:FormatterName"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Bot_WithTheseSettings_FindsThemRight(int instances)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        var settings = Settings.Where(setting => !AzureList.Words.Contains(setting.Key))
            .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value, StringComparer.Ordinal);
        settings["Bot:Tenants:0"] = Identity;
        settings["Connector:TenantPerSecond"] = (30 / (instances + 1)).ToString(CultureInfo.InvariantCulture);
        settings["Connector:AnswersPerSecond"] = instances == 1 ? "3" : "2";
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddHosting();
        builder.Services.AddTelemetry(builder.Configuration).AddTableStore().AddActivities(builder.Configuration).AddCalendars(builder.Configuration);

        Assert.NotNull(builder.Build().CheckSettings());
    }

    /// <summary>The template's own word for how many calls an instance may make is the one the test above reckons with.</summary>
    [Fact]
    public void Share_OfEachInstance_LeavesRoomForOneMore()
    {
        Assert.Contains("var share = 30 / (instances + 1)", Web, StringComparison.Ordinal);
        Assert.Equal(30, new ConnectorOptions().TenantPerSecond);
    }

    /// <summary>App Service kills after 5 seconds unless it is told otherwise; ten more than the bot takes are for a machine that is busy.</summary>
    [Fact]
    public void StopLimit_OfThePlatform_IsLongerThanTheBotTakes()
    {
        var limit = int.Parse(Settings["WEBSITES_CONTAINER_STOP_TIME_LIMIT"], CultureInfo.InvariantCulture);

        Assert.InRange(limit, new ServerOptions().StopSeconds + 10, 120);
    }

    /// <summary>The alert asks for the latest look of a quarter of an hour; counted from the start, a late one would never be over.</summary>
    [Fact]
    public void Measurements_AreOfTheTimeSinceTheLast() => Assert.Equal("delta", Settings["OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE"]);

    [Fact]
    public void Collector_ListensWhereTheBotSends_AndNowhereElse()
    {
        var endpoint = new Uri(Settings["Telemetry__Endpoint"]);

        Assert.True(endpoint.IsLoopback);
        Assert.Contains($"endpoint: {endpoint.Authority}\n", Web, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(Web, "^ +endpoint:", RegexOptions.Multiline, TimeSpan.FromSeconds(2)));
    }

    private static string Value(string expression) =>
        Values.TryGetValue(expression, out var known) ? known : Regex.IsMatch(expression, "^'[^'$]*'$", RegexOptions.None, TimeSpan.FromSeconds(2)) ? expression.Trim('\'') : throw new InvalidOperationException("Not known: " + expression);

    [GeneratedRegex("^    (?<name>[A-Za-z_]+): (?<value>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Setting();
}
