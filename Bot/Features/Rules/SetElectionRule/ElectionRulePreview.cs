using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetElectionRule;

/// <summary>Shows how it would be elected, with examples, first day and what is otherwise than before; nothing is stored yet.</summary>
internal static class ElectionRulePreview
{
    /// <summary>Draws the preview; or the form again, when the rules of time refuse the draft.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="draft">What would be set.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, ElectionRuleDraft draft, string? lead = null)
    {
        var committee = turn.Network.Committee(draft.Committee) ?? throw new System.ArgumentException("A draft of another network.", nameof(draft));
        var renewed = draft with { Latest = committee.Timeline.Latest, Form = draft.Form ?? turn.Form };
        return draft.Versions(committee.Timeline, turn.LocalNow.Date) switch
        {
            Outcome<IReadOnlyList<RulesOfProcedure>>.Done(var versions) => Draw(turn, committee, renewed, versions, lead),
            Outcome<IReadOnlyList<RulesOfProcedure>>.Refused(var why) => ElectionRuleForm.Render(
                turn, committee, draft.Rule, draft.Day, [.. lead is null ? [] : new[] { lead }, RefusalText.Markdown(turn, why)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static AdaptiveCard Draw(Turn turn, Committee committee, ElectionRuleDraft draft, IReadOnlyList<RulesOfProcedure> versions, string? lead)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(
            reader, draft.TakesBack ? Sentence.RuleTakeBackHeading : Sentence.RulePreviewHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), RuleWords.Kind(reader, MotionKind.Election));
        var begins = Messages.Get(reader, Sentence.RuleBegins, draft.Day, versions.First(rules => rules.EffectiveFrom == draft.Day).Version);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + begins,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Text(begins),
                CardPart.List(ElectionRuleWords.Clauses(reader, draft.Rule)),
                .. ElectionRuleWords.Examples(reader, draft.Rule).Select(CardPart.Subtle),
                .. Differences(turn, committee, draft),
                .. Later(reader, committee, draft, versions),
                CardPart.Subtle(Messages.Get(reader, Sentence.ElectionRuleRunning)),
                .. CardPart.Rows(Confirming(turn, committee, draft)),
            ],
            Actions = [.. Leaving(turn, draft)],
        };
    }

    /// <summary>Against what is in force today; a change that is taken back, against that change.</summary>
    private static IEnumerable<CardElement> Differences(Turn turn, Committee committee, ElectionRuleDraft draft)
    {
        var standing = committee.Timeline.InForce(draft.TakesBack ? draft.Day : turn.LocalNow.Date);
        var changes = ElectionRuleWords.Changes(turn.Reader, standing.Elections, draft.Rule);
        yield return CardPart.Section(Messages.Get(turn.Reader, Sentence.RuleChangesHeading));
        yield return changes.Count > 0 ? CardPart.List(changes) : CardPart.Text(Messages.Get(turn.Reader, Sentence.RuleChangesNone));
    }

    /// <summary>What begins after it, so that nobody takes it for the last word.</summary>
    private static IEnumerable<CardElement> Later(Reader reader, Committee committee, ElectionRuleDraft draft, IReadOnlyList<RulesOfProcedure> versions)
    {
        var after = new RulesTimeline([.. committee.Timeline.Versions, .. versions]);
        if (after.After(draft.Day).FirstOrDefault(rules => rules.Elections != draft.Rule) is { } next)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.RuleLater, next.EffectiveFrom, string.Join("; ", ElectionRuleWords.Changes(reader, draft.Rule, next.Elections))));
        }
    }

    private static IEnumerable<CardAction> Confirming(Turn turn, Committee committee, ElectionRuleDraft draft)
    {
        yield return CardPart.Button(turn.Reader, draft.TakesBack ? Sentence.ButtonTakeBackRule : Sentence.ButtonSetRule, RulesVerbs.SetElections, draft.ToData());
        if (!draft.TakesBack && committee.Timeline.NextElectionChange(turn.LocalNow.Date) is { } coming && coming != draft.Day)
        {
            yield return CardPart.Button(turn.Reader, Sentence.ButtonSetRuleInstead, RulesVerbs.SetElections, (draft with { Replaced = coming }).ToData());
        }
    }

    private static IEnumerable<CardAction> Leaving(Turn turn, ElectionRuleDraft draft)
    {
        if (!draft.TakesBack)
        {
            yield return CardPart.Button(turn.Reader, Sentence.ButtonEdit, RulesVerbs.EditElections, draft.ToData());
        }

        yield return CardPart.Button(turn.Reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, draft.Form?.Data ?? []);
    }
}
