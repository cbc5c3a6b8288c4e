using System.Linq;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetElectionRule;

/// <summary>From words such as "Listenwahl zugelassen, Sitze nach Sainte-Laguë ab 1.1.2027" to the preview; to the form, when something is missing or unclear.</summary>
internal static class ElectionRuleTyped
{
    private const int LongestFragment = 100;

    /// <summary>Draws what comes of the words. What they do not name stays as it is on that day.</summary>
    public static AdaptiveCard Draw(Turn turn, Committee committee, string words)
    {
        var (clauses, day, doubt) = RuleTyped.DayIn(turn, words);
        var present = committee.Timeline.InForce(day ?? turn.LocalNow.Date).Elections;
        if (clauses.Length == 0)
        {
            return ElectionRuleForm.Render(turn, committee, present, day, doubt is null ? [] : [AppointmentQuestions.Ask(turn.Reader, doubt)]);
        }

        var rule = ElectionRuleReader.Read(present, clauses, out var unclear);
        string[] asked =
        [
            .. unclear.Select(clause => Messages.Get(turn.Reader, Sentence.ElectionRuleUnclear, CardText.Escape(ShortText.Abbreviate(clause, LongestFragment), LineBreaks.Collapse))),
            .. rule.IsSound ? Enumerable.Empty<string>() : [Messages.Get(turn.Reader, Sentence.ElectionRuleUnsound)],
            .. day is null ? [doubt is null ? Messages.Get(turn.Reader, Sentence.RuleAskDay) : AppointmentQuestions.Ask(turn.Reader, doubt)] : Enumerable.Empty<string>(),
        ];
        return asked.Length == 0
            ? ElectionRulePreview.Render(turn, new ElectionRuleDraft(committee.Id, rule, day!.Value) { Form = turn.Form })
            : ElectionRuleForm.Render(turn, committee, rule, day, asked);
    }
}
