using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetFollowUpRule;

/// <summary>[Folgesitzung regeln] on the rules, [Ändern] on the preview: the form.</summary>
internal sealed class EditFollowUpRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.EditFollowUps;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForFollowUps.Reply(turn, form, committee =>
    {
        var same = turn with { Form = FormReference.In(form) ?? turn.Form };
        return FollowUpRuleDraft.Read(turn, form) is { } draft
            ? FollowUpRuleForm.Render(same, committee, draft.Rule, draft.Day)
            : FollowUpRuleForm.Render(same, committee, committee.Rules.FollowUps, null);
    }));
}

/// <summary>[Prüfen] on the form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewFollowUpRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.PreviewFollowUps;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForFollowUps.Reply(turn, form, committee =>
    {
        var same = turn with { Form = FormReference.In(form) ?? turn.Form };
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
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForFollowUps.Reply(turn, form, committee =>
    {
        var day = RuleDraft.DayIn(form, "day") ?? turn.LocalNow.Date;
        var before = committee.Timeline.InForce(day.PlusDays(-1)).FollowUps;
        return FollowUpRulePreview.Render(turn, new FollowUpRuleDraft(committee.Id, before, day) { TakesBack = true, Form = FormReference.In(form) ?? turn.Form });
    }));
}

/// <summary>[Festlegen]: sets the terms, or takes the change back.</summary>
internal sealed class SetFollowUpRuleAction(SetRuleHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetFollowUps;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (CoordinatorOnly.WhyNot(turn) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        if (FollowUpRuleDraft.Read(turn, form) is not { } draft || turn.Network.Committee(draft.Committee) is not { } committee)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        return await handler.HandleAsync(turn, draft, cancellationToken) switch
        {
            RuleSet.Done(var rules) => new CardReply.Replace(SentenceCard.Of(turn.Reader, Said(turn, committee, draft, rules))) { Settled = draft.IdentityIn(turn) },
            RuleSet.Overtaken(var now) => new CardReply.Replace(FollowUpRulePreview.Render(now, draft with { Replaced = null }, Messages.Get(turn.Reader, Sentence.RulesOvertaken))),
            RuleSet.Refused({ Code: RefusalCode.CommitteeUnknown or RefusalCode.ChangedMeanwhile } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            RuleSet.Refused => new CardReply.Replace(FollowUpRulePreview.Render(turn, draft)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Said(Turn turn, Committee committee, FollowUpRuleDraft draft, RulesOfProcedure rules) => Messages.Get(
        turn.Reader, draft.TakesBack ? Sentence.RuleTakenBack : Sentence.RuleIsSet, CardText.Escape(committee.Name, LineBreaks.Collapse), Messages.Get(turn.Reader, Sentence.CommandFollowUp), draft.Day, rules.Version);
}

/// <summary>What all steps check first: that a coordinator takes it, for a committee that is there.</summary>
internal static class ForFollowUps
{
    /// <summary>The card that comes of the step, or why there is none.</summary>
    public static CardReply Reply(Turn turn, CardForm form, Func<Committee, AdaptiveCard> draw)
    {
        if (CoordinatorOnly.WhyNot(turn) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        return turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee
            ? new CardReply.Replace(draw(committee))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.CommitteeUnknown)));
    }
}
