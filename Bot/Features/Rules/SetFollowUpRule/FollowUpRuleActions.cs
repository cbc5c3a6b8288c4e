using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Rules.SetRule;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetFollowUpRule;

/// <summary>[Folgesitzung regeln] on the rules, [Ändern] on the preview: the form.</summary>
internal sealed class EditFollowUpRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.EditFollowUps;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(turn, form, (same, committee) =>
        FollowUpRuleDraft.Read(turn, form) is { } draft
            ? FollowUpRuleForm.Render(same, committee, draft.Rule, draft.Day)
            : FollowUpRuleForm.Render(same, committee, committee.Rules.FollowUps, null)));
}

/// <summary>[Prüfen] on the form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewFollowUpRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.PreviewFollowUps;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(turn, form, (same, committee) =>
    {
        var (rule, day) = (FollowUpRuleForm.Read(form, out var isUnclear), RuleDraft.DayIn(form, "from"));
        if (isUnclear || rule is { IsSound: false } || day is null)
        {
            return FollowUpRuleForm.Render(same, committee, rule, day, Messages.Get(
                turn.Reader, isUnclear ? Sentence.FollowUpRuleQuorumUnclear : rule is { IsSound: false } ? Sentence.FollowUpRuleUnsound : Sentence.RuleAskDay));
        }

        var lead = form.Number("latest") == committee.Timeline.Latest ? null : Messages.Get(turn.Reader, Sentence.RulesOvertaken);
        return FollowUpRulePreview.Render(same, new FollowUpRuleDraft(committee.Id, rule, day.Value) { Form = same.Form }, lead);
    }));
}

/// <summary>[Zurücknehmen] at a change to come: asks first.</summary>
internal sealed class AskTakeBackFollowUpRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.AskTakeBackFollowUps;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(turn, form, (same, committee) =>
    {
        var day = RuleDraft.DayIn(form, "day") ?? turn.LocalNow.Date;
        var before = committee.Timeline.InForce(day.PlusDays(-1)).FollowUps;
        return FollowUpRulePreview.Render(same, new FollowUpRuleDraft(committee.Id, before, day) { TakesBack = true, Form = same.Form });
    }));
}

/// <summary>[Festlegen]: sets the terms, or takes the change back.</summary>
internal sealed class SetFollowUpRuleAction(SetRuleHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetFollowUps;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = FollowUpRuleDraft.Read(turn, form);
        return RulesStep.ConfirmAsync(
            handler, turn, draft,
            (set, rules) => RulesStep.Said(turn, set.TakesBack ? Sentence.RuleTakenBack : Sentence.RuleIsSet, set, Messages.Get(turn.Reader, Sentence.CommandFollowUp), rules),
            (now, shown, lead) => FollowUpRulePreview.Render(now, lead is null ? shown : shown with { Replaced = null }, lead),
            cancellationToken);
    }
}
