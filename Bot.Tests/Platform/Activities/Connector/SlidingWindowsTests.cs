using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Activities.Connector;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>Limits over any stretch of time, here on a clock of milliseconds.</summary>
public sealed class SlidingWindowsTests
{
    private static readonly RateLimit[] Published =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    /// <summary>So many calls at zero, so many a second later; then the wait as it is at that moment.</summary>
    [Theory]
    [InlineData(6, 0, 0, 0)]
    [InlineData(7, 0, 0, 1000)]
    [InlineData(7, 0, 1000, 0)]
    [InlineData(7, 1, 1000, 1000)]
    [InlineData(6, 1, 1000, 0)]
    [InlineData(1, 7, 1000, 1000)]
    public void WaitAt_AfterBursts_IsUntilTheStricterLimitAllows(int atZero, int aSecondLater, long now, long wait)
    {
        var windows = Windows();
        for (var call = 0; call < atZero + aSecondLater; call++)
        {
            Make(windows, call < atZero ? 0 : 1000);
        }

        Assert.Equal(wait, windows.WaitAt(now));
    }

    [Theory]
    [InlineData(999, 1)]
    [InlineData(1000, 0)]
    [InlineData(1001, 0)]
    public void WaitAt_AroundTheEndOfTheSecond_IsExact(long now, long wait)
    {
        var windows = Windows();
        for (var call = 0; call < 7; call++)
        {
            Make(windows, 0);
        }

        Assert.Equal(wait, windows.WaitAt(now));
    }

    [Fact]
    public void WaitAt_CallsUnderWay_CountUntilASecondAfterTheirEnd()
    {
        var windows = Windows();
        for (var call = 0; call < 7; call++)
        {
            windows.Enter();
        }

        Assert.Null(windows.WaitAt(5000));
        windows.Leave(5000);
        Assert.Equal(1000, windows.WaitAt(5000));
        Assert.Equal(0, windows.WaitAt(6000));
    }

    [Fact]
    public void Leave_CallThatWasNeverMade_CountsForNothing()
    {
        var windows = Windows();
        for (var call = 0; call < 100; call++)
        {
            windows.Enter();
            windows.Leave(0, counts: false);
        }

        Assert.Equal(0, windows.WaitAt(0));
        Assert.True(windows.IsEmptyAt(0));
    }

    [Fact]
    public void IsEmptyAt_AnHourAfterTheLast_ForgetsAll()
    {
        var windows = Windows();
        Make(windows, 0);

        Assert.False(windows.IsEmptyAt(3_599_999));
        Assert.True(windows.IsEmptyAt(3_600_000));
    }

    /// <summary>Whoever calls as soon as it is allowed, with answers that take any time, never exceeds any limit as the service counts it, wherever between start and end
    /// of a call the service counts.</summary>
    [Fact]
    public void WaitAt_AnyDurations_NeverExceedsALimitWhereverTheServiceCounts() => Prop.ForAll(
        Gen.Choose(0, 400).Two().ListOf(300).ToArbitrary(),
        calls =>
        {
            var windows = Windows();
            var counted = new List<long>();
            var now = 0L;
            foreach (var (takes, at) in calls)
            {
                now += windows.WaitAt(now)!.Value;
                windows.Enter();
                counted.Add(now + Math.Min(at, takes));
                now += takes;
                windows.Leave(now);
            }

            return Published.All(limit => Keeps(counted, limit));
        }).QuickCheckThrowOnFailure();

    private static bool Keeps(List<long> counted, RateLimit limit) =>
        counted.Order().ToList() is var ordered && Enumerable.Range(0, Math.Max(0, ordered.Count - limit.Most))
            .All(first => ordered[first + limit.Most] - ordered[first] >= limit.Span.TotalMilliseconds);

    private static SlidingWindows Windows() => new(Published, 1000);

    private static void Make(SlidingWindows windows, long at)
    {
        windows.Enter();
        windows.Leave(at);
    }
}
