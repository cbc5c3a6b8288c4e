using System;
using System.Collections.Generic;
using System.Threading;

namespace Bot.Platform.Playground;

/// <summary>One person's chat window: the Playground process that acts as this person, and what the bot has said in it.</summary>
/// <remarks>A page of the Playground keeps its messages only until it is closed or loaded again, and gets none that were
/// sent before it was opened. Therefore they are kept here and said again to each freshly loaded page.</remarks>
internal sealed class PlaygroundWindow(PlaygroundPerson person)
{
    /// <summary>Messages kept for a page that is loaded again; older ones are dropped.</summary>
    public const int Kept = 200;

    private readonly Lock keeping = new();
    private readonly List<SaidMessage> said = [];
    private readonly Dictionary<string, int> arrivals = new(StringComparer.Ordinal);
    private int loads;
    private volatile Uri? address;

    public PlaygroundPerson Person { get; } = person;

    /// <summary>Where the window is served, e.g. <c>http://127.0.0.1:56150/</c>; null while it is not ready or has died.</summary>
    public Uri? Address
    {
        get => address;
        set => address = value;
    }

    /// <summary>Held while something is sent to the window, so that a page being filled is filled in order.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>What the bot has said here, oldest first.</summary>
    public IReadOnlyList<SaidMessage> Said
    {
        get
        {
            lock (keeping)
            {
                return [.. said];
            }
        }
    }

    public void Keep(SaidMessage message)
    {
        lock (keeping)
        {
            said.Add(message);
            said.RemoveRange(0, Math.Max(0, said.Count - Kept));
        }
    }

    public void Drop(string relayId)
    {
        lock (keeping)
        {
            said.RemoveAll(message => message.RelayId == relayId);
        }
    }

    /// <summary>The message has been updated.</summary>
    public void Change(string relayId, string json)
    {
        lock (keeping)
        {
            var at = said.FindIndex(message => message.RelayId == relayId);
            if (at >= 0)
            {
                said[at] = said[at] with { Json = json };
            }
        }
    }

    /// <summary>Takes note of a sign that the page has opened the 1:1 chat. Each fresh page gives every sign once, in no
    /// fixed order.</summary>
    /// <param name="sign">Type of the activity it sent.</param>
    /// <returns>True for the first sign of a fresh page.</returns>
    public bool IsFreshPage(string sign)
    {
        lock (keeping)
        {
            var arrived = arrivals[sign] = arrivals.GetValueOrDefault(sign) + 1;
            var fresh = arrived > loads;
            loads = Math.Max(loads, arrived);
            return fresh;
        }
    }
}
