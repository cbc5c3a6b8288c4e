using System;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Domain.Voting;

public class DecisionRuleTests
{
    private const string Default = "majority=yes+no>1/2;tie=rejected;v1|circular=entitled>=1/1;tie=rejected;v1|secret=never|voters=committee|vote=changeable|concerned=votes";

    [Fact]
    public void ToCode_Default_IsReadable() => Assert.Equal(Default, DecisionRule.Default.ToCode());

    [Fact]
    public void ToCode_AnyRule_IsReadBackUnchanged() => Prop.ForAll(
        (from rule in RuleGen.Rules from version in Gen.Choose(1, int.MaxValue) select rule.OfVersion(version)).ToArbitrary(),
        rule => DecisionRule.Parse(rule.ToCode()) == rule).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("|||||")]
    [InlineData("yes+no>1/2;tie=rejected;v1")]
    [InlineData(Default + "|more=1")]
    [InlineData(Default + "s")]
    public void TryParse_ForeignText_IsFalse(string code) => Refuses(code);

    [Theory]
    [InlineData("secret=never", "secret=request:0")]
    [InlineData("secret=never", "secret=request:0/3")]
    [InlineData("secret=never", "secret=request:")]
    [InlineData("secret=never", "secret=sometimes")]
    [InlineData("voters=committee", "voters=everybody")]
    [InlineData("vote=changeable", "vote=")]
    [InlineData("concerned=votes", "concerned=perhaps")]
    [InlineData("majority=yes+no>1/2", "majority=yes+no>3/2")]
    [InlineData("circular=entitled>=1/1;tie=rejected;v1", "circular=entitled>=1/1")]
    public void TryParse_OnePartForeign_IsFalse(string part, string foreign) => Refuses(Default.Replace(part, foreign, StringComparison.Ordinal));

    [Fact]
    public void Of_AnyRule_TheExampleTellsTheTruth() => Prop.ForAll(RuleGen.Majorities.ToArbitrary(), rule =>
    {
        var example = RuleExample.Of(rule);
        var open = rule with { Quorum = null };
        return example.Result == rule.Decide(example.Result.Tally)
            && (example.Just is null) == (example.NoLonger is null)
            && (example.Just is null || (open.Decide(example.Just).Verdict == Verdict.Accepted && open.Decide(example.NoLonger!).Verdict != Verdict.Accepted));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("yes+no>1/2;tie=rejected;v1", "9/8", "8/8")]
    [InlineData("yes+no>=2/3;tie=rejected;v1", "16/8", "15/8")]
    [InlineData("yes+no>=1/1;tie=rejected;v1", "12/0", "12/1")]
    [InlineData("yes+no+abstain>1/2;tie=rejected;v1", "11/9", "10/10")]
    [InlineData("present>=2/3;tie=rejected;v1", "14/6", "13/7")]
    [InlineData("entitled>1/2;tie=rejected;v1", "16/14", "15/15")]
    [InlineData("entitled>=1/1;tie=rejected;v1", "30/0", "29/1")]
    [InlineData("yes+no>1/2;tie=rejected;objection-blocks;v1", "12/0", "12/1")]
    public void Of_Rule_ShowsBothSidesOfItsLimit(string rule, string just, string noLonger)
    {
        var example = RuleExample.Of(MajorityRule.Parse(rule));

        Assert.Equal((just, noLonger), ($"{example.Just!.Yes}/{example.Just.No}", $"{example.NoLonger!.Yes}/{example.NoLonger.No}"));
    }

    [Fact]
    public void FewestYes_AnyRuleAndCounts_IsTheLimit() => Prop.ForAll(
        (from rule in RuleGen.Majorities from heads in Gen.Choose(1, 300) select (rule, heads)).ToArbitrary(),
        given =>
        {
            var (rule, heads) = (given.rule with { Base = MajorityBase.Entitled, Quorum = null, OneObjectionBlocks = false, AbstentionsBlock = false }, given.heads);
            var fewest = (int)rule.FewestYes(Tally(heads, heads));
            return rule.Decide(Tally(fewest, heads)).Verdict == Verdict.Accepted && rule.Decide(Tally(fewest - 1, heads)).Verdict != Verdict.Accepted;
        }).QuickCheckThrowOnFailure();

    private static Tally Tally(int yes, int heads) => new(yes, heads - yes, 0, 0, null, heads, 0);

    private static void Refuses(string code)
    {
        Assert.False(DecisionRule.TryParse(code, out _));
        Assert.Throws<FormatException>(() => DecisionRule.Parse(code));
    }
}
