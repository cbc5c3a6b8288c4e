using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>Rows "at T look at S": what is due, and that no look is lost between two who work at the same time.</summary>
public sealed class DueTableTests : IAsyncLifetime
{
    private static readonly DueSubject Subject = new("meeting", "musterstadt", "m1");

    private readonly TemporaryFolder folder = new();
    private readonly SettableTime time = new(Instant.FromUtc(2026, 11, 23, 9, 0));
    private SqliteTableStore store = null!;
    private DueTable due = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = new SqliteTableStore(folder.Path, time);
        await store.CreateTableIfNotExistsAsync(DueTable.Table, Cancellation);
        due = new DueTable(store, new SweepSignal(), time);
    }

    public ValueTask DisposeAsync()
    {
        store.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Due_AroundTheMoment_OnlyFromItOn()
    {
        var at = time.GetUtcNow() + TimeSpan.FromHours(1);
        await due.AddAsync(Subject, [at, at + TimeSpan.FromSeconds(1)], Cancellation);
        Assert.Empty(await due.DueAsync(at - TimeSpan.FromTicks(1), 10, Cancellation));
        Assert.Single(await due.DueAsync(at, 10, Cancellation));
        Assert.Equal(2, (await due.DueAsync(at + TimeSpan.FromSeconds(1), 10, Cancellation)).Count);
        Assert.Equal(at, await due.NextAsync(Cancellation));
    }

    [Fact]
    public async Task Remove_WrittenAgainWhileLookedAt_StaysForAnotherLook()
    {
        await due.AddAsync(Subject, [time.GetUtcNow()], Cancellation);
        var read = Assert.Single(await due.DueAsync(time.GetUtcNow(), 10, Cancellation));
        await due.AddAsync(Subject, [time.GetUtcNow()], Cancellation);
        await due.RemoveAsync(read, Cancellation);
        var again = Assert.Single(await due.DueAsync(time.GetUtcNow(), 10, Cancellation));
        await due.RemoveAsync(again, Cancellation);
        await due.RemoveAsync(again, Cancellation);
        Assert.Empty(await due.DueAsync(time.GetUtcNow(), 10, Cancellation));
    }

    [Fact]
    public async Task Foresee_ThenLookNow_LeavesOneLookNow()
    {
        var foreseen = await due.ForeseeAsync(Subject, [], Cancellation);
        Assert.Empty(await due.DueAsync(time.GetUtcNow(), 10, Cancellation));
        await due.LookNowAsync(foreseen, Cancellation);
        Assert.Single(await due.DueAsync(time.GetUtcNow(), 10, Cancellation));
        Assert.Single(await due.DueAsync(time.GetUtcNow() + DueTable.Grace, 10, Cancellation));
    }

    [Fact]
    public async Task Foresee_AndNothingMore_IsLookedAtWhenTheGraceIsOver()
    {
        await due.ForeseeAsync(Subject, [], Cancellation);
        Assert.Single(await due.DueAsync(time.GetUtcNow() + DueTable.Grace, 10, Cancellation));
    }

    [Fact]
    public async Task LookNow_SomebodyElseForesawInTheSameSecond_LeavesTheirLook()
    {
        var mine = await due.ForeseeAsync(Subject, [], Cancellation);
        await due.ForeseeAsync(Subject, [], Cancellation);
        await due.LookNowAsync(mine, Cancellation);
        var rows = await due.DueAsync(time.GetUtcNow() + DueTable.Grace, 10, Cancellation);
        Assert.Equal([time.GetUtcNow(), time.GetUtcNow() + DueTable.Grace], rows.Select(row => row.At));
    }
}
