using System.Linq;

namespace Bot.Domain.Voting.Phrases;

/// <summary>"offen", "geheim", "geheim auf Verlangen von 3 Stimmberechtigten".</summary>
internal static class SecrecyPhrase
{
    /// <summary>Reads a clause that says open or secret.</summary>
    public static RuleReading Read(RuleClause clause)
    {
        if (clause.Has(Lexeme.Request))
        {
            return OnRequest(clause);
        }

        if (clause.Has(Lexeme.Open) && clause.HoldsOnly(Lexeme.Open, Lexeme.Vote, Lexeme.Always, Lexeme.One))
        {
            return Sets(SecrecyRule.Never);
        }

        return clause.HoldsOnly(Lexeme.Secret, Lexeme.Vote, Lexeme.Always, Lexeme.Never, Lexeme.Not, Lexeme.One) && !(clause.Has(Lexeme.Always) && clause.Negates)
            ? Sets(clause.Negates ? SecrecyRule.Never : SecrecyRule.Always)
            : ClausePhrases.Problem(clause, RuleProblemKind.NotUnderstood);
    }

    private static RuleReading OnRequest(RuleClause clause)
    {
        var comparison = ShareFinder.ComparisonIn(clause, out var isClear) ?? Comparison.AtLeast;
        var isWhole = clause.Has(Lexeme.Secret) && clause.HoldsOnly([Lexeme.Secret, Lexeme.Request, Lexeme.Vote, Lexeme.Entitled, Lexeme.Member, Lexeme.Person, Lexeme.All, .. ShareFinder.Made]);
        if (!isClear || !isWhole || comparison != Comparison.AtLeast)
        {
            return ClausePhrases.Problem(clause, RuleProblemKind.NotUnderstood);
        }

        var shares = ShareFinder.In(clause);
        if (shares.Count == 1 && ShareFinder.IsWholly(clause))
        {
            return MajorityPhrase.Share(shares[0].Upper, shares[0].Lower, comparison) is { } share
                ? Sets(SecrecyRule.OnRequestOf(share))
                : ClausePhrases.Problem(clause, RuleProblemKind.ShareImpossible);
        }

        var numbers = clause.Pieces.Where(piece => piece.Lexeme == Lexeme.Number).Select(piece => piece.First).ToList();
        return (shares.Count, numbers) switch
        {
            (0, [> 0]) when !clause.HasAny(Lexeme.Slash, Lexeme.Denominator) => Sets(SecrecyRule.OnRequestOf(numbers[0])),
            (0, []) when clause.Has(Lexeme.One) => Sets(SecrecyRule.OnRequestOf(1)),
            _ => ClausePhrases.Problem(clause, RuleProblemKind.NotUnderstood),
        };
    }

    private static RuleReading Sets(SecrecyRule secrecy) => ClausePhrases.Sets(RulePart.Secrecy, rule => rule with { Secrecy = secrecy });
}
