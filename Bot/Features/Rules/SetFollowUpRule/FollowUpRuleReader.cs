using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Turns;

namespace Bot.Features.Rules.SetFollowUpRule;

/// <summary>Reads the terms of follow-up meetings from words: "erlaubt, Ladungsfrist 3 Tage, ohne Mindestzahl"; "Frist 7 Tage, Quorum: mindestens ein Viertel"; "keine".</summary>
internal static partial class FollowUpRuleReader
{
    private const int LongestClause = 200;

    /// <summary>Reads a text. What it does not name stays as it is; where there was no follow-up meeting, with the usual notice period and without a quorum.</summary>
    /// <param name="present">The terms in force; null for none.</param>
    /// <param name="usualDays">The committee's usual notice period in days.</param>
    /// <param name="text">Clauses, separated by commas or semicolons.</param>
    /// <param name="unclear">The clauses that were not understood; then the rule may not be taken over.</param>
    public static FollowUpRule? Read(FollowUpRule? present, int usualDays, string text, out IReadOnlyList<string> unclear)
    {
        var odd = new List<string>();
        var isNone = false;
        var rule = present ?? new FollowUpRule(usualDays);
        foreach (var clause in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = CommandText.Fold(clause).Trim(' ', '.', '!');
            if (None().IsMatch(folded))
            {
                isNone = true;
            }
            else if (clause.Length > LongestClause || Taken(rule, clause, folded) is not { } changed)
            {
                odd.Add(clause);
            }
            else
            {
                rule = changed;
            }
        }

        unclear = odd;
        return isNone ? null : rule;
    }

    /// <summary>A quorum in words, as on the form; empty for none.</summary>
    /// <returns>Null when it was not understood.</returns>
    public static FollowUpRule? WithQuorum(FollowUpRule rule, string words)
    {
        if (words.Length == 0)
        {
            return rule with { Quorum = null, QuorumComparison = Comparison.AtLeast };
        }

        var reading = RuleReader.ReadAs(RulePart.Quorum, words);
        var majority = reading.ApplyTo(DecisionRule.Default).Majority;
        return reading.Problems.Count == 0 && majority.Quorum is { } share ? rule with { Quorum = share, QuorumComparison = majority.QuorumComparison } : null;
    }

    private static FollowUpRule? Taken(FollowUpRule rule, string clause, string folded)
    {
        if (Allowed().IsMatch(folded))
        {
            return rule;
        }

        if (Days().Match(folded) is { Success: true } days && int.TryParse(days.Groups["days"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return rule with { NoticeDays = number };
        }

        return WithoutQuorum().IsMatch(folded) ? WithQuorum(rule, string.Empty) : WithQuorum(rule, Label().Replace(clause, string.Empty).Trim());
    }

    [GeneratedRegex(@"^(es gibt )?(keine?( folgesitzung(en)?)?|(folgesitzung(en)? )?(nicht|not) (erlaubt|zugelassen|moeglich|allowed)|none|no follow-?up( meetings?)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex None();

    [GeneratedRegex(@"^(folgesitzung(en)? |follow-?up( meetings?)? )?(sind |ist |is |are )?(erlaubt|zugelassen|moeglich|allowed|ja|yes)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"^((mit )?(einer |eigene |verkuerzte )?(ladungsfrist|einladungsfrist|frist|notice period|notice)( von| of)?:? )?(?<days>\d{1,3}) (tage?n?|days?)( (ladungsfrist|frist|notice|notice period))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Days();

    [GeneratedRegex(@"^(ohne (mindestzahl|quorum|beschlussfaehigkeit)|kein quorum|quorum: (kein|keines|none)|(beschlussfaehig )?(unabhaengig von der zahl.*|gleich wie viele.*|egal wie viele.*)|without( a)? quorum|no quorum|regardless of .*|however many.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithoutQuorum();

    [GeneratedRegex(@"^\s*(quorum|beschlussf\w{1,2}hig(keit)?)( (mit|bei|ab|from|of|with))?\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
