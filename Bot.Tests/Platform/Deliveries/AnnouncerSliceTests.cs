using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Platform.Deliveries;

/// <summary>Many recipients hold up nobody, and are told once each however the work is cut.</summary>
public sealed class AnnouncerSliceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Announce_LongerThanAStretch_ComesBackAtOnceForTheRest()
    {
        await using var rig = await DeliveryRig.StartAsync(50, known: true, ("Connector:InFlight", "2"));
        rig.Connector.OnSend = (_, _) =>
        {
            rig.Time.Pass(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        };
        var stretches = 1;
        for (; await rig.AnnounceAsync(50) is { } again; stretches++)
        {
            Assert.Equal(rig.Time.GetUtcNow(), again);
        }

        Assert.InRange(stretches, 3, 6);
        Assert.Equal(50, rig.Where("send").Distinct().Count());
        Assert.Equal(50, rig.Where("send").Count());
    }

    [Fact]
    public async Task Announce_InFlight_IsBounded()
    {
        await using var rig = await DeliveryRig.StartAsync(60, known: true, ("Connector:InFlight", "5"));
        var (now, most) = (0, 0);
        rig.Connector.OnSend = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
        };

        await rig.AnnounceAsync(60);

        Assert.InRange(most, 1, 5);
    }

    [Fact]
    public async Task Announce_Stopped_TellsToTheEndWhomItHasBegunAndTouchesNobodyElse()
    {
        await using var rig = await DeliveryRig.StartAsync(30, known: true, ("Connector:InFlight", "3"));
        using var stop = new CancellationTokenSource();
        rig.Connector.OnSend = async (_, _) => await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.AnnounceAsync(30, stop: stop));

        var lines = await rig.Bot.LinesAsync(Token);
        Assert.InRange(lines.Count, 1, 3);
        Assert.Equal(rig.Where("send").Count(), lines.Count(line => line.State is DeliveryState.Sent));
        Assert.DoesNotContain(lines, line => line.State is DeliveryState.Claimed && line.LeaseUntil > rig.Time.GetUtcNow());
        rig.Connector.OnSend = null;
        await rig.AnnounceAsync(30);
        Assert.Equal((30, 30), (rig.Where("send").Count(), rig.Where("send").Distinct().Count()));
    }

    [Fact]
    public async Task Announce_TwoInstancesAtOnce_TellEverybodyOnce()
    {
        await using var rig = await DeliveryRig.StartAsync(300);
        await using var other = await rig.JoinAsync(300);

        await Task.WhenAll(rig.Bot.Get<Sweep>().RunAsync(Token), other.Get<Sweep>().RunAsync(Token));

        Assert.Equal((300, 300), (rig.Where("send").Count(), rig.Where("send").Distinct().Count()));
    }

    [Fact]
    public async Task Announce_AllWereTold_CostsOneLookAtTheLedger()
    {
        await using var rig = await DeliveryRig.StartAsync(100);
        await rig.AnnounceAsync(100);

        Assert.Null(await rig.AnnounceAsync(100));
        Assert.Equal(100, rig.Where("send").Count());
    }

    [Fact]
    public async Task Sweep_OneSubjectTakesLong_TheOthersAreLookedAtMeanwhileAndItOnlyOnce()
    {
        await using var rig = await DeliveryRig.StartAsync(1, known: false);
        var slow = new SlowHandler();
        var quick = new QuickHandler();
        var due = rig.Bot.Get<DueTable>();
        var sweep = new Sweep(due, [slow, quick], rig.Time, NullLogger<Sweep>.Instance);
        await due.AddAsync(new DueSubject("slow", "n", "1"), [rig.Time.GetUtcNow(), rig.Time.GetUtcNow().AddSeconds(-5)], Token);
        for (var number = 0; number < 30; number++)
        {
            await due.AddAsync(new DueSubject("quick", "n", "q" + number), [rig.Time.GetUtcNow()], Token);
        }

        var running = sweep.RunAsync(Token);
        await PassUntilAsync(rig, () => quick.Looked == 30);
        await due.AddAsync(new DueSubject("quick", "n", "late"), [rig.Time.GetUtcNow()], Token);
        await PassUntilAsync(rig, () => quick.Looked == 31);

        Assert.False(running.IsCompleted);
        Assert.Equal(1, slow.Looked);
        slow.Ends.SetResult();
        Assert.Equal(33, await running);
    }

    private static async Task PassUntilAsync(DeliveryRig rig, Func<bool> isSo)
    {
        while (!isSo())
        {
            rig.Time.Pass(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    private sealed class SlowHandler : IDueHandler
    {
        private int looked;

        public TaskCompletionSource Ends { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Looked => looked;

        public string Kind => "slow";

        public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref looked);
            await Ends.Task.WaitAsync(cancellationToken);
            return null;
        }
    }

    private sealed class QuickHandler : IDueHandler
    {
        private int looked;

        public int Looked => looked;

        public string Kind => "quick";

        public Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref looked);
            return Task.FromResult<DateTimeOffset?>(null);
        }
    }
}
