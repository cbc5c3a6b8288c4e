using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetElectionRule;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetRule;

/// <summary>[Regel ändern] on the rules, [Ändern] on the preview: the form for one kind of decision. Typed words that only lacked the kind go on to the preview.</summary>
internal sealed class EditRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.Edit;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForCoordinator.Reply(turn, form, (committee, kind) =>
    {
        var same = turn with { Form = FormReference.In(form) ?? turn.Form };
        return kind.IsElection ? ElectionRuleTyped.Draw(same, committee, form["words"])
            : RuleDraft.Read(turn, form) is { } draft
            ? RuleForm.Render(same, committee, kind, RuleFields.Of(turn.Reader, draft.Rule).Switched(draft.IsUsual), draft.Day)
            : RuleTyped.Draw(same, committee, kind, form["words"]);
    }));
}

/// <summary>[Prüfen] on the form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForCoordinator.Reply(turn, form, (committee, kind) =>
    {
        var same = turn with { Form = FormReference.In(form) ?? turn.Form };
        var fields = RuleFields.Read(form);
        var rule = fields.ToRule(out var problems);
        var day = RuleDraft.DayIn(form, "from");
        problems = fields.IsUsual && kind.Motion is not null ? [] : problems;
        if (problems.Count > 0 || day is null)
        {
            string[] asked = [.. problems.Select(problem => RuleTyped.Ask(turn.Reader, problem)), .. day is null ? new[] { Messages.Get(turn.Reader, Sentence.RuleAskDay) } : []];
            return RuleForm.Render(same, committee, kind, fields, day, asked);
        }

        var lead = form.Number("latest") == committee.Timeline.Latest ? null : Messages.Get(turn.Reader, Sentence.RulesOvertaken);
        var draft = fields.IsUsual ? RuleDraft.AsUsual(committee, kind, day.Value) : null;
        return RulePreview.Render(same, (draft ?? new RuleDraft(committee.Id, kind, rule.OfVersion(1), day.Value)) with { Form = same.Form }, lead);
    }));
}

/// <summary>[Zurücknehmen] at a change to come: asks first.</summary>
internal sealed class AskTakeBackAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.AskTakeBack;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForCoordinator.Reply(turn, form, (committee, kind) =>
    {
        var day = RuleDraft.DayIn(form, "day") ?? turn.LocalNow.Date;
        var before = RulesTimeline.Effective(committee.Timeline.InForce(day.PlusDays(-1)), kind.Motion);
        return RulePreview.Render(turn, new RuleDraft(committee.Id, kind, before, day) { TakesBack = true, Form = FormReference.In(form) ?? turn.Form });
    }));
}

/// <summary>[Festlegen]: sets the rule, or takes the change back.</summary>
internal sealed class SetRuleAction(SetRuleHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.Set;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = RuleDraft.Read(turn, form);
        return RulesStep.ConfirmAsync(
            handler, turn, draft,
            (set, rules) => RulesStep.Said(turn, set.TakesBack ? Sentence.RuleTakenBack : set.IsUsual ? Sentence.RuleIsUsual : Sentence.RuleIsSet, set, set.Kind.Title(turn.Reader), rules),
            (now, shown, lead) => RulePreview.Render(now, lead is null ? shown : shown with { Replaced = null }, lead),
            cancellationToken);
    }
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}
