namespace Bot.Domain.Voting;

/// <summary>How one kind of decision is taken in a committee: by which majority, how secret, and whether a vote may be changed.</summary>
public sealed record DecisionRule
{
    /// <summary>By name, by <see cref="MajorityRule.Default"/>, votes may be changed until the ballot closes.</summary>
    public static DecisionRule Default { get; } = new();

    /// <summary>The majority needed.</summary>
    public MajorityRule Majority { get; init; } = MajorityRule.Default;

    /// <summary>When the ballot is secret.</summary>
    public SecrecyRule Secrecy { get; init; } = SecrecyRule.Never;

    /// <summary>Whether a vote cast by name may be changed until the ballot closes. A secret one never can.</summary>
    public bool CanChangeVote { get; init; } = true;
}
