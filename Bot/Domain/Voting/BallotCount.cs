using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Voting;

/// <summary>What an ended ballot holds: its papers in piles, and the heads of its roll. What it came to is computed from it and from nothing else.</summary>
/// <param name="Piles">The papers, sorted by what is on them. Empty when fewer than <see cref="FewestShown"/> were cast in secret.</param>
/// <param name="Cast">How many papers there are, also where they are not shown.</param>
/// <param name="NotVoted">Entitled, and silent until the end.</param>
/// <param name="Present">Entitled and present; null when no attendance was taken.</param>
/// <param name="Excluded">On the roll, but without a vote in this ballot.</param>
public sealed record BallotCount(IReadOnlyList<PaperPile> Piles, int Cast, int NotVoted, int? Present, int Excluded)
{
    /// <summary>Of fewer secret papers than this nothing is told or kept but the verdict: from so few, one who knows some finds out the others.</summary>
    public const int FewestShown = 5;

    /// <summary>Entitled in this ballot.</summary>
    public int Entitled => Cast + NotVoted;

    /// <summary>Counts a roll and, where the ballot was secret, the papers that were cast beside it.</summary>
    /// <param name="roll">Every voter once. What an excluded voter chose is void (BGB § 34).</param>
    /// <param name="secret">The papers of a secret ballot; null when the votes stand on the roll.</param>
    /// <param name="present">The voters present, or null when no attendance was taken. Whoever voted is counted as present.</param>
    /// <exception cref="ArgumentException">A voter is on the roll twice, or there are not as many papers as voters who have voted.</exception>
    public static BallotCount Of(IReadOnlyCollection<RollEntry> roll, IReadOnlyCollection<BallotPaper>? secret, IReadOnlySet<VoterId>? present = null)
    {
        if (roll.DistinctBy(entry => entry.Voter).Count() != roll.Count)
        {
            throw new ArgumentException("A voter is on the roll twice.", nameof(roll));
        }

        var entitled = roll.Where(entry => entry.Excluded is null).ToList();
        var cast = entitled.Count(entry => entry.HasVoted);
        if (secret is not null && secret.Count != cast)
        {
            throw new ArgumentException("There are not as many papers as voters who have voted.", nameof(secret));
        }

        return new BallotCount(
            PaperPile.Sort(secret ?? [.. entitled.Select(entry => entry.Paper).OfType<BallotPaper>()]),
            cast,
            entitled.Count - cast,
            present is null ? null : entitled.Count(entry => entry.HasVoted || present.Contains(entry.Voter)),
            roll.Count - entitled.Count);
    }

    /// <summary>The counts of a ballot that asks for yes, no or abstention. Papers of which the answer is not told, also because something else was asked
    /// for, are withheld.</summary>
    public Tally Tally
    {
        get
        {
            var (yes, no, abstain) = (PapersWith(VoteOption.Yes), PapersWith(VoteOption.No), PapersWith(VoteOption.Abstain));
            return new Tally(yes, no, abstain, NotVoted, Present, Entitled, Excluded, Withheld: Cast - yes - no - abstain);
        }
    }

    /// <summary>The same without what is on the papers, when they are too few to be shown.</summary>
    public BallotCount WithheldIfFew(bool isSecret) => IsTooFew(isSecret) ? this with { Piles = [] } : this;

    /// <summary>Whether nothing may be told or kept of what is on the papers but what they come to.</summary>
    public bool IsTooFew(bool isSecret) => isSecret && Cast < FewestShown;

    private int PapersWith(VoteOption answer) => Piles.Where(pile => pile.Paper == BallotPaper.Of(answer)).Sum(pile => pile.Papers);
}
