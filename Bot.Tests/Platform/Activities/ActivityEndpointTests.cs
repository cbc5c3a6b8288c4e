using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public class ActivityEndpointTests
{
    [Fact]
    public async Task Post_Message_ReachesTheBotAndIsAnswered200Empty()
    {
        string? heard = null;
        await using var host = await ActivityHost.StartAsync((turn, _) => Task.FromResult(heard = turn.Activity.Text));

        using var response = await host.PostAsync(Message("Grüße"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Equal("Grüße", heard);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task AnythingButPost_Is405(string method)
    {
        await using var host = await ActivityHost.StartAsync(Nothing);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");

        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("APPLICATION/JSON; Charset=\"UTF-8\"", 200)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("text/plain", 415)]
    [InlineData(null, 415)]
    public async Task Post_ContentType_OnlyJsonInUtf8(string? contentType, int status)
    {
        await using var host = await ActivityHost.StartAsync(Nothing);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Message("x")));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        using var response = await host.PostAsync(content);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Post_TextOf100Kilobytes_ReachesTheBotWhole()
    {
        var heard = 0;
        await using var host = await ActivityHost.StartAsync((turn, _) => Task.FromResult(heard = turn.Activity.Text!.Length));

        using var response = await host.PostAsync(Message(new string('x', 100 * 1024)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(100 * 1024, heard);
    }

    [Theory]
    [InlineData(256 * 1024, false, 200)]
    [InlineData((256 * 1024) + 1, false, 413)]
    [InlineData(256 * 1024, true, 200)]
    [InlineData((256 * 1024) + 1, true, 413)]
    [InlineData(4 * 1024 * 1024, true, 413)]
    public async Task Post_BodyAroundTheLimit_IsTakenOr413(int bytes, bool chunked, int status)
    {
        await using var host = await ActivityHost.StartAsync(Nothing);
        var body = Encoding.UTF8.GetBytes(Message(new string('x', bytes - Message("").Length)));
        Assert.Equal(bytes, body.Length);
        using HttpContent content = chunked ? new StreamContent(new UnknownLength(body)) : new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var response = await host.PostAsync(content);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"x"}{"type":"x"}""")]
    [InlineData("""{"type":"x"} x""")]
    [InlineData("""{"type":"x",}""")]
    [InlineData("""{"type":"x","text":"\ud800"}""")]
    [InlineData("""{"type":"x","from":"ada"}""")]
    [InlineData("""{"type":"x","entities":[null]}""")]
    [InlineData("""{"type":"x","membersAdded":[null]}""")]
    [InlineData("""{"type":"x","channelData":"text"}""")]
    public async Task Post_Malformed_Is400AndTheBotIsNotAsked(string json)
    {
        await using var host = await ActivityHost.StartAsync((_, _) => throw new InvalidOperationException("asked"));

        using var response = await host.PostAsync(json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(host.Log.Errors);
    }

    [Fact]
    public async Task Post_BytesThatAreNoUtf8_Is400()
    {
        await using var host = await ActivityHost.StartAsync(Nothing);
        using var content = new ByteArrayContent([.. "{\"type\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var response = await host.PostAsync(content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(63, 200)]
    [InlineData(64, 400)]
    [InlineData(100_000, 400)]
    public async Task Post_NestingAroundTheLimit_IsTakenOr400(int arrays, int status)
    {
        await using var host = await ActivityHost.StartAsync(Nothing);

        using var response = await host.PostAsync($$"""{"type":"event","value":{{new string('[', arrays)}}{{new string(']', arrays)}}}""");

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("message", "from")]
    [InlineData("message", "conversation")]
    [InlineData("message", "serviceUrl")]
    [InlineData("invoke", "from")]
    [InlineData("invoke", "conversation")]
    [InlineData("invoke", "serviceUrl")]
    [InlineData("conversationUpdate", "conversation")]
    [InlineData("installationUpdate", "serviceUrl")]
    public async Task Post_WithoutWhatAnAnswerNeeds_Is400(string type, string missing)
    {
        await using var host = await ActivityHost.StartAsync(Nothing);

        foreach (var nothing in new[] { "null", missing is "serviceUrl" ? "\"\"" : "{}", missing is "serviceUrl" ? "\" \"" : """{"id":""}""" })
        {
            using var response = await host.PostAsync(TestActivities.Without(type, missing, nothing));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Theory]
    [InlineData(512, "", 200)]
    [InlineData(513, "", 400)]
    [InlineData(1, "\\n", 400)]
    public async Task Post_IdsAroundTheLimit_AreTakenOr400(int length, string more, int status)
    {
        await using var host = await ActivityHost.StartAsync(Nothing);
        var id = new string('x', length) + more;

        foreach (var json in new[] { $"\"id\":\"{id}\"", $"\"replyToId\":\"{id}\"", $"\"from\":{{\"id\":\"{id}\"}}", $"\"conversation\":{{\"id\":\"{id}\"}}" })
        {
            using var response = await host.PostAsync($"{{\"type\":\"event\",{json}}}");
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Theory]
    [InlineData("""{"type":"somethingNew"}""")]
    [InlineData("""{"type":"conversationUpdate","conversation":{"id":"a:1"},"serviceUrl":"http://localhost:1"}""")]
    public async Task Post_OtherKinds_NeedNoSender(string json)
    {
        await using var host = await ActivityHost.StartAsync(Nothing);

        using var response = await host.PostAsync(json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("NoToken", null, 401)]
    [InlineData("NoKeys", null, 503)]
    [InlineData(null, "OtherServiceUrl", 401)]
    [InlineData(null, "ForeignTenant", 403)]
    [InlineData(null, null, 200)]
    public async Task Post_Authentication_DecidesBeforeTheBot(string? stranger, string? fault, int status)
    {
        var asked = false;
        await using var host = await ActivityHost.StartAsync(
            (_, _) => Task.FromResult(asked = true), services => services.AddSingleton<IRequestAuthentication>(new Decided(Named(stranger), Named(fault))));

        using var response = await host.PostAsync(Message("x"));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status is 200, asked);
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Post_ForwardedForSomebodyElse_Is401()
    {
        await using var host = await ActivityHost.StartAsync(Nothing);
        host.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        using var response = await host.PostAsync(Message("x"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Post_ForeignServiceUrl_Is403AndTheBotIsNotAsked()
    {
        await using var host = await ActivityHost.StartAsync((_, _) => throw new InvalidOperationException("asked"));

        using var response = await host.PostAsync(TestActivities.Message("x", "https://evil.example/"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(host.Log.Errors);
    }

    private static string Message(string text) => TestActivities.Message(text, "http://localhost:1");

    private static Task Nothing(TurnContext turn, System.Threading.CancellationToken cancellationToken) => Task.CompletedTask;

    private static AuthenticationFault? Named(string? fault) => fault is null ? null : Enum.Parse<AuthenticationFault>(fault);

    private sealed class Decided(AuthenticationFault? stranger, AuthenticationFault? fault) : IRequestAuthentication
    {
        public ValueTask<AuthenticationResult> AuthenticateAsync(HttpContext context) =>
            ValueTask.FromResult<AuthenticationResult>(stranger is { } why ? why : ChannelIdentity.Unsigned);

        public AuthenticationFault? FindFault(ChannelIdentity caller, Activity activity) => fault;
    }

    /// <summary>Makes the client send in chunks, without naming the length.</summary>
    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
