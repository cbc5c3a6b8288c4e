using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Rules.SetRule;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetStandingItems;

/// <summary>[Ändern]: the form, with the list of the preview it stands on, otherwise with the present one.</summary>
internal sealed class EditStandingAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.EditStanding;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(turn, form, (same, committee) =>
        StandingDraft.Read(turn, form) is { } draft
            ? StandingForm.Render(same, committee, StandingWords.Write(draft.Items), draft.Day)
            : StandingForm.Render(same, committee, StandingWords.Write(committee.Rules.StandingItems), null)));
}

/// <summary>[Prüfen] on the form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewStandingAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.PreviewStanding;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(turn, form, (same, committee) =>
        StandingForm.Checked(same, committee, form["items"], RuleDraft.DayIn(form, "from"), Messages.Get(turn.Reader, Sentence.RuleAskDay))));
}

/// <summary>[Zurücknehmen] at a change to come: asks first.</summary>
internal sealed class AskTakeBackStandingAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.AskTakeBackStanding;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(
        turn, form, (same, committee) => StandingPreview.Render(same, StandingDraft.TakingBack(committee, RuleDraft.DayIn(form, "day") ?? turn.LocalNow.Date, same.Form))));
}

/// <summary>[Festlegen]: sets what stands on every agenda, or takes the change back.</summary>
internal sealed class SetStandingAction(SetRuleHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetStanding;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = StandingDraft.Read(turn, form);
        return RulesStep.ConfirmAsync(
            handler, turn, draft, (set, rules) => RulesStep.Said(turn, set.TakesBack ? Sentence.RuleTakenBack : Sentence.RuleIsSet, set, Messages.Get(turn.Reader, Sentence.StandingTitle), rules),
            (now, shown, lead) => StandingPreview.Render(now, lead is null ? shown : shown with { Replaced = null }, lead), cancellationToken);
    }
}
