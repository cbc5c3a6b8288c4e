using System;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Tests.Domain.Voting;

/// <summary>Any rule that can be set.</summary>
internal static class RuleGen
{
    /// <summary>Any share, also unreduced and with the largest numbers.</summary>
    public static readonly Gen<Fraction> Fractions =
        from denominator in Gen.Frequency((9, Gen.Choose(1, 12)), (1, Gen.Constant(int.MaxValue)))
        from numerator in Gen.Choose(1, denominator)
        select new Fraction(numerator, denominator);

    private static readonly Gen<(Fraction Share, Comparison Comparison)> Limits =
        from share in Fractions
        from comparison in Gen.Elements(Enum.GetValues<Comparison>())
        select (share, share.Numerator == share.Denominator ? Comparison.AtLeast : comparison);

    /// <summary>Any majority that asks for no more than all.</summary>
    public static readonly Gen<MajorityRule> Majorities =
        from @base in Gen.Elements(Enum.GetValues<MajorityBase>())
        from limit in Limits
        from tie in Gen.Elements(Enum.GetValues<TieRule>())
        from hasQuorum in Gen.Elements(true, false)
        from quorum in Limits
        from objection in Gen.Elements(true, false)
        from abstentions in Gen.Elements(true, false)
        select new MajorityRule
        {
            Base = @base,
            Fraction = limit.Share,
            Comparison = limit.Comparison,
            Tie = tie,
            Quorum = hasQuorum ? quorum.Share : null,
            QuorumComparison = hasQuorum ? quorum.Comparison : Comparison.AtLeast,
            OneObjectionBlocks = objection,
            AbstentionsBlock = abstentions,
        };

    private static readonly Gen<SecrecyRule> Secrecies = Gen.OneOf(
        Gen.Constant(SecrecyRule.Never),
        Gen.Constant(SecrecyRule.Always),
        from heads in Gen.Choose(1, 400) select SecrecyRule.OnRequestOf(heads),
        from share in Fractions select SecrecyRule.OnRequestOf(share));

    /// <summary>Any rule of decision.</summary>
    public static readonly Gen<DecisionRule> Rules =
        from majority in Majorities
        from circular in Majorities
        from secrecy in Secrecies
        from right in Gen.Elements(Enum.GetValues<VotingRight>())
        from change in Gen.Elements(true, false)
        from concerned in Gen.Elements(true, false)
        select new DecisionRule { Majority = majority, Circular = circular, Secrecy = secrecy, VotingRight = right, CanChangeVote = change, ConcernedVotes = concerned };
}
