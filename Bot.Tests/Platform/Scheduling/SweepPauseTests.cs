using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Tests.Conversations;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>A subject at which looking always fails: it is looked at more and more seldom, holds nobody up, and is told of twice, not each time.</summary>
public class SweepPauseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(6, 60)]
    [InlineData(7, 60)]
    [InlineData(int.MaxValue, 60)]
    public void PauseAfter_SoManyFailures_IsSoManyMinutes(int failures, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), Sweep.PauseAfter(failures));

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Run_SubjectThatAlwaysFails_IsLookedAtSeldomAndHoldsNobodyUp(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var due = new DueTable(talk.Get<ITableStore>(), talk.Get<SweepSignal>(), talk.Time);
        var (log, looks) = (new Told(), new List<string>());
        var poison = new DueSubject("poison", "n", "x");
        await due.LookAgainAsync(poison, Cancellation);
        var began = talk.Time.GetUtcNow();
        for (var minute = 0; minute <= 24 * 60; minute += 2)
        {
            // Another process each time: how often it has failed is stored.
            await due.AddAsync(new DueSubject("sound", "n", "y"), [talk.Time.GetUtcNow()], Cancellation);
            await new Sweep(due, [new Looker("poison", looks, fails: true), new Looker("sound", looks, fails: false)], talk.Time, log).RunAsync(Cancellation);
            talk.Time.Now += NodaTime.Duration.FromMinutes(2);
        }

        Assert.Equal(721, looks.Count(look => look == "sound"));
        Assert.InRange(looks.Count(look => look == "poison"), 25, 30);
        Assert.Equal([3001, 3002], log.Events);
        Assert.True(talk.Time.GetUtcNow() > began);
    }

    /// <summary>Once it works, what failed before is forgotten.</summary>
    [Fact]
    public async Task Run_SubjectThatWorksAgain_BeginsAnew()
    {
        await using var talk = await Talk.StartAsync();
        var due = new DueTable(talk.Get<ITableStore>(), talk.Get<SweepSignal>(), talk.Time);
        var (log, looks) = (new Told(), new List<string>());
        var looker = new Looker("poison", looks, fails: true);
        await due.LookAgainAsync(new DueSubject("poison", "n", "x"), Cancellation);
        await new Sweep(due, [looker], talk.Time, log).RunAsync(Cancellation);
        talk.Time.Now += NodaTime.Duration.FromMinutes(2);
        looker.Fails = false;
        await new Sweep(due, [looker], talk.Time, log).RunAsync(Cancellation);
        looker.Fails = true;
        await due.LookAgainAsync(new DueSubject("poison", "n", "x"), Cancellation);
        await new Sweep(due, [looker], talk.Time, log).RunAsync(Cancellation);
        Assert.Equal((3, 2), (looks.Count, log.Events.Count(id => id == 3001)));
        talk.Time.Now += NodaTime.Duration.FromMinutes(2);
        Assert.Equal(1, Assert.Single(await due.DueAsync(talk.Time.GetUtcNow(), 10, Cancellation), row => row.Subject.Kind == "poison").Failures);
    }

    private sealed class Looker(string kind, List<string> looks, bool fails) : IDueHandler
    {
        public string Kind => kind;

        public bool Fails { get; set; } = fails;

        public Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
        {
            looks.Add(kind);
            return Fails ? throw new InvalidOperationException("broken") : Task.FromResult<DateTimeOffset?>(null);
        }
    }

    private sealed class Told : ILogger<Sweep>
    {
        /// <summary>What was said of the poison; of the network's own subjects there are no handlers here.</summary>
        public List<int> Events { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).Contains("poison", StringComparison.Ordinal))
            {
                Events.Add(eventId.Id);
            }
        }
    }
}
