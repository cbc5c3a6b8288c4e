using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Deliveries;

/// <summary>Merges wishes to bring the same cards up to date: at once the first time, then at most every two seconds. A refresh that did not reach every card is
/// tried again when it says, unless a newer wish comes first.</summary>
/// <remarks>Kept in memory only, and finished when the process is told to stop: a card that was not refreshed because the process died is refreshed by the next change, and by closing. There are never more wishes than
/// <see cref="MostWishes"/>.</remarks>
internal sealed partial class CardRefresher(TimeProvider time, ILogger<CardRefresher> logger) : IAsyncDisposable
{
    /// <summary>The shortest time between two refreshes of the same cards.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A refresh that takes long is paused for so many times as long, so that at most a fifth of the time goes into refreshing cards with very many voters.</summary>
    private const int RestFactor = 4;

    /// <summary>What its clock shows.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>How many different wishes are kept; what comes on top is left to the next change.</summary>
    public const int MostWishes = 10_000;

    private readonly ConcurrentDictionary<string, Wish> wishes = new(StringComparer.Ordinal);

    /// <summary>How long the process, told to stop, waits for cards that are to be brought up to date.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource ending = new();

    private readonly CancellationTokenSource stopping = new();

    /// <summary>Wishes the cards named <paramref name="key"/> to be brought up to date; returns at once.</summary>
    /// <param name="key">The cards.</param>
    /// <param name="refresh">Does it; says when to try again what it could not reach, null when there is nothing.</param>
    public void Request(string key, Func<CancellationToken, Task<DateTimeOffset?>> refresh)
    {
        if (wishes.Count >= MostWishes && !wishes.ContainsKey(key))
        {
            LogTooMany(logger, key);
            return;
        }

        while (true)
        {
            var wish = wishes.GetOrAdd(key, _ => new Wish());
            lock (wish)
            {
                if (wish.IsOver)
                {
                    continue;
                }

                wish.Wanted = refresh;
                _ = wish.Retry?.CancelAsync();
                wish.Running ??= Task.Run(() => WorkAsync(key, wish));
                return;
            }
        }
    }

    /// <summary>Ends when nothing is under way; a wish that waits for its pause counts as under way.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(wishes.Values.Select(wish => wish.Running ?? Task.CompletedTask));

    /// <summary>Brings up to date what waits for its pause, so that what people did last is shown; what could not be reached is not tried again here. Nothing new is to be wished any more.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ending.CancelAsync();
            await WhenIdleAsync().WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            LogUnfinished(logger, wishes.Count);
        }
        catch (ObjectDisposedException)
        {
            // Where the host is stopped from outside, it may stop itself at the same time; whoever disposed of this has waited for the cards.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await WhenIdleAsync();
        ending.Dispose();
        stopping.Dispose();
    }

    private async Task WorkAsync(string key, Wish wish)
    {
        while (true)
        {
            if (wish.LastAt is { } last && time.GetElapsedTime(last) is var passed && passed < wish.Pause && !await WaitedAsync(wish.Pause - passed, stopping.Token))
            {
                return;
            }

            Func<CancellationToken, Task<DateTimeOffset?>>? refresh;
            lock (wish)
            {
                refresh = wish.Wanted;
                wish.Wanted = null;
                if (refresh is null)
                {
                    wish.IsOver = true;
                    wishes.TryRemove(new KeyValuePair<string, Wish>(key, wish));
                    return;
                }
            }

            wish.LastAt = time.GetTimestamp();
            var again = await RunAsync(key, refresh);
            wish.Pause = PauseAfter(time.GetElapsedTime(wish.LastAt.Value));
            if (again is not null)
            {
                await RetryAsync(wish, refresh, again.Value);
            }
        }
    }

    /// <summary>How long after its beginning the next refresh may begin.</summary>
    private TimeSpan PauseAfter(TimeSpan took) => Pause > TimeSpan.Zero && took * (RestFactor + 1) > Pause ? took * (RestFactor + 1) : Pause;

    /// <summary>Waits until the cards that were not reached are to be tried again; a newer wish, which reaches them too, ends the wait.</summary>
    private async Task RetryAsync(Wish wish, Func<CancellationToken, Task<DateTimeOffset?>> refresh, DateTimeOffset again)
    {
        var wait = again - time.GetUtcNow();
        // Soon: another instance has just begun with the same cards, and may have missed what happened here last.
        var isSoon = wait <= Pause;
        using var newer = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, isSoon ? CancellationToken.None : ending.Token);
        lock (wish)
        {
            if (wish.Wanted is not null)
            {
                return;
            }

            wish.Retry = newer;
        }

        await WaitedAsync(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, newer.Token);
        lock (wish)
        {
            wish.Retry = null;
            wish.Wanted ??= stopping.IsCancellationRequested || (ending.IsCancellationRequested && !isSoon) ? null : refresh;
        }
    }

    private async Task<DateTimeOffset?> RunAsync(string key, Func<CancellationToken, Task<DateTimeOffset?>> refresh)
    {
        // Of whose turn it was wished is past: the wishes of several are one refresh.
        TurnSight.Leave();
        using var span = Spans.Root("refresh cards");
        try
        {
            return await refresh(stopping.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, key, FaultTrace.Of(failure));
        }
        catch (OperationCanceledException)
        {
            // The process stops; the next change refreshes the card.
        }

        return null;
    }

    private async Task<bool> WaitedAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, time, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 4003, Level = LogLevel.Error, Message = "Bringing the cards about {Subject} up to date failed. {Fault}")]
    private static partial void LogFailed(ILogger logger, string subject, string fault);

    [LoggerMessage(EventId = 4015, Level = LogLevel.Warning, Message = "The process stops while {Cards} sets of cards wait to be brought up to date; their next change does it")]
    private static partial void LogUnfinished(ILogger logger, int cards);

    [LoggerMessage(EventId = 4014, Level = LogLevel.Warning, Message = "Too many cards wait to be brought up to date; {Subject} is left to its next change")]
    private static partial void LogTooMany(ILogger logger, string subject);

    private sealed class Wish
    {
        public Func<CancellationToken, Task<DateTimeOffset?>>? Wanted { get; set; }

        public Task? Running { get; set; }

        public CancellationTokenSource? Retry { get; set; }

        public bool IsOver { get; set; }

        public TimeSpan Pause { get; set; }

        public long? LastAt { get; set; }
    }
}
