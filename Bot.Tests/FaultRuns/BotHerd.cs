using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Benchmarks;

namespace Bot.Tests.FaultRuns;

/// <summary>What a process was doing when it was killed.</summary>
internal enum KillPhase
{
    /// <summary>It did not listen yet.</summary>
    StartUp,

    /// <summary>It took votes, and announced nothing.</summary>
    Votes,

    /// <summary>It announced, and took votes.</summary>
    Announcement,
}

/// <summary>The bot's processes, one or several on one store: killed, and started again at once.</summary>
internal sealed class BotHerd(FaultPlan plan, string setting) : IAsyncDisposable
{
    /// <summary>How much of its life after its start a process has before it.</summary>
    private static readonly TimeSpan AtWork = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(8);

    private readonly ServerProcess?[] bots = new ServerProcess?[plan.Instances];
    private readonly ConcurrentQueue<(DateTimeOffset At, KillPhase Phase)> kills = new();

    private TimeSpan startTakes = TimeSpan.FromSeconds(1);

    /// <summary>When processes were killed.</summary>
    public IReadOnlyCollection<(DateTimeOffset At, KillPhase Phase)> Kills => kills;

    /// <summary>What a process printed that ended by itself; null while none has.</summary>
    public string? EndedByItself { get; private set; }

    /// <summary>Starts those that do not run.</summary>
    public void Start()
    {
        for (var place = 0; place < bots.Length; place++)
        {
            if (bots[place] is null)
            {
                var (began, bot) = (TimeProvider.System.GetUtcNow(), ServerProcess.BeginBot([setting, "--ExampleNetwork:Enabled=false"]));
                bots[place] = bot;
                _ = bot.Listening.ContinueWith(
                    _ => startTakes = (startTakes + (TimeProvider.System.GetUtcNow() - began)) / 2, CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Waits until all listen.</summary>
    public Task ListeningAsync(CancellationToken cancellationToken) => Task.WhenAll(bots.Select(bot => bot!.Listening.WaitAsync(cancellationToken)));

    /// <summary>One that listens, as far as is known; waits until there is one.</summary>
    public async Task<Uri> AnyAsync(Chance chance, CancellationToken cancellationToken)
    {
        while (true)
        {
            var listening = bots.Where(bot => bot?.Listening.IsCompletedSuccessfully == true).Select(bot => bot!.Listening).ToList();
            if (listening.Count > 0)
            {
                return await listening[chance.Below(listening.Count)];
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Kills processes at random moments, all alike from the first of their start to some time at work; where several run, so often that each lives as long.</summary>
    public async Task KillAsync(int times, Chance chance, Func<bool> isAnnouncing, Action<int> told, CancellationToken cancellationToken)
    {
        for (var kill = 1; kill <= times && EndedByItself is null; kill++)
        {
            await Task.Delay(chance.UpTo((startTakes + AtWork) / bots.Length), TimeProvider.System, cancellationToken);
            await KillAsync(chance.Below(bots.Length), isAnnouncing());
            Start();
            told(kill);
        }
    }

    /// <summary>Kills all, and starts none.</summary>
    public async Task StopAsync()
    {
        for (var place = 0; place < bots.Length; place++)
        {
            await EndAsync(place);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task KillAsync(int place, bool isAnnouncing)
    {
        var bot = bots[place]!;
        if (bot.HasEnded)
        {
            EndedByItself = bot.Printed;
            return;
        }

        if (!bot.Listening.IsCompletedSuccessfully)
        {
            // On a busy machine it takes longer than thought; else all would be killed before they do anything.
            startTakes = TimeSpan.FromTicks(Math.Min((long)(startTakes.Ticks * 1.2), LongestStart.Ticks));
        }

        kills.Enqueue((TimeProvider.System.GetUtcNow(), !bot.Listening.IsCompletedSuccessfully ? KillPhase.StartUp : isAnnouncing ? KillPhase.Announcement : KillPhase.Votes));
        await EndAsync(place);
    }

    private async Task EndAsync(int place)
    {
        if (bots[place] is { } bot)
        {
            bots[place] = null;
            await bot.DisposeAsync();
        }
    }
}
