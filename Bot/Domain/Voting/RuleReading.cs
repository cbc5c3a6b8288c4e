using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Voting;

/// <summary>What a text says about how a decision is taken.</summary>
/// <param name="Changes">What it sets, each part once.</param>
/// <param name="Problems">What must be asked back; then nothing may be taken over.</param>
public sealed record RuleReading(IReadOnlyList<RuleChange> Changes, IReadOnlyList<RuleProblem> Problems)
{
    /// <summary>The rule with what the text sets; what it does not name stays as it is.</summary>
    public DecisionRule ApplyTo(DecisionRule rule) => Changes.OrderBy(change => change.Part).Aggregate(rule, (changed, change) => change.Apply(changed));

    /// <summary>Whether the text sets this part.</summary>
    public bool Sets(RulePart part) => Changes.Any(change => change.Part == part);
}

/// <summary>One part of a rule that a text sets.</summary>
/// <param name="Part">Which.</param>
/// <param name="Apply">Sets it.</param>
public sealed record RuleChange(RulePart Part, Func<DecisionRule, DecisionRule> Apply);

/// <summary>Something in the text that must be asked back.</summary>
/// <param name="Kind">What is the matter.</param>
/// <param name="Fragment">The words it is about, as they were written.</param>
public sealed record RuleProblem(RuleProblemKind Kind, string Fragment);

/// <summary>The parts of a rule, in the order in which they are set: an objection's veto after the majority, which may say "consensus".</summary>
public enum RulePart
{
    /// <summary>Base, fraction and comparison; words without "consensus" take the objection's veto back.</summary>
    Majority,

    /// <summary>What follows a tie.</summary>
    Tie,

    /// <summary>How many must take part.</summary>
    Quorum,

    /// <summary>Whether one no is enough to reject.</summary>
    Objection,

    /// <summary>Whether more abstentions than yes and no reject.</summary>
    Abstentions,

    /// <summary>When it is secret.</summary>
    Secrecy,

    /// <summary>By whose votes.</summary>
    VotingRight,

    /// <summary>Whether a vote may be changed.</summary>
    Change,

    /// <summary>The majority of a circular resolution, as a whole.</summary>
    Circular,

    /// <summary>Whether whom it concerns votes.</summary>
    Concerned,
}

/// <summary>What can be the matter with a text about a rule.</summary>
public enum RuleProblemKind
{
    /// <summary>No rule that is known.</summary>
    NotUnderstood,

    /// <summary>A percentage: few of them are an exact share.</summary>
    Percentage,

    /// <summary>Absolute majority: of the votes cast, or of all entitled? The words are used for both.</summary>
    AbsoluteMajority,

    /// <summary>Qualified majority, without saying which.</summary>
    QualifiedMajority,

    /// <summary>Half: more than half, or is exactly half enough?</summary>
    HalfUnclear,

    /// <summary>A share of nothing, of more than all, or more than all asked for.</summary>
    ShareImpossible,

    /// <summary>The text names two things of which the share is to be taken.</summary>
    BaseUnclear,

    /// <summary>The text says the same part twice, and differently.</summary>
    SaidTwice,
}
