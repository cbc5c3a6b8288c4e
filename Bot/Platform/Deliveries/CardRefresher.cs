using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Deliveries;

/// <summary>Merges wishes to bring the same cards up to date: at once the first time, then at most every two seconds.</summary>
/// <remarks>Kept in memory only: a card that was not refreshed because the process died is refreshed by the next change, and by closing.</remarks>
internal sealed partial class CardRefresher(TimeProvider time, ILogger<CardRefresher> logger) : IAsyncDisposable
{
    /// <summary>The shortest time between two refreshes of the same cards.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Wish> wishes = new(StringComparer.Ordinal);

    private readonly CancellationTokenSource stopping = new();

    /// <summary>Wishes the cards named <paramref name="key"/> to be brought up to date; returns at once.</summary>
    public void Request(string key, Func<CancellationToken, Task> refresh)
    {
        var wish = wishes.GetOrAdd(key, _ => new Wish());
        lock (wish)
        {
            wish.Wanted = refresh;
            if (wish.Running is null or { IsCompleted: true })
            {
                wish.Running = Task.Run(() => WorkAsync(key, wish));
            }
        }
    }

    /// <summary>Ends when nothing is under way; a wish that waits for its pause counts as under way.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(wishes.Values.Select(wish => wish.Running ?? Task.CompletedTask));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await WhenIdleAsync();
        stopping.Dispose();
    }

    private async Task WorkAsync(string key, Wish wish)
    {
        while (true)
        {
            if (wish.LastAt is { } last && time.GetElapsedTime(last) is var passed && passed < Pause && !await WaitedAsync(Pause - passed))
            {
                return;
            }

            Func<CancellationToken, Task>? refresh;
            lock (wish)
            {
                refresh = wish.Wanted;
                wish.Wanted = null;
                if (refresh is null)
                {
                    wish.Running = null;
                    wishes.TryRemove(new KeyValuePair<string, Wish>(key, wish));
                    return;
                }
            }

            wish.LastAt = time.GetTimestamp();
            await RunAsync(key, refresh);
        }
    }

    private async Task RunAsync(string key, Func<CancellationToken, Task> refresh)
    {
        try
        {
            await refresh(stopping.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, failure, key);
        }
        catch (OperationCanceledException)
        {
            // The process stops; the next change refreshes the card.
        }
    }

    private async Task<bool> WaitedAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, time, stopping.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 4003, Level = LogLevel.Error, Message = "Bringing the cards about {Subject} up to date failed")]
    private static partial void LogFailed(ILogger logger, Exception failure, string subject);

    private sealed class Wish
    {
        public Func<CancellationToken, Task>? Wanted { get; set; }

        public Task? Running { get; set; }

        public long? LastAt { get; set; }
    }
}
