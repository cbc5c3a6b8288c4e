using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>Where the bot's token goes, and what happens when answers do not come as they should.</summary>
public sealed class ConnectorWireTests
{
    private const string Service = "https://smba.trafficmanager.net/emea/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_ToAListedHost_CarriesTheToken()
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"1"}""");
        using var wire = TestWire.Leading(new Uri(server.Url), new TestToken());

        Assert.Equal("1", await SendAsync(wire, Service));

        Assert.Equal("Bearer secret1", server.Single.Headers["Authorization"]);
        Assert.Equal("https://smba.trafficmanager.net", server.Single.Headers[LeadingHandler.MeantFor]);
    }

    [Fact]
    public async Task Send_ToThisMachineInDevelopment_CarriesNoToken()
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"1"}""");
        using var wire = TestWire.In("Development", new TestToken());

        await SendAsync(wire, server.Url);

        Assert.False(server.Single.Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://a@smba.trafficmanager.net/")]
    public async Task Send_ToAnythingElse_NeverReachesTheNetwork(string serviceUrl)
    {
        await using var server = await LoopbackServer.StartAsync(201, """{"id":"1"}""");
        using var wire = TestWire.Leading(new Uri(server.Url), new TestToken());

        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(wire, serviceUrl));

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Send_RedirectToAnotherHost_IsNotFollowedAndLeaksNothing(int status)
    {
        await using var other = await LoopbackServer.StartAsync(200, """{"id":"1"}""");
        await using var server = await LoopbackServer.StartAsync(response =>
        {
            response.StatusCode = status;
            response.Headers.Location = other.Url;
            return Task.CompletedTask;
        });
        using var wire = TestWire.Leading(new Uri(server.Url), new TestToken());

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(wire, Service));

        Assert.Equal((status, ConnectorOutcome.GiveUp), ((int)thrown.Status, thrown.Outcome));
        Assert.Empty(other.Requests);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Send_TokenRefusedOnce_IsSentAgainWithANewOne()
    {
        await using var server = await RefusingAsync(1);
        using var wire = TestWire.Leading(new Uri(server.Url), new TestToken());

        Assert.Equal("1", await SendAsync(wire, Service));

        Assert.Equal(["Bearer secret1", "Bearer secret2"], server.Requests.Select(request => request.Headers["Authorization"]));
        Assert.Single(server.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task Send_TokenRefusedTwice_IsTriedExactlyOnceMore()
    {
        var token = new TestToken();
        await using var server = await RefusingAsync(9);
        using var wire = TestWire.Leading(new Uri(server.Url), token);

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(wire, Service));

        Assert.Equal((HttpStatusCode.Unauthorized, ConnectorOutcome.CheckRegistration), (thrown.Status, thrown.Outcome));
        Assert.Equal(2, server.Requests.Count);
        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NobodyListens_IsCertainNotToHaveArrived()
    {
        using var wire = TestWire.In("Development", new AnonymousToken());

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(wire, "http://127.0.0.1:1/"));

        Assert.Equal((ConnectorOutcome.TryAgain, "ConnectionError"), (thrown.Outcome, thrown.Code));
    }

    [Fact]
    public async Task Send_ResetAfterTheRequest_IsInDoubt()
    {
        await using var server = await LoopbackServer.StartAsync(response =>
        {
            response.HttpContext.Abort();
            return Task.CompletedTask;
        });
        using var wire = TestWire.In("Development", new AnonymousToken());

        Assert.Equal(ConnectorOutcome.InDoubt, (await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(wire, server.Url))).Outcome);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(403)]
    public async Task Send_AnswerBreaksOffAfterItsStatus_TheStatusCounts(int status)
    {
        using var wire = new ConnectorWire(
            TestServiceUrls.In("Production"), new TestToken(), TimeProvider.System, new BreakingHandler(status), NullLogger<ConnectorWire>.Instance);

        var sending = SendAsync(wire, Service);

        if (status is 201)
        {
            Assert.Null(await sending);
        }
        else
        {
            Assert.Equal(ConnectorOutcome.GiveUp, (await Assert.ThrowsAsync<ConnectorException>(() => sending)).Outcome);
        }
    }

    [Fact]
    public async Task Send_TakenWithAnEndlessAnswer_ReadsNoMoreThanTheBound()
    {
        await using var server = await LoopbackServer.StartAsync(async response =>
        {
            response.StatusCode = 201;
            var block = new byte[64 * 1024];
            for (var written = 0; written <= 2 * ConnectorWire.LargestAnswer && !response.HttpContext.RequestAborted.IsCancellationRequested; written += block.Length)
            {
                await response.Body.WriteAsync(block);
            }
        });
        using var wire = TestWire.In("Development", new AnonymousToken());

        Assert.Null(await SendAsync(wire, server.Url));
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsInDoubt()
    {
        var time = TestSupport.DrivenTime.Start();
        var asked = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async response =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, response.HttpContext.RequestAborted);
        });
        using var wire = TestWire.In("Development", new AnonymousToken(), time);
        var sending = SendAsync(wire, server.Url);
        await asked.Task.WaitAsync(Token);
        time.Pass(ConnectorWire.MostTime - TimeSpan.FromSeconds(1));
        Assert.False(sending.IsCompleted);
        time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal((ConnectorOutcome.InDoubt, "TimedOut"), await Assert.ThrowsAsync<ConnectorException>(() => sending) is var thrown ? (thrown.Outcome, thrown.Code) : default);
    }

    [Fact]
    public async Task Send_CancelledByTheCaller_IsACancellation()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = await LoopbackServer.StartAsync(async response =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, response.HttpContext.RequestAborted);
        });
        using var wire = TestWire.In("Development", new AnonymousToken());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new ConnectorClient(wire).SendToConversationAsync(server.Url, "a:1", MessageActivity.Text("x"), cancelled.Token));
    }

    private static Task<string?> SendAsync(ConnectorWire wire, string serviceUrl) =>
        new ConnectorClient(wire).SendToConversationAsync(serviceUrl, "a:1", MessageActivity.Text("x"), Token);

    private static Task<LoopbackServer> RefusingAsync(int times)
    {
        var refusals = new Queue<int>(Enumerable.Repeat(401, times));
        return LoopbackServer.StartAsync(async response =>
        {
            response.StatusCode = refusals.TryDequeue(out var status) ? status : 201;
            await response.WriteAsync("""{"id":"1","error":{"code":"Unauthorized"}}""");
        });
    }

    /// <summary>Gives a status and then nothing but a fault.</summary>
    private sealed class BreakingHandler(int status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new BreakingContent() });
    }

    private sealed class BreakingContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(System.IO.Stream stream, TransportContext? context) => throw new System.IO.IOException("Broken off.");

        protected override bool TryComputeLength(out long length)
        {
            length = 100;
            return true;
        }
    }
}
