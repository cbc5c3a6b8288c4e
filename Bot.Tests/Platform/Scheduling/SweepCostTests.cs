using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Quartz.Extensibility;
using Xunit;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>What looking costs when there is nothing to look at.</summary>
public sealed class SweepCostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Execute_WithNothingDueYet_AsksTheStoreTwiceHoweverManyNetworksThereAre(int networks)
    {
        using var folder = new TemporaryFolder();
        var time = new SettableTime(Instant.FromUtc(2026, 11, 23, 9, 0));
        var asked = new StoreFaults();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<ITableStore>(new FaultyTableStore(new SqliteTableStore(folder.Path, time), asked))
            .AddScheduling(new ConfigurationBuilder().Build())
            .AddSingleton<SweepJob>()
            .BuildServiceProvider();
        await using var store = (FaultyTableStore)services.GetRequiredService<ITableStore>();
        await store.CreateTableIfNotExistsAsync(DueTable.Table, Cancellation);
        var due = services.GetRequiredService<DueTable>();
        await Task.WhenAll(Enumerable.Range(0, networks).Select(network => due.AddAsync(SubjectOf(network), [time.GetUtcNow().AddDays(1)], Cancellation)));
        var job = services.GetRequiredService<SweepJob>();

        var before = asked.Trips;
        await job.Execute(JobExecutionContextBuilder.For(job).Build(), Cancellation);

        Assert.Equal(2, asked.Trips - before);
    }

    private static DueSubject SubjectOf(int network) => new("rhythm", string.Create(CultureInfo.InvariantCulture, $"network{network:0000}"), "plenum");
}
