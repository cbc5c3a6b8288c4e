using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetStandingItems;

/// <summary>Shows what would stand on every agenda, from when on, and what stands there now; nothing is stored yet.</summary>
internal static class StandingPreview
{
    /// <summary>Draws the preview; or the form again, when the rules of time refuse the draft.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="draft">What would be set.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, StandingDraft draft, string? lead = null)
    {
        var committee = turn.Network.Committee(draft.Committee) ?? throw new System.ArgumentException("A draft of another network.", nameof(draft));
        var renewed = draft with { Latest = committee.Timeline.Latest, Form = draft.Form ?? turn.Form };
        return draft.Versions(committee.Timeline, turn.LocalNow.Date) switch
        {
            Outcome<IReadOnlyList<RulesOfProcedure>>.Done(var versions) => Draw(turn, committee, renewed, versions, lead),
            Outcome<IReadOnlyList<RulesOfProcedure>>.Refused(var why) => StandingForm.Render(
                turn, committee, StandingWords.Write(draft.Items), draft.Day, [.. lead is null ? [] : new[] { lead }, RefusalText.Markdown(turn, why)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static AdaptiveCard Draw(Turn turn, Committee committee, StandingDraft draft, IReadOnlyList<RulesOfProcedure> versions, string? lead)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, draft.TakesBack ? Sentence.RuleTakeBackHeading : Sentence.RulePreviewHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), Messages.Get(reader, Sentence.StandingTitle));
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
                Listed(reader, draft.Items),
                CardPart.Section(Messages.Get(reader, draft.TakesBack ? Sentence.TakenBackThen : Sentence.StandingSoFar)),
                Listed(reader, committee.Timeline.InForce(draft.TakesBack ? draft.Day : turn.LocalNow.Date).StandingItems),
                CardPart.Subtle(Messages.Get(reader, Sentence.StandingCalledBefore)),
                .. CardPart.Rows(Confirming(turn, committee, draft)),
            ],
            Actions =
            [
                .. draft.TakesBack ? Enumerable.Empty<CardAction>() : [CardPart.Button(reader, Sentence.ButtonEdit, RulesVerbs.EditStanding, draft.ToData())],
                CardPart.Button(reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, draft.Form?.Data ?? []),
            ],
        };
    }

    /// <summary>The items as a list, or that there are none.</summary>
    public static TextBlock Listed(Reader reader, StandingItems items) =>
        items == StandingItems.None ? CardPart.Text(Messages.Get(reader, Sentence.StandingNone)) : CardPart.List(StandingWords.Lines(reader, items));

    private static IEnumerable<CardAction> Confirming(Turn turn, Committee committee, StandingDraft draft)
    {
        yield return CardPart.Button(turn.Reader, draft.TakesBack ? Sentence.ButtonTakeBackRule : Sentence.ButtonSetRule, RulesVerbs.SetStanding, draft.ToData());
        if (!draft.TakesBack && committee.Timeline.NextStandingChange(turn.LocalNow.Date) is { } coming && coming != draft.Day)
        {
            yield return CardPart.Button(turn.Reader, Sentence.ButtonSetRuleInstead, RulesVerbs.SetStanding, (draft with { Replaced = coming }).ToData());
        }
    }
}
