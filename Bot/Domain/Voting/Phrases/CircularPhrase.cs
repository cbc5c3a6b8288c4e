using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Voting.Phrases;

/// <summary>"im Umlauf: mehr als die Hälfte der Ja- und Nein-Stimmen, Quorum: ein Drittel aller Stimmberechtigten": the majority of circular resolutions, said as a whole.</summary>
internal static class CircularPhrase
{
    private static readonly RulePart[] OfAMajority = [RulePart.Majority, RulePart.Tie, RulePart.Quorum, RulePart.Objection, RulePart.Abstentions];

    /// <summary>Reads the clauses from the one that names it on.</summary>
    public static RuleReading Read(IReadOnlyList<string> clauses)
    {
        var read = clauses.Select(RuleClause.Of)
            .Select(clause => clause with { Pieces = [.. clause.Pieces.Where(piece => piece.Lexeme != Lexeme.Circular)] })
            .Where(clause => clause.Pieces.Count > 0)
            .Select(ClausePhrases.Read)
            .ToList();
        var said = string.Join(", ", clauses).Trim();
        var whole = new RuleReading([.. read.SelectMany(clause => clause.Changes)], [.. read.SelectMany(clause => clause.Problems)]);
        if (whole.Problems.Count > 0)
        {
            return whole with { Changes = [] };
        }

        if (!whole.Sets(RulePart.Majority) || whole.Changes.Any(change => !OfAMajority.Contains(change.Part)))
        {
            return new RuleReading([], [new RuleProblem(RuleProblemKind.NotUnderstood, said)]);
        }

        if (whole.Changes.DistinctBy(change => change.Part).Count() < whole.Changes.Count)
        {
            return new RuleReading([], [new RuleProblem(RuleProblemKind.SaidTwice, said)]);
        }

        var majority = whole.ApplyTo(DecisionRule.Default).Majority;
        return new RuleReading([new RuleChange(RulePart.Circular, rule => rule with { Circular = majority with { Version = rule.Circular.Version } })], []);
    }
}
