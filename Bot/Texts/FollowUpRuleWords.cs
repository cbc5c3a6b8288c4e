using System.Collections.Generic;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;

namespace Bot.Texts;

/// <summary>On what terms a meeting without quorum is followed by another one, in words that can be typed as a rule again.</summary>
internal static class FollowUpRuleWords
{
    /// <summary>Every clause of the rule; one clause where there is none.</summary>
    public static IReadOnlyList<string> Clauses(Reader reader, FollowUpRule? rule) => rule is null
        ? [Messages.Get(reader, Sentence.FollowUpRuleNone)]
        :
        [
            Messages.Get(reader, Sentence.FollowUpRuleAllowed),
            Messages.Get(reader, Sentence.FollowUpRuleNotice, rule.NoticeDays),
            Quorum(reader, rule) is { Length: > 0 } share ? Messages.Get(reader, Sentence.RuleQuorum, share) : Messages.Get(reader, Sentence.FollowUpRuleWithoutQuorum),
        ];

    /// <summary>The quorum in words; empty for none.</summary>
    public static string Quorum(Reader reader, FollowUpRule rule) => RuleWords.QuorumShare(reader, MajorityRule.Default with { Quorum = rule.Quorum, QuorumComparison = rule.QuorumComparison });

    /// <summary>What a rule says, with what it stands for: "keine Folgesitzung (bisher: …)"; nothing where both say the same.</summary>
    public static IReadOnlyList<string> Changes(Reader reader, FollowUpRule? before, FollowUpRule? after) => before == after
        ? []
        : [Messages.Get(reader, Sentence.RuleChange, string.Join(", ", Clauses(reader, after)), string.Join(", ", Clauses(reader, before)))];
}
