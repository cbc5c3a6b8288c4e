using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Quartz;
using Xunit;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>The machine's clock is set back while the bot runs: nothing may lie still until it shows again what it showed.</summary>
public sealed class ClockFollowTests
{
    private static readonly DueSubject Subject = new("meeting", "n", "1");

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FollowClock_SetBackAnHour_PlansBothTriggersAnewAndLooksAtWhatWasNow()
    {
        await using var rig = await Rig.StartAsync();
        await rig.Due.LookAgainAsync(Subject, Token);
        await rig.Due.AddAsync(new DueSubject("meeting", "n", "later"), [rig.Time.GetUtcNow().AddDays(3)], Token);
        await rig.Plan.PlanNextAsync(Token);

        rig.Time.Now = Noon - Duration.FromHours(1);

        Assert.Empty(await rig.Due.DueAsync(rig.Time.GetUtcNow(), 10, Token));
        Assert.True(await rig.Clock.FollowAsync(Token));
        Assert.Equal(Subject, Assert.Single(await rig.Due.DueAsync(rig.Time.GetUtcNow(), 10, Token)).Subject);
        Assert.InRange(await rig.FiresAsync(SweepPlan.Safety), rig.Time.GetUtcNow(), rig.Time.GetUtcNow() + Minute);
        Assert.InRange(await rig.FiresAsync(SweepPlan.Next), rig.Time.GetUtcNow(), rig.Time.GetUtcNow() + Minute);
        Assert.Equal(3, (await rig.Due.OfNetworkAsync("n", Token)).Count); // nothing that was planned is gone
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(3600)]
    [InlineData(365 * 24 * 3600)]
    public async Task FollowClock_NotSetBack_LeavesThePlan(int seconds)
    {
        await using var rig = await Rig.StartAsync();

        rig.Time.Now = Noon + Duration.FromSeconds(seconds);

        Assert.False(await rig.Clock.FollowAsync(Token));
    }

    /// <summary>Told once: what it was set back by is not found again.</summary>
    [Fact]
    public async Task SetBackBy_AskedTwice_TellsOnce()
    {
        await using var rig = await Rig.StartAsync();
        var clock = new ClockWatch(rig.Time);

        rig.Time.Now = Noon - Duration.FromDays(365);

        Assert.True(clock.SetBackBy() >= TimeSpan.FromDays(365));
        Assert.Equal(TimeSpan.Zero, clock.SetBackBy());
    }

    /// <summary>Nobody asks, and nothing is swept, since all that was planned lies an hour ahead.</summary>
    [Fact]
    public async Task Timer_ClockSetBack_NoticesByItself()
    {
        var clock = new ShiftedClock();
        await using var rig = await Rig.StartAsync(clock);
        await rig.Due.LookAgainAsync(Subject, Token);
        rig.Clock.Watch();
        clock.Set(TimeSpan.FromHours(-1));
        Assert.Empty(await rig.Due.DueAsync(clock.GetUtcNow(), 10, Token));

        clock.Pass(TimeSpan.FromSeconds(20));

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while ((await rig.Due.DueAsync(clock.GetUtcNow(), 10, limit.Token)).Count == 0)
        {
            await Task.Yield();
        }
    }

    private sealed class Rig(TemporaryFolder folder, TimeProvider clock, SqliteTableStore store, ServiceProvider services) : IAsyncDisposable
    {
        public SettableTime Time => (SettableTime)clock;

        public DueTable Due => services.GetRequiredService<DueTable>();

        public ClockFollow Clock => services.GetRequiredService<ClockFollow>();

        public SweepPlan Plan => services.GetRequiredService<SweepPlan>();

        public static async Task<Rig> StartAsync(TimeProvider? clock = null)
        {
            var folder = new TemporaryFolder();
            var time = clock ?? new SettableTime(Noon);
            var store = new SqliteTableStore(folder.Path, time);
            await store.CreateTableIfNotExistsAsync(DueTable.Table, Token);
            var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton<ITableStore>(store).AddScheduling(new ConfigurationBuilder().Build()).BuildServiceProvider();
            var rig = new Rig(folder, time, store, services);
            _ = rig.Clock;
            return rig;
        }

        public async Task<DateTimeOffset> FiresAsync(TriggerKey trigger) =>
            (await (await services.GetRequiredService<ISchedulerFactory>().GetScheduler(Token)).GetTrigger(trigger, Token))!.NextFireTimeUtc!.Value;

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            store.Dispose();
            folder.Dispose();
        }
    }
}
