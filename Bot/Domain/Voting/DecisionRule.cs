namespace Bot.Domain.Voting;

/// <summary>How one kind of decision is taken in a committee: by which majority, how secret, and whether a vote may be changed.</summary>
public sealed record DecisionRule
{
    /// <summary>By name, by <see cref="MajorityRule.Default"/>, votes may be changed until the ballot closes.</summary>
    public static DecisionRule Default { get; } = new();

    /// <summary>The majority needed.</summary>
    public MajorityRule Majority { get; init; } = MajorityRule.Default;

    /// <summary>The majority needed where the decision is taken as a circular resolution; by default all entitled must agree, and silence is no agreement.</summary>
    /// <remarks>BGB § 32 (3); the network's own rules may differ.</remarks>
    public MajorityRule Circular { get; init; } = MajorityRule.Default with { Base = MajorityBase.Entitled, Fraction = new Fraction(1, 1), Comparison = Comparison.AtLeast };

    /// <summary>Whether a member organization may vote on its own expulsion; it may unless the rules say otherwise.</summary>
    /// <remarks>BGB § 34 excludes from voting on a deal or a lawsuit with oneself, not from voting on one's own membership.</remarks>
    public bool ConcernedVotes { get; init; } = true;

    /// <summary>When the ballot is secret.</summary>
    public SecrecyRule Secrecy { get; init; } = SecrecyRule.Never;

    /// <summary>Whether a vote cast by name may be changed until the ballot closes. A secret one never can.</summary>
    public bool CanChangeVote { get; init; } = true;
}
