using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>Who may call when, on a clock the test moves.</summary>
public sealed class ConnectorPaceTests
{
    private readonly DrivenTime time = DrivenTime.Start();
    private readonly ConnectorPace pace;
    private readonly ConcurrentQueue<(string Who, double At)> made = new();
    private readonly DateTimeOffset start;

    public ConnectorPaceTests()
    {
        pace = new ConnectorPace(Options.Create(new ConnectorOptions()), time);
        start = time.GetUtcNow();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pass_OneConversation_KeepsAllItsLimits()
    {
        var calls = Enumerable.Range(0, 70).Select(_ => CallAsync("a", ConnectorLane.Answer)).ToList();
        await DriveAsync(TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(50));
        var within = made.Select(call => call.At).ToList();

        Assert.Equal(7, within.Count(at => at < 1));
        Assert.Equal(8, within.Count(at => at < 2));
        Assert.Equal(60, within.Count(at => at < 30));
        await DriveAsync(TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(50));
        await SwallowAsync(calls);
    }

    [Fact]
    public async Task Pass_ManyConversations_KeepTheTenantsLimitAndLeaveTheReserve()
    {
        var calls = Enumerable.Range(0, 100).Select(number => CallAsync("a:" + number.ToString(CultureInfo.InvariantCulture), ConnectorLane.Broadcast)).ToList();
        await DriveAsync(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(10));

        Assert.InRange(made.Count(call => call.At < 1), 24, 27);
        Assert.InRange(made.Count(call => call.At is >= 1 and < 2), 24, 27);
        await DriveAsync(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(10));
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Pass_AnswersDuringABroadcast_GoAtOnceWhileTheReserveLastsAndBeforeTheBroadcastAfterwards()
    {
        var calls = Enumerable.Range(0, 200).Select(number => CallAsync("a:" + number.ToString(CultureInfo.InvariantCulture), ConnectorLane.Broadcast)).ToList();
        await DriveAsync(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(10));
        var before = made.Count;
        var asked = Seconds();
        var answers = Enumerable.Range(0, 8).Select(number => CallAsync("q:" + number.ToString(CultureInfo.InvariantCulture), ConnectorLane.Answer)).ToList();
        await SettleAsync();

        Assert.True(made.Count - before >= 3, "The reserve was not free.");
        await DriveAsync(TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(10));
        var answered = made.Where(call => call.Who.StartsWith("q:", StringComparison.Ordinal)).Select(call => call.At - asked).ToList();
        Assert.Equal(8, answered.Count);
        Assert.True(answered.Max() < 0.3, string.Create(CultureInfo.InvariantCulture, $"The last answer waited {answered.Max():F2} s."));
        Assert.DoesNotContain(made.Skip(before).Take(8), call => call.Who.StartsWith("a:", StringComparison.Ordinal));
        await DriveAsync(TimeSpan.FromSeconds(9), TimeSpan.FromMilliseconds(10));
        await Task.WhenAll(calls.Concat(answers));
    }

    [Fact]
    public async Task Pass_TwoTenants_DoNotWaitForEachOther()
    {
        var one = Enumerable.Range(0, 90).Select(number => CallAsync("a:" + number.ToString(CultureInfo.InvariantCulture), ConnectorLane.Broadcast)).ToList();
        var other = CallAsync("b", ConnectorLane.Broadcast, "other");
        await SettleAsync();

        Assert.True(other.IsCompletedSuccessfully);
        await DriveAsync(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(10));
        await Task.WhenAll(one);
    }

    [Fact]
    public async Task Pass_MembersAndMessages_HaveLimitsOfTheirOwn()
    {
        var calls = Enumerable.Range(0, 7).Select(_ => CallAsync("a", ConnectorLane.Answer))
            .Concat(Enumerable.Range(0, 14).Select(_ => CallAsync("a", ConnectorLane.Answer, kind: PaceKind.Members))).ToList();
        await SettleAsync();

        Assert.Equal(21, made.Count);
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Throttled_OneConversation_PausesItExactlyAndNoOther()
    {
        pace.Throttled(new PacePlace("t", "a", PaceKind.Send), TimeSpan.FromSeconds(7));
        var calls = new[] { CallAsync("a", ConnectorLane.Answer), CallAsync("b", ConnectorLane.Answer) };
        await SettleAsync();
        Assert.Equal(["b"], made.Select(call => call.Who));
        await DriveAsync(TimeSpan.FromMilliseconds(6999), TimeSpan.FromMilliseconds(1));
        Assert.Single(made);
        await DriveAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));

        Assert.Equal(["b", "a"], made.Select(call => call.Who));
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Throttled_TwoConversationsAtOnce_PausesTheTenant()
    {
        pace.Throttled(new PacePlace("t", "a", PaceKind.Send), TimeSpan.FromSeconds(5));
        pace.Throttled(new PacePlace("t", "b", PaceKind.Send), TimeSpan.FromSeconds(5));
        var calls = new[] { CallAsync("c", ConnectorLane.Answer), CallAsync("c", ConnectorLane.Answer, "other") };
        await DriveAsync(TimeSpan.FromMilliseconds(4900), TimeSpan.FromMilliseconds(100));
        Assert.Single(made);
        await DriveAsync(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100));

        Assert.Equal(2, made.Count);
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Throttled_LongerThanAnybodyWaits_TellsAtOnceWhenToComeBack()
    {
        pace.Throttled(new PacePlace("t", "a", PaceKind.Send), TimeSpan.FromMinutes(10));

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => CallAsync("a", ConnectorLane.Answer));

        Assert.Equal((ConnectorException.Paced, TimeSpan.FromMinutes(10), false), (thrown.Code, thrown.RetryAfter, thrown.IsTenantWide));
        Assert.Empty(made);
    }

    [Fact]
    public async Task Pass_MoreThanTheQueueHolds_ComeBackInsteadOfPilingUp()
    {
        pace.Throttled(new PacePlace("t", "a", PaceKind.Send), TimeSpan.FromSeconds(14));
        var calls = Enumerable.Range(0, PaceGate.LongestQueue + 5).Select(_ => CallAsync("a", ConnectorLane.Answer)).ToList();
        await SettleAsync();

        Assert.Equal(5, calls.Count(call => call.IsFaulted));
        await DriveAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));
        await SwallowAsync(calls);
    }

    [Fact]
    public async Task Pass_CancelledWhileWaiting_TakesNoPlace()
    {
        pace.Throttled(new PacePlace("t", "a", PaceKind.Send), TimeSpan.FromSeconds(5));
        using var cancelled = new CancellationTokenSource();
        var waiting = CallAsync("a", ConnectorLane.Answer, stop: cancelled);
        await SettleAsync();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var calls = Enumerable.Range(0, 7).Select(_ => CallAsync("a", ConnectorLane.Answer)).ToList();
        await DriveAsync(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));
        Assert.Equal(7, made.Count);
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Pass_TenThousandConversations_ForgetsIdleOnes()
    {
        for (var number = 0; number < 10_000; number++)
        {
            await Task.WhenAll(CallAsync("a:" + number.ToString(CultureInfo.InvariantCulture), ConnectorLane.Answer));
            time.Pass(TimeSpan.FromMilliseconds(40));
        }

        Assert.InRange(pace.Gates, 1, ConnectorPace.MostGates + 1);
    }

    private double Seconds() => (time.GetUtcNow() - start).TotalSeconds;

    private Task<bool> CallAsync(string conversation, ConnectorLane lane, string tenant = "t", PaceKind kind = PaceKind.Send, CancellationTokenSource? stop = null) => pace.PassAsync(
        new PacePlace(tenant, conversation, kind),
        lane,
        () =>
        {
            made.Enqueue((conversation, Seconds()));
            return Task.FromResult(true);
        },
        stop?.Token ?? Token);

    private static async Task SwallowAsync(IEnumerable<Task> calls)
    {
        foreach (var call in calls)
        {
            await call.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task DriveAsync(TimeSpan span, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            await SettleAsync();
            time.Pass(step);
        }

        await SettleAsync();
    }

    /// <summary>Lets everything run that can run now: calls end at once here, so that whoever is not done waits.</summary>
    private async Task SettleAsync()
    {
        while (pace.Load is var (calls, waiting) && calls != waiting)
        {
            await Task.Yield();
        }
    }
}
