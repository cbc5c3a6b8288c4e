using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Tests.TestSupport.Connector;

/// <summary>What goes wrong with a request.</summary>
internal enum Mishap
{
    None,
    ThrottledWithWait,
    ThrottledWithout,
    Conflict,
    BadGateway,
    Unavailable,
    GatewayTimeoutAfterAccepting,
    ResetBefore,
    ResetAfterAccepting,
    Slow,
    AcceptedTwice,
}

/// <summary>What goes wrong when: drawn from a seed, so that the n-th request meets the same each time.</summary>
/// <param name="seed">The seed.</param>
/// <param name="percent">How many requests of a hundred meet something.</param>
internal sealed class MishapPlan(int seed, int percent)
{
    private static readonly Mishap[] Kinds = [.. Enum.GetValues<Mishap>().Where(kind => kind is not Mishap.None)];

    private readonly Random random = new(seed);
    private readonly ConcurrentDictionary<Mishap, int> happened = new();

    /// <summary>Nothing goes wrong.</summary>
    public static MishapPlan Nothing => new(0, 0);

    /// <summary>How often each happened.</summary>
    public IReadOnlyDictionary<Mishap, int> Happened => happened;

    /// <summary>What happens to the next request.</summary>
    public Mishap Next()
    {
        Mishap drawn;
        lock (random)
        {
#pragma warning disable CA5394 // A schedule of tests, not a secret.
            drawn = random.Next(100) < percent ? Kinds[random.Next(Kinds.Length)] : Mishap.None;
#pragma warning restore CA5394
        }

        happened.AddOrUpdate(drawn, 1, (_, before) => before + 1);
        return drawn;
    }
}
