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
        using var client = Client();

        Assert.Equal("1790", await client.SendToConversationAsync(server.Url + suffix, Thread, MessageActivity.Text("Grüße 😀"), Token));

        Assert.Equal("POST", server.Single.Method);
        Assert.Equal($"{suffix.TrimEnd('/')}/v3/conversations/{EscapedThread}/activities", server.Single.Target);
        Assert.Equal("application/json; charset=utf-8", server.Single.Headers["Content-Type"]);
        Assert.False(server.Single.Headers.ContainsKey("Authorization"));
        SampleFiles.AssertSame("""{"type":"message","text":"Grüße 😀","textFormat":"plain"}""", server.Single.Body);
    }

    [Fact]
    public async Task SendToConversationAsync_WithToken_SendsItAsBearer()
    {
        await using var server = await LoopbackServer.StartAsync(200, """{"id":"1"}""");
        using var client = Client(new FixedToken());

        await client.SendToConversationAsync(server.Url, "a:1", MessageActivity.Text("x"), Token);

        Assert.Equal("Bearer secret", server.Single.Headers["Authorization"]);
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
        using var client = Client();

        Assert.Null(await client.SendToConversationAsync(server.Url, "a:1", MessageActivity.Text("x"), Token));
    }

    [Fact]
    public async Task SendToConversationAsync_StoredReference_SpeaksAsTheBotWhereItWas()
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"1"}""");
        using var client = Client();
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
        using var client = Client();

        await Assert.ThrowsAsync<ArgumentException>(
            () => client.SendToConversationAsync(ConversationReference.FromJson(json), MessageActivity.Text("x"), Token));
    }

    [Fact]
    public async Task UpdateActivityAsync_Card_PutsTheWholeActivity()
    {
        await using var server = await LoopbackServer.StartAsync(200, """{"id":"1790"}""");
        using var client = Client();

        await client.UpdateActivityAsync(server.Url, "a:1", "17/90", MessageActivity.Card(new AdaptiveCard(), "s"), Token);

        Assert.Equal("PUT", server.Single.Method);
        Assert.Equal("/v3/conversations/a%3A1/activities/17%2F90", server.Single.Target);
        Assert.Contains(new AdaptiveCard().ToJson(), server.Single.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteActivityAsync_Message_SendsNoBody()
    {
        await using var server = await LoopbackServer.StartAsync(202);
        using var client = Client();

        await client.DeleteActivityAsync(server.Url, "a:1", "1790", Token);

        Assert.Equal(("DELETE", "/v3/conversations/a%3A1/activities/1790", ""), (server.Single.Method, server.Single.Target, server.Single.Body));
    }

    [Fact]
    public async Task CreateConversationAsync_Personal_NamesMemberAndTenant()
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"a:1"}""");
        using var client = Client();

        var made = await client.CreateConversationAsync(server.Url, ConversationParameters.Personal("29:ada", "t"), Token);

        Assert.Equal(("a:1", null), (made.Id, made.ActivityId));
        Assert.Equal(("POST", "/v3/conversations"), (server.Single.Method, server.Single.Target));
        Assert.Equal("""{"isGroup":false,"members":[{"id":"29:ada"}],"tenantId":"t","channelData":{"tenant":{"id":"t"}}}""", server.Single.Body);
    }

    [Fact]
    public async Task CreateConversationAsync_Thread_NamesChannelAndFirstMessage()
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"19:x@thread.tacv2;messageid=5","activityId":"5"}""");
        using var client = Client();

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
        using var client = Client();

        var page = await client.GetPagedMembersAsync(server.Url, "19:x@thread.v2", 50, "a b&c=d", Token);

        Assert.Equal(("GET", "/v3/conversations/19%3Ax%40thread.v2/pagedmembers?pageSize=50&continuationToken=a%20b%26c%3Dd"), (server.Single.Method, server.Single.Target));
        Assert.Equal("n", page.ContinuationToken);
        Assert.Equal("29:ada", Assert.Single(page.Members).Id);
    }

    [Fact]
    public async Task GetPagedMembersAsync_FirstPage_SendsNoToken()
    {
        await using var server = await LoopbackServer.StartAsync(200, """{"members":[]}""");
        using var client = Client();

        var page = await client.GetPagedMembersAsync(server.Url, "a:1", 500, null, Token);

        Assert.Equal("/v3/conversations/a%3A1/pagedmembers?pageSize=500", server.Single.Target);
        Assert.Null(page.ContinuationToken);
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
        using var client = Client();

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
        using var client = Client();

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => client.DeleteActivityAsync(server.Url, "a:1", "1", Token));

        Assert.Equal(seconds, thrown.RetryAfter?.TotalSeconds);
        Assert.Null(thrown.Code);
    }

    [Fact]
    public async Task AnyCall_Redirect_IsNotFollowed()
    {
        await using var other = await LoopbackServer.StartAsync(200, """{"id":"1"}""");
        await using var server = await LoopbackServer.StartAsync(response =>
        {
            response.StatusCode = 307;
            response.Headers.Location = other.Url;
            return Task.CompletedTask;
        });
        using var client = Client(new FixedToken());

        var thrown = await Assert.ThrowsAsync<ConnectorException>(
            () => client.SendToConversationAsync(server.Url, "a:1", MessageActivity.Text("x"), Token));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, thrown.Status);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task AnyCall_ForeignServiceUrl_SendsNothing()
    {
        await using var server = await LoopbackServer.StartAsync(200);
        using var client = new ConnectorClient(TestServiceUrls.In(Environments.Production), new FixedToken(), new TestTime(Now));
        var parameters = ConversationParameters.Personal("29:a", "t");

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendToConversationAsync(server.Url, "a:1", MessageActivity.Text("x"), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateActivityAsync(server.Url, "a:1", "1", MessageActivity.Text("x"), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.DeleteActivityAsync(server.Url, "a:1", "1", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.CreateConversationAsync(server.Url, parameters, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetPagedMembersAsync(server.Url, "a:1", 50, null, Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task AnyCall_IdThatClimbsOutOfThePath_IsRefused(string id)
    {
        using var client = Client();

        await Assert.ThrowsAsync<ArgumentException>(() => client.DeleteActivityAsync("http://localhost:1", "a:1", id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.DeleteActivityAsync("http://localhost:1", id, "1", Token));
    }

    private static ConnectorClient Client(IConnectorToken? token = null) =>
        new(TestServiceUrls.In(Environments.Development), token ?? new AnonymousToken(), new TestTime(Now));

    private sealed class FixedToken : IConnectorToken
    {
        public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>("secret");
    }
}
