using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Bot.Tests.TestSupport.Connector;

/// <summary>The published limits as the service counts them: requests that arrived, over any stretch of time. Written anew, not with the bot's own windows.</summary>
internal sealed class PublishedLimits(TimeProvider time)
{
    private static readonly (int Most, double Seconds)[] Speaking = [(7, 1), (8, 2), (60, 30), (1800, 3600)];
    private static readonly (int Most, double Seconds)[] Asking = [(14, 1), (16, 2), (120, 30), (3600, 3600)];
    private static readonly (int Most, double Seconds)[] Tenant = [(30, 1)];

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<double>> arrivals = new(StringComparer.Ordinal);

    /// <summary>How many requests were too many.</summary>
    public int Violations { get; private set; }

    /// <summary>Counts a request.</summary>
    /// <returns>Null when it is within the limits; otherwise after how many seconds it would have been.</returns>
    public double? Count(string conversation, bool asksForMembers)
    {
        lock (gate)
        {
            var now = time.GetElapsedTime(0).TotalSeconds;
            var wait = Math.Max(
                Wait(Of(conversation + (asksForMembers ? "|members" : "|send")), asksForMembers ? Asking : Speaking, now), Wait(Of("tenant"), Tenant, now));
            if (wait > 0)
            {
                Violations++;
                return wait;
            }

            Of(conversation + (asksForMembers ? "|members" : "|send")).Add(now);
            Of("tenant").Add(now);
            return null;
        }
    }

    private List<double> Of(string key)
    {
        if (!arrivals.TryGetValue(key, out var found))
        {
            arrivals[key] = found = new List<double>(1);
        }

        return found;
    }

    private static double Wait(List<double> arrived, IReadOnlyList<(int Most, double Seconds)> limits, double now)
    {
        arrived.RemoveAll(at => at <= now - limits[^1].Seconds);
        return limits.Max(limit => arrived.Count(at => at > now - limit.Seconds) < limit.Most ? 0 : arrived[^limit.Most] + limit.Seconds - now);
    }
}
