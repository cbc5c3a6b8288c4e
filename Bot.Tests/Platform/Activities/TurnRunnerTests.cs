using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Activities;

/// <summary>An answer in time, whatever the bot is waiting for; and one for each activity, however often it is delivered.</summary>
public sealed class TurnRunnerTests
{
    private const string Nowhere = "http://localhost:1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly SettableTime time = new(Instant.FromUtc(2026, 11, 23, 9, 0));

    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Message_TakesLong_IsAnswered200AndTheReplyFollows()
    {
        await using var connector = await LoopbackServer.StartAsync(201, """{"id":"m1"}""");
        await using var host = await StartAsync(async (turn, ct) =>
        {
            await open.Task.WaitAsync(ct);
            await turn.SendActivityAsync("Guten Abend", ct);
        });
        var asked = host.PostAsync(TestActivities.Message("Hallo", connector.Url));
        await PatienceEndsAsync();

        using var response = await asked;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Empty(connector.Requests);
        open.SetResult();
        await host.Runner.WhenIdleAsync();
        Assert.Contains("Guten Abend", connector.Single.Body, StringComparison.Ordinal);
        Assert.Empty(host.Late.Followed);
    }

    [Fact]
    public async Task Invoke_TakesLong_IsToldSoAndFollowedUpWithItsAnswer()
    {
        await using var host = await StartAsync(SlowVote);
        var pressed = host.PostAsync(TestActivities.Invoke("adaptiveCard/action", Nowhere));
        await PatienceEndsAsync();

        using var response = await pressed;

        Assert.Contains("gleich", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        open.SetResult();
        await host.Runner.WhenIdleAsync();
        Assert.Equal("Gezählt.", (Assert.Single(host.Late.Followed).Body as AdaptiveCardInvokeResponse)?.Value);
    }

    [Theory]
    [InlineData(2499, false)]
    [InlineData(2500, true)]
    public async Task Invoke_AroundThePatience_IsAnsweredEarlyOnlyAfterIt(int milliseconds, bool isEarly)
    {
        await using var host = await StartAsync(SlowVote);
        var pressed = host.PostAsync(TestActivities.Invoke("adaptiveCard/action", Nowhere));
        await Until.TrueAsync(() => time.Waiting == 2, Token);
        time.Now += Duration.FromMilliseconds(milliseconds);
        if (isEarly)
        {
            await pressed;
        }

        open.SetResult();
        using var response = await pressed;

        Assert.Equal(isEarly, (await response.Content.ReadAsStringAsync(Token)).Contains("gleich", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invoke_FaultAfterTheAnswer_IsLoggedOnceAndFollowedUp()
    {
        await using var host = await StartAsync(async (_, ct) =>
        {
            await open.Task.WaitAsync(ct);
            throw new InvalidOperationException("kaputt");
        });
        var pressed = host.PostAsync(TestActivities.Invoke("adaptiveCard/action", Nowhere));
        await PatienceEndsAsync();
        using var response = await pressed;

        open.SetResult();
        await host.Runner.WhenIdleAsync();

        Assert.Single(host.Log.Errors);
        Assert.IsType<AdaptiveCardInvokeError>((Assert.Single(host.Late.Followed).Body as AdaptiveCardInvokeResponse)?.Value);
    }

    [Fact]
    public async Task ExpectReplies_TakesLong_GetsWhatThereIsAndTheRestThroughTheConnector()
    {
        await using var connector = await LoopbackServer.StartAsync(201, """{"id":"m1"}""");
        await using var host = await StartAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync("eins", ct);
            await open.Task.WaitAsync(ct);
            await turn.SendActivityAsync("zwei", ct);
        });
        var asked = host.PostAsync(TestActivities.ExpectingReplies(TestActivities.Message("x", connector.Url)));
        await PatienceEndsAsync();

        using var response = await asked;
        var answer = await response.Content.ReadAsStringAsync(Token);
        open.SetResult();
        await host.Runner.WhenIdleAsync();

        Assert.Contains("eins", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("zwei", answer, StringComparison.Ordinal);
        Assert.Contains("zwei", connector.Single.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_GoesAway_TheWorkIsDoneAllTheSame()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartAsync(async (_, ct) =>
        {
            begun.SetResult();
            await open.Task.WaitAsync(ct);
            done.SetResult();
        });
        using var client = new CancellationTokenSource();
        using var content = new StringContent(TestActivities.Message("x", Nowhere), System.Text.Encoding.UTF8, "application/json");
        var asked = host.Http.PostAsync("/api/messages", content, client.Token);
        await begun.Task.WaitAsync(Token);

        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        open.SetResult();

        await done.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task Turn_LongerThanAMinute_IsCancelled()
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartAsync(async (_, ct) =>
        {
            ct.UnsafeRegister(_ => cancelled.TrySetResult(), null);
            await open.Task.WaitAsync(ct);
        });
        var asked = host.PostAsync(TestActivities.Event(Nowhere));
        await PatienceEndsAsync();
        using var response = await asked;

        time.Now += Duration.FromTimeSpan(TurnRunner.Longest);

        await cancelled.Task.WaitAsync(Token);
        await host.Runner.WhenIdleAsync();
        Assert.Single(host.Log.Errors);
    }

    [Fact]
    public async Task Stop_WhileATurnIsUnderWay_WaitsForIt()
    {
        var isDone = false;
        await using var host = await StartAsync(async (_, ct) =>
        {
            await open.Task.WaitAsync(ct);
            isDone = true;
        });
        var asked = host.PostAsync(TestActivities.Message("x", Nowhere));
        await PatienceEndsAsync();
        using var response = await asked;

        var stopping = host.StopAsync(Token);
        Assert.False(stopping.IsCompleted);
        open.SetResult();
        await stopping;

        Assert.True(isDone);
    }

    [Fact]
    public async Task Stop_WhenItsTimeIsOver_CancelsWhatIsLeft()
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartAsync(async (_, ct) =>
        {
            ct.UnsafeRegister(_ => cancelled.TrySetResult(), null);
            await open.Task.WaitAsync(ct);
        });
        var asked = host.PostAsync(TestActivities.Message("x", Nowhere));
        await PatienceEndsAsync();
        using var response = await asked;
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await host.Runner.StopAsync(over.Token);

        await cancelled.Task.WaitAsync(Token);
        Assert.Contains("1 turns are still under way", host.Log.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LateTurns_AsManyAsAllowed_FurtherInvokesAreNotBegun()
    {
        var begun = 0;
        await using var host = await StartAsync(async (turn, ct) =>
        {
            Interlocked.Increment(ref begun);
            await open.Task.WaitAsync(ct);
        });
        var asked = Enumerable.Range(0, TurnRunner.MostLate).Select(number => host.PostAsync(Numbered("message", number))).ToList();
        await Until.TrueAsync(() => time.Waiting == 2 * TurnRunner.MostLate, Token);
        time.Now += Duration.FromTimeSpan(TurnRunner.Patience);
        foreach (var one in asked)
        {
            (await one).Dispose();
        }

        using var response = await host.PostAsync(TestActivities.Invoke("adaptiveCard/action", Nowhere));

        Assert.Contains("voll", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(TurnRunner.MostLate, begun);
        open.SetResult();
        await host.Runner.WhenIdleAsync();
        using var again = await host.PostAsync(TestActivities.Invoke("adaptiveCard/action", Nowhere));
        Assert.Equal(TurnRunner.MostLate + 1, begun);
    }

    private Task<ActivityHost> StartAsync(Func<TurnContext, CancellationToken, Task> turn) =>
        ActivityHost.StartAsync(turn, services => services.AddSingleton<TimeProvider>(time));

    private async Task SlowVote(TurnContext turn, CancellationToken cancellationToken)
    {
        await open.Task.WaitAsync(cancellationToken);
        turn.InvokeResponse = AdaptiveCardInvokeResponse.Message("Gezählt.").ToInvokeResponse();
    }

    /// <summary>Each turn has two timers: how long the answer waits, and how long it may take at all.</summary>
    private async Task PatienceEndsAsync()
    {
        await Until.TrueAsync(() => time.Waiting == 2, Token);
        time.Now += Duration.FromTimeSpan(TurnRunner.Patience);
    }

    private static string Numbered(string type, int number) =>
        TestActivities.Without(type, "id", $"\"{number}\"");
}
