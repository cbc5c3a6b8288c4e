using System.Linq;

namespace Bot.Domain.Voting;

/// <summary>A rule worked out on counts, so that people see what it does: 12 yes, 5 no, 3 abstentions of 30 entitled, and where its limit lies.</summary>
/// <param name="Result">What the rule says of these counts.</param>
/// <param name="Just">Counts that are carried only just; null for a rule under which nothing is.</param>
/// <param name="NoLonger">The nearest counts that are not.</param>
public sealed record RuleExample(BallotResult Result, Tally? Just, Tally? NoLonger)
{
    private const int Yes = 12, No = 5, Abstain = 3, Entitled = 30;

    /// <summary>No votes against which the limit of a rule on yes and no is shown: as many as make the next best whole number tell something.</summary>
    private const int NoAtTheLimit = 8;

    private const int MostYes = 1000;

    /// <summary>Works a rule out.</summary>
    public static RuleExample Of(MajorityRule rule)
    {
        var limit = rule with { Quorum = null };
        var (just, noLonger) = rule switch
        {
            { OneObjectionBlocks: true } => (Counts(rule, Yes, 0, 0), Counts(rule, Yes, 1, 0)),
            { Base: MajorityBase.YesNo } => OfSides(limit),
            _ => OfHeads(limit),
        };
        var isTrue = limit.Decide(just).Verdict == Verdict.Accepted && limit.Decide(noLonger).Verdict != Verdict.Accepted;
        return new RuleExample(rule.Decide(Counts(rule, Yes, No, Abstain)), isTrue ? just : null, isTrue ? noLonger : null);
    }

    private static (Tally Just, Tally NoLonger) OfSides(MajorityRule rule)
    {
        var yes = Enumerable.Range(1, MostYes).FirstOrDefault(yes => rule.Decide(Counts(rule, yes, NoAtTheLimit, 0)).Verdict == Verdict.Accepted);
        return yes > 0
            ? (Counts(rule, yes, NoAtTheLimit, 0), Counts(rule, yes - 1, NoAtTheLimit, 0))
            : (Counts(rule, Yes, 0, 0), Counts(rule, Yes, 1, 0));
    }

    private static (Tally Just, Tally NoLonger) OfHeads(MajorityRule rule)
    {
        var heads = rule.Base == MajorityBase.Entitled ? Entitled : Yes + No + Abstain;
        var yes = (int)System.Math.Min(rule.FewestYes(Counts(rule, heads, 0, 0)), heads);
        return (Counts(rule, yes, heads - yes, 0), Counts(rule, yes - 1, heads - yes + 1, 0));
    }

    /// <summary>As many entitled as the example has, or as vote; attendance is taken where the rule counts those present.</summary>
    private static Tally Counts(MajorityRule rule, int yes, int no, int abstain)
    {
        var cast = yes + no + abstain;
        var entitled = System.Math.Max(Entitled, cast);
        return new Tally(yes, no, abstain, entitled - cast, rule.Base == MajorityBase.Present ? cast : null, entitled, 0);
    }
}
