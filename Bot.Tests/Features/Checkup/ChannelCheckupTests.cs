using System;
using System.Threading.Tasks;
using Bot.Features.Checkup;
using Bot.Tests.Platform.Activities.Authentication;
using Bot.Tests.TestSupport;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Bot.Tests.Features.Checkup;

/// <summary>What <c>check</c> finds of the channel's keys and of the clock, from a server that publishes them, or something else.</summary>
public sealed class ChannelCheckupTests : CheckTests
{
    private const string Subject = "Keys of the channel and clock";

    [Fact]
    public async Task Keys_AsPublished_AreCountedAndTheClockAgrees()
    {
        await using var issuer = await IssuerAsync();

        var found = await LookAsync(issuer.Metadata);

        found.Says("ok", Subject, "1 keys from " + issuer.Metadata);
        found.Says("ok", Subject, "the clock agrees with that of 127.0.0.1");
        Assert.Equal(0, found.Code);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(407)]
    [InlineData(500)]
    public async Task Keys_RefusedByWhoeverAnswers_AreSaidWithTheStatus(int status)
    {
        await using var issuer = await IssuerAsync();
        issuer.Description = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        var found = await LookAsync(issuer.Metadata);

        found.Says("WRONG", Subject, $"answers {status} instead of keys");
        found.Says("ok", Subject, "the clock agrees");
        Assert.Equal(1, found.Code);
    }

    [Theory]
    [InlineData("<html>Please sign in</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"jwks_uri\":\"http://example.org/keys\"}")]
    public async Task Keys_SomethingElse_IsSaid(string body)
    {
        await using var issuer = await IssuerAsync();
        issuer.Description = context => context.Response.WriteAsync(body);

        (await LookAsync(issuer.Metadata)).Says("WRONG", Subject, "answers something other than keys");
    }

    [Fact]
    public async Task Keys_WhereNobodyListens_AreAway_AndTheClockIsNotCompared()
    {
        var found = await LookAsync($"http://127.0.0.1:{NodePeers.FreePort()}/v1/.well-known/openidconfiguration");

        found.Says("WRONG", Subject, "cannot be reached (ConnectionError)");
        found.Says("open", Subject, "the clock could not be compared");
    }

    [Theory]
    [InlineData(-10, "WRONG", "so every token is refused")]
    [InlineData(10, "WRONG", "so every token is refused")]
    [InlineData(3, "warning", "From 5 min. on")]
    public async Task Clock_OffTheIssuers_IsSaid(int minutes, string gravity, string words)
    {
        await using var issuer = await IssuerAsync();
        issuer.Description = context =>
        {
            context.Response.Headers.Date = TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToString("R", null);
            return context.Response.WriteAsync("{}");
        };

        Assert.Contains((await LookAsync(issuer.Metadata)).Lines, line => line.StartsWith(gravity, StringComparison.Ordinal) && line.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(300, "Warning")]
    [InlineData(-301, "Wrong")]
    [InlineData(301, "Wrong")]
    [InlineData(60, "Fine")]
    [InlineData(61, "Warning")]
    public void ClockOf_AroundItsLimits_IsJudged(int seconds, string gravity) =>
        Assert.Equal(gravity, ChannelLook.ClockOf(TimeSpan.FromSeconds(seconds), "login.example.org").Gravity.ToString());

    [Fact]
    public async Task Keys_WithoutAnAppId_AreNotLookedAt() => (await Scene.RunAsync()).Says("open", Subject, "without MicrosoftAppId");

    private static Task<LocalIssuer> IssuerAsync() => LocalIssuer.StartAsync(IssuerKey.Main);

    private Task<Checked> LookAsync(string metadata) =>
        Scene.RunAsync("--MicrosoftAppId=" + CheckScene.AppId, "--MicrosoftAppTenantId=" + CheckScene.Tenant, "--ToBotFromChannelOpenIdMetadataUrl=" + metadata);
}
