using System.Linq;
using Bot.Domain.Voting;
using Bot.Tests.Domain.Voting;
using Bot.Texts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Texts;

/// <summary>What the bot writes of a rule, it reads as the same rule.</summary>
public class RuleWordsProperties
{
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Clauses_OfAnyRule_AreReadBackAsTheSameRuleWhateverStoodBefore(string language) => Prop.ForAll(
        (from rule in RuleGen.Rules from before in RuleGen.Rules select (rule, before)).ToArbitrary(),
        given => IsReadBack(string.Join("; ", RuleWords.Clauses(Reader.For(language), given.rule)), given.before, given.rule)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Whole_OfAnyMajority_IsReadBackAsTheSame(string language) => Prop.ForAll(
        RuleGen.Majorities.ToArbitrary(),
        rule => IsReadBack(RuleWords.Whole(Reader.For(language), rule), DecisionRule.Default, DecisionRule.Default with { Majority = rule })).QuickCheckThrowOnFailure();

    private static bool IsReadBack(string words, DecisionRule before, DecisionRule expected)
    {
        var reading = RuleReader.Read(words);
        Assert.True(reading.Problems.Count == 0, $"{words}: {string.Join(", ", reading.Problems.Select(problem => $"{problem.Kind} {problem.Fragment}"))}");
        Assert.Equal(expected, reading.ApplyTo(before));
        return true;
    }
}
