using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Rules.SetRule;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetElectionRule;

/// <summary>[Ändern] on the preview: back to the form.</summary>
internal sealed class EditElectionRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.EditElections;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(
        turn,
        form,
        (same, committee) => ElectionRuleDraft.Read(turn, form) is { } draft
            ? ElectionRuleForm.Render(same, committee, draft.Rule, draft.Day)
            : ElectionRuleForm.Render(same, committee, committee.Rules.Elections, null),
        ElectionRuleDraft.IsFor));
}

/// <summary>[Prüfen] on the form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewElectionRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.PreviewElections;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(turn, form, (same, committee) =>
    {
        var (rule, day) = (ElectionRuleForm.Read(form), RuleDraft.DayIn(form, "from"));
        if (!rule.IsSound || day is null)
        {
            return ElectionRuleForm.Render(same, committee, rule, day, Messages.Get(turn.Reader, rule.IsSound ? Sentence.RuleAskDay : Sentence.ElectionRuleUnsound));
        }

        var lead = form.Number("latest") == committee.Timeline.Latest ? null : Messages.Get(turn.Reader, Sentence.RulesOvertaken);
        return ElectionRulePreview.Render(same, new ElectionRuleDraft(committee.Id, rule, day.Value) { Form = same.Form }, lead);
    }, ElectionRuleDraft.IsFor));
}

/// <summary>[Zurücknehmen] at a change to come: asks first.</summary>
internal sealed class AskTakeBackElectionRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.AskTakeBackElections;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(turn, form, (same, committee) =>
    {
        var day = RuleDraft.DayIn(form, "day") ?? turn.LocalNow.Date;
        var before = committee.Timeline.InForce(day.PlusDays(-1)).Elections;
        return ElectionRulePreview.Render(same, new ElectionRuleDraft(committee.Id, before, day) { TakesBack = true, Form = same.Form });
    }, ElectionRuleDraft.IsFor));
}

/// <summary>[Festlegen]: sets how it is elected, or takes the change back.</summary>
internal sealed class SetElectionRuleAction(SetRuleHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetElections;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = ElectionRuleDraft.Read(turn, form) is { } read && turn.Network.Committee(read.Committee) is { } committee && ElectionRuleDraft.IsFor(committee) ? read : null;
        return RulesStep.ConfirmAsync(
            handler, turn, draft,
            (set, rules) => RulesStep.Said(turn, set.TakesBack ? Sentence.RuleTakenBack : Sentence.RuleIsSet, set, RuleWords.Kind(turn.Reader, Domain.Voting.MotionKind.Election), rules),
            (now, shown, lead) => ElectionRulePreview.Render(now, lead is null ? shown : shown with { Replaced = null }, lead),
            cancellationToken);
    }
}
