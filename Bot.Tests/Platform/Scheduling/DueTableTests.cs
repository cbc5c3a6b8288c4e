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

public sealed class DueTableTests : IDisposable
{
    private static readonly DueSubject Subject = new("meeting", "musterstadt", "m1");

    private readonly TemporaryFolder folder = new();
    private readonly SettableTime time = new(Instant.FromUtc(2026, 11, 23, 9, 0) + Duration.FromMilliseconds(300));
    private readonly SqliteTableStore tables;
    private readonly DueTable due;

    public DueTableTests()
    {
        tables = new SqliteTableStore(folder.Path, time);
        due = new DueTable(tables, time, new SweepSignal());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddAsync_MomentHasCome_IsNotDueBeforeTheSubjectCanBeStored()
    {
        await CreateAsync();
        await due.AddAsync(Subject, [time.GetUtcNow()], Cancellation);

        Assert.Empty(await due.DueAsync(time.GetUtcNow(), 10, Cancellation));
        Assert.Empty(await due.DueAsync(time.GetUtcNow() + DueTable.Grace, 10, Cancellation));
        Assert.Single(await due.DueAsync(time.GetUtcNow() + DueTable.Grace + TimeSpan.FromSeconds(1), 10, Cancellation));
    }

    [Fact]
    public async Task LookNowAsync_WithinASecond_IsDueAtOnce()
    {
        await CreateAsync();
        await due.LookNowAsync(Subject, Cancellation);

        Assert.Equal(Subject, Assert.Single(await due.DueAsync(time.GetUtcNow(), 10, Cancellation)).Subject);
    }

    [Fact]
    public async Task DueAsync_AroundTheMoment_OnlyFromTheMomentOn()
    {
        await CreateAsync();
        var at = time.GetUtcNow().AddDays(1);
        await due.AddAsync(Subject, [at], Cancellation);

        Assert.Empty(await due.DueAsync(at - TimeSpan.FromSeconds(1), 10, Cancellation));
        Assert.Empty(await due.DueAsync(at, 10, Cancellation));
        Assert.Single(await due.DueAsync(at + TimeSpan.FromSeconds(1), 10, Cancellation));
    }

    [Fact]
    public async Task DueAsync_SeveralSubjects_InOrderOfTimeAndAtMostAsAsked()
    {
        await CreateAsync();
        foreach (var days in new[] { 3, 1, 2 })
        {
            await due.AddAsync(Subject with { Id = "m" + days }, [time.GetUtcNow().AddDays(days)], Cancellation);
        }

        var found = await due.DueAsync(time.GetUtcNow().AddDays(10), 2, Cancellation);

        Assert.Equal(["m1", "m2"], found.Select(row => row.Subject.Id));
    }

    public void Dispose()
    {
        tables.Dispose();
        folder.Dispose();
    }

    private Task CreateAsync() => tables.CreateTableIfNotExistsAsync(DueTable.Table, Cancellation);
}
