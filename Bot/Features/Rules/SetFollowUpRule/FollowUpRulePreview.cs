using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetFollowUpRule;

/// <summary>Shows the terms of follow-up meetings as they would be, with first day and what is otherwise than before; nothing is stored yet.</summary>
internal static class FollowUpRulePreview
{
    /// <summary>Draws the preview; or the form again, when the rules of time refuse the draft.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="draft">What would be set.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, FollowUpRuleDraft draft, string? lead = null)
    {
        var committee = turn.Network.Committee(draft.Committee) ?? throw new System.ArgumentException("A draft of another network.", nameof(draft));
        var renewed = draft with { Latest = committee.Timeline.Latest, Form = draft.Form ?? turn.Form };
        return draft.Versions(committee.Timeline, turn.LocalNow.Date) switch
        {
            Outcome<IReadOnlyList<RulesOfProcedure>>.Done(var versions) => Draw(turn, committee, renewed, versions, lead),
            Outcome<IReadOnlyList<RulesOfProcedure>>.Refused(var why) => FollowUpRuleForm.Render(
                turn, committee, draft.Rule, draft.Day, [.. lead is null ? [] : new[] { lead }, RefusalText.Markdown(turn, why)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static AdaptiveCard Draw(Turn turn, Committee committee, FollowUpRuleDraft draft, IReadOnlyList<RulesOfProcedure> versions, string? lead)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(
            reader, draft.TakesBack ? Sentence.RuleTakeBackHeading : Sentence.RulePreviewHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), Messages.Get(reader, Sentence.CommandFollowUp));
        var begins = Messages.Get(reader, Sentence.RuleBegins, draft.Day, versions.First(rules => rules.EffectiveFrom == draft.Day).Version);
        var standing = committee.Timeline.InForce(draft.TakesBack ? draft.Day : turn.LocalNow.Date);
        var changes = FollowUpRuleWords.Changes(reader, standing.FollowUps, draft.Rule);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + begins,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Text(begins),
                CardPart.List(FollowUpRuleWords.Clauses(reader, draft.Rule)),
                CardPart.Section(Messages.Get(reader, Sentence.RuleChangesHeading)),
                changes.Count > 0 ? CardPart.List(changes) : CardPart.Text(Messages.Get(reader, Sentence.RuleChangesNone)),
                .. Later(reader, committee, draft, versions),
                CardPart.Subtle(Messages.Get(reader, Sentence.FollowUpRuleRunning)),
                .. CardPart.Rows(Confirming(turn, committee, draft)),
            ],
            Actions = [.. Leaving(turn, draft)],
        };
    }

    /// <summary>What begins after it, so that nobody takes it for the last word.</summary>
    private static IEnumerable<CardElement> Later(Reader reader, Committee committee, FollowUpRuleDraft draft, IReadOnlyList<RulesOfProcedure> versions)
    {
        var after = new RulesTimeline([.. committee.Timeline.Versions, .. versions]);
        if (after.After(draft.Day).FirstOrDefault(rules => rules.FollowUps != draft.Rule) is { } next)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.RuleLater, next.EffectiveFrom, string.Join("; ", FollowUpRuleWords.Changes(reader, draft.Rule, next.FollowUps))));
        }
    }

    private static IEnumerable<CardAction> Confirming(Turn turn, Committee committee, FollowUpRuleDraft draft)
    {
        yield return CardPart.Button(turn.Reader, draft.TakesBack ? Sentence.ButtonTakeBackRule : Sentence.ButtonSetRule, RulesVerbs.SetFollowUps, draft.ToData());
        if (!draft.TakesBack && committee.Timeline.NextFollowUpChange(turn.LocalNow.Date) is { } coming && coming != draft.Day)
        {
            yield return CardPart.Button(turn.Reader, Sentence.ButtonSetRuleInstead, RulesVerbs.SetFollowUps, (draft with { Replaced = coming }).ToData());
        }
    }

    private static IEnumerable<CardAction> Leaving(Turn turn, FollowUpRuleDraft draft)
    {
        if (!draft.TakesBack)
        {
            yield return CardPart.Button(turn.Reader, Sentence.ButtonEdit, RulesVerbs.EditFollowUps, draft.ToData());
        }

        yield return CardPart.Button(turn.Reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, draft.Form?.Data ?? []);
    }
}
