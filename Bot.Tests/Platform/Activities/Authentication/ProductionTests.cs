using System;
using System.Net;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>The real program outside Development, where nothing else stands between it and the Internet.</summary>
public sealed class ProductionTests
{
    [Fact]
    public async Task Start_InProductionWithAppIdAndUnreachableKeys_StartsAndLetsNobodyIn()
    {
        using var folder = new TemporaryFolder();
        var address = new Uri($"http://127.0.0.1:{NodePeers.FreePort()}");
        await using var bot = BotProcess.Start(
            address, folder.Path, "--environment=Production", "--MicrosoftAppId=" + SignedRequest.AppId, "--MicrosoftAppType=SingleTenant",
            "--MicrosoftAppTenantId=" + SignedRequest.Tenant, "--MicrosoftAppPassword=not-a-secret", "--ToBotFromChannelOpenIdMetadataUrl=https://127.0.0.1:1/metadata");
        await bot.PrintsAsync("Now listening on", TestContext.Current.CancellationToken);
        var request = new SignedRequest(TimeProvider.System.GetUtcNow());

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(address, request, []));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(address, request, ["Bearer " + request.Token]));
        await bot.PrintsAsync("was refused before its activity was read: NoToken.", TestContext.Current.CancellationToken);
        await bot.PrintsAsync("was refused before its activity was read: NoKeys.", TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> PostAsync(Uri address, SignedRequest request, string[] authorization) =>
        (HttpStatusCode)(await RawExchange.PostAsync(address, authorization, request.Activity.ToJsonString(), TestContext.Current.CancellationToken)).Status;
}
