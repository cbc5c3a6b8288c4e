using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Cards;
using Bot.Tests.Samples;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>Every request against the published Connector contract, version 3.</summary>
public class ConnectorClientTests
{
    private const string Thread = "19:beirat@thread.tacv2;messageid=1481567603816";
    private const string EscapedThread = "19%3Abeirat%40thread.tacv2%3Bmessageid%3D1481567603816";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/_connector")]
    [InlineData("/_connector/")]
    public async Task SendToConversationAsync_ServiceUrl_IsFollowedByTheEscapedPath(string suffix)
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"1790"}""");
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        Assert.Equal("1790", await client.SendToConversationAsync(server.Url + suffix, Thread, MessageActivity.Text("Grüße 😀"), Token));

        Assert.Equal("POST", server.Single.Method);
        Assert.Equal($"{suffix.TrimEnd('/')}/v3/conversations/{EscapedThread}/activities", server.Single.Target);
        Assert.Equal("application/json; charset=utf-8", server.Single.Headers["Content-Type"]);
        Assert.False(server.Single.Headers.ContainsKey("Authorization"));
        SampleFiles.AssertSame("""{"type":"message","text":"Grüße 😀","textFormat":"plain"}""", server.Single.Body);
    }

    [Theory]
    [InlineData(202, null)]
    [InlineData(202, "{}")]
    [InlineData(202, """{"id":""}""")]
    [InlineData(200, "no json")]
    [InlineData(200, "null")]
    public async Task SendToConversationAsync_TakenWithoutId_GivesNull(int status, string? body)
    {
        await using var server = await LoopbackServer.StartAsync(status, body);
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        Assert.Null(await client.SendToConversationAsync(server.Url, "a:1", MessageActivity.Text("x"), Token));
    }

    [Fact]
    public async Task SendToConversationAsync_StoredReference_SpeaksAsTheBotWhereItWas()
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"1"}""");
        using var wire = Wire();
        var client = new ConnectorClient(wire);
        var reference = ConversationReference.FromJson(
            $$"""{"user":{"id":"29:ada"},"bot":{"id":"28:bot"},"conversation":{"id":"a:1"},"channelId":"msteams","serviceUrl":"{{server.Url}}","activityId":"9"}""");

        Assert.Equal("1", await client.SendToConversationAsync(reference, MessageActivity.Text("Morgen ist Sitzung"), Token));

        Assert.Equal("/v3/conversations/a%3A1/activities", server.Single.Target);
        Assert.Equal(
            """{"type":"message","channelId":"msteams","from":{"id":"28:bot"},"conversation":{"id":"a:1"},"text":"Morgen ist Sitzung","textFormat":"plain"}""",
            server.Single.Body);
    }

    [Theory]
    [InlineData("""{"conversation":{"id":"a:1"}}""")]
    [InlineData("""{"serviceUrl":"http://localhost:1"}""")]
    public async Task SendToConversationAsync_ReferenceWithoutPlace_IsRefused(string json)
    {
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        await Assert.ThrowsAsync<ArgumentException>(
            () => client.SendToConversationAsync(ConversationReference.FromJson(json), MessageActivity.Text("x"), Token));
    }

    [Fact]
    public async Task UpdateActivityAsync_Card_PutsTheWholeActivity()
    {
        await using var server = await LoopbackServer.StartAsync(200, """{"id":"1790"}""");
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        await client.UpdateActivityAsync(server.Url, "a:1", "17/90", MessageActivity.Card(new AdaptiveCard(), "s"), Token);

        Assert.Equal("PUT", server.Single.Method);
        Assert.Equal("/v3/conversations/a%3A1/activities/17%2F90", server.Single.Target);
        Assert.Contains(new AdaptiveCard().ToJson(), server.Single.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteActivityAsync_Message_SendsNoBody()
    {
        await using var server = await LoopbackServer.StartAsync(202);
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        await client.DeleteActivityAsync(server.Url, "a:1", "1790", Token);

        Assert.Equal(("DELETE", "/v3/conversations/a%3A1/activities/1790", ""), (server.Single.Method, server.Single.Target, server.Single.Body));
    }

    [Fact]
    public async Task CreateConversationAsync_Personal_NamesMemberAndTenant()
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"a:1"}""");
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        var made = await client.CreateConversationAsync(server.Url, ConversationParameters.Personal("29:ada", "t"), Token);

        Assert.Equal(("a:1", null), (made.Id, made.ActivityId));
        Assert.Equal(("POST", "/v3/conversations"), (server.Single.Method, server.Single.Target));
        Assert.Equal("""{"isGroup":false,"members":[{"id":"29:ada"}],"tenantId":"t","channelData":{"tenant":{"id":"t"}}}""", server.Single.Body);
    }

    [Fact]
    public async Task CreateConversationAsync_Thread_NamesChannelAndFirstMessage()
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"19:x@thread.tacv2;messageid=5","activityId":"5"}""");
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        var made = await client.CreateConversationAsync(
            server.Url, ConversationParameters.Thread("19:x@thread.tacv2", "t", MessageActivity.Text("x")), Token);

        Assert.Equal(("19:x@thread.tacv2;messageid=5", "5"), (made.Id, made.ActivityId));
        Assert.Equal(
            """{"isGroup":true,"tenantId":"t","activity":{"type":"message","text":"x","textFormat":"plain"},"channelData":{"channel":{"id":"19:x@thread.tacv2"}}}""",
            server.Single.Body);
    }

    [Fact]
    public async Task GetPagedMembersAsync_SecondPage_SendsTheEscapedToken()
    {
        await using var server = await LoopbackServer.StartAsync(
            200, """{"continuationToken":"n","members":[{"id":"29:ada","aadObjectId":"o","userPrincipalName":"u","userRole":"guest"}]}""");
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        var page = await client.GetPagedMembersAsync(server.Url, "19:x@thread.v2", 50, "a b&c=d", Token);

        Assert.Equal(("GET", "/v3/conversations/19%3Ax%40thread.v2/pagedmembers?pageSize=50&continuationToken=a%20b%26c%3Dd"), (server.Single.Method, server.Single.Target));
        Assert.Equal("n", page.ContinuationToken);
        Assert.Equal("29:ada", Assert.Single(page.Members).Id);
    }

    [Fact]
    public async Task GetPagedMembersAsync_FirstPage_SendsNoToken()
    {
        await using var server = await LoopbackServer.StartAsync(200, """{"members":[]}""");
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        var page = await client.GetPagedMembersAsync(server.Url, "a:1", 500, null, Token);

        Assert.Equal("/v3/conversations/a%3A1/pagedmembers?pageSize=500", server.Single.Target);
        Assert.Null(page.ContinuationToken);
    }

    [Fact]
    public async Task GetMemberAsync_ByObjectId_GivesTheTeamsId()
    {
        await using var server = await LoopbackServer.StartAsync(200, """{"id":"29:ada","aadObjectId":"o/1","userRole":"user"}""");
        using var wire = Wire();

        var member = await new ConnectorClient(wire).GetMemberAsync(server.Url, Thread, "o/1", Token);

        Assert.Equal(("GET", $"/v3/conversations/{EscapedThread}/members/o%2F1"), (server.Single.Method, server.Single.Target));
        Assert.Equal("29:ada", member?.Id);
    }

    [Theory]
    [InlineData("""{"error":{"code":"MemberNotFoundInConversation"}}""")]
    [InlineData("""{"error":{"code":"ConversationNotFound"}}""")]
    [InlineData(null)]
    public async Task GetMemberAsync_Unknown_GivesNull(string? body)
    {
        await using var server = await LoopbackServer.StartAsync(404, body);
        using var wire = Wire();

        Assert.Null(await new ConnectorClient(wire).GetMemberAsync(server.Url, "a:1", "29:ada", Token));
    }

    [Theory]
    [InlineData(200, "no json")]
    [InlineData(200, null)]
    public async Task GetMemberAsync_AnswerThatSaysNothing_IsNoAnswer(int status, string? body)
    {
        await using var server = await LoopbackServer.StartAsync(status, body);
        using var wire = Wire();

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => new ConnectorClient(wire).GetMemberAsync(server.Url, "a:1", "29:ada", Token));
        Assert.Equal(ConnectorOutcome.InDoubt, thrown.Outcome);
    }

    [Fact]
    public async Task AnyCall_OfficialError_BecomesAnException()
    {
        await using var server = await LoopbackServer.StartAsync(async response =>
        {
            response.StatusCode = 403;
            response.Headers["MS-CV"] = "abc.1";
            await response.WriteAsync("""{"error":{"code":"ConversationBlockedByUser","message":"Ada Förster blocked the bot"}}""");
        });
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => client.DeleteActivityAsync(server.Url, "a:1", "1", Token));

        Assert.Equal((HttpStatusCode.Forbidden, "ConversationBlockedByUser", null, "abc.1"), (thrown.Status, thrown.Code, thrown.RetryAfter, thrown.MsCv));
        Assert.DoesNotContain("Ada", thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Tue, 24 Nov 2026 12:00:30 GMT", 30)]
    [InlineData("Tue, 24 Nov 2026 11:00:00 GMT", 0)]
    [InlineData(null, null)]
    public async Task AnyCall_Throttled_TellsHowLongToWait(string? header, int? seconds)
    {
        await using var server = await LoopbackServer.StartAsync(response =>
        {
            response.StatusCode = 429;
            response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => client.DeleteActivityAsync(server.Url, "a:1", "1", Token));

        Assert.Equal(seconds, thrown.RetryAfter?.TotalSeconds);
        Assert.Null(thrown.Code);
    }

    [Fact]
    public async Task AnyCall_ForeignServiceUrl_SendsNothing()
    {
        await using var server = await LoopbackServer.StartAsync(200);
        using var wire = TestWire.In(Environments.Production, new TestToken());
        var client = new ConnectorClient(wire);
        var parameters = ConversationParameters.Personal("29:a", "t");

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendToConversationAsync(server.Url, "a:1", MessageActivity.Text("x"), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateActivityAsync(server.Url, "a:1", "1", MessageActivity.Text("x"), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.DeleteActivityAsync(server.Url, "a:1", "1", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.CreateConversationAsync(server.Url, parameters, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetPagedMembersAsync(server.Url, "a:1", 50, null, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetMemberAsync(server.Url, "a:1", "29:a", Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task AnyCall_IdThatClimbsOutOfThePath_IsRefused(string id)
    {
        using var wire = Wire();
        var client = new ConnectorClient(wire);

        await Assert.ThrowsAsync<ArgumentException>(() => client.DeleteActivityAsync("http://localhost:1", "a:1", id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.DeleteActivityAsync("http://localhost:1", id, "1", Token));
    }

    private static ConnectorWire Wire() => TestWire.In(Environments.Development, new AnonymousToken(), new TestTime(Now));
}
