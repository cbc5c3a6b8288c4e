using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetStandingItems;

/// <summary>[Ändern]: the form, with the list of the preview it stands on, otherwise with the present one.</summary>
internal sealed class EditStandingAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.EditStanding;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForAgendas.Reply(turn, form, (same, committee) =>
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
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForAgendas.Reply(turn, form, (same, committee) =>
        StandingForm.Checked(same, committee, form["items"], RuleDraft.DayIn(form, "from"), Messages.Get(turn.Reader, Sentence.RuleAskDay))));
}

/// <summary>[Festlegen]: sets what stands on every agenda.</summary>
internal sealed class SetStandingAction(SetRuleHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetStanding;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { IsCoordinator: true })
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        if (StandingDraft.Read(turn, form) is not { } draft || turn.Network.Committee(draft.Committee) is not { } committee)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        return await handler.HandleAsync(turn, draft, cancellationToken) switch
        {
            RuleSet.Done(var rules) => new CardReply.Replace(SentenceCard.Of(turn.Reader, Said(turn, committee, draft, rules))) { Settled = draft.IdentityIn(turn) },
            RuleSet.Overtaken(var now) => new CardReply.Replace(StandingPreview.Render(now, draft with { Replaced = null }, Messages.Get(turn.Reader, Sentence.RulesOvertaken))),
            RuleSet.Refused({ Code: RefusalCode.CommitteeUnknown or RefusalCode.ChangedMeanwhile } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            RuleSet.Refused => new CardReply.Replace(StandingPreview.Render(turn, draft)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Said(Turn turn, Committee committee, StandingDraft draft, RulesOfProcedure rules) => Messages.Get(
        turn.Reader, Sentence.RuleIsSet, CardText.Escape(committee.Name, LineBreaks.Collapse), Messages.Get(turn.Reader, Sentence.StandingTitle), draft.Day, rules.Version);
}

/// <summary>What the steps check first: that a coordinator takes them, for a committee that is there.</summary>
internal static class ForAgendas
{
    /// <summary>The card that comes of the step, drawn for the same form; or why there is none.</summary>
    public static CardReply Reply(Turn turn, CardForm form, Func<Turn, Committee, AdaptiveCard> draw)
    {
        if (turn.Sender is not { IsCoordinator: true })
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        return turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee
            ? new CardReply.Replace(draw(turn with { Form = FormReference.In(form) ?? turn.Form }, committee))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.CommitteeUnknown)));
    }
}
