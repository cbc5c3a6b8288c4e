using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>An instance that does nothing but sweep, with Quartz as its clock as in the bot.</summary>
internal sealed class ClockHost : IAsyncDisposable
{
    private readonly IHost host;

    private ClockHost(IHost host) => this.host = host;

    /// <summary>What is due.</summary>
    public DueTable Due => host.Services.GetRequiredService<DueTable>();

    /// <summary>Starts one.</summary>
    /// <param name="tables">The rows all share.</param>
    /// <param name="probe">Looks at what is due.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="settings">Settings of the section <c>Scheduling</c>.</param>
    public static async Task<ClockHost> StartAsync(ITableStore tables, SweepProbe probe, TimeProvider time, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        foreach (var (key, value) in settings)
        {
            builder.Configuration["Scheduling:" + key] = value;
        }

        builder.Services.AddLogging().AddSingleton(time).AddSingleton(tables).AddSingleton<IDueHandler>(probe).AddScheduling(builder.Configuration);
        builder.Services.AddQuartz(quartz => quartz.AddTriggerListener(probe));
        var started = new ClockHost(builder.Build());
        await started.host.StartAsync();
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}

/// <summary>Looks at subjects of the kind <c>probe</c>: counts, and waits while it is told to.</summary>
internal sealed class SweepProbe : IDueHandler, ITriggerListener
{
    private TaskCompletionSource gate = new();
    private int inside;

    public SweepProbe() => gate.SetResult();

    public string Kind => "probe";

    public string Name => "probe";

    /// <summary>How many look at this moment.</summary>
    public int Inside => Volatile.Read(ref inside);

    /// <summary>The most who looked at the same time.</summary>
    public int Most { get; private set; }

    /// <summary>What was looked at, in order.</summary>
    public ConcurrentQueue<string> Looked { get; } = new();

    /// <summary>Triggers that went off.</summary>
    public ConcurrentQueue<string> Fired { get; } = new();

    public void Hold() => gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => gate.TrySetResult();

    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Most = Math.Max(Most, Interlocked.Increment(ref inside));
        try
        {
            await gate.Task.WaitAsync(cancellationToken);
            Looked.Enqueue(subject.Id);
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    public ValueTask TriggerFired(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        Fired.Enqueue(trigger.Key.Name);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The machine's clock, so much ahead or behind.</summary>
internal sealed class ShiftedTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
