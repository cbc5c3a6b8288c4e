using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Platform.Activities;

/// <summary>The endpoint on a real web server at a free port of this machine, with a bot that does what the test says.</summary>
internal sealed class ActivityHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ActivityHost(WebApplication app, LogLines log, TestLateAnswers late)
    {
        this.app = app;
        Log = log;
        Late = late;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(LoopbackServer.AddressOf(app)) };
    }

    public HttpClient Http { get; }

    public LogLines Log { get; }

    public TestLateAnswers Late { get; }

    public TurnRunner Runner => app.Services.GetRequiredService<TurnRunner>();

    /// <summary>Ends the process as SIGTERM does.</summary>
    public Task StopAsync(CancellationToken patience) => app.StopAsync(patience);
    public IServiceProvider Services => app.Services;

    public static async Task<ActivityHost> StartAsync(
        Func<TurnContext, CancellationToken, Task> turn, Action<IServiceCollection>? services = null, string environment = "Development",
        Dictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        var log = new LogLines();
        var late = new TestLateAnswers();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        services?.Invoke(builder.Services);
        builder.Services.AddSingleton<IBot>(new TestBot(turn)).AddSingleton<IFaultText, TestFaultText>().AddSingleton<ILateAnswers>(late).AddActivities(builder.Configuration);
        var built = builder.Build();
        built.MapActivities("/api/messages");
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new ActivityHost(built, log, late);
    }

    public Task<HttpResponseMessage> PostAsync(string json) => PostAsync(new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> PostAsync(HttpContent content) => Http.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    private sealed class TestBot(Func<TurnContext, CancellationToken, Task> turn) : IBot
    {
        public Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken) => turn(turnContext, cancellationToken);
    }

    private sealed class TestFaultText : IFaultText
    {
        public string For(string? locale, Exception fault, string activityId) => $"{locale}: Fehler {activityId}";
    }
}

/// <summary>Says in a word that a turn is late, and keeps what it came to.</summary>
internal sealed class TestLateAnswers : ILateAnswers
{
    public ConcurrentQueue<InvokeResponse> Followed { get; } = new();

    public InvokeResponse Early(Activity activity) => AdaptiveCardInvokeResponse.Message("gleich").ToInvokeResponse();

    public InvokeResponse Busy(Activity activity) => AdaptiveCardInvokeResponse.Message("voll").ToInvokeResponse();

    public Task FollowUpAsync(TurnContext turn, InvokeResponse answer, CancellationToken cancellationToken)
    {
        Followed.Enqueue(answer);
        return Task.CompletedTask;
    }
}

/// <summary>What was logged, with exceptions, line by line.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();
    private TaskCompletionSource added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Errors => [.. lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text)];

    public string Everything => string.Join('\n', lines.Select(line => line.Text));

    /// <summary>Waits until a line with that text was logged.</summary>
    public async Task WaitForAsync(string text, CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref added).Task is var next && !Everything.Contains(text, StringComparison.Ordinal))
        {
            await next.WaitAsync(cancellationToken);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    /// <summary>A program that writes scopes would write them beside each line.</summary>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        lines.Enqueue((LogLevel.Trace, $"scope {state}"));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
        Interlocked.Exchange(ref added, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public void Dispose()
    {
    }
}
