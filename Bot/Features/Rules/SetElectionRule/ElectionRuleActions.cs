using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetElectionRule;

/// <summary>[Ändern] on the preview: back to the form.</summary>
internal sealed class EditElectionRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.EditElections;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForElections.Reply(turn, form, committee =>
        ElectionRuleDraft.Read(turn, form) is { } draft
            ? ElectionRuleForm.Render(turn with { Form = draft.Form ?? turn.Form }, committee, draft.Rule, draft.Day)
            : ElectionRuleForm.Render(turn, committee, committee.Rules.Elections, null)));
}

/// <summary>[Prüfen] on the form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewElectionRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.PreviewElections;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForElections.Reply(turn, form, committee =>
    {
        var same = turn with { Form = FormReference.In(form) ?? turn.Form };
        var (rule, day) = (ElectionRuleForm.Read(form), RuleDraft.DayIn(form, "from"));
        if (!rule.IsSound || day is null)
        {
            return ElectionRuleForm.Render(same, committee, rule, day, Messages.Get(turn.Reader, rule.IsSound ? Sentence.RuleAskDay : Sentence.ElectionRuleUnsound));
        }

        var lead = form.Number("latest") == committee.Timeline.Latest ? null : Messages.Get(turn.Reader, Sentence.RulesOvertaken);
        return ElectionRulePreview.Render(same, new ElectionRuleDraft(committee.Id, rule, day.Value) { Form = same.Form }, lead);
    }));
}

/// <summary>[Zurücknehmen] at a change to come: asks first.</summary>
internal sealed class AskTakeBackElectionRuleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.AskTakeBackElections;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForElections.Reply(turn, form, committee =>
    {
        var day = RuleDraft.DayIn(form, "day") ?? turn.LocalNow.Date;
        var before = committee.Timeline.InForce(day.PlusDays(-1)).Elections;
        return ElectionRulePreview.Render(turn, new ElectionRuleDraft(committee.Id, before, day) { TakesBack = true, Form = FormReference.In(form) ?? turn.Form });
    }));
}

/// <summary>[Festlegen]: sets how it is elected, or takes the change back.</summary>
internal sealed class SetElectionRuleAction(SetRuleHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetElections;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { IsCoordinator: true })
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        if (ElectionRuleDraft.Read(turn, form) is not { } draft || turn.Network.Committee(draft.Committee) is not { Kind: CommitteeKind.GeneralAssembly } committee)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        return await handler.HandleAsync(turn, draft, cancellationToken) switch
        {
            RuleSet.Done(var rules) => new CardReply.Replace(SentenceCard.Of(turn.Reader, Said(turn, committee, draft, rules))) { Settled = draft.IdentityIn(turn) },
            RuleSet.Overtaken(var now) => new CardReply.Replace(ElectionRulePreview.Render(now, draft with { Replaced = null }, Messages.Get(turn.Reader, Sentence.RulesOvertaken))),
            RuleSet.Refused({ Code: RefusalCode.CommitteeUnknown or RefusalCode.ChangedMeanwhile } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            RuleSet.Refused => new CardReply.Replace(ElectionRulePreview.Render(turn, draft)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Said(Turn turn, Committee committee, ElectionRuleDraft draft, RulesOfProcedure rules) => Messages.Get(
        turn.Reader, draft.TakesBack ? Sentence.RuleTakenBack : Sentence.RuleIsSet, CardText.Escape(committee.Name, LineBreaks.Collapse), RuleWords.Kind(turn.Reader, Domain.Voting.MotionKind.Election), draft.Day, rules.Version);
}

/// <summary>What all steps check first: that a coordinator takes it, for the committee that elects.</summary>
internal static class ForElections
{
    /// <summary>The card that comes of the step, or why there is none.</summary>
    public static CardReply Reply(Turn turn, CardForm form, Func<Committee, AdaptiveCard> draw)
    {
        if (turn.Sender is not { IsCoordinator: true })
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        return turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { Kind: CommitteeKind.GeneralAssembly } committee
            ? new CardReply.Replace(draw(committee))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.CommitteeUnknown)));
    }
}
