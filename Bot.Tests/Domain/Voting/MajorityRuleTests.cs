using System;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Domain.Voting;

public class MajorityRuleTests
{
    private const string Default = "yes+no>1/2;tie=rejected;v1";

    [Theory]
    // The table of the rules of procedure.
    [InlineData(Default, 5, 5, 0, null, 10, Verdict.Rejected)]
    [InlineData(Default, 1, 0, 99, null, 100, Verdict.Accepted)]
    [InlineData(Default, 0, 0, 20, null, 20, Verdict.Rejected)]
    [InlineData(Default, 0, 0, 0, null, 20, Verdict.Rejected)]
    [InlineData(Default, 0, 0, 0, null, 0, Verdict.Rejected)]
    [InlineData(Default, 7, 6, 40, null, 53, Verdict.Accepted)]
    [InlineData("present>1/2;tie=rejected;v1", 7, 6, 40, 53, 60, Verdict.Rejected)]
    [InlineData("yes+no>=2/3;tie=rejected;v1", 8, 4, 0, null, 12, Verdict.Accepted)]
    [InlineData("yes+no>=2/3;tie=rejected;v1", 7, 4, 0, null, 11, Verdict.Rejected)]
    [InlineData("yes+no>1/2;tie=rejected;quorum>=1/2;v1", 12, 5, 3, null, 45, Verdict.NoQuorum)]
    // Both sides of each limit.
    [InlineData(Default, 6, 5, 0, null, 11, Verdict.Accepted)]
    [InlineData(Default, 5, 6, 0, null, 11, Verdict.Rejected)]
    [InlineData("yes+no>=1/2;tie=rejected;v1", 5, 5, 0, null, 10, Verdict.Accepted)]
    [InlineData("yes+no>2/3;tie=rejected;v1", 8, 4, 0, null, 12, Verdict.Rejected)]
    [InlineData("yes+no>2/3;tie=rejected;v1", 9, 4, 0, null, 13, Verdict.Accepted)]
    [InlineData("yes+no+abstain>1/2;tie=rejected;v1", 5, 2, 3, null, 40, Verdict.Rejected)]
    [InlineData("yes+no+abstain>1/2;tie=rejected;v1", 6, 2, 3, null, 40, Verdict.Accepted)]
    [InlineData("present>1/2;tie=rejected;v1", 26, 0, 0, 52, 60, Verdict.Rejected)]
    [InlineData("present>1/2;tie=rejected;v1", 27, 0, 0, 53, 60, Verdict.Accepted)]
    [InlineData("present>1/2;tie=rejected;v1", 3, 2, 1, null, 60, Verdict.Rejected)]
    [InlineData("present>1/2;tie=rejected;v1", 4, 2, 1, null, 60, Verdict.Accepted)]
    [InlineData("entitled>1/2;tie=rejected;v1", 30, 0, 0, null, 60, Verdict.Rejected)]
    [InlineData("entitled>1/2;tie=rejected;v1", 31, 0, 0, null, 60, Verdict.Accepted)]
    [InlineData("entitled>=1/1;tie=rejected;v1", 60, 0, 0, null, 60, Verdict.Accepted)]
    [InlineData("entitled>=1/1;tie=rejected;v1", 59, 0, 0, null, 60, Verdict.Rejected)]
    // Quorum: by those present where attendance was taken, else by votes cast; abstentions take part.
    [InlineData("yes+no>1/2;tie=rejected;quorum>=1/2;v1", 12, 5, 5, null, 45, Verdict.NoQuorum)]
    [InlineData("yes+no>1/2;tie=rejected;quorum>=1/2;v1", 12, 5, 6, null, 45, Verdict.Accepted)]
    [InlineData("yes+no>1/2;tie=rejected;quorum>=1/2;v1", 1, 0, 0, 22, 45, Verdict.NoQuorum)]
    [InlineData("yes+no>1/2;tie=rejected;quorum>=1/2;v1", 1, 0, 0, 23, 45, Verdict.Accepted)]
    [InlineData("yes+no>1/2;tie=rejected;quorum>=1/2;v1", 0, 0, 22, 22, 44, Verdict.Rejected)]
    [InlineData("yes+no>1/2;tie=rejected;quorum>=1/2;v1", 22, 0, 0, null, 44, Verdict.Accepted)]
    [InlineData("yes+no>1/2;tie=rejected;quorum>1/2;v1", 22, 0, 0, null, 44, Verdict.NoQuorum)]
    [InlineData("yes+no>1/2;tie=rejected;quorum>1/2;v1", 23, 0, 0, null, 44, Verdict.Accepted)]
    [InlineData("yes+no>1/2;tie=rejected;quorum>=1/2;v1", 0, 0, 0, null, 45, Verdict.NoQuorum)]
    // Blocks.
    [InlineData("yes+no>1/2;tie=rejected;objection-blocks;v1", 59, 1, 0, null, 60, Verdict.Rejected)]
    [InlineData("yes+no>1/2;tie=rejected;objection-blocks;v1", 1, 0, 59, null, 60, Verdict.Accepted)]
    [InlineData("yes+no>1/2;tie=rejected;abstentions-block;v1", 3, 2, 6, null, 60, Verdict.Rejected)]
    [InlineData("yes+no>1/2;tie=rejected;abstentions-block;v1", 3, 2, 5, null, 60, Verdict.Accepted)]
    // A tie is only what a single vote would decide; nobody for either side is no tie.
    [InlineData("yes+no>1/2;tie=repeat;v1", 5, 5, 7, null, 20, Verdict.Repeat)]
    [InlineData("yes+no>1/2;tie=chair;v1", 5, 5, 7, null, 20, Verdict.ChairDecides)]
    [InlineData("yes+no>1/2;tie=lot;v1", 5, 5, 7, null, 20, Verdict.Lot)]
    [InlineData("yes+no>1/2;tie=lot;v1", 0, 0, 7, null, 20, Verdict.Rejected)]
    [InlineData("yes+no>1/2;tie=lot;v1", 4, 5, 7, null, 20, Verdict.Rejected)]
    [InlineData("yes+no>=2/3;tie=chair;v1", 5, 5, 0, null, 20, Verdict.Rejected)]
    [InlineData("yes+no>2/3;tie=chair;v1", 8, 4, 0, null, 20, Verdict.Rejected)]
    [InlineData("present>1/2;tie=chair;v1", 5, 5, 2, 12, 20, Verdict.Rejected)]
    [InlineData("present>1/2;tie=chair;v1", 5, 5, 0, 10, 20, Verdict.ChairDecides)]
    [InlineData("entitled>1/2;tie=chair;v1", 10, 5, 0, null, 20, Verdict.Rejected)]
    [InlineData("yes+no>1/2;tie=chair;quorum>=1/2;v1", 5, 5, 0, null, 21, Verdict.NoQuorum)]
    public void Decide_Counts_GivesVerdict(string rule, int yes, int no, int abstain, int? present, int entitled, Verdict expected)
    {
        var tally = new Tally(yes, no, abstain, entitled - yes - no - abstain, present, entitled, 0);

        Assert.Equal(expected, MajorityRule.Parse(rule).Decide(tally).Verdict);
    }

    [Theory]
    [InlineData(3, 2, 5, false)]
    [InlineData(3, 2, 6, true)]
    [InlineData(1, 0, 99, true)]
    [InlineData(0, 0, 0, false)]
    public void Decide_Abstentions_AreNotedWhenMoreThanBothSides(int yes, int no, int abstain, bool expected)
    {
        var result = MajorityRule.Default.Decide(new Tally(yes, no, abstain, 0, null, yes + no + abstain, 0));

        Assert.Equal(expected, result.ManyAbstentions);
    }

    [Fact]
    public void Decide_WithoutQuorumInTheRule_SaysNothingAboutIt()
    {
        Assert.Null(MajorityRule.Default.Decide(new Tally(1, 0, 0, 9, null, 10, 0)).QuorumHeld);
    }

    [Fact]
    public void Decide_WithQuorum_SaysWhetherItHeld()
    {
        var rule = MajorityRule.Default with { Quorum = new Fraction(1, 2) };

        Assert.True(rule.Decide(new Tally(5, 0, 0, 5, null, 10, 0)).QuorumHeld);
        Assert.False(rule.Decide(new Tally(4, 0, 0, 6, null, 10, 0)).QuorumHeld);
    }

    [Fact]
    public void Decide_AtTheLimitOfWholeNumbers_DoesNotOverflow()
    {
        var most = new Tally(int.MaxValue - 1, 1, 0, 0, int.MaxValue, int.MaxValue, int.MaxValue);
        var rule = MajorityRule.Default with
        {
            Base = MajorityBase.Entitled,
            Fraction = new Fraction(int.MaxValue - 1, int.MaxValue),
            Comparison = Comparison.AtLeast,
            Quorum = new Fraction(int.MaxValue, int.MaxValue),
        };

        Assert.Equal(Verdict.Accepted, rule.Decide(most).Verdict);
        Assert.Equal(Verdict.Rejected, (rule with { Comparison = Comparison.MoreThan }).Decide(most).Verdict);
    }

    [Fact]
    public void Default_IsMoreThanHalfOfYesAndNo()
    {
        Assert.Equal(Default, MajorityRule.Default.ToCode());
        Assert.Equal(MajorityRule.Default, MajorityRule.Parse(Default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes+no>1/2")]
    [InlineData("yes+no>1/2;tie=rejected")]
    [InlineData("yes+no>1/2;tie=rejected;v0")]
    [InlineData("yes+no>1/2;tie=rejected;v1;more")]
    [InlineData("yes+no>0/2;tie=rejected;v1")]
    [InlineData("yes+no>3/2;tie=rejected;v1")]
    [InlineData("yes+no>-1/2;tie=rejected;v1")]
    [InlineData("yes+no=1/2;tie=rejected;v1")]
    [InlineData("yes>1/2;tie=rejected;v1")]
    [InlineData("yes+no>1/2;tie=dice;v1")]
    [InlineData("yes+no>1/2;tie=rejected;quorum1/2;v1")]
    [InlineData("yes+no>1/2;tie=rejected;abstentions-block;objection-blocks;v1")]
    public void Parse_ForeignText_Throws(string code)
    {
        Assert.Throws<FormatException>(() => MajorityRule.Parse(code));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 2)]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    public void Fraction_OutOfBounds_Throws(int numerator, int denominator)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fraction(numerator, denominator));
    }

    [Fact]
    public void MajorityRule_UnconstructedFraction_Throws()
    {
        Assert.Throws<ArgumentException>(() => MajorityRule.Default with { Fraction = default });
        Assert.Throws<ArgumentException>(() => MajorityRule.Default with { Quorum = default(Fraction) });
        Assert.Throws<ArgumentOutOfRangeException>(() => MajorityRule.Default with { Version = 0 });
    }
}
