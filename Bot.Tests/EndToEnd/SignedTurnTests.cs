using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Tests.Platform.Activities.Authentication;
using Bot.Tests.TestSupport;
using Bot.Tests.TestSupport.Connector;
using Xunit;

namespace Bot.Tests.EndToEnd;

/// <summary>The real program with an app id, between a local issuer that signs and a local Connector that enforces the limits: from the token to the answer.</summary>
public sealed class SignedTurnTests
{
    private static readonly ExamplePerson Amina = ExamplePeople.All.Single(person => person.Key == "amina");

    [Fact]
    public async Task Message_SignedByTheChannel_IsAnsweredThroughTheConnectorOnce_AndAForgedOneNeverIs()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main, IssuerKey.Weak);
        await using var connector = await StrictConnector.StartAsync(TimeProvider.System, MishapPlan.Nothing, cancellation);
        using var folder = new TemporaryFolder(isOnDisk: true);
        var address = new Uri($"http://127.0.0.1:{NodePeers.FreePort()}");
        await using var bot = BotProcess.Start(
            address, folder.Path, "--Playground:Enabled=false", "--MicrosoftAppId=" + SignedRequest.AppId, "--MicrosoftAppType=SingleTenant",
            "--MicrosoftAppTenantId=" + ExampleSnapshot.Tenant, "--MicrosoftAppPassword=not-a-secret", "--ToBotFromChannelOpenIdMetadataUrl=" + issuer.Metadata);
        await bot.PrintsAsync("Now listening on", cancellation);

        var forged = Says("Ja", "1", connector.Url);
        forged.UseKey(IssuerKey.Weak);
        Assert.Equal(401, await PostAsync(address, forged));
        Assert.Equal(403, await PostAsync(address, Elsewhere(Says("Ja", "2", connector.Url))));
        Assert.Equal(200, await PostAsync(address, Says("Ja", "3", connector.Url)));
        Assert.Equal(200, await PostAsync(address, Says("Ja", "3", connector.Url)));

        var said = Assert.Single(connector.Messages["a:amina"]);
        Assert.Contains("Abstimmung", said.Text, StringComparison.Ordinal);
        Assert.Single(connector.Messages);
        Assert.DoesNotContain("not-a-secret", bot.Printed, StringComparison.Ordinal);
    }

    private static SignedRequest Says(string text, string id, string serviceUrl)
    {
        var request = new SignedRequest(TimeProvider.System.GetUtcNow());
        request.Payload["serviceurl"] = serviceUrl;
        request.Activity["serviceUrl"] = serviceUrl;
        request.Activity["id"] = id;
        request.Activity["text"] = text;
        request.Activity["from"]!["id"] = Amina.TeamsId;
        request.Activity["from"]!["aadObjectId"] = Amina.AadObjectId;
        request.Activity["conversation"]!["id"] = "a:amina";
        request.Activity["conversation"]!["tenantId"] = ExampleSnapshot.Tenant;
        request.Activity["channelData"]!["tenant"]!["id"] = ExampleSnapshot.Tenant;
        return request;
    }

    private static SignedRequest Elsewhere(SignedRequest request)
    {
        request.Activity["channelData"]!["tenant"]!["id"] = SignedRequest.SecondTenant;
        request.Activity["conversation"]!["tenantId"] = SignedRequest.SecondTenant;
        return request;
    }

    private static async Task<int> PostAsync(Uri address, SignedRequest request) =>
        (await RawExchange.PostAsync(address, ["Bearer " + request.Token], request.Activity.ToJsonString(), TestContext.Current.CancellationToken)).Status;
}
