using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities;

/// <summary>Keeps one sender from taking the time of all: a bucket of turns for each, refilled by the clock. Costs no storage call and no lock that
/// two senders share.</summary>
/// <remarks>Kept in memory only, so every instance of the bot counts for itself. At most <see cref="Most"/> senders are remembered, those who have been
/// quiet are forgotten first. While that many are busy at once, further ones are let through uncounted: each of a flood of made-up
/// senders would start with a full bucket anyway.</remarks>
internal sealed class SenderLimit(IOptions<LimitOptions> options, TimeProvider time)
{
    /// <summary>Senders remembered at once, some 2 MB.</summary>
    public const int Most = 10_000;

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Tenant, string Sender), Bucket> buckets = new();
    private readonly TimeSpan each = TimeSpan.FromMinutes(1) / options.Value.SenderPerMinute;
    private readonly TimeSpan whole = TimeSpan.FromMinutes(1) / options.Value.SenderPerMinute * options.Value.SenderBurst;
    private readonly TimeSpan pause = TimeSpan.FromSeconds(options.Value.SenderPauseSeconds);
    private long sweptAt;

    /// <summary>Senders remembered at the moment.</summary>
    public int Remembered => buckets.Count;

    /// <summary>Takes one turn out of the sender's bucket.</summary>
    /// <param name="activity">By whom, as the channel vouches for it: the Entra object id within the tenant, else the channel's own id.</param>
    /// <returns>Null when there was one. Otherwise how long the sender is not answered, and whether this is the moment to say so.</returns>
    public SenderPause? Take(Activity activity)
    {
        var sender = activity.From is { AadObjectId: { Length: > 0 } id } ? id : activity.From?.Id;
        var now = time.GetUtcNow();
        return sender is { Length: > 0 } && BucketOf((activity.TenantId() ?? string.Empty, sender), now) is { } bucket ? Take(bucket, now) : null;
    }

    private SenderPause? Take(Bucket bucket, DateTimeOffset now)
    {
        lock (bucket.Gate)
        {
            // A clock that was set back must not make a short pause long.
            if (now < bucket.PausedUntil && bucket.PausedUntil - now <= pause)
            {
                return new SenderPause(bucket.PausedUntil - now, IsNew: false);
            }

            var emptied = (bucket.FullAt > now && bucket.FullAt - now <= whole ? bucket.FullAt : now) + each;
            if (emptied - now <= whole)
            {
                bucket.FullAt = emptied;
                return null;
            }

            bucket.PausedUntil = now + pause;
            return new SenderPause(pause, IsNew: true);
        }
    }

    private Bucket? BucketOf((string Tenant, string Sender) key, DateTimeOffset now)
    {
        if (buckets.TryGetValue(key, out var known))
        {
            return known;
        }

        if (buckets.Count >= Most)
        {
            Sweep(now);
        }

        return buckets.Count < Most ? buckets.GetOrAdd(key, _ => new Bucket()) : null;
    }

    /// <summary>Forgets whose bucket is full again. Not oftener than once a second, so that a flood does not pay for a sweep with each sender.</summary>
    private void Sweep(DateTimeOffset now)
    {
        var last = Interlocked.Read(ref sweptAt);
        if (Math.Abs(now.UtcTicks - last) < BetweenSweeps.Ticks || Interlocked.CompareExchange(ref sweptAt, now.UtcTicks, last) != last)
        {
            return;
        }

        foreach (var key in buckets.Where(pair => pair.Value.IsQuiet(now)).Select(pair => pair.Key))
        {
            buckets.TryRemove(key, out _);
        }
    }

    /// <summary>How much somebody has taken, told by when the bucket will be full again.</summary>
    private sealed class Bucket
    {
        public Lock Gate { get; } = new();

        public DateTimeOffset FullAt { get; set; }

        public DateTimeOffset PausedUntil { get; set; }

        public bool IsQuiet(DateTimeOffset now)
        {
            lock (Gate)
            {
                return FullAt <= now && PausedUntil <= now;
            }
        }
    }
}

/// <summary>Somebody went over the limit.</summary>
/// <param name="Left">How long they are not answered.</param>
/// <param name="IsNew">True once in each pause: the moment to say so.</param>
internal readonly record struct SenderPause(TimeSpan Left, bool IsNew)
{
    /// <summary>Whole seconds, at least 1.</summary>
    public int Seconds => Math.Max(1, (int)Math.Ceiling(Left.TotalSeconds));
}
