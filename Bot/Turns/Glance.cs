using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Turns;

/// <summary>What many ask for at the same moment, loaded once for all of them: an edit in a channel makes every client ask how the card stands now.</summary>
/// <remarks>In memory, for <see cref="Fresh"/>; never for what somebody has just done themselves, which must be read anew.</remarks>
internal sealed class Glance<TKey, TValue>(TimeProvider time)
    where TKey : notnull
{
    /// <summary>How long what was loaded is shown.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private const int Most = 200;

    private readonly ConcurrentDictionary<TKey, (Lazy<Task<TValue>> Value, DateTimeOffset Until)> loaded = new();

    /// <summary>The value, loaded by whoever asks first. A load that failed is tried again by the next who asks.</summary>
    public async Task<TValue> OfAsync(TKey key, Func<Task<TValue>> load, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (loaded.Count >= Most)
        {
            loaded.Clear();
        }

        var entry = loaded.AddOrUpdate(
            key,
            _ => (new Lazy<Task<TValue>>(load), now + Fresh),
            (_, before) => now < before.Until && !before.Value.Value.IsFaulted && !before.Value.Value.IsCanceled ? before : (new Lazy<Task<TValue>>(load), now + Fresh));
        return await entry.Value.Value.WaitAsync(cancellationToken);
    }
}
