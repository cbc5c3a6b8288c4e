using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetRule;

/// <summary>The steps towards other rules that are the same whatever part of the rules is set.</summary>
internal static class RulesStep
{
    /// <summary>Checks that a coordinator takes the step, for a committee that is there.</summary>
    /// <param name="turn">Who takes it.</param>
    /// <param name="form">What the button carries.</param>
    /// <param name="draw">Draws the card that comes of it, for the form it stands on.</param>
    /// <param name="isMeant">Which committees come into question; null for all.</param>
    /// <returns>The card, or why there is none.</returns>
    public static CardReply Reply(Turn turn, CardForm form, Func<Turn, Committee, AdaptiveCard> draw, Func<Committee, bool>? isMeant = null)
    {
        if (turn.WhyNot(Right.SetRules) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        return turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee && (isMeant is null || isMeant(committee))
            ? new CardReply.Replace(draw(turn with { Form = FormReference.In(form) ?? turn.Form }, committee))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.CommitteeUnknown)));
    }

    /// <summary>Sets what a preview has shown, once; where somebody has set rules since, the preview is shown anew.</summary>
    /// <param name="handler">Sets it.</param>
    /// <param name="turn">Who confirms.</param>
    /// <param name="draft">What was confirmed; null when the button carries nothing that can be read.</param>
    /// <param name="said">The sentence that it is set. Markdown.</param>
    /// <param name="preview">Draws the preview, with a sentence above or without one.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public static async Task<CardReply> ConfirmAsync<TDraft>(
        SetRuleHandler handler, Turn turn, TDraft? draft, Func<TDraft, RulesOfProcedure, string> said, Func<Turn, TDraft, string?, AdaptiveCard> preview, CancellationToken cancellationToken)
        where TDraft : class, IRulesDraft
    {
        if (turn.WhyNot(Right.SetRules) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        if (draft is null)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        return await handler.HandleAsync(turn, draft, cancellationToken) switch
        {
            RuleSet.Done(var rules) => new CardReply.Replace(SentenceCard.Of(turn.Reader, said(draft, rules))) { Settled = draft.IdentityIn(turn) },
            RuleSet.Overtaken(var now) => new CardReply.Replace(preview(now, draft, Messages.Get(turn.Reader, Sentence.RulesOvertaken))),
            RuleSet.Refused({ Code: RefusalCode.CommitteeUnknown or RefusalCode.ChangedMeanwhile } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            RuleSet.Refused => new CardReply.Replace(preview(turn, draft, null)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The sentence that a part of the rules is set, or that a change of it is taken back. Markdown.</summary>
    /// <param name="turn">Whose language.</param>
    /// <param name="sentence">Which of them.</param>
    /// <param name="draft">What was set.</param>
    /// <param name="part">What the part is called. Markdown.</param>
    /// <param name="rules">The version that came of it.</param>
    public static string Said(Turn turn, Sentence sentence, IRulesDraft draft, string part, RulesOfProcedure rules) => Messages.Get(
        turn.Reader, sentence, CardText.Escape(turn.Network.Committee(draft.Committee)?.Name ?? draft.Committee.Value, LineBreaks.Collapse), part, draft.Day, rules.Version);
}
