using System;
using System.Runtime.InteropServices;

namespace Bot.Domain.Voting;

/// <summary>When a ballot is secret, by the rules of procedure.</summary>
/// <param name="Kind">Never, always, or on request.</param>
/// <param name="Heads">How many of those entitled must ask for it, at least 1; null where a share is asked for. Only for <see cref="BallotSecrecy.OnRequest"/>.</param>
/// <param name="Share">The share of those entitled that must ask for it; exactly this share is enough. Null where a number is asked for.</param>
/// <remarks>No law gives a right to a secret vote; rules that do so usually ask for one voter, or a tenth or a quarter of those entitled.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SecrecyRule(BallotSecrecy Kind, int? Heads, Fraction? Share)
{
    /// <summary>Always by name.</summary>
    public static SecrecyRule Never { get; } = new(BallotSecrecy.Open, null, null);

    /// <summary>Always secret.</summary>
    public static SecrecyRule Always { get; } = new(BallotSecrecy.Secret, null, null);

    /// <summary>Secret when this many of those entitled ask for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static SecrecyRule OnRequestOf(int heads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heads, 1);
        return new SecrecyRule(BallotSecrecy.OnRequest, heads, null);
    }

    /// <summary>Secret when this share of those entitled asks for it.</summary>
    public static SecrecyRule OnRequestOf(Fraction share) => new(BallotSecrecy.OnRequest, null, share);

    /// <summary>How many of that many entitled must ask for it; 0 where it does not depend on them.</summary>
    public int RequestsNeededOf(int entitled)
    {
        if (Kind != BallotSecrecy.OnRequest)
        {
            return 0;
        }

        var needed = Heads ?? 1;
        while (needed < entitled && !IsSecretWith(needed, entitled))
        {
            needed++;
        }

        return needed;
    }

    /// <summary>Whether this many requests of that many entitled make the ballot secret.</summary>
    public bool IsSecretWith(int requests, int entitled) => Kind switch
    {
        BallotSecrecy.Secret => true,
        BallotSecrecy.OnRequest => Heads is { } heads ? requests >= heads : requests > 0 && Share!.Value.IsReachedBy(requests, entitled, Comparison.AtLeast),
        _ => false,
    };
}
