using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Directory;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Contracts;

/// <summary>How the bot bears with Graph: what it is told is waited out, and who fails in a row is left alone for a while.</summary>
public sealed class GraphPatienceTests : IDisposable
{
    private readonly SettableTime time = new(Instant.FromUtc(2026, 11, 23, 9, 0));
    private readonly Queue<Func<HttpResponseMessage>> answers = new();
    private readonly HttpMessageInvoker way;
    private int asked;

    public GraphPatienceTests() => way = new HttpMessageInvoker(new GraphPatience(time, TimeSpan.FromSeconds(20)) { InnerHandler = new Scripted(this) });

    [Theory]
    [InlineData(429, 1)]
    [InlineData(429, 120)]
    [InlineData(503, 3600)]
    public async Task Send_ToldToWait_LeavesGraphAloneExactlySoLong(int status, int seconds)
    {
        Answer(status, TimeSpan.FromSeconds(seconds));
        var told = await FailsAsync(DirectoryFault.Busy);
        Assert.Equal(time.GetUtcNow().AddSeconds(seconds), told.Until);
        time.Now += Duration.FromSeconds(seconds) - Duration.FromMilliseconds(1);
        Assert.Equal(told.Until, (await FailsAsync(DirectoryFault.Busy)).Until);
        Assert.Equal(1, asked);
        time.Now += Duration.FromMilliseconds(1);
        await SucceedsAsync();
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(3601, 3600)]
    [InlineData(999_999, 3600)]
    public async Task Send_ToldToWaitForNothingOrForEver_WaitsAtLeastASecondAndAtMostAnHour(int told, int waited)
    {
        answers.Enqueue(() =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(time.GetUtcNow().AddSeconds(told));
            return response;
        });
        Assert.Equal(time.GetUtcNow().AddSeconds(waited), (await FailsAsync(DirectoryFault.Busy)).Until);
    }

    [Fact]
    public async Task Send_FiveFailuresInARow_PausesLongerEachTimeUntilOneSucceeds()
    {
        for (var failure = 0; failure < 4; failure++)
        {
            Answer(500);
            Assert.Null((await FailsAsync(DirectoryFault.Doubtful)).Until);
        }

        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            Answer(500);
            var until = (await FailsAsync(DirectoryFault.Doubtful)).Until;
            Assert.Equal(time.GetUtcNow().AddMinutes(minutes), until);
            var before = asked;
            time.Now += Duration.FromMinutes(minutes) - Duration.FromSeconds(1);
            await FailsAsync(DirectoryFault.Busy);
            Assert.Equal(before, asked);
            time.Now += Duration.FromSeconds(1);
        }

        await SucceedsAsync();
        Answer(500);
        Assert.Null((await FailsAsync(DirectoryFault.Doubtful)).Until);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, 0)]
    [InlineData(HttpRequestError.NameResolutionError, 0)]
    [InlineData(HttpRequestError.SecureConnectionError, 0)]
    [InlineData(HttpRequestError.ResponseEnded, 1)]
    [InlineData(HttpRequestError.Unknown, 1)]
    public async Task Send_NotReachedOrCutOff_IsToldApart(HttpRequestError error, int fault)
    {
        answers.Enqueue(() => throw new HttpRequestException(error));
        await FailsAsync((DirectoryFault)fault);
    }

    [Fact]
    public async Task Send_AnswersThatAreNoFailure_PassAsTheyAre()
    {
        foreach (var status in new[] { 200, 202, 400, 403, 404, 409 })
        {
            Answer(status);
            using var response = await SendAsync();
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    public void Dispose() => way.Dispose();

    private void Answer(int status, TimeSpan? wait = null) => answers.Enqueue(() =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.RetryAfter = wait is { } seconds ? new RetryConditionHeaderValue(seconds) : null;
        return response;
    });

    private async Task SucceedsAsync()
    {
        using var response = await SendAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<DirectoryException> FailsAsync(DirectoryFault fault)
    {
        var thrown = await Assert.ThrowsAsync<DirectoryException>(SendAsync);
        Assert.Equal(fault, thrown.Fault);
        return thrown;
    }

    private async Task<HttpResponseMessage> SendAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://graph.microsoft.com/v1.0/x");
        return await way.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class Scripted(GraphPatienceTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test.asked++;
            return Task.FromResult(test.answers.TryDequeue(out var answer) ? answer() : new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
