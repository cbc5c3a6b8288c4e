using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public class ActivityOptionsTests
{
    private const string SomeId = "22222222-2222-2222-2222-222222222222";
    private const string OtherId = "33333333-3333-3333-3333-333333333333";

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Start_OutsideDevelopmentWithoutAppId_IsRefused(string environment)
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(environment));

        Assert.Contains("MicrosoftAppId is not set", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Development")]
    public async Task Start_WithAppIdAndTenant_StartsAndChecksTokens(string environment)
    {
        await using var host = await HostAsync(
            environment, ("MicrosoftAppId", SomeId), ("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppTenantId", SomeId), ("ToBotFromChannelOpenIdMetadataUrl", "https://localhost:1/metadata"));

        using var response = await host.PostAsync(TestActivities.Message("x", "https://smba.trafficmanager.net/emea/"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("", "", "", "Bot:Tenants")]
    [InlineData("MultiTenant", "", "", "Bot:Tenants")]
    [InlineData("SingleTenant", "", "", "MicrosoftAppTenantId")]
    [InlineData("SingleTenant", "", SomeId, "MicrosoftAppTenantId")]
    [InlineData("userAssignedMsi", "", SomeId, "MicrosoftAppTenantId")]
    [InlineData("", "", SomeId, null)]
    [InlineData("MultiTenant", SomeId, "", null)]
    [InlineData("MultiTenant", "", SomeId, null)]
    [InlineData("SingleTenant", SomeId, "", null)]
    [InlineData("UserAssignedMSI", SomeId, OtherId, null)]
    public void Validate_AppTypeAndTenants_TheBotMustKnowInWhoseTeamsItAnswers(string type, string ownTenant, string tenants, string? named)
    {
        var options = new ActivityOptions { MicrosoftAppId = SomeId, MicrosoftAppType = type, MicrosoftAppTenantId = ownTenant };
        if (tenants.Length > 0)
        {
            options.Tenants.Add(tenants);
        }

        foreach (var environment in new[] { "Development", "Production" })
        {
            var result = new ActivityOptionsValidator(new TestEnvironment(environment), new ConfigurationBuilder().Build()).Validate(null, options);

            Assert.Equal(named is null, result.Succeeded);
            Assert.True(named is null || Assert.Single(result.Failures!).Contains(named, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AllowedTenants_ListGiven_StandsInPlaceOfTheOwnTenant()
    {
        var options = new ActivityOptions { MicrosoftAppTenantId = SomeId };
        Assert.Equal([Guid.Parse(SomeId)], options.AllowedTenants());

        options.Tenants.Add(OtherId);
        Assert.Equal([Guid.Parse(OtherId)], options.AllowedTenants());
    }

    [Theory]
    [InlineData("Development", "http://localhost:5000/metadata", true)]
    [InlineData("Development", "http://login.example/metadata", false)]
    [InlineData("Production", "http://localhost:5000/metadata", false)]
    [InlineData("Production", "https://login.example/metadata", true)]
    [InlineData("Production", "file:///metadata", false)]
    [InlineData("Production", "/metadata", false)]
    public void Validate_MetadataAddress_OnlyHttpsOrThisMachineInDevelopment(string environment, string address, bool taken)
    {
        var options = new ActivityOptions { MicrosoftAppId = SomeId, MicrosoftAppTenantId = SomeId, ToBotFromChannelOpenIdMetadataUrl = address };

        Assert.Equal(taken, new ActivityOptionsValidator(new TestEnvironment(environment), new ConfigurationBuilder().Build()).Validate(null, options).Succeeded);
    }

    [Theory]
    [InlineData("", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://api.botframework.com")]
    [InlineData("Gcc", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://api.botframework.com")]
    [InlineData("GccHigh", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us")]
    [InlineData("Dod", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us")]
    [InlineData("China", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://api.botframework.azure.cn")]
    public void ChannelMetadata_OfEachCloud_AreItsOwnUnlessSet(string cloud, string metadata, string issuer)
    {
        var options = new ActivityOptions { Cloud = cloud };
        Assert.Equal(metadata, options.ChannelMetadata().AbsoluteUri);
        Assert.Equal(issuer, options.ChannelIssuer());

        (options.ToBotFromChannelOpenIdMetadataUrl, options.ToBotFromChannelTokenIssuer) = ("https://login.example/m", "https://issuer.example");
        Assert.Equal("https://login.example/m", options.ChannelMetadata().AbsoluteUri);
        Assert.Equal("https://issuer.example", options.ChannelIssuer());
    }

    [Theory]
    [InlineData("MicrosoftAppId", "not-a-guid")]
    [InlineData("MicrosoftAppType", "Einmandant")]
    [InlineData("MicrosoftAppTenantId", "contoso")]
    [InlineData("MicrosoftAppIdd", SomeId)]
    [InlineData("ChannelService", "https://botframework.example")]
    [InlineData("Bot:Cloud", "Mars")]
    [InlineData("Bot:Tenants:0", "contoso")]
    [InlineData("Bot:Channels:0", " ")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "login.botframework.com")]
    [InlineData("ToBotFromChannelTokenIssuer", "api.botframework.com")]
    [InlineData("ToBotFromChannelTokenIsuer", "https://api.botframework.com")]
    [InlineData("Bot:ServiceHosts:0", "https://smba.trafficmanager.net/")]
    [InlineData("Bot:ServiceHosts:0", "net")]
    [InlineData("Bot:ServiceHosts:0", "*.trafficmanager.net")]
    public async Task Start_WrongSetting_IsRefusedAndNamed(string key, string value)
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("Development", (key, value)));

        Assert.Contains(key.Split(':')[^(key.Count(letter => letter == ':') == 2 ? 2 : 1)], thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_MisspeltSettingInTheSection_IsRefusedAndNamed()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("Development", ("Bot:ServiceHost", "x.example")));

        Assert.Contains("ServiceHost", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_InDevelopment_NeedsNothing() => await StartAsync("Development");

    [Fact]
    public async Task Start_InDevelopmentWithOfficialKeys_IsTaken() =>
        await StartAsync(
            "Development", ("ToBotFromChannelOpenIdMetadataUrl", "https://localhost:1/"), ("MicrosoftAppId", SomeId), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", SomeId),
            ("MicrosoftAppPassword", "x"), ("Bot:ServiceHosts:0", "smba.infra.gov.teams.microsoft.us"));

    private static async Task StartAsync(string environment, params (string Key, string? Value)[] settings)
    {
        await using var host = await HostAsync(environment, settings);
    }

    private static Task<ActivityHost> HostAsync(string environment, params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return ActivityHost.StartAsync((_, _) => Task.CompletedTask, environment: environment, settings: all);
    }
}
