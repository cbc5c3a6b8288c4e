using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Bot.Platform.Activities.Authentication;
using Xunit;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>What gets in: the other side of each limit.</summary>
public sealed class GoodTokenTests : IAsyncLifetime
{
    private SignedBot bot = null!;

    internal static IReadOnlyDictionary<string, Action<SignedRequest>> Good { get; } = new Dictionary<string, Action<SignedRequest>>(StringComparer.Ordinal)
    {
        ["as the channel sends it"] = _ => { },
        ["the scheme in small letters"] = request => request.Headers = token => ["bearer " + token],
        ["the scheme in capitals"] = request => request.Headers = token => ["BEARER " + token],
        ["the audience in capitals"] = request => request.Payload["aud"] = SignedRequest.AppId.ToUpperInvariant(),
        ["the recipient in capitals"] = request => request.Activity["recipient"]!["id"] = "28:" + SignedRequest.AppId.ToUpperInvariant(),
        ["no type in the header"] = request => request.Header.Remove("typ"),
        ["unknown fields in header and payload"] = request => (request.Header["x"], request.Payload["y"]) = ("1", 2),
        ["the claim as the documentation spells it"] = request => Spell(request, "serviceUrl"),
        ["a service address in other case"] = request => request.Payload["serviceurl"] = SignedRequest.ServiceUrl.ToUpperInvariant(),
        ["a service address without slash in the token"] = request => request.Payload["serviceurl"] = SignedRequest.ServiceUrl.TrimEnd('/'),
        ["a service address without slash in the activity"] = request => request.Activity["serviceUrl"] = SignedRequest.ServiceUrl.TrimEnd('/'),
        ["a tenant in capitals"] = request => request.Activity["channelData"]!["tenant"]!["id"] = SignedRequest.Tenant.ToUpperInvariant(),
        ["a tenant named by the conversation alone"] = request => request.Activity.Remove("channelData"),
        ["a guest of the team, from another tenant"] = request => request.Activity["from"]!["tenantId"] = "55555555-5555-5555-5555-555555555555",
        ["valid in five minutes"] = request => request.Payload["nbf"] = request.Now + 300,
        ["expired a second less than five minutes ago"] = request => (request.Payload["nbf"], request.Payload["exp"]) = (request.Now - 3600, request.Now - 299),
        ["as long as a token may be"] = Fill,
    };

    public static TheoryData<string> Names => [.. Good.Keys];

    public async ValueTask InitializeAsync() => bot = await SignedBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_Good_GetsIn(string name)
    {
        var request = bot.Good;
        Good[name](request);

        Assert.Equal(200, await bot.PostAsync(request));
        Assert.Single(bot.Turns);
    }

    [Fact]
    public async Task Post_CallerIdFromTheWire_DoesNotReachTheBot()
    {
        var request = bot.Good;
        request.Activity["callerId"] = "urn:botframework:azure";
        request.Activity["other"] = 1;

        Assert.Equal(200, await bot.PostAsync(request));
        Assert.Equal(["other"], Assert.Single(bot.Turns).Properties!.Keys);
    }

    [Fact]
    public async Task Post_OneByteBeyondTheLongestToken_IsRefused()
    {
        var request = bot.Good;
        Fill(request);
        request.Finish = token => token + "A";

        Assert.Equal(401, await bot.PostAsync(request));
        Assert.Contains("TokenTooLong", bot.Host.Log.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TenantsListed_CountInPlaceOfTheRegistrations()
    {
        await using var several = await SignedBot.StartAsync(
            prepare: null, ("MicrosoftAppType", "MultiTenant"), ("Bot:Tenants:0", SignedRequest.SecondTenant), ("Bot:Tenants:1", "66666666-6666-6666-6666-666666666666"));
        var listed = several.Good;
        listed.Activity["channelData"]!["tenant"]!["id"] = SignedRequest.SecondTenant;

        Assert.Equal(200, await several.PostAsync(listed));
        Assert.Equal(403, await several.PostAsync(several.Good));
    }

    [Fact]
    public async Task Post_ChannelsListed_CountInPlaceOfTeams()
    {
        await using var web = await SignedBot.StartAsync(prepare: null, ("Bot:Channels:0", "webchat"));
        var listed = web.Good;
        listed.Activity["channelId"] = "webchat";
        listed.Activity["recipient"]!["id"] = "another-form-of-id";

        Assert.Equal(200, await web.PostAsync(listed));
        Assert.Equal(403, await web.PostAsync(web.Good));
    }

    [Theory]
    [InlineData("Bot:Cloud", "GccHigh", "https://api.botframework.us", "https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("Bot:Cloud", "Dod", "https://api.botframework.us", "https://smba.infra.dod.teams.microsoft.us/teams")]
    [InlineData("ChannelService", "https://botframework.azure.us", "https://api.botframework.us", "https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("ChannelService", "https://botframework.azure.cn", "https://api.botframework.azure.cn", "https://frontend.botapi.msg.infra.teams.microsoftonline.cn/")]
    [InlineData("Bot:Cloud", "Gcc", "https://api.botframework.com", "https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("ToBotFromChannelTokenIssuer", "https://issuer.example", "https://issuer.example", SignedRequest.ServiceUrl)]
    public async Task Post_OtherCloud_ItsIssuerCountsAndNoOther(string key, string value, string issuer, string address)
    {
        await using var there = await SignedBot.StartAsync(prepare: null, (key, value));
        var good = there.Good;
        (good.Payload["iss"], good.Payload["serviceurl"], good.Activity["serviceUrl"]) = (issuer, address, address);
        var other = there.Good;
        (other.Payload["iss"], other.Payload["serviceurl"], other.Activity["serviceUrl"]) = ("https://api.botframework.example", address, address);

        Assert.Equal(200, await there.PostAsync(good));
        Assert.Equal(401, await there.PostAsync(other));
    }

    private static void Spell(SignedRequest request, string name)
    {
        request.Payload.Remove("serviceurl");
        request.Payload[name] = SignedRequest.ServiceUrl;
    }

    /// <summary>Up to 8192 characters exactly. Not every length can be had by a longer payload alone, so the header grows with it.</summary>
    private static void Fill(SignedRequest request)
    {
        for (var header = 0; request.Token.Length != ChannelToken.LongestToken; header++)
        {
            request.Header["more"] = new string('x', header);
            request.Payload["more"] = string.Empty;
            for (var payload = ((ChannelToken.LongestToken - request.Token.Length) / 4 * 3) - 8; request.Token.Length < ChannelToken.LongestToken; payload++)
            {
                request.Payload["more"] = new string('x', payload);
            }
        }
    }
}
