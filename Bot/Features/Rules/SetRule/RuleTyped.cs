using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Rules.SetRule;

/// <summary>From words such as "Zweidrittel der abgegebenen Ja- und Nein-Stimmen ab 1.1.2027" to the preview; to the form, when something is missing or unclear.</summary>
internal static class RuleTyped
{
    private const int LongestFragment = 100;

    /// <summary>Words for the usual way, folded.</summary>
    private static readonly string[] UsualWords =
    [
        "wie ueblich", "wieder wie ueblich", "ueblich", "wie sonst", "wie alle uebrigen", "wie alle uebrigen entscheidungen", "wie alles uebrige",
        "as usual", "as usual again", "usual", "like all others", "like all other decisions",
    ];

    /// <summary>Draws what comes of the words. What they do not name stays as it is on that day.</summary>
    public static AdaptiveCard Draw(Turn turn, Committee committee, DecisionKind kind, string words)
    {
        var (rule, day, doubt) = DayIn(turn, words);
        var present = RulesTimeline.Effective(committee.Timeline.InForce(day ?? turn.LocalNow.Date), kind.Motion);
        if (rule.Length == 0)
        {
            return RuleForm.Render(turn, committee, kind, RuleFields.Of(turn.Reader, present), day, doubt is null ? [] : [AppointmentQuestions.Ask(turn.Reader, doubt)]);
        }

        if (UsualWords.Contains(CommandText.Fold(rule).Trim(' ', '.', ',', '!')))
        {
            return Usual(turn, committee, kind, day, present);
        }

        var reading = RuleReader.Read(rule);
        if (reading.Problems.Count > 0)
        {
            var fields = RuleFields.Of(turn.Reader, present) with { Majority = rule };
            return RuleForm.Render(turn, committee, kind, fields, day, [.. reading.Problems.Select(problem => Ask(turn.Reader, problem))]);
        }

        var changed = reading.ApplyTo(present).OfVersion(1);
        return day is { } known
            ? RulePreview.Render(turn, new RuleDraft(committee.Id, kind, changed, known) { Form = turn.Form })
            : RuleForm.Render(turn, committee, kind, RuleFields.Of(turn.Reader, changed), null, doubt is null ? Messages.Get(turn.Reader, Sentence.RuleAskDay) : AppointmentQuestions.Ask(turn.Reader, doubt));
    }

    /// <summary>"wie üblich": the kind loses its own rule.</summary>
    private static AdaptiveCard Usual(Turn turn, Committee committee, DecisionKind kind, LocalDate? day, DecisionRule present)
    {
        var fields = RuleFields.Of(turn.Reader, present);
        if (kind.Motion is null)
        {
            return RuleForm.Render(turn, committee, kind, fields, day, Messages.Get(turn.Reader, Sentence.RuleUsualItself));
        }

        return day is { } known && RuleDraft.AsUsual(committee, kind, known) is { } draft
            ? RulePreview.Render(turn, draft with { Form = turn.Form })
            : RuleForm.Render(turn, committee, kind, fields.Switched(true), day, Messages.Get(turn.Reader, Sentence.RuleAskDay));
    }

    /// <summary>What is asked back about a part of the words. Markdown.</summary>
    public static string Ask(Reader reader, RuleProblem problem) =>
        RuleWords.Problem(reader, problem.Kind, CardText.Escape(ShortText.Abbreviate(problem.Fragment, LongestFragment), LineBreaks.Collapse));

    /// <summary>Takes "ab 1.1.2027" off the end, also a day that must be asked about. What is no day stays with the words, where it is then not understood.</summary>
    public static (string Rule, LocalDate? Day, AppointmentProblem? Doubt) DayIn(Turn turn, string words) => EffectDay.In(turn, words);
}
