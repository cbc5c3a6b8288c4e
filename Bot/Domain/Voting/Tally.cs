using System;
using System.Collections.Generic;

namespace Bot.Domain.Voting;

/// <summary>The counts of one ballot. Every voter of the roll is in exactly one of yes, no, abstain, withheld, not voted or excluded.</summary>
/// <param name="Yes">Votes for the motion.</param>
/// <param name="No">Votes against it.</param>
/// <param name="Abstain">Votes for neither side.</param>
/// <param name="NotVoted">Entitled, and silent until the end.</param>
/// <param name="Present">Entitled and present, at least those who voted; null when no attendance was taken (voting over several days).</param>
/// <param name="Entitled">Entitled in this ballot: yes, no, abstain, withheld and not voted together.</param>
/// <param name="Excluded">On the roll, but without a vote in this ballot; not among <paramref name="Entitled"/> nor <paramref name="Present"/>.</param>
/// <param name="Withheld">Cast in secret, but too few for telling what was chosen (<see cref="BallotCount.FewestShown"/>): then yes, no and abstain are 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A count is negative, or present is not between cast and entitled.</exception>
/// <exception cref="ArgumentException">The counts do not sum up to <paramref name="Entitled"/>.</exception>
public sealed record Tally(int Yes, int No, int Abstain, int NotVoted, int? Present, int Entitled, int Excluded, int Withheld = 0)
{
    /// <summary>Votes for the motion.</summary>
    public int Yes { get; } = NotNegative(Yes, nameof(Yes));

    /// <summary>Votes against the motion.</summary>
    public int No { get; } = NotNegative(No, nameof(No));

    /// <summary>Votes for neither side.</summary>
    public int Abstain { get; } = NotNegative(Abstain, nameof(Abstain));

    /// <summary>Entitled voters who were silent until the end.</summary>
    public int NotVoted { get; } = NotNegative(NotVoted, nameof(NotVoted));

    /// <summary>Votes cast of which it is not told what was chosen.</summary>
    public int Withheld { get; } = NotNegative(Withheld, nameof(Withheld));

    /// <summary>Voters without a vote in this ballot.</summary>
    public int Excluded { get; } = NotNegative(Excluded, nameof(Excluded));

    /// <summary>All who could vote in this ballot.</summary>
    public int Entitled { get; } = (long)Yes + No + Abstain + Withheld + NotVoted == Entitled
        ? Entitled
        : throw new ArgumentException("Yes, no, abstain, withheld and not voted do not sum up to entitled.", nameof(Entitled));

    /// <summary>Entitled voters present, or null when no attendance was taken.</summary>
    public int? Present { get; } = Present is not { } there || (there >= Entitled - NotVoted && there <= Entitled)
        ? Present
        : throw new ArgumentOutOfRangeException(nameof(Present), there, "Not between cast and entitled.");

    /// <summary>Votes cast, whatever was chosen.</summary>
    public int Cast => Entitled - NotVoted;

    /// <summary>Those who took part: present where attendance was taken, else those who voted. The quorum is measured by it.</summary>
    public int TookPart => Present ?? Cast;

    /// <summary>Counts a roll on which the votes stand.</summary>
    /// <param name="roll">Every voter once. A vote of an excluded voter is void (BGB § 34) and only counts as excluded.</param>
    /// <param name="present">The voters present, or null when no attendance was taken. Whoever voted is counted as present;
    /// who is excluded or not on the roll is not.</param>
    /// <exception cref="ArgumentException">A voter is on the roll twice.</exception>
    public static Tally Of(IReadOnlyCollection<RollEntry> roll, IReadOnlySet<VoterId>? present = null) => BallotCount.Of(roll, null, present).Tally;

    private static int NotNegative(int heads, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(heads, name);
        return heads;
    }
}
