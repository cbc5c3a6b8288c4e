using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Platform.Playground;

public sealed class ConnectorRelayTests : IAsyncLifetime
{
    private const string Group = "19:gruppe@thread.v2";
    private const string General = "19:team@thread.tacv2";
    private RelayHarness relay = null!;

    public async ValueTask InitializeAsync() => relay = await RelayHarness.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => relay.DisposeAsync();

    [Fact]
    public async Task Send_ToPersonalChat_ReachesOnlyItsOwner()
    {
        await relay.SaysAsync("a:personal-ada", "nur für Ada");
        Assert.Equal("nur für Ada", Assert.Single(relay.Ada.PostedTo("a:personal-ada"))["text"]!.ToString());
        Assert.Empty(relay.Katrin.Calls);
        Assert.Empty(relay.Ben.Calls);
    }

    [Fact]
    public async Task Update_InGroupChat_UsesEachWindowsOwnId()
    {
        await relay.SaysAsync("a:personal-ada", "verschiebt Adas Zählung");
        var id = await relay.SaysAsync(Group, "für alle");
        var (status, body) = await relay.CallAsync(HttpMethod.Put, $"conversations/{Group}/activities/{id}", RelayHarness.Message("geändert"));
        Assert.Equal((HttpStatusCode.OK, id), (status, body!["id"]!.ToString()));
        Assert.Equal($"v3/conversations/{Group}/activities/100001", relay.Katrin.Calls.Last().Path);
        Assert.Equal($"v3/conversations/{Group}/activities/200002", relay.Ada.Calls.Last().Path);
        Assert.Equal($"v3/conversations/{Group}/activities/300001", relay.Ben.Calls.Last().Path);
        Assert.Equal("geändert", relay.Ben.Calls.Last().Body["text"]!.ToString());
    }

    [Fact]
    public async Task Send_OneWindowDown_ReachesTheOthers()
    {
        relay.WindowOf(TestWorld.Katrin).Address = null;
        relay.WindowOf(TestWorld.Ada).Address = new Uri("http://127.0.0.1:1/");
        var id = await relay.SaysAsync(Group, "wer noch da ist");
        Assert.NotEmpty(id);
        Assert.Single(relay.Ben.PostedTo(Group));
    }

    [Fact]
    public async Task Send_EveryWindowDown_IsBadGateway()
    {
        relay.WindowOf(TestWorld.Ada).Address = null;
        var (status, body) = await relay.CallAsync(HttpMethod.Post, "conversations/a:personal-ada/activities", RelayHarness.Message("?"));
        Assert.Equal((HttpStatusCode.BadGateway, "BadGateway"), (status, body!["error"]!["code"]!.ToString()));
        Assert.Empty(relay.WindowOf(TestWorld.Ada).Said);
    }

    [Fact]
    public async Task Send_RefusedByEveryWindow_GivesTheRefusal()
    {
        relay.Ada.Broken = HttpStatusCode.BadRequest;
        var (status, _) = await relay.CallAsync(HttpMethod.Post, "conversations/a:personal-ada/activities", RelayHarness.Message("?"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(relay.WindowOf(TestWorld.Ada).Said);
    }

    [Fact]
    public async Task Send_TextAndCard_IsAcceptedWithoutId()
    {
        const string both = """{"type":"message","text":"a","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]}""";
        var (status, body) = await relay.CallAsync(HttpMethod.Post, $"conversations/{Group}/activities", both);
        Assert.Equal((HttpStatusCode.Accepted, null), (status, body));
    }

    [Fact]
    public async Task Send_ToThreadOfOnePerson_ReachesOnlyTheirWindow()
    {
        var begun = (await relay.CallAsync(HttpMethod.Post, $"conversations/{General}/activities", RelayHarness.Message("Anfang"))).Body!["id"]!;
        relay.Katrin.Calls.Clear();
        var local = $"{General};messageid=100001";
        await relay.HearsAsync("29:katrin", $$$"""{"type":"message","text":"x","conversation":{"id":"{{{local}}}"}}""");
        var heard = relay.Bot.Heard.Last()["conversation"]!["id"]!.ToString();
        Assert.Equal($"{General};messageid={begun}", heard);
        Assert.Equal("Echo: x", Assert.Single(relay.Katrin.PostedTo(local))["text"]!.ToString());
        Assert.Single(relay.Ada.PostedTo($"{General};messageid=200001"));

        relay.Ben.Begins("999");
        await relay.HearsAsync("29:ben", $$$"""{"type":"installationUpdate","action":"remove","conversation":{"id":"{{{General}}};messageid=999"}}""");
        var own = relay.Bot.Heard.Last()["conversation"]!["id"]!.ToString();
        var (status, _) = await relay.CallAsync(HttpMethod.Post, $"conversations/{Uri.EscapeDataString(own)}/activities", RelayHarness.Message("an Ben"));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Single(relay.Ben.PostedTo($"{General};messageid=999"));
        Assert.Empty(relay.Ada.PostedTo($"{General};messageid=999"));
    }

    [Theory]
    [InlineData("a:personal-cora")]
    [InlineData("19:anderswo@thread.v2")]
    [InlineData("19:team@thread.tacv2;messageid=1")]
    public async Task Send_ToUnknownConversation_IsNotFound(string conversation)
    {
        var (status, body) = await relay.CallAsync(HttpMethod.Post, $"conversations/{Uri.EscapeDataString(conversation)}/activities", RelayHarness.Message("?"));
        Assert.Equal((HttpStatusCode.NotFound, "ConversationNotFound"), (status, body!["error"]!["code"]!.ToString()));
    }

    [Fact]
    public async Task Update_OfUnknownMessage_IsNotFound()
    {
        var (status, body) = await relay.CallAsync(HttpMethod.Put, $"conversations/{Group}/activities/1", RelayHarness.Message("?"));
        Assert.Equal((HttpStatusCode.NotFound, "ActivityNotFoundInConversation"), (status, body!["error"]!["code"]!.ToString()));
    }

    [Fact]
    public async Task Delete_AsInThePlayground_IsNotImplemented() =>
        Assert.Equal(HttpStatusCode.NotImplemented, (await relay.CallAsync(HttpMethod.Delete, $"conversations/{Group}/activities/1")).Status);

    [Theory]
    [InlineData("29:ada", HttpStatusCode.Created, "a:personal-ada")]
    [InlineData("00000000-0000-0000-0000-000000000002", HttpStatusCode.Created, "a:personal-ada")]
    [InlineData("29:cora", HttpStatusCode.Forbidden, "ForbiddenOperationException")]
    [InlineData("29:niemand", HttpStatusCode.Forbidden, "ForbiddenOperationException")]
    public async Task Create_ForOnePerson_NeedsTheirWindow(string member, HttpStatusCode expected, string says)
    {
        var (status, body) = await relay.CallAsync(
            HttpMethod.Post, "conversations", $$$"""{"isGroup":false,"tenantId":"t","members":[{"id":"{{{member}}}"}]}""");
        Assert.Equal((expected, says), (status, (body!["id"] ?? body["error"]!["code"])!.ToString()));
    }

    [Theory]
    [InlineData("""{"members":[{"id":"29:ada"}]}""")]
    [InlineData("""{"tenantId":"t","members":[{"id":"29:ada"},{"id":"29:ben"}]}""")]
    [InlineData("""{"tenantId":"t","members":[]}""")]
    [InlineData("""{"tenantId":"t","isGroup":true,"channelData":{"channel":{"id":"19:team@thread.tacv2"}}}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Create_WithWrongParameters_IsBadSyntax(string parameters)
    {
        var (status, body) = await relay.CallAsync(HttpMethod.Post, "conversations", parameters);
        Assert.Equal((HttpStatusCode.BadRequest, "BadSyntax"), (status, body!["error"]!["code"]!.ToString()));
    }

    [Fact]
    public async Task Create_ChannelThread_CanBeAnsweredInEveryWindow()
    {
        var (status, body) = await relay.CallAsync(
            HttpMethod.Post, "conversations",
            $$$"""{"isGroup":true,"tenantId":"t","channelData":{"channel":{"id":"{{{General}}}"}},"activity":{{{RelayHarness.Message("Neu")}}}}""");
        var (thread, root) = (body!["id"]!.ToString(), body["activityId"]!.ToString());
        Assert.Equal((HttpStatusCode.Created, $"{General};messageid={root}"), (status, thread));
        await relay.SaysAsync(thread, "Antwort");
        Assert.Single(relay.Ada.PostedTo($"{General};messageid=200001"));
        Assert.Single(relay.Ben.PostedTo($"{General};messageid=300001"));
    }

    [Theory]
    [InlineData($"conversations/{Group}/members/00000000-0000-0000-0000-000000000004", "29:cora")]
    [InlineData($"conversations/{General}/members/29:eva", "29:eva")]
    [InlineData("conversations/a:personal-ada/members/ada@example.org", "29:ada")]
    [InlineData("conversations/a:personal-ada/members/29:ben", null)]
    [InlineData("conversations/19:anderswo/members/29:ben", null)]
    public async Task Member_ByAnyName_OnlyWhereTheyAre(string path, string? id)
    {
        var (status, body) = await relay.CallAsync(HttpMethod.Get, path);
        Assert.Equal(id is null ? HttpStatusCode.NotFound : HttpStatusCode.OK, status);
        Assert.Equal(id, body!["id"]?.ToString());
    }

    [Fact]
    public async Task Members_OfGroupAndTeam_AreAllSix()
    {
        Assert.Equal(6, (await relay.CallAsync(HttpMethod.Get, $"conversations/{Group}/members")).Body!.AsArray().Count);
        var paged = (await relay.CallAsync(HttpMethod.Get, $"conversations/{General}/pagedmembers?pageSize=50")).Body!;
        Assert.Equal(6, paged["members"]!.AsArray().Count);
        Assert.Null(paged["continuationToken"]);
        Assert.Equal("Heide", paged["members"]![2]!["surname"]!.ToString());
        Assert.Equal("Probenetz: alle", (await relay.CallAsync(HttpMethod.Get, $"teams/{General}")).Body!["name"]!.ToString());
        Assert.Equal(2, (await relay.CallAsync(HttpMethod.Get, $"teams/{General}/conversations")).Body!["conversations"]!.AsArray().Count);
    }
}
