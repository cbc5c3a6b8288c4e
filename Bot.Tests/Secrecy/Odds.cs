using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Tests.Secrecy;

/// <summary>How many voters somebody finds by pure chance who knows the result and gives each voter one of its papers.</summary>
/// <remarks>In a ballot of n voters of whom n₁, n₂, n₃ chose the same, one who deals the papers out blindly is right Σnᵢ²/n times on average. The variance of the number of hits of a random
/// permutation is Σd²/(n−1), where d is the table of hits (1 where voter and paper agree) less the means of its rows and columns (Hoeffding 1951). Ballots are independent of each
/// other, so means and variances add up.</remarks>
internal sealed class Odds
{
    /// <summary>Standard deviations above the mean from which on it is no chance any more: 1 in 3.5 million for one strategy.</summary>
    public const double Limit = 5;

    private double mean;
    private double variance;
    private int hits;

    /// <summary>Voters whose choice was found.</summary>
    public int Hits => hits;

    /// <summary>What blind dealing finds.</summary>
    public double Mean => mean;

    /// <summary>Standard deviations above what blind dealing finds.</summary>
    public double Deviations => (hits - mean) / Math.Sqrt(variance);

    /// <summary>Adds a ballot.</summary>
    public void Add(IReadOnlyList<VoteOption> chosen, IReadOnlyList<VoteOption> guessed)
    {
        var voters = chosen.Count;
        hits += chosen.Zip(guessed).Count(pair => pair.First == pair.Second);
        double Share(VoteOption option) => (double)chosen.Count(one => one == option) / voters;
        var average = chosen.Sum(Share) / voters;
        mean += chosen.Sum(Share);
        variance += chosen.SelectMany(row => chosen.Select(column => (row == column ? 1 : 0) - Share(row) - Share(column) + average)).Sum(d => d * d) / (voters - 1);
    }
}
