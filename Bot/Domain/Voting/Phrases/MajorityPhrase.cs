using System.Linq;

namespace Bot.Domain.Voting.Phrases;

/// <summary>The majority itself: "mindestens drei Viertel aller Stimmberechtigten", "einfache Mehrheit", "Konsens".</summary>
internal static class MajorityPhrase
{
    private static readonly Lexeme[] Known =
    [
        Lexeme.All, Lexeme.Not, Lexeme.Without, Lexeme.With, Lexeme.Yes, Lexeme.No, Lexeme.Abstention, Lexeme.Vote, Lexeme.Cast, Lexeme.Present, Lexeme.Entitled, Lexeme.Member,
        Lexeme.Organization, Lexeme.Majority, Lexeme.Simple, Lexeme.Relative, Lexeme.Absolute, Lexeme.Qualified, Lexeme.Unanimous, Lexeme.Consensus, Lexeme.Objection,
        .. ShareFinder.Made,
    ];

    private static readonly Fraction Half = new(1, 2);

    private static readonly Fraction Whole = new(1, 1);

    /// <summary>Reads a clause.</summary>
    public static RuleReading Read(RuleClause clause)
    {
        var shares = ShareFinder.In(clause);
        var comparison = ShareFinder.ComparisonIn(clause, out var isClear);
        if (!clause.HoldsOnly(Known) || !isClear || !ShareFinder.IsWholly(clause) || HasIdleNegation(clause))
        {
            return ClausePhrases.Problem(clause, RuleProblemKind.NotUnderstood);
        }

        if (shares.Distinct().Count() > 1)
        {
            return ClausePhrases.Problem(clause, RuleProblemKind.SaidTwice);
        }

        return BaseIn(clause, out var @base) ? Read(clause, shares.Count == 0 ? null : shares[0], comparison, @base) : ClausePhrases.Problem(clause, RuleProblemKind.BaseUnclear);
    }

    /// <summary>The share, or null when there is none: of nothing, of more than all, or more than all asked for.</summary>
    public static Fraction? Share(int upper, int lower, Comparison comparison) =>
        upper > 0 && upper <= lower && !(upper == lower && comparison == Comparison.MoreThan) ? new Fraction(upper, lower) : null;

    private static RuleReading Read(RuleClause clause, (int Upper, int Lower)? share, Comparison? comparison, MajorityBase? @base)
    {
        Lexeme[] names = [Lexeme.Consensus, Lexeme.Objection, Lexeme.Unanimous, Lexeme.Absolute, Lexeme.Qualified, Lexeme.Simple, Lexeme.Relative];
        var said = names.Where(clause.Has).ToList();
        return said switch
        {
            [] => share is { } plain ? OfShare(clause, plain, comparison, @base) : WithoutShare(clause, comparison, @base),
            [Lexeme.Consensus] or [Lexeme.Objection] or [Lexeme.Consensus, Lexeme.Objection] => Consensus(clause, share, comparison, @base),
            [Lexeme.Unanimous] when share is null && comparison is null => Sets(Whole, Comparison.AtLeast, @base),
            [Lexeme.Absolute] when @base is null && share is null or (1, 2) => ClausePhrases.Problem(clause, RuleProblemKind.AbsoluteMajority),
            [Lexeme.Absolute] or [Lexeme.Simple] or [Lexeme.Relative] => OfHalf(clause, share, comparison, @base),
            [Lexeme.Qualified] => share is { } qualified ? OfShare(clause, qualified, comparison, @base) : ClausePhrases.Problem(clause, RuleProblemKind.QualifiedMajority),
            _ => ClausePhrases.Problem(clause, RuleProblemKind.NotUnderstood),
        };
    }

    private static RuleReading WithoutShare(RuleClause clause, Comparison? comparison, MajorityBase? @base)
    {
        if (IsMoreYesThanNo(clause))
        {
            return clause.HasAny(Lexeme.Present, Lexeme.Entitled, Lexeme.Member, Lexeme.Abstention)
                ? ClausePhrases.Problem(clause, RuleProblemKind.BaseUnclear)
                : Sets(Half, Comparison.MoreThan, MajorityBase.YesNo);
        }

        if (comparison is null && clause.Has(Lexeme.Majority))
        {
            return Sets(Half, Comparison.MoreThan, @base);
        }

        return clause.Has(Lexeme.All) && @base is not null && comparison != Comparison.MoreThan
            ? Sets(Whole, Comparison.AtLeast, @base)
            : ClausePhrases.Problem(clause, RuleProblemKind.NotUnderstood);
    }

    private static RuleReading OfShare(RuleClause clause, (int Upper, int Lower) share, Comparison? comparison, MajorityBase? @base)
    {
        if (comparison is null && share.Upper * 2L == share.Lower)
        {
            return ClausePhrases.Problem(clause, RuleProblemKind.HalfUnclear);
        }

        return Share(share.Upper, share.Lower, comparison ?? Comparison.AtLeast) is { } fraction
            ? Sets(fraction, comparison ?? Comparison.AtLeast, @base)
            : ClausePhrases.Problem(clause, RuleProblemKind.ShareImpossible);
    }

    /// <summary>Simple, relative, absolute: more than half. "mindestens die einfache Mehrheit" says no more than that.</summary>
    private static RuleReading OfHalf(RuleClause clause, (int Upper, int Lower)? share, Comparison? comparison, MajorityBase? @base) =>
        share is null or (1, 2) && (share is null || comparison == Comparison.MoreThan) && (comparison != Comparison.MoreThan || share is not null || IsMoreYesThanNo(clause))
            ? Sets(Half, Comparison.MoreThan, @base)
            : ClausePhrases.Problem(clause, RuleProblemKind.NotUnderstood);

    private static RuleReading Consensus(RuleClause clause, (int Upper, int Lower)? share, Comparison? comparison, MajorityBase? @base)
    {
        var isMeant = share is null && comparison is null && (!clause.Has(Lexeme.Objection) || clause.Negates || clause.Follows(Lexeme.No, Lexeme.Objection));
        return isMeant && (clause.Has(Lexeme.Objection) || !clause.Negates)
            ? Sets(Half, Comparison.MoreThan, @base ?? MajorityBase.YesNo, isConsensus: true)
            : ClausePhrases.Problem(clause, RuleProblemKind.NotUnderstood);
    }

    private static bool IsMoreYesThanNo(RuleClause clause)
    {
        var order = clause.Pieces.Select(piece => piece.Lexeme).Where(lexeme => lexeme is Lexeme.More or Lexeme.Yes or Lexeme.Than or Lexeme.No).ToList();
        return order is [Lexeme.More, Lexeme.Yes, Lexeme.Than, Lexeme.No];
    }

    /// <summary>A "not" that belongs to nothing that is understood: "nicht zwei Drittel".</summary>
    private static bool HasIdleNegation(RuleClause clause) =>
        clause.HasAny(Lexeme.Not, Lexeme.Without) && !clause.HasAny(Lexeme.Abstention, Lexeme.Objection) && !clause.Follows(Lexeme.Not, Lexeme.Less);

    /// <summary>Of what the share is taken; null where the clause does not say.</summary>
    /// <returns>False when it names two that exclude each other.</returns>
    private static bool BaseIn(RuleClause clause, out MajorityBase? @base)
    {
        var abstentions = clause.Has(Lexeme.Abstention);
        var isOfSides = clause.Has(Lexeme.Yes) && clause.Has(Lexeme.No);
        var isOfVotes = isOfSides || clause.Has(Lexeme.Cast) || abstentions;
        var isOfPresent = clause.Has(Lexeme.Present);
        var isOfEntitled = !isOfPresent && clause.HasAny(Lexeme.Entitled, Lexeme.Member, Lexeme.Organization);
        @base = (isOfVotes, isOfPresent, isOfEntitled) switch
        {
            (true, _, _) when abstentions && !clause.Negates && (clause.Has(Lexeme.With) || isOfSides) => MajorityBase.YesNoAbstain,
            (true, _, _) => MajorityBase.YesNo,
            (_, true, _) => MajorityBase.Present,
            (_, _, true) => MajorityBase.Entitled,
            _ => clause.Has(Lexeme.Vote) ? MajorityBase.YesNo : null,
        };
        var isHalfNamed = clause.Has(Lexeme.Yes) && !clause.Has(Lexeme.No);
        var isIdle = abstentions && !clause.Negates && !clause.Has(Lexeme.With) && !isOfSides;
        return !isHalfNamed && !isIdle && !(isOfVotes && (isOfPresent || isOfEntitled));
    }

    private static RuleReading Sets(Fraction fraction, Comparison comparison, MajorityBase? @base, bool isConsensus = false) => ClausePhrases.SetsMajority(
        RulePart.Majority,
        rule => rule with { Base = @base ?? MajorityBase.YesNo, Fraction = fraction, Comparison = comparison, OneObjectionBlocks = isConsensus });
}
