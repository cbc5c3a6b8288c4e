using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Platform.Activities.Authentication;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>The life of the channel's keys: when they are read, and what happens when they cannot be.</summary>
public sealed class ChannelKeysTests
{
    private static readonly Duration Pause = Duration.FromMinutes(5);
    private static readonly Duration PauseWithoutKeys = Duration.FromSeconds(10);
    private static readonly Duration Second = Duration.FromSeconds(1);

    [Fact]
    public async Task Start_WithAppId_ReadsTheKeysBeforeAnybodyAsks()
    {
        await using var bot = await SignedBot.StartAsync();

        await bot.Host.Log.WaitForAsync("Read 4 keys", TestContext.Current.CancellationToken);

        Assert.Equal(1, bot.Issuer.Readings);
    }

    [Fact]
    public async Task Start_WithoutAppId_ReadsNothing()
    {
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main);
        await using var host = await ActivityHost.StartAsync(
            (_, _) => Task.CompletedTask, settings: new() { ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.Metadata });

        using var response = await host.PostAsync(TestActivities.Message("x", "http://localhost:1"));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(0, issuer.Readings);
    }

    [Fact]
    public async Task Start_SlowMetadata_DoesNotHoldUpTheStartNorStrangers()
    {
        var gate = new TaskCompletionSource();
        await using var bot = await SignedBot.StartAsync(issuer => issuer.Gate = gate.Task);
        var good = bot.PostAsync(bot.Good);
        var stranger = bot.Good;
        stranger.Payload["iss"] = "https://evil.example";

        Assert.Equal(401, await bot.PostAsync(stranger));
        Assert.False(good.IsCompleted);
        gate.SetResult();
        Assert.Equal(200, await good);
    }

    [Fact]
    public async Task Find_ManyFirstRequestsAtOnce_ReadOnceHoweverLongItTakes()
    {
        var gate = new TaskCompletionSource();
        await using var bot = await SignedBot.StartAsync(issuer => issuer.Gate = gate.Task);
        await bot.Issuer.AskedAsync(1, TestContext.Current.CancellationToken);
        bot.Time.Now += PauseWithoutKeys;

        var all = Enumerable.Range(0, 50).Select(_ => bot.PostAsync(bot.Good)).ToList();
        var stranger = bot.Good;
        stranger.Payload["iss"] = "https://evil.example";
        Assert.Equal(401, await bot.PostAsync(stranger));
        gate.SetResult();

        Assert.All(await Task.WhenAll(all), status => Assert.Equal(200, status));
        Assert.Equal(1, bot.Issuer.Readings);
    }

    [Fact]
    public async Task Find_AfterRotation_TakesTheNewKeyAndNoLongerTheOld()
    {
        await using var bot = await SignedBot.StartAsync();
        Assert.Equal(200, await bot.PostAsync(bot.Good));

        bot.Issuer.Keys = [IssuerKey.Next.Public()];
        Assert.Equal(200, await bot.PostAsync(By(bot, IssuerKey.Next)));

        Assert.Equal(401, await bot.PostAsync(bot.Good));
        Assert.Equal(2, bot.Issuer.Readings);
    }

    [Fact]
    public async Task Find_StormOfUnknownKeys_ReadsOnceInFiveMinutes()
    {
        await using var bot = await SignedBot.StartAsync();
        await StormAsync(bot, 200);
        Assert.Equal(2, bot.Issuer.Readings);

        bot.Time.Now += Pause - Second;
        await StormAsync(bot, 50);
        Assert.Equal(2, bot.Issuer.Readings);

        bot.Time.Now += Second;
        await StormAsync(bot, 50);
        Assert.Equal(3, bot.Issuer.Readings);
        Assert.Equal(200, await bot.PostAsync(bot.Good));
    }

    [Fact]
    public async Task Find_UnknownKeyWhileMetadataIsSlow_DoesNotHoldUpKnownKeys()
    {
        await using var bot = await SignedBot.StartAsync();
        Assert.Equal(200, await bot.PostAsync(bot.Good));
        var gate = new TaskCompletionSource();
        bot.Issuer.Gate = gate.Task;
        var unknown = bot.PostAsync(By(bot, IssuerKey.Next));
        await bot.Issuer.AskedAsync(2, TestContext.Current.CancellationToken);

        Assert.Equal(200, await bot.PostAsync(bot.Good));

        Assert.False(unknown.IsCompleted);
        gate.SetResult();
        Assert.Equal(401, await unknown);
    }

    [Fact]
    public async Task Find_ADayLater_ReadsAnewBeforeAnOldKeyIsUsed()
    {
        await using var bot = await SignedBot.StartAsync();
        Assert.Equal(200, await bot.PostAsync(bot.Good));
        bot.Issuer.Keys = [IssuerKey.Next.Public()];

        bot.Time.Now += Duration.FromDays(1) - Second;
        Assert.Equal(200, await bot.PostAsync(bot.Good));
        Assert.Equal(1, bot.Issuer.Readings);

        bot.Time.Now += Second;
        Assert.Equal(401, await bot.PostAsync(bot.Good));
        Assert.Equal(200, await bot.PostAsync(By(bot, IssuerKey.Next)));
    }

    [Fact]
    public async Task Find_WhenTheDailyReadingFails_KeepsTheLastGoodKeysAndTriesEveryFiveMinutes()
    {
        await using var bot = await SignedBot.StartAsync();
        Assert.Equal(200, await bot.PostAsync(bot.Good));
        bot.Issuer.BeDown();
        bot.Time.Now += Duration.FromDays(3);

        Assert.Equal(200, await bot.PostAsync(bot.Good));
        Assert.Equal(200, await bot.PostAsync(bot.Good));
        Assert.Equal(2, bot.Issuer.Readings);
        Assert.Contains("earlier ones at hand: True", bot.Host.Log.Everything, StringComparison.Ordinal);

        bot.Time.Now += Pause;
        bot.Issuer.BeUp();
        bot.Issuer.Keys = [IssuerKey.Next.Public()];
        Assert.Equal(200, await bot.PostAsync(By(bot, IssuerKey.Next)));
        Assert.Equal(3, bot.Issuer.Readings);
    }

    [Fact]
    public async Task Find_WithoutAnyKeys_Is503AndRecoversByItself()
    {
        await using var bot = await SignedBot.StartAsync(issuer => issuer.BeDown());
        await bot.Host.Log.WaitForAsync("could not be read", TestContext.Current.CancellationToken);

        Assert.Equal(503, await bot.PostAsync(bot.Good));
        bot.Time.Now += PauseWithoutKeys - Second;
        Assert.Equal(503, await bot.PostAsync(bot.Good));
        Assert.Equal(1, bot.Issuer.Readings);
        Assert.Contains("NoKeys", bot.Host.Log.Everything, StringComparison.Ordinal);

        bot.Issuer.BeUp();
        bot.Time.Now += Second;
        Assert.Equal(200, await bot.PostAsync(bot.Good));
        Assert.Single(bot.Turns);
    }

    [Fact]
    public async Task Find_NobodyListens_Is503()
    {
        await using var bot = await SignedBot.StartAsync(settings: ("ToBotFromChannelOpenIdMetadataUrl", "http://127.0.0.1:1/metadata"));

        Assert.Equal(503, await bot.PostAsync(bot.Good));
    }

    public static TheoryData<string> BadDocuments =>
    [
        "", "null", "[]", "5", "{", "{}", """{"keys":null}""", """{"keys":{}}""", """{"keys":[]}""", """{"keys":[null,5,"x",[],{}]}""",
        """{"keys":[{"kty":"RSA","kid":"main"}]}""", """{"keys":[{"kty":"RSA","kid":"main","n":"","e":"AQAB"}]}""",
        """{"keys":[{"kty":"RSA","kid":"main","n":"!!","e":"AQAB"}]}""", """{"keys":[{"kty":"RSA","kid":"main","n":5,"e":"AQAB"}]}""",
        """{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}""", """{"keys":[{"kty":"oct","kid":"main","k":"c2VjcmV0"}]}""", "<html>Sorry</html>",
    ];

    [Theory]
    [MemberData(nameof(BadDocuments))]
    public async Task Read_KeysThatMakeNoSense_KeepsTheLastGoodOnes(string document)
    {
        await using var bot = await SignedBot.StartAsync();
        Assert.Equal(200, await bot.PostAsync(bot.Good));
        bot.Issuer.Document = context => context.Response.WriteAsync(document);
        bot.Time.Now += Duration.FromDays(1);

        Assert.Equal(200, await bot.PostAsync(bot.Good));
        Assert.Contains("could not be read", bot.Host.Log.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://192.0.2.1/keys")]
    [InlineData("http://keys.example/keys")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/keys")]
    [InlineData("")]
    public async Task Read_KeysAtAForbiddenAddress_AreNotFetched(string address)
    {
        await using var bot = await SignedBot.StartAsync(issuer => issuer.Description = context =>
            context.Response.WriteAsync(new JsonObject { ["jwks_uri"] = address }.ToJsonString()));

        Assert.Equal(503, await bot.PostAsync(bot.Good));
        Assert.Matches("may not be fetched|names no address", bot.Host.Log.Everything);
    }

    [Fact]
    public async Task Read_ARedirect_IsNotFollowed()
    {
        await using var elsewhere = await LocalIssuer.StartAsync(IssuerKey.Main);
        await using var bot = await SignedBot.StartAsync(issuer => issuer.Description = context =>
        {
            context.Response.Redirect(elsewhere.Metadata);
            return Task.CompletedTask;
        });

        Assert.Equal(503, await bot.PostAsync(bot.Good));
        Assert.Equal(0, elsewhere.Readings);
    }

    [Theory]
    [InlineData(KeyDocuments.LongestDocument, 200)]
    [InlineData(KeyDocuments.LongestDocument + 1, 503)]
    public async Task Read_ADocumentAroundTheLimit_IsTakenOrNot(int bytes, int status)
    {
        await using var bot = await SignedBot.StartAsync(issuer => issuer.Document = async context =>
        {
            var keys = Encoding.UTF8.GetBytes(new JsonObject { ["keys"] = new JsonArray(IssuerKey.Main.Public()) }.ToJsonString());
            var document = new byte[bytes];
            Array.Fill(document, (byte)' ');
            keys.CopyTo(document, 0);
            await context.Response.Body.WriteAsync(document);
        });

        Assert.Equal(status, await bot.PostAsync(bot.Good));
    }

    [Fact]
    public async Task Read_SomeKeysMakeNoSense_TheOthersCount()
    {
        await using var bot = await SignedBot.StartAsync(issuer =>
            issuer.Keys = [new JsonObject(), new JsonObject { ["kty"] = "RSA", ["kid"] = "broken", ["n"] = "!", ["e"] = "AQAB" }, .. issuer.Keys]);

        Assert.Equal(200, await bot.PostAsync(bot.Good));
    }

    private static SignedRequest By(SignedBot bot, IssuerKey key)
    {
        var request = bot.Good;
        request.UseKey(key);
        return request;
    }

    private static async Task StormAsync(SignedBot bot, int requests)
    {
        var storm = Enumerable.Range(0, requests).Select(number =>
        {
            var request = By(bot, IssuerKey.Attacker);
            request.Header["kid"] = $"made-up-{number}";
            return bot.PostAsync(request);
        });
        Assert.All(await Task.WhenAll(storm), status => Assert.Equal(401, status));
    }
}
