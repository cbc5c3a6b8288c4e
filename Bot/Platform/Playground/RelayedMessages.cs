using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;

namespace Bot.Platform.Playground;

/// <summary>Which message of the bot's world is which message in each window. Every window numbers its messages for
/// itself; the bot knows only the relay's numbers. Kept in memory: the windows forget when the bot ends, and so
/// does this.</summary>
internal sealed class RelayedMessages(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Person, string Local), string> relayIds = new();
    private readonly ConcurrentDictionary<(string Relay, string Person), string> localIds = new();
    private long latest;

    /// <summary>A fresh id in the form Teams uses: milliseconds since 1970, never given twice.</summary>
    public string NewId()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        while (true)
        {
            var before = Interlocked.Read(ref latest);
            var next = Math.Max(now, before + 1);
            if (Interlocked.CompareExchange(ref latest, next, before) == before)
            {
                return next.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Notes that the message <paramref name="relayId"/> is <paramref name="localId"/> in the person's window.</summary>
    public void Remember(string relayId, string person, string localId)
    {
        relayIds[(person, localId)] = relayId;
        localIds[(relayId, person)] = localId;
    }

    /// <summary>The relay's id of a message in a window. One not seen before is taken in: a thread its owner has just
    /// begun, or a message whose id the window did not tell when it was sent.</summary>
    public string RelayIdOf(string person, string localId)
    {
        var relayId = relayIds.GetOrAdd((person, localId), _ => NewId());
        localIds.TryAdd((relayId, person), localId);
        return relayId;
    }

    /// <summary>The id of a message in the person's window, or null when it was never shown there.</summary>
    public string? LocalIdOf(string relayId, string person) => localIds.TryGetValue((relayId, person), out var localId) ? localId : null;

    /// <summary>The person's page is empty again: nothing is shown there any more. What an older page of theirs still
    /// shows is understood when it is pressed.</summary>
    public void Forget(string person)
    {
        foreach (var key in localIds.Keys.Where(key => key.Person == person))
        {
            localIds.TryRemove(key, out _);
        }
    }
}
