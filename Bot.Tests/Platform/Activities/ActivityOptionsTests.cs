using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public class ActivityOptionsTests
{
    private const string SomeId = "22222222-2222-2222-2222-222222222222";

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Start_OutsideDevelopmentWithoutAppId_IsRefused(string environment)
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(environment));

        Assert.Contains("MicrosoftAppId is not set", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_InProductionWithAppId_IsRefusedBecauseTokensAreNotVerifiedYet()
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("Production", ("MicrosoftAppId", SomeId)));

        Assert.Contains("cannot verify the channel's tokens yet", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppId", "not-a-guid")]
    [InlineData("MicrosoftAppType", "Einmandant")]
    [InlineData("MicrosoftAppTenantId", "contoso")]
    [InlineData("MicrosoftAppIdd", SomeId)]
    [InlineData("ChannelService", "https://botframework.example")]
    [InlineData("Bot:Cloud", "Mars")]
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
            "Development", ("MicrosoftAppId", SomeId), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", SomeId),
            ("MicrosoftAppPassword", "x"), ("Bot:ServiceHosts:0", "smba.infra.gov.teams.microsoft.us"));

    private static async Task StartAsync(string environment, params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        await using var host = await ActivityHost.StartAsync((_, _) => Task.CompletedTask, environment: environment, settings: all);
    }
}
