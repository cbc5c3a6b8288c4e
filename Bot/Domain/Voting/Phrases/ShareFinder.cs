using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Voting.Phrases;

/// <summary>Finds the share a clause names, and how it is to be compared.</summary>
internal static class ShareFinder
{
    /// <summary>The meanings of which shares are made; whoever allows a share in a clause allows these.</summary>
    public static readonly Lexeme[] Made =
    [
        Lexeme.Number, Lexeme.One, Lexeme.Denominator, Lexeme.Share, Lexeme.Half, Lexeme.Slash, Lexeme.More, Lexeme.Less, Lexeme.Than, Lexeme.Over, Lexeme.AtLeast,
    ];

    /// <summary>All shares named, each as upper and lower number as written, in their order.</summary>
    public static IReadOnlyList<(int Upper, int Lower)> In(RuleClause clause)
    {
        var found = new List<(int, int)>();
        var pieces = clause.Pieces;
        for (var at = 0; at < pieces.Count; at++)
        {
            switch (pieces[at].Lexeme)
            {
                case Lexeme.Share:
                    found.Add((pieces[at].First, pieces[at].Second));
                    break;
                case Lexeme.Half:
                    found.Add((1, 2));
                    break;
                case Lexeme.Denominator when at > 0 && pieces[at - 1].Lexeme is Lexeme.Number or Lexeme.One:
                    found.Add((pieces[at - 1].Lexeme == Lexeme.One ? 1 : pieces[at - 1].First, pieces[at].First));
                    break;
                case Lexeme.Slash when at > 0 && at + 1 < pieces.Count && pieces[at - 1].Lexeme == Lexeme.Number && pieces[at + 1].Lexeme == Lexeme.Number:
                    found.Add((pieces[at - 1].First, pieces[at + 1].First));
                    break;
            }
        }

        return found;
    }

    /// <summary>Whether every number of the clause is part of a share.</summary>
    public static bool IsWholly(RuleClause clause)
    {
        var pieces = clause.Pieces;
        return Enumerable.Range(0, pieces.Count).Where(at => pieces[at].Lexeme is Lexeme.Number or Lexeme.Denominator).All(at =>
            pieces[at].Lexeme == Lexeme.Denominator
                ? at > 0 && pieces[at - 1].Lexeme is Lexeme.Number or Lexeme.One
                : IsAt(pieces, at + 1, Lexeme.Denominator)
                    || (IsAt(pieces, at + 1, Lexeme.Slash) && IsAt(pieces, at + 2, Lexeme.Number)) || (IsAt(pieces, at - 1, Lexeme.Slash) && IsAt(pieces, at - 2, Lexeme.Number)));
    }

    /// <summary>How the share is compared; null where the clause does not say. "nicht weniger als" is "mindestens".</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="isClear">False when it says two things, or one that no rule can say, such as "weniger als".</param>
    public static Comparison? ComparisonIn(RuleClause clause, out bool isClear)
    {
        var isNotLess = clause.Follows(Lexeme.Not, Lexeme.Less) || clause.Follows(Lexeme.No, Lexeme.Less);
        var isAtLeast = clause.Has(Lexeme.AtLeast) || isNotLess;
        var isMoreThan = clause.HasAny(Lexeme.More, Lexeme.Over);
        isClear = !(isAtLeast && isMoreThan) && (isNotLess || !clause.Has(Lexeme.Less)) && !clause.Follows(Lexeme.Not, Lexeme.More) && !clause.Follows(Lexeme.Not, Lexeme.Over);
        return isMoreThan ? Comparison.MoreThan : isAtLeast ? Comparison.AtLeast : null;
    }

    private static bool IsAt(IReadOnlyList<RulePiece> pieces, int at, Lexeme lexeme) => at >= 0 && at < pieces.Count && pieces[at].Lexeme == lexeme;
}
