using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Bot.Platform.Activities;
using Bot.Platform.Hosting;
using Bot.Platform.Playground;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Xunit;

namespace Bot.Tests.Platform.Hosting;

public class KnownSettingsTests
{
    [Theory]
    [InlineData("--Tabels:DataFolder=x", "Tabels is not a setting. Did you mean Tables?")]
    [InlineData("--Tables:ConnectionStrin=x", "Tables:ConnectionStrin is not a setting. Did you mean Tables:ConnectionString?")]
    [InlineData("--Playground:Ports=1", "Playground:Ports is not a setting. Known are Playground:Enabled, Playground:FirstPort, ")]
    [InlineData("--ExampleNetwork:Enable=true", "ExampleNetwork:Enable is not a setting. Did you mean ExampleNetwork:Enabled?")]
    [InlineData("--MicrosoftAppld=x", "MicrosoftAppld is not a setting. Did you mean MicrosoftAppId?")]
    [InlineData("--Bot:ServiceHost=x", "Bot:ServiceHost is not a setting. Did you mean Bot:ServiceHosts?")]
    [InlineData("--Playground=false", "Playground is a section and takes no value. Its settings are Playground:Enabled, Playground:FirstPort, ")]
    [InlineData("--Xyz:Abc=1", "Xyz is not a setting. Known are Bot, Calendar, Connector, ExampleNetwork, Files, Graph, Limits, Package, Playground, Scheduling, Server, Tables, ")]
    [InlineData("--Tables:Xyz=1", "Tables:Xyz is not a setting. Known are Tables:ConnectionString, ")]
    public void Faults_AMisspeltSettingOnTheCommandLine_IsNamed(string argument, string fault) =>
        Assert.StartsWith(fault, Assert.Single(KnownSettings.Faults(new ConfigurationBuilder().AddCommandLine([argument]).Build())), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "Tabels": { "DataFolder": "x" } }""", "Tabels is not")]
    [InlineData("""{ "Tables": { "Datafolder2": "x" } }""", "Tables:Datafolder2 is not")]
    [InlineData("""{ "Playground": { "Window": { "Port": 1 } } }""", "Playground:Window is not")]
    public void Faults_AMisspeltSettingInAFile_IsNamed(string json, string fault) =>
        Assert.StartsWith(fault, Assert.Single(KnownSettings.Faults(Json(json))), StringComparison.Ordinal);

    [Fact]
    public void Faults_SeveralMisspeltSettings_AreAllNamed() =>
        Assert.Equal(3, KnownSettings.Faults(Json("""{ "Tabels": { "A": "x" }, "Tables": { "B": "x" }, "Urlls": "y" }""")).Count);

    [Theory]
    [InlineData("""{ "$schema": "x", "Logging": { "LogLevel": { "Default": "Warning" } }, "AllowedHosts": "*", "Kestrel": { "Endpoints": {} } }""")]
    [InlineData("""{ "Tables": {}, "Playground": null }""")]
    [InlineData("""{ "tables": { "datafolder": "x" }, "BOT": { "servicehosts": ["a.example"] }, "microsoftAppID": "" }""")]
    [InlineData("""{ "Playground": { "Enabled": false, "FirstPort": 5000, "Folder": "x" }, "ExampleNetwork": { "Enabled": false }, "Urls": "http://localhost:1" }""")]
    public void Faults_KnownSettings_AreNone(string json) => Assert.Empty(KnownSettings.Faults(Json(json)));

    [Theory]
    [InlineData("Tabels__DataFolder", "Tabels__… is set as an environment variable, but there is no section Tabels. Did you mean Tables__…?")]
    [InlineData("PLAYGROUD__ENABLED", "PLAYGROUD__… is set as an environment variable, but there is no section PLAYGROUD. Did you mean Playground__…?")]
    [InlineData("MicrosoftApId", "MicrosoftApId is set as an environment variable, but is not a setting. Did you mean MicrosoftAppId?")]
    [InlineData("Tables__DataFoldr", "Tables:DataFoldr is not a setting. Did you mean Tables:DataFolder?")]
    public void Faults_AMisspeltEnvironmentVariable_IsNamed(string name, string fault) =>
        Assert.Equal(fault, Assert.Single(KnownSettings.Faults(Variables(name))));

    [Theory]
    [InlineData("PATH")]
    [InlineData("TABLES")]
    [InlineData("Tabels")]
    [InlineData("BOTS__TOKEN")]
    [InlineData("MICROSOFT_APP_ID")]
    [InlineData("Logging__LogLevel__Default")]
    [InlineData("OTEL_SERVICE_NAME")]
    public void Faults_OtherPeoplesEnvironmentVariables_AreNone(string name) => Assert.Empty(KnownSettings.Faults(Variables(name)));

    [Fact]
    public void Single_OfTheBot_AreThoseTheActivitiesRead() => Assert.Equal(ActivityOptions.OfficialKeys, KnownSettings.Single);

    [Fact]
    public void All_SectionsOfTheBot_AreFoundWithTheirKeys()
    {
        Assert.Equal(["Bot", "Calendar", "Connector", "ExampleNetwork", "Files", "Graph", "Limits", "Package", "Playground", "Scheduling", "Server", "Tables", "Telemetry"], SettingsSection.All.Select(section => section.Name));
        Assert.Contains(nameof(PlaygroundOptions.FirstPort), SettingsSection.All.Single(section => section.Name == PlaygroundOptions.Section).Keys);
        var marked = typeof(SettingsSection).Assembly.GetTypes().Where(type => type.GetField("Section") is { IsLiteral: true });
        Assert.Equal(marked.Select(type => type.FullName).Order(StringComparer.Ordinal), SettingsSection.All.Select(section => section.Holder.FullName).Order(StringComparer.Ordinal));
    }

    private static IConfigurationRoot Json(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();

    /// <summary>The variables of an invented machine.</summary>
    private static ConfigurationRoot Variables(string name) => new([new GivenVariables(name)]);

    private sealed class GivenVariables : EnvironmentVariablesConfigurationProvider
    {
        public GivenVariables(string name) => Data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            [name.Replace("__", ":", StringComparison.Ordinal)] = "x",
        };

        public override void Load()
        {
            // They are given, so nothing of this machine gets in.
        }
    }
}
