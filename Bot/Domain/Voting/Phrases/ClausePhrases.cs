using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Voting.Phrases;

/// <summary>What one clause says: which part of a rule it is about, and what it sets.</summary>
internal static class ClausePhrases
{
    /// <summary>Reads a clause. Every word of it must belong to what it says.</summary>
    public static RuleReading Read(RuleClause clause)
    {
        if (clause.Has(Lexeme.Percent))
        {
            return Problem(clause, RuleProblemKind.Percentage);
        }

        if (clause.Has(Lexeme.Foreign) || clause.Pieces.Count == 0)
        {
            return Problem(clause, RuleProblemKind.NotUnderstood);
        }

        return clause switch
        {
            _ when clause.Has(Lexeme.Tie) => Tie(clause),
            _ when clause.Has(Lexeme.Quorum) => Quorum(clause),
            _ when clause.HasAny(Lexeme.Open, Lexeme.Secret) => SecrecyPhrase.Read(clause),
            _ when clause.Has(Lexeme.Concerned) => Concerned(clause),
            _ when clause.HasAny(Lexeme.Change, Lexeme.Final) => Change(clause),
            _ when clause.Has(Lexeme.Blocks) => Veto(clause),
            _ when clause.HasAny(Lexeme.Right, Lexeme.Per, Lexeme.Usual) => Voters(clause),
            _ => MajorityPhrase.Read(clause),
        };
    }

    /// <summary>A clause that could not be taken.</summary>
    public static RuleReading Problem(RuleClause clause, RuleProblemKind kind) => new([], [new RuleProblem(kind, clause.Text)]);

    /// <summary>A clause that sets one part.</summary>
    public static RuleReading Sets(RulePart part, Func<DecisionRule, DecisionRule> apply) => new([new RuleChange(part, apply)], []);

    /// <summary>A clause that sets something of the majority.</summary>
    public static RuleReading SetsMajority(RulePart part, Func<MajorityRule, MajorityRule> apply) =>
        Sets(part, rule => rule with { Majority = apply(rule.Majority) });

    private static RuleReading Tie(RuleClause clause)
    {
        (Lexeme Lexeme, TieRule Rule)[] outcomes =
            [(Lexeme.Rejected, TieRule.Rejected), (Lexeme.Repeat, TieRule.Repeat), (Lexeme.Chair, TieRule.ChairDecides), (Lexeme.Lot, TieRule.Lot)];
        var said = outcomes.Where(outcome => clause.Has(outcome.Lexeme)).ToList();
        var isClear = said.Count == 1 && clause.HoldsOnly(Lexeme.Tie, Lexeme.One, Lexeme.Request, Lexeme.Vote, Lexeme.Than, Lexeme.With, said[0].Lexeme);
        return isClear ? SetsMajority(RulePart.Tie, rule => rule with { Tie = said[0].Rule }) : Problem(clause, RuleProblemKind.NotUnderstood);
    }

    private static RuleReading Quorum(RuleClause clause)
    {
        var shares = ShareFinder.In(clause);
        if (shares.Count == 0 && (clause.Negates || clause.Has(Lexeme.No)) && clause.HoldsOnly(Lexeme.Quorum, Lexeme.Not, Lexeme.Without, Lexeme.No))
        {
            return SetsMajority(RulePart.Quorum, rule => rule with { Quorum = null, QuorumComparison = Comparison.AtLeast });
        }

        var comparison = ShareFinder.ComparisonIn(clause, out var isClear) ?? Comparison.AtLeast;
        var isWhole = clause.HoldsOnly([Lexeme.Quorum, Lexeme.Entitled, Lexeme.Member, Lexeme.All, Lexeme.Present, Lexeme.Not, Lexeme.No, .. ShareFinder.Made]) && ShareFinder.IsWholly(clause);
        var isNegated = clause.HasAny(Lexeme.Not, Lexeme.No) && !clause.Has(Lexeme.Less);
        if (!isClear || !isWhole || isNegated || shares.Count > 1)
        {
            return Problem(clause, RuleProblemKind.NotUnderstood);
        }

        if (ShareOf(clause, shares, comparison) is not { } share)
        {
            return Problem(clause, shares.Count == 0 ? RuleProblemKind.NotUnderstood : RuleProblemKind.ShareImpossible);
        }

        return SetsMajority(RulePart.Quorum, rule => rule with { Quorum = share, QuorumComparison = comparison });
    }

    /// <summary>"Quorum: alle Stimmberechtigten" is a share too.</summary>
    private static Fraction? ShareOf(RuleClause clause, IReadOnlyList<(int Upper, int Lower)> shares, Comparison comparison) => shares switch
    {
        [] => clause.Has(Lexeme.All) && clause.HasAny(Lexeme.Entitled, Lexeme.Member) && comparison == Comparison.AtLeast ? new Fraction(1, 1) : null,
        [var (upper, lower)] => MajorityPhrase.Share(upper, lower, comparison),
        _ => null,
    };

    private static RuleReading Concerned(RuleClause clause) => clause.HoldsOnly(Lexeme.Concerned, Lexeme.Vote, Lexeme.With, Lexeme.Not) && clause.Has(Lexeme.Vote)
        ? Sets(RulePart.Concerned, rule => rule with { ConcernedVotes = !clause.Has(Lexeme.Not) })
        : Problem(clause, RuleProblemKind.NotUnderstood);

    private static RuleReading Change(RuleClause clause)
    {
        var canChange = !clause.HasAny(Lexeme.Not, Lexeme.Final);
        return clause.HoldsOnly(Lexeme.Vote, Lexeme.Change, Lexeme.Final, Lexeme.Not, Lexeme.One, Lexeme.Cast, Lexeme.All) && !(clause.Has(Lexeme.Not) && clause.Has(Lexeme.Final))
            ? Sets(RulePart.Change, rule => rule with { CanChangeVote = canChange })
            : Problem(clause, RuleProblemKind.NotUnderstood);
    }

    private static RuleReading Veto(RuleClause clause)
    {
        var blocks = !clause.Negates;
        if (clause.Has(Lexeme.Abstention))
        {
            return clause.Follows(Lexeme.More, Lexeme.Abstention) && clause.Has(Lexeme.Yes) && clause.Has(Lexeme.No) && clause.Has(Lexeme.Than)
                && clause.HoldsOnly(Lexeme.More, Lexeme.Abstention, Lexeme.Than, Lexeme.Yes, Lexeme.No, Lexeme.Vote, Lexeme.Blocks, Lexeme.Not)
                ? SetsMajority(RulePart.Abstentions, rule => rule with { AbstentionsBlock = blocks })
                : Problem(clause, RuleProblemKind.NotUnderstood);
        }

        var isOne = clause.HasAny(Lexeme.No, Lexeme.Objection) && clause.HasAny(Lexeme.One, Lexeme.Number) && clause.Pieces.All(piece => piece.Lexeme != Lexeme.Number || piece.First == 1);
        return isOne && clause.HoldsOnly(Lexeme.One, Lexeme.Number, Lexeme.No, Lexeme.Objection, Lexeme.Vote, Lexeme.Blocks, Lexeme.Not, Lexeme.Request)
            ? SetsMajority(RulePart.Objection, rule => rule with { OneObjectionBlocks = blocks })
            : Problem(clause, RuleProblemKind.NotUnderstood);
    }

    private static RuleReading Voters(RuleClause clause)
    {
        (Lexeme Lexeme, VotingRight Right)[] rights =
            [(Lexeme.Usual, VotingRight.ByCommittee), (Lexeme.Organization, VotingRight.MemberOrganizations), (Lexeme.Person, VotingRight.MembersInPerson)];
        var said = rights.Where(right => clause.Has(right.Lexeme)).ToList();
        var isClear = said.Count == 1 && clause.Pieces.All(piece => piece.Lexeme != Lexeme.Number || piece.First == 1)
            && clause.HoldsOnly(Lexeme.Right, Lexeme.Vote, Lexeme.One, Lexeme.Number, Lexeme.Per, Lexeme.All, Lexeme.Member, Lexeme.Committee, said[0].Lexeme);
        return isClear ? Sets(RulePart.VotingRight, rule => rule with { VotingRight = said[0].Right }) : Problem(clause, RuleProblemKind.NotUnderstood);
    }
}
