using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetRule;

/// <summary>Shows the rule that would be set, with example, first day and what is otherwise than before; nothing is stored yet.</summary>
internal static class RulePreview
{
    /// <summary>Draws the preview; or the form again, when the rules of time refuse the draft.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="draft">What would be set.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, RuleDraft draft, string? lead = null)
    {
        var committee = turn.Network.Committee(draft.Committee) ?? throw new System.ArgumentException("A draft of another network.", nameof(draft));
        var renewed = draft with { Latest = committee.Timeline.Latest, Form = draft.Form ?? turn.Form };
        return draft.Versions(committee.Timeline, turn.LocalNow.Date) switch
        {
            Outcome<IReadOnlyList<RulesOfProcedure>>.Done(var versions) => Draw(turn, committee, renewed, versions, lead),
            Outcome<IReadOnlyList<RulesOfProcedure>>.Refused(var why) => RuleForm.Render(
                turn, committee, draft.Kind, RuleFields.Of(turn.Reader, draft.Rule).Switched(draft.IsUsual), draft.Day, [.. lead is null ? [] : new[] { lead }, RefusalText.Markdown(turn, why)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static AdaptiveCard Draw(Turn turn, Committee committee, RuleDraft draft, IReadOnlyList<RulesOfProcedure> versions, string? lead)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(
            reader, draft.TakesBack ? Sentence.RuleTakeBackHeading : Sentence.RulePreviewHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), draft.Kind.Title(reader));
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
                .. draft.IsUsual ? [CardPart.Text(Messages.Get(reader, Sentence.RuleAsUsual))] : Enumerable.Empty<CardElement>(),
                CardPart.List(RuleLines.Of(reader, draft.Kind, draft.Rule)),
                CardPart.Subtle(RuleLines.Example(reader, draft.Rule.Majority)),
                .. Differences(turn, committee, draft),
                .. Later(reader, committee, draft, versions),
                CardPart.Subtle(Messages.Get(reader, Sentence.RuleRunningBallots)),
                .. CardPart.Rows(Confirming(turn, committee, draft)),
            ],
            Actions = [.. Leaving(turn, draft)],
        };
    }

    /// <summary>Against what is in force today; a change that is taken back, against that change.</summary>
    private static IEnumerable<CardElement> Differences(Turn turn, Committee committee, RuleDraft draft)
    {
        var standing = committee.Timeline.InForce(draft.TakesBack ? draft.Day : turn.LocalNow.Date);
        var changes = RuleLines.Changes(turn.Reader, RulesTimeline.Effective(standing, draft.Kind.Motion), draft.Rule);
        yield return CardPart.Section(Messages.Get(turn.Reader, Sentence.RuleChangesHeading));
        yield return changes.Count > 0 ? CardPart.List(changes) : CardPart.Text(Messages.Get(turn.Reader, Sentence.RuleChangesNone));
    }

    /// <summary>What begins after it, so that nobody takes it for the last word.</summary>
    private static IEnumerable<CardElement> Later(Reader reader, Committee committee, RuleDraft draft, IReadOnlyList<RulesOfProcedure> versions)
    {
        var after = new RulesTimeline([.. committee.Timeline.Versions, .. versions]);
        var next = after.After(draft.Day).FirstOrDefault(rules => RulesTimeline.Effective(rules, draft.Kind.Motion) != draft.Rule);
        if (next is not null)
        {
            yield return CardPart.Text(Messages.Get(
                reader, Sentence.RuleLater, next.EffectiveFrom, RuleWords.Whole(reader, RulesTimeline.Effective(next, draft.Kind.Motion).Majority)));
        }
    }

    /// <summary>Sets the rule beside what is to come; and, where the same is to change already, also instead of that. Their titles need rows of their own.</summary>
    private static IEnumerable<CardAction> Confirming(Turn turn, Committee committee, RuleDraft draft)
    {
        yield return CardPart.Button(turn.Reader, draft.TakesBack ? Sentence.ButtonTakeBackRule : Sentence.ButtonSetRule, RulesVerbs.Set, draft.ToData());
        if (!draft.TakesBack && committee.Timeline.NextChange(draft.Kind.Motion, turn.LocalNow.Date) is { } coming && coming != draft.Day)
        {
            yield return CardPart.Button(turn.Reader, Sentence.ButtonSetRuleInstead, RulesVerbs.Set, (draft with { Replaced = coming }).ToData());
        }
    }

    private static IEnumerable<CardAction> Leaving(Turn turn, RuleDraft draft)
    {
        if (!draft.TakesBack)
        {
            yield return CardPart.Button(turn.Reader, Sentence.ButtonEdit, RulesVerbs.Edit, draft.ToData());
        }

        yield return CardPart.Button(turn.Reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, draft.Form?.Data ?? []);
    }
}
