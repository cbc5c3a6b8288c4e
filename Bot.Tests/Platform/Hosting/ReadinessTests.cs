using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Hosting;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Hosting;

/// <summary>Whoever asks whether the bot is ready gets an answer of the last few seconds, and costs its parts nothing more.</summary>
public sealed class ReadinessTests : IDisposable
{
    private readonly SettableTime time = new(Instant.FromUtc(2027, 1, 14, 12, 0));
    private readonly Parts parts = new();
    private readonly Life life = new();
    private readonly Lines lines = new();
    private readonly Readiness readiness;

    public ReadinessTests() => readiness = new Readiness(parts, life, time, lines);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_AThousandTimesWithinFiveSeconds_LooksOnce()
    {
        for (var asked = 0; asked < 1000; asked++)
        {
            Assert.True((await readiness.AskAsync(Cancellation)).Ready);
        }

        time.Now += Duration.FromMilliseconds(4999);
        await readiness.AskAsync(Cancellation);
        Assert.Equal(1, parts.Looks);
        time.Now += Duration.FromMilliseconds(1);
        await readiness.AskAsync(Cancellation);
        Assert.Equal(2, parts.Looks);
    }

    [Fact]
    public async Task Ask_WhileALookTakesLong_WaitsForThatOne()
    {
        var slow = parts.Hold();
        var first = readiness.AskAsync(Cancellation);
        time.Now += Duration.FromMinutes(1);
        var second = readiness.AskAsync(Cancellation);
        slow.SetResult();

        Assert.Equal(await first, await second);
        Assert.Equal(1, parts.Looks);
    }

    [Fact]
    public async Task Ask_WithAnIllPart_NamesIt_AndLogsOnlyWhatChanges()
    {
        parts.Ill.Add("store");
        Assert.Equal(["store"], (await readiness.AskAsync(Cancellation)).NotReady);
        time.Now += Duration.FromSeconds(5);
        parts.Ill.Add("scheduler");
        Assert.Equal(["scheduler", "store"], (await readiness.AskAsync(Cancellation)).NotReady);
        time.Now += Duration.FromSeconds(5);
        await readiness.AskAsync(Cancellation);
        time.Now += Duration.FromSeconds(5);
        parts.Ill.Clear();
        var well = await readiness.AskAsync(Cancellation);

        Assert.Equal((true, 0), (well.Ready, well.NotReady.Count));
        Assert.Equal(["Not ready: store.", "Not ready: scheduler, store.", "Ready again."], lines.Said);
        Assert.Equal(["connector", "draining", "scheduler", "store"], readiness.Parts);
    }

    [Fact]
    public async Task Ask_WhenTheProcessStops_SaysSoAtOnceAndLooksAtNothing()
    {
        await readiness.AskAsync(Cancellation);
        life.Stop();

        var answer = await readiness.AskAsync(Cancellation);

        Assert.False(answer.Ready);
        Assert.Equal([Readiness.Draining], answer.NotReady);
        Assert.Equal(1, parts.Looks);
    }

    public void Dispose() => life.Dispose();

    private sealed class Parts : HealthCheckService
    {
        private static readonly string[] All = ["store", "connector", "scheduler"];

        private TaskCompletionSource? held;

        public HashSet<string> Ill { get; } = [];

        public int Looks { get; private set; }

        public TaskCompletionSource Hold() => held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task<HealthReport> CheckHealthAsync(Func<HealthCheckRegistration, bool>? predicate, CancellationToken cancellationToken = default)
        {
            Looks++;
            await (held?.Task ?? Task.CompletedTask);
            return new HealthReport(All.ToDictionary(part => part, StateOf, StringComparer.Ordinal), TimeSpan.Zero);
        }

        private HealthReportEntry StateOf(string part) =>
            new(Ill.Contains(part) ? HealthStatus.Unhealthy : HealthStatus.Healthy, description: null, TimeSpan.Zero, exception: null, data: null);
    }

    private sealed class Life : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Stop() => stopping.Cancel();

        public void StopApplication() => Stop();

        public void Dispose() => stopping.Dispose();
    }

    private sealed class Lines : ILogger<Readiness>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception));
    }
}
