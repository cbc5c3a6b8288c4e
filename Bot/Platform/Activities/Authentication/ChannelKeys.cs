using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Activities.Authentication;

/// <summary>The channel's keys, kept in memory and kept fresh.</summary>
/// <remarks>
/// <para>"All bot instances should refresh their local cache of the document at least once every 24 hours" (protocol 1.3). A key not seen before asks
/// for one more reading, at most once in five minutes, so that invented keys cause no traffic. When a reading fails, the last good keys stay.</para>
/// <para>Own, because the library's ConfigurationManager goes by the machine's clock and cannot be given another.</para>
/// </remarks>
internal sealed partial class ChannelKeys(KeyDocuments documents, TimeProvider time, ILogger<ChannelKeys> logger)
{
    /// <summary>Older keys are read anew before they are used.</summary>
    public static readonly TimeSpan LongestAge = TimeSpan.FromHours(24);

    /// <summary>Least time between two readings because of a key not seen before, and between two tries to replace old keys.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Least time between two tries while there are no keys at all.</summary>
    public static readonly TimeSpan PauseWithoutKeys = TimeSpan.FromSeconds(10);

    /// <summary>How long a request waits for old keys to be replaced before it makes do with them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private volatile KeySet? current;
    private Task reading = Task.CompletedTask;
    private DateTimeOffset lastTry = DateTimeOffset.MinValue;
    private DateTimeOffset lastForced = DateTimeOffset.MinValue;

    private sealed record KeySet(FrozenDictionary<string, ChannelKey> ById, DateTimeOffset ReadAt);

    /// <summary>Whether there are keys that were read within that time.</summary>
    public bool WereReadWithin(TimeSpan age) => current is { } keys && time.GetUtcNow() - keys.ReadAt < age;

    /// <summary>The key of that <c>kid</c>. Readings are shared by all who wait for one; those whose key is known do not wait.</summary>
    /// <returns>Null when the channel has no such key, and whether it has any.</returns>
    public async ValueTask<(ChannelKey? Key, bool HasKeys)> FindAsync(string id, CancellationToken cancellationToken)
    {
        var keys = current;
        if (!WereReadWithin(LongestAge))
        {
            await WaitAsync(ReadIfDue(ref lastTry, keys is null ? PauseWithoutKeys : Pause), keys is null ? Timeout.InfiniteTimeSpan : Patience, cancellationToken);
            keys = current;
        }

        if (keys is not null && !keys.ById.ContainsKey(id))
        {
            await WaitAsync(ReadIfDue(ref lastForced, Pause), Timeout.InfiniteTimeSpan, cancellationToken);
            keys = current;
        }

        return (keys?.ById.GetValueOrDefault(id), keys is not null);
    }

    /// <summary>Reads the keys, unless they are being read. Never fails: what goes wrong is logged, and the last good keys stay.</summary>
    public Task ReadAsync() => ReadIfDue(ref lastTry, TimeSpan.Zero);

    private async Task WaitAsync(Task read, TimeSpan patience, CancellationToken cancellationToken)
    {
        await read.WaitAsync(patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private Task ReadIfDue(ref DateTimeOffset last, TimeSpan pause)
    {
        lock (gate)
        {
            if (!reading.IsCompleted)
            {
                return reading;
            }

            var now = time.GetUtcNow();
            // A clock that was set back must not make a short pause long.
            if (now - last is var passed && (passed >= pause || passed < TimeSpan.Zero))
            {
                last = now;
                reading = Task.Run(ReadOnceAsync);
            }

            return reading;
        }
    }

    private async Task ReadOnceAsync()
    {
        try
        {
            var keys = await documents.ReadAsync(CancellationToken.None);
            current = new KeySet(keys, time.GetUtcNow());
            LogRead(keys.Count);
        }
#pragma warning disable CA1031 // Whatever is wrong with somebody else's documents must end neither a request nor the bot; it is logged, and the last good keys stay.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogUnread(current is not null, fault.Message);
        }
    }

    [LoggerMessage(1020, LogLevel.Information, "Read {Count} keys of the channel.")]
    private partial void LogRead(int count);

    [LoggerMessage(1021, LogLevel.Error, "The channel's keys could not be read (earlier ones at hand: {HasKeys}): {Reason}")]
    private partial void LogUnread(bool hasKeys, string reason);
}
