using System;
using System.Collections.Generic;
using System.Globalization;
using Bot.Domain.Voting;

namespace Bot.Texts;

/// <summary>Rules in words, as people read them and as <see cref="RuleReader"/> reads them back: what is written here is the same rule when it is read.</summary>
internal static class RuleWords
{
    /// <summary>The majority needed: "mehr als die Hälfte der Ja- und Nein-Stimmen".</summary>
    public static string Majority(Reader reader, MajorityRule rule)
    {
        var @base = Messages.Get(reader, Enum.Parse<Sentence>("RuleBase" + rule.Base));
        return IsUnanimity(rule) ? Messages.Get(reader, Sentence.RuleUnanimous, @base) : Limit(reader, rule.Comparison, rule.Fraction, @base);
    }

    /// <summary>The majority with all that goes with it: vetoes, quorum, and what follows a tie that does not reject.</summary>
    public static string Whole(Reader reader, MajorityRule rule) => string.Join(", ", Parts(reader, rule));

    /// <summary>How many must take part: "Quorum: mindestens die Hälfte aller Stimmberechtigten", "kein Quorum".</summary>
    public static string Quorum(Reader reader, MajorityRule rule) => QuorumShare(reader, rule) is { Length: > 0 } share
        ? Messages.Get(reader, Sentence.RuleQuorum, share)
        : Messages.Get(reader, Sentence.RuleQuorumNone);

    /// <summary>The same without its name: "mindestens die Hälfte aller Stimmberechtigten"; empty for none.</summary>
    public static string QuorumShare(Reader reader, MajorityRule rule) =>
        rule.Quorum is { } quorum ? Limit(reader, rule.QuorumComparison, quorum, Messages.Get(reader, Sentence.RuleBaseEntitled)) : string.Empty;

    /// <summary>What follows a tie: "bei Gleichstand entscheidet das Los".</summary>
    public static string Tie(Reader reader, TieRule tie) => Messages.Get(reader, Enum.Parse<Sentence>("RuleTie" + tie));

    /// <summary>When it is secret.</summary>
    public static string Secrecy(Reader reader, SecrecyRule rule) => rule switch
    {
        { Kind: BallotSecrecy.Open } => Messages.Get(reader, Sentence.RuleSecretNever),
        { Kind: BallotSecrecy.Secret } => Messages.Get(reader, Sentence.RuleSecretAlways),
        { Heads: { } heads } => Messages.Get(reader, Sentence.RuleSecretOnRequestOfHeads, heads),
        _ => Messages.Get(reader, Sentence.RuleSecretOnRequestOfShare, Limit(reader, Comparison.AtLeast, rule.Share!.Value, Messages.Get(reader, Sentence.RuleBaseEntitled))),
    };

    /// <summary>By whose votes.</summary>
    public static string Voters(Reader reader, VotingRight right) => Messages.Get(reader, Enum.Parse<Sentence>("RuleVoters" + right));

    /// <summary>Every clause of a rule, also those that say the usual; together they are the whole rule.</summary>
    public static IReadOnlyList<string> Clauses(Reader reader, DecisionRule rule) =>
    [
        Majority(reader, rule.Majority),
        Tie(reader, rule.Majority.Tie),
        Quorum(reader, rule.Majority),
        Messages.Get(reader, rule.Majority.OneObjectionBlocks ? Sentence.RuleObjectionBlocks : Sentence.RuleObjectionPasses),
        Messages.Get(reader, rule.Majority.AbstentionsBlock ? Sentence.RuleAbstentionsBlock : Sentence.RuleAbstentionsPass),
        Secrecy(reader, rule.Secrecy),
        Voters(reader, rule.VotingRight),
        Messages.Get(reader, rule.CanChangeVote ? Sentence.RuleVoteChangeable : Sentence.RuleVoteFinal),
        Messages.Get(reader, rule.ConcernedVotes ? Sentence.RuleConcernedVotes : Sentence.RuleConcernedExcluded),
        Messages.Get(reader, Sentence.RuleCircular, Whole(reader, rule.Circular)),
    ];

    /// <summary>The kind of decision a rule is for; null for all that have none of their own.</summary>
    public static string Kind(Reader reader, MotionKind? kind) =>
        kind is { } named ? Messages.Get(reader, Enum.Parse<Sentence>("RuleKind" + named)) : Messages.Get(reader, Sentence.RuleUsual);

    /// <summary>The verdict in one word or two.</summary>
    public static string Verdict(Reader reader, Verdict verdict) => Messages.Get(reader, Enum.Parse<Sentence>("Verdict" + verdict));

    /// <summary>What is asked back about words that could not be taken as they were written.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="kind">What is the matter.</param>
    /// <param name="fragment">The words, safe for where the question is shown.</param>
    public static string Problem(Reader reader, RuleProblemKind kind, string fragment) => Messages.Get(reader, Enum.Parse<Sentence>("RuleProblem" + kind), fragment);

    /// <summary>A limit without what it is taken of: "mehr als die Hälfte", "alle".</summary>
    public static string Limit(Reader reader, MajorityRule rule) => IsUnanimity(rule)
        ? Messages.Get(reader, Sentence.LimitAll)
        : Messages.Get(reader, rule.Comparison == Comparison.MoreThan ? Sentence.LimitMoreThan : Sentence.LimitAtLeast, Share(reader, rule.Fraction));

    private static string Limit(Reader reader, Comparison comparison, Fraction share, string @base) =>
        Messages.Get(reader, comparison == Comparison.MoreThan ? Sentence.RuleMoreThan : Sentence.RuleAtLeast, Share(reader, share), @base);

    private static bool IsUnanimity(MajorityRule rule) => rule is { Comparison: Comparison.AtLeast, Fraction: { Numerator: 1, Denominator: 1 } };

    private static IEnumerable<string> Parts(Reader reader, MajorityRule rule)
    {
        yield return Majority(reader, rule);
        if (rule.OneObjectionBlocks)
        {
            yield return Messages.Get(reader, Sentence.RuleObjectionBlocks);
        }

        if (rule.AbstentionsBlock)
        {
            yield return Messages.Get(reader, Sentence.RuleAbstentionsBlock);
        }

        if (rule.Quorum is not null)
        {
            yield return Quorum(reader, rule);
        }

        if (rule.Tie != TieRule.Rejected)
        {
            yield return Tie(reader, rule.Tie);
        }
    }

    private static string Share(Reader reader, Fraction fraction) => (fraction.Numerator, fraction.Denominator) switch
    {
        (1, 2) => Messages.Get(reader, Sentence.ShareHalf),
        (2, 3) => Messages.Get(reader, Sentence.ShareTwoThirds),
        (3, 4) => Messages.Get(reader, Sentence.ShareThreeQuarters),
        _ => string.Create(CultureInfo.InvariantCulture, $"{fraction.Numerator}/{fraction.Denominator}"),
    };
}
