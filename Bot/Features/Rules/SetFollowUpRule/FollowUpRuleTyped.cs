using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetFollowUpRule;

/// <summary>From words such as "erlaubt, Ladungsfrist 3 Tage, ohne Mindestzahl ab 1.1.2027" to the preview; to the form, when something is missing or unclear.</summary>
internal static partial class FollowUpRuleTyped
{
    private const int LongestFragment = 100;

    /// <summary>Whether the words before the colon of a typed rule mean follow-up meetings. Folded.</summary>
    public static bool IsMeant(string head) => Words().IsMatch(CommandText.Fold(head));

    /// <summary>Draws what comes of the words. What they do not name stays as it is on that day.</summary>
    public static AdaptiveCard Draw(Turn turn, Committee committee, string words)
    {
        var (clauses, day, doubt) = RuleTyped.DayIn(turn, words);
        var rules = committee.Timeline.InForce(day ?? turn.LocalNow.Date);
        if (clauses.Length == 0)
        {
            return FollowUpRuleForm.Render(turn, committee, rules.FollowUps, day, doubt is null ? [] : [AppointmentQuestions.Ask(turn.Reader, doubt)]);
        }

        var rule = FollowUpRuleReader.Read(rules.FollowUps, rules.Notice.Days, clauses, out var unclear);
        string[] asked =
        [
            .. unclear.Select(clause => Messages.Get(turn.Reader, Sentence.ElectionRuleUnclear, CardText.Escape(ShortText.Abbreviate(clause, LongestFragment), LineBreaks.Collapse))),
            .. rule is { IsSound: false } ? [Messages.Get(turn.Reader, Sentence.FollowUpRuleUnsound)] : Enumerable.Empty<string>(),
            .. day is null ? [doubt is null ? Messages.Get(turn.Reader, Sentence.RuleAskDay) : AppointmentQuestions.Ask(turn.Reader, doubt)] : Enumerable.Empty<string>(),
        ];
        return asked.Length == 0
            ? FollowUpRulePreview.Render(turn, new FollowUpRuleDraft(committee.Id, rule, day!.Value) { Form = turn.Form })
            : FollowUpRuleForm.Render(turn, committee, rule, day, asked);
    }

    [GeneratedRegex(@"\b(folgesitzung|folgesitzungen|follow-?up|follow up)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
