namespace Bot.Domain.Voting;

/// <summary>How one kind of decision is taken in a committee: by which majority, how secret, by whose votes, and whether a vote may be changed.</summary>
public sealed record DecisionRule
{
    /// <summary>By name, by <see cref="MajorityRule.Default"/>, votes may be changed until the ballot closes.</summary>
    public static DecisionRule Default { get; } = new();

    /// <summary>The majority needed, with quorum, vetoes and what follows a tie.</summary>
    public MajorityRule Majority { get; init; } = MajorityRule.Default;

    /// <summary>The majority needed where the decision is taken as a circular resolution; by default all entitled must agree, and silence is no agreement.</summary>
    /// <remarks>BGB § 32 (3); the network's own rules may differ.</remarks>
    public MajorityRule Circular { get; init; } = MajorityRule.Default with { Base = MajorityBase.Entitled, Fraction = new Fraction(1, 1), Comparison = Comparison.AtLeast };

    /// <summary>Whether a member organization may vote on its own expulsion; it may unless the rules say otherwise.</summary>
    /// <remarks>BGB § 34 excludes from voting on a deal or a lawsuit with oneself, not from voting on one's own membership.</remarks>
    public bool ConcernedVotes { get; init; } = true;

    /// <summary>When the ballot is secret.</summary>
    public SecrecyRule Secrecy { get; init; } = SecrecyRule.Never;

    /// <summary>By whose votes it is taken.</summary>
    public VotingRight VotingRight { get; init; }

    /// <summary>Whether a vote cast by name may be changed until the ballot closes. A secret one never can.</summary>
    public bool CanChangeVote { get; init; } = true;

    /// <summary>The same with both majorities marked as those of a version of the rules of procedure.</summary>
    public DecisionRule OfVersion(int version) => this with { Majority = Majority with { Version = version }, Circular = Circular with { Version = version } };

    /// <summary>Writes the rule as one line for storage, its parts joined by <c>|</c>.</summary>
    public string ToCode() => DecisionRuleCode.Write(this);

    /// <summary>Reads what <see cref="ToCode"/> wrote.</summary>
    /// <exception cref="System.FormatException">The code was not written by <see cref="ToCode"/>, or by a later version of it.</exception>
    public static DecisionRule Parse(string code) =>
        DecisionRuleCode.TryRead(code, out var rule) ? rule : throw new System.FormatException($"Not the code of a decision rule: '{code}'.");

    /// <summary>Reads what <see cref="ToCode"/> wrote.</summary>
    /// <returns>False when the code was not; never throws.</returns>
    public static bool TryParse(string code, out DecisionRule rule) => DecisionRuleCode.TryRead(code, out rule);
}
