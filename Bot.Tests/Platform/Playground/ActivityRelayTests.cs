using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Platform.Playground;

public sealed class ActivityRelayTests : IAsyncLifetime
{
    private const string Group = "19:gruppe@thread.v2";
    private RelayHarness relay = null!;

    public async ValueTask InitializeAsync() => relay = await RelayHarness.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => relay.DisposeAsync();

    [Fact]
    public async Task Message_FromAWindow_ArrivesWithTheRelaysAddressAndTheBotAsRecipient()
    {
        var (status, _) = await relay.HearsAsync(
            "29:ada", $$$"""{"type":"message","text":"x","serviceUrl":"http://elsewhere/","recipient":{"id":"?"},"unknown":1,"conversation":{"id":"{{{Group}}}"}}""");
        var heard = Assert.Single(relay.Bot.Heard);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(new Uri(relay.Bot.Address, "playground/_connector").AbsoluteUri, heard["serviceUrl"]!.ToString());
        Assert.Equal("28:22222222-2222-2222-2222-222222222222", heard["recipient"]!["id"]!.ToString());
        Assert.Equal("1", heard["unknown"]!.ToString());
        Assert.Equal(Group, heard["conversation"]!["id"]!.ToString());
    }

    [Fact]
    public async Task Press_InOneWindow_NamesTheMessageTheBotKnows_AndBringsItsAnswerBack()
    {
        var id = await relay.SaysAsync(Group, "Karte");
        var (status, body) = await relay.HearsAsync("29:ada", Press("200001"));
        Assert.Equal(id, relay.Bot.Heard.Last()["replyToId"]!.ToString());
        Assert.Equal((HttpStatusCode.OK, "200"), (status, body!["statusCode"]!.ToString()));
        Assert.Equal($"v3/conversations/{Group}/activities/300001", relay.Ben.Calls.Last().Path);
    }

    [Fact]
    public async Task Press_OnAMessageWithoutKnownId_CanStillBeUpdatedInThatWindow()
    {
        var (status, _) = await relay.HearsAsync("29:ada", Press("777"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"v3/conversations/{Group}/activities/777", relay.Ada.Calls.Last().Path);
        Assert.Empty(relay.Ben.Calls);
    }

    [Fact]
    public async Task FreshPage_IsToldEverythingAgain_OnceForBothSigns()
    {
        var first = await relay.SaysAsync(Group, "eins");
        await relay.SaysAsync("a:personal-ada", "zwei");
        await relay.CallAsync(HttpMethod.Put, $"conversations/{Group}/activities/{first}", RelayHarness.Message("eins, geändert"));
        relay.Ada.Calls.Clear();

        await relay.HearsAsync("29:ada", Opens("conversationUpdate"));
        await relay.HearsAsync("29:ada", Opens("installationUpdate"));
        Assert.Equal(["eins, geändert", "zwei"], relay.Ada.Calls.Select(call => call.Body["text"]!.ToString()));
        Assert.Empty(relay.Katrin.PostedTo("a:personal-ada"));

        await relay.HearsAsync("29:ada", Press("200003"));
        Assert.Equal(first, relay.Bot.Heard.Last()["replyToId"]!.ToString());

        relay.Ada.Calls.Clear();
        await relay.HearsAsync("29:ada", Opens("installationUpdate"));
        await relay.HearsAsync("29:ada", Opens("conversationUpdate"));
        Assert.Equal(2, relay.Ada.Calls.Count);
    }

    [Fact]
    public async Task OpeningAnotherChat_TellsNothingAgain()
    {
        await relay.SaysAsync(Group, "eins");
        await relay.HearsAsync("29:ada", $$$"""{"type":"installationUpdate","action":"add","conversation":{"id":"{{{Group}}}"}}""");
        await relay.HearsAsync("29:ada", """{"type":"installationUpdate","action":"remove","conversation":{"id":"a:personal-ada"}}""");
        Assert.Single(relay.Ada.Calls);
    }

    [Fact]
    public async Task WindowThatWasDown_IsToldWhatTheOthersGot()
    {
        relay.WindowOf(TestWorld.Ada).Address = null;
        await relay.SaysAsync(Group, "verpasst");
        relay.WindowOf(TestWorld.Ada).Address = relay.Ada.Address;
        await relay.HearsAsync("29:ada", Opens("installationUpdate"));
        Assert.Equal("verpasst", Assert.Single(relay.Ada.PostedTo(Group))["text"]!.ToString());
    }

    [Theory]
    [InlineData("29:cora", "{}", HttpStatusCode.NotFound)]
    [InlineData("29:ada", "{", HttpStatusCode.BadRequest)]
    [InlineData("29:ada", "[]", HttpStatusCode.BadRequest)]
    public async Task BadCall_IsRefusedBeforeTheBot(string person, string activity, HttpStatusCode expected)
    {
        Assert.Equal(expected, (await relay.HearsAsync(person, activity)).Status);
        Assert.Empty(relay.Bot.Heard);
    }

    [Fact]
    public async Task CallFromAWebPage_IsRefused()
    {
        const string path = "playground/29%3Aada/messages";
        Assert.Equal(HttpStatusCode.Forbidden, (await relay.SendAsync(HttpMethod.Post, path, "{}", host: "evil.example")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await relay.SendAsync(HttpMethod.Post, path, "{}", "text/plain")).Status);
        Assert.Empty(relay.Bot.Heard);
    }

    private static string Opens(string sign) => $$$"""{"type":"{{{sign}}}","conversation":{"id":"a:personal-ada"}}""";

    private static string Press(string replyToId) =>
        $$$"""{"type":"invoke","from":{"name":"Ada"},"replyToId":"{{{replyToId}}}","conversation":{"id":"{{{Group}}}"},"value":{"action":{"data":{} } } }""";
}
