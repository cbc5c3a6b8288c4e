using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.Platform.Activities;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>The machine's clock leaps ahead while the bot runs: what it would end by that is not ended, unless the clock stays there.</summary>
public sealed class ClockLeapTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Seconds the clock is set forward, and seconds of time that pass after that.</summary>
    [Theory]
    [InlineData(3600, 0, false)]
    [InlineData(3601, 0, true)]
    [InlineData(365 * 24 * 3600, (30 * 60) - 1, true)]
    [InlineData(365 * 24 * 3600, 30 * 60, false)]
    public void Doubtful_AfterALeap_ForHalfAnHour(int ahead, int later, bool isDoubtful)
    {
        var clock = new ShiftedClock();
        var watch = new ClockWatch(clock);
        clock.Set(TimeSpan.FromSeconds(ahead));
        Assert.Equal(ahead > 3600 ? ahead : 0, watch.DoubtfulBy().TotalSeconds);
        clock.Pass(TimeSpan.FromSeconds(later));
        Assert.Equal(isDoubtful, watch.DoubtfulBy() > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, watch.SetBackBy());
    }

    [Fact]
    public void Doubtful_TimePassingWithTheClock_IsNever()
    {
        var clock = new ShiftedClock();
        var watch = new ClockWatch(clock);
        clock.Pass(Year);
        Assert.Equal(TimeSpan.Zero, watch.DoubtfulBy());
    }

    /// <summary>It is believed as soon as it shows about what it would have shown, and what was planned by it is planned anew.</summary>
    [Theory]
    [InlineData(-3601, true)]
    [InlineData(-(365 * 24 * 3600) + 3601, true)]
    [InlineData(-(365 * 24 * 3600) + 3600, false)]
    [InlineData(-365 * 24 * 3600, false)]
    [InlineData(-366 * 24 * 3600, false)]
    public void Doubtful_SetBackAgain_IsBelievedAtOnce(int back, bool isDoubtful)
    {
        var clock = new ShiftedClock();
        var watch = new ClockWatch(clock);
        clock.Set(Year);
        Assert.Equal(Year, watch.DoubtfulBy());
        clock.Set(TimeSpan.FromSeconds(back));
        Assert.Equal(isDoubtful, watch.DoubtfulBy() > TimeSpan.Zero);
        Assert.Equal(-back, watch.SetBackBy().TotalSeconds);
        Assert.Equal(TimeSpan.Zero, watch.SetBackBy());
    }

    /// <summary>A second leap is waited for as the first.</summary>
    [Fact]
    public void Doubtful_LeapingTwice_IsForHalfAnHourAfterTheSecond()
    {
        var clock = new ShiftedClock();
        var watch = new ClockWatch(clock);
        clock.Set(Year);
        Assert.Equal(Year, watch.DoubtfulBy());
        clock.Pass(TimeSpan.FromMinutes(29));
        clock.Set(Year);
        Assert.Equal(2 * Year, watch.DoubtfulBy());
        clock.Pass(TimeSpan.FromMinutes(29));
        Assert.Equal(2 * Year, watch.DoubtfulBy());
        clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, watch.DoubtfulBy());
    }

    [Fact]
    public async Task Sweep_AfterALeap_LooksAtNothingUntilTheClockIsBackOrHasStayed()
    {
        await using var rig = await Rig.StartAsync();
        await rig.Due.AddAsync(new DueSubject("probe", "n", "later"), [rig.Clock.GetUtcNow() + TimeSpan.FromDays(30)], Token);
        await rig.RunAsync();
        rig.Clock.Set(Year);
        await rig.RunAsync();
        Assert.Empty(rig.Looked);
        Assert.Equal(HealthStatus.Unhealthy, await rig.CheckAsync());
        Assert.Single(rig.Log.Errors, line => line.Contains("clock leapt ahead by 365", StringComparison.Ordinal));

        rig.Clock.Set(-Year);
        await rig.RunAsync();
        Assert.Empty(rig.Looked);
        Assert.Equal(HealthStatus.Healthy, await rig.CheckAsync());
        Assert.Contains("is believed again", rig.Log.Everything, StringComparison.Ordinal);

        rig.Clock.Set(Year);
        await rig.RunAsync();
        rig.Clock.Pass(ClockWatch.Patience);
        await rig.RunAsync();
        // Having been set back, the clock is followed by the timer too; looking twice is harmless.
        Assert.Equal(["later"], rig.Looked.Distinct());
    }

    /// <summary>It leaps while somebody is being told: the next look into the table is not by the new time.</summary>
    [Fact]
    public async Task Sweep_UnderWayWhenTheClockLeaps_BeginsNoMore()
    {
        await using var rig = await Rig.StartAsync();
        await rig.Due.LookAgainAsync(new DueSubject("probe", "n", "now"), Token);
        await rig.Due.AddAsync(new DueSubject("probe", "n", "later"), [rig.Clock.GetUtcNow() + TimeSpan.FromDays(30)], Token);
        rig.OnLook = () => rig.Clock.Set(Year);
        await rig.RunAsync();
        Assert.Equal(["now"], rig.Looked);
    }

    private sealed class Rig(TemporaryFolder folder, SqliteTableStore store) : IDueHandler, IAsyncDisposable
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> looked = new();
        private ServiceProvider services = null!;

        public string Kind => "probe";

        public ShiftedClock Clock { get; private init; } = null!;

        public LogLines Log { get; } = new();

        public Action OnLook { get; set; } = () => { };

        public string[] Looked => [.. looked];

        public DueTable Due => services.GetRequiredService<DueTable>();

        public static async Task<Rig> StartAsync()
        {
            var (folder, clock) = (new TemporaryFolder(), new ShiftedClock());
            var store = new SqliteTableStore(folder.Path, clock);
            await store.CreateTableIfNotExistsAsync(DueTable.Table, Token);
            var rig = new Rig(folder, store) { Clock = clock };
            rig.services = new ServiceCollection().AddLogging(logging => logging.AddProvider(rig.Log)).AddSingleton<TimeProvider>(clock).AddSingleton<ITableStore>(store)
                .AddSingleton<IDueHandler>(rig).AddScheduling(new ConfigurationBuilder().Build()).BuildServiceProvider();
            _ = rig.services.GetRequiredService<ClockFollow>();
            return rig;
        }

        public Task RunAsync() => new SweepJob(services.GetRequiredService<Sweep>(), services.GetRequiredService<SweepPlan>(), services.GetRequiredService<ClockFollow>())
            .Execute(null!, Token).AsTask();

        public async Task<HealthStatus> CheckAsync() => (await services.GetRequiredService<ClockCheck>().CheckHealthAsync(new HealthCheckContext(), Token)).Status;

        public Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
        {
            OnLook();
            looked.Enqueue(subject.Id);
            return Task.FromResult<DateTimeOffset?>(null);
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            store.Dispose();
            folder.Dispose();
        }
    }
}
