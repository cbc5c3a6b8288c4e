using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Texts;

namespace Bot.Features.Rules;

/// <summary>A rule as a list, its example, and what is different from another.</summary>
internal static class RuleLines
{
    /// <summary>The rule in full; whether those concerned vote only where somebody may be concerned.</summary>
    public static IReadOnlyList<string> Of(Reader reader, DecisionKind kind, DecisionRule rule)
    {
        var concerned = ConcernedOnly(reader, rule);
        return [.. RuleWords.Clauses(reader, rule).Where(clause => kind.Motion is MotionKind.Expulsion || clause != concerned)];
    }

    /// <summary>What one rule says otherwise than another, each clause with what it stands for: "bei Gleichstand entscheidet das Los (bisher: …)".</summary>
    public static IReadOnlyList<string> Changes(Reader reader, DecisionRule before, DecisionRule after) =>
    [
        .. RuleWords.Clauses(reader, before).Zip(RuleWords.Clauses(reader, after))
            .Where(pair => pair.First != pair.Second)
            .Select(pair => Messages.Get(reader, Sentence.RuleChange, pair.Second, pair.First)),
    ];

    /// <summary>The example: "Bei 12 Ja, 5 Nein, 3 Enthaltungen …: angenommen, denn 12 von 17 … Gerade noch: 9 zu 8. Nicht mehr: 8 zu 8."</summary>
    public static string Example(Reader reader, MajorityRule rule)
    {
        var example = RuleExample.Of(rule);
        var tally = example.Result.Tally;
        var reason = ResultWords.Calculation(reader, example.Result) ?? ResultWords.Quorum(reader, example.Result) ?? string.Empty;
        var said = Messages.Get(
            reader, Sentence.RuleExample, tally.Yes, tally.No, tally.Abstain, tally.Entitled, RuleWords.Verdict(reader, example.Result.Verdict), reason.TrimEnd('.'));
        return example is { Just: { } just, NoLonger: { } noLonger }
            ? said + " " + Messages.Get(reader, Sentence.RuleExampleLimit, Counts(reader, rule, just), Counts(reader, rule, noLonger))
            : said;
    }

    private static string Counts(Reader reader, MajorityRule rule, Tally tally) => rule.OneObjectionBlocks || rule.Base == MajorityBase.YesNo
        ? Messages.Get(reader, Sentence.RuleExampleSides, tally.Yes, tally.No)
        : Messages.Get(reader, Sentence.RuleExampleHeads, tally.Yes, rule.HeadsOfBase(tally), ResultWords.Heads(reader, rule.Base));

    private static string ConcernedOnly(Reader reader, DecisionRule rule) =>
        Messages.Get(reader, rule.ConcernedVotes ? Sentence.RuleConcernedVotes : Sentence.RuleConcernedExcluded);
}
