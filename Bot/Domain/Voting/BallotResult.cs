namespace Bot.Domain.Voting;

/// <summary>What a ballot came to, with everything needed to check it by hand.</summary>
/// <param name="Tally">The counts.</param>
/// <param name="Rule">The rule applied, with its version.</param>
/// <param name="Verdict">What the rule says of the counts.</param>
/// <param name="ManyAbstentions">More abstentions than yes and no together; to be said beside the verdict, which it does not change.</param>
/// <param name="QuorumHeld">Whether enough took part; null when the rule has no quorum.</param>
public sealed record BallotResult(Tally Tally, MajorityRule Rule, Verdict Verdict, bool ManyAbstentions, bool? QuorumHeld);
