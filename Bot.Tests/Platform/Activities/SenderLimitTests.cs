using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Options;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Activities;

/// <summary>One turn a second, five in one go, a pause of 20 seconds.</summary>
public class SenderLimitTests
{
    private readonly SettableTime time = new(Instant.FromUtc(2026, 11, 23, 9, 0));
    private readonly SenderLimit limit;

    public SenderLimitTests() =>
        limit = new SenderLimit(Options.Create(new LimitOptions { SenderBurst = 5, SenderPerMinute = 60, SenderPauseSeconds = 20 }), time);

    [Fact]
    public void Take_OneMoreThanTheBurst_PausesAndSaysSoOnce()
    {
        Assert.Equal(5, TakenOf(5));

        Assert.Equal(new SenderPause(TimeSpan.FromSeconds(20), IsNew: true), Take());
        time.Now += Duration.FromMilliseconds(19_999);
        Assert.Equal(new SenderPause(TimeSpan.FromMilliseconds(1), IsNew: false), Take());
        time.Now += Duration.FromMilliseconds(1);
        Assert.Null(Take());
    }

    [Fact]
    public void Take_SomebodyWhoGoesOn_IsNotPausedForLongerAndToldAnew()
    {
        var (said, taken) = (0, 0);
        for (var tenths = 0; tenths < 600; tenths++)
        {
            var pause = Take();
            said += pause is { IsNew: true } ? 1 : 0;
            taken += pause is null ? 1 : 0;
            time.Now += Duration.FromMilliseconds(100);
        }

        Assert.Equal(3, said);
        Assert.InRange(taken, 15, 20);
    }

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1000, 1)]
    [InlineData(3500, 3)]
    [InlineData(3_600_000, 5)]
    public void Take_AfterAWhile_AsManyAsCameBack(int milliseconds, int taken)
    {
        Assert.Equal(5, TakenOf(5));
        time.Now += Duration.FromMilliseconds(milliseconds);

        Assert.Equal(taken, TakenOf(6));
    }

    [Fact]
    public void Take_OneASecond_IsNeverPaused() => Assert.All(Enumerable.Range(0, 1000), _ =>
    {
        Assert.Null(Take());
        time.Now += Duration.FromSeconds(1);
    });

    [Fact]
    public void Take_OthersAndOtherTenants_HaveBucketsOfTheirOwn()
    {
        Assert.Equal(5, TakenOf(9));

        Assert.Null(limit.Take(By("ben", "29:ben")));
        Assert.Null(limit.Take(By("ada", "29:ada", tenant: "other")));
        Assert.NotNull(limit.Take(By("ada", "29:another id of hers")));
        Assert.NotNull(limit.Take(By("ADA".ToLowerInvariant(), null)));
    }

    [Fact]
    public void Take_GuestWithoutObjectId_IsKnownByTheChannelsId()
    {
        Assert.Equal(5, Enumerable.Range(0, 9).Count(_ => limit.Take(By(null, "29:guest")) is null));
        Assert.Null(limit.Take(By(string.Empty, "29:guest2")));
        Assert.Null(limit.Take(new Activity()));
        Assert.Equal(2, limit.Remembered);
    }

    [Fact]
    public void Take_ClockSetBack_PausesNobodyForLonger()
    {
        Assert.Equal(5, TakenOf(6));
        time.Now -= Duration.FromHours(1);

        Assert.Null(Take());
    }

    [Fact]
    public void Take_FloodOfMadeUpSenders_IsNotRememberedAndStopsNobody()
    {
        for (var i = 0; i < SenderLimit.Most + 5000; i++)
        {
            Assert.Null(limit.Take(By("p" + i, null)));
        }

        Assert.Equal(SenderLimit.Most, limit.Remembered);
        time.Now += Duration.FromSeconds(2);
        Assert.Null(limit.Take(By("new", null)));
        Assert.Equal(1, limit.Remembered);
    }

    [Fact]
    public async Task Take_ByManyThreads_CountsEachOnce()
    {
        var taken = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    Interlocked.Add(ref taken, Take() is null ? 1 : 0);
                }
            },
            TestContext.Current.CancellationToken)));

        Assert.Equal(5, taken);
    }

    [Fact]
    public void Seconds_OfAPause_AreWholeAndAtLeastOne()
    {
        Assert.Equal(20, new SenderPause(TimeSpan.FromSeconds(20), true).Seconds);
        Assert.Equal(3, new SenderPause(TimeSpan.FromSeconds(2.1), true).Seconds);
        Assert.Equal(1, new SenderPause(TimeSpan.Zero, true).Seconds);
    }

    private SenderPause? Take() => limit.Take(By("ada", "29:ada"));

    private int TakenOf(int times) => Enumerable.Range(0, times).Count(_ => Take() is null);

    private static Activity By(string? aadObjectId, string? id, string tenant = "t") => new()
    {
        From = new ChannelAccount { Id = id, AadObjectId = aadObjectId },
        Conversation = new ConversationAccount { TenantId = tenant },
    };
}
