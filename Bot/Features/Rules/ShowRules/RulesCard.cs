using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Features.Rules.SetStandingItems;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.ShowRules;

/// <summary>A committee's rules of decision: for each kind the rule in words and an example, and what is to change.</summary>
internal static class RulesCard
{
    /// <summary>Changes to come that are shown; the others follow when these have begun.</summary>
    private const int MostChanges = 5;

    /// <summary>Draws the rules.</summary>
    /// <param name="turn">Who sees it, and where.</param>
    /// <param name="committee">Whose rules.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    /// <param name="words">What somebody typed as a new rule without saying for which decision; empty for none.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, string? lead = null, string words = "")
    {
        var heading = Messages.Get(turn.Reader, Sentence.RulesHeading, CardText.Escape(committee.Name, LineBreaks.Collapse));
        var maySet = turn.May(Right.SetRules);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                .. InForce(turn.Reader, committee),
                .. ToCome(turn, committee, maySet),
                .. ElectionsToCome(turn, committee, maySet),
                .. StandingPart.Of(turn, committee, maySet),
                .. PlanningSection.Of(turn, committee),
                .. FollowUpSection.ToCome(turn, committee, maySet, MostChanges),
                .. maySet ? [KindInput(turn.Reader, committee)] : Enumerable.Empty<CardElement>(),
            ],
            Actions = maySet
                ? [CardPart.Button(turn.Reader, Sentence.ButtonEditRule, RulesVerbs.Edit, [("committee", committee.Id.Value), ("words", words), .. turn.Form.Data]), FollowUpSection.Button(turn, committee)]
                : [],
        };
    }

    private static IEnumerable<CardElement> InForce(Reader reader, Committee committee)
    {
        var rules = committee.Rules;
        yield return CardPart.Subtle(rules.EffectiveFrom == LocalDate.MinIsoValue
            ? Messages.Get(reader, Sentence.RulesByLaw)
            : Messages.Get(reader, Sentence.RulesVersion, rules.Version, Appointments.Date(reader, rules.EffectiveFrom)));
        foreach (var same in DecisionKind.Of(committee).Where(kind => !kind.IsElection).GroupBy(kind => RulesTimeline.Effective(rules, kind.Motion)))
        {
            var isForExpulsion = same.FirstOrDefault(kind => kind.Motion is MotionKind.Expulsion);
            yield return CardPart.Section(string.Join(" · ", same.Select(kind => kind.Title(reader))));
            yield return CardPart.List(RuleLines.Of(reader, isForExpulsion, same.Key));
            yield return CardPart.Subtle(RuleLines.Example(reader, same.Key.Majority));
        }

        if (committee.Kind == CommitteeKind.GeneralAssembly)
        {
            yield return CardPart.Section(RuleWords.Kind(reader, MotionKind.Election));
            yield return CardPart.List(ElectionRuleWords.Clauses(reader, rules.Elections));
            foreach (var example in ElectionRuleWords.Examples(reader, rules.Elections))
            {
                yield return CardPart.Subtle(example);
            }
        }

        foreach (var element in FollowUpSection.InForce(reader, rules))
        {
            yield return element;
        }
    }

    private static IEnumerable<CardElement> ToCome(Turn turn, Committee committee, bool maySet)
    {
        var changes = Changes(committee).ToList();
        foreach (var (kind, day, version, isUsual, before, after) in changes.Take(MostChanges))
        {
            yield return CardPart.Section(Messages.Get(turn.Reader, Sentence.RuleToCome, Appointments.Date(turn.Reader, day), kind.Title(turn.Reader), version));
            if (isUsual)
            {
                yield return CardPart.Text(Messages.Get(turn.Reader, Sentence.RuleBackToUsual));
            }

            if (RuleLines.Changes(turn.Reader, before, after) is { Count: > 0 } lines)
            {
                yield return CardPart.List(lines);
            }

            if (maySet)
            {
                yield return new ActionSet
                {
                    Actions =
                    [
                        CardPart.Button(
                            turn.Reader, Sentence.ButtonTakeBackRule, RulesVerbs.AskTakeBack,
                            [("committee", committee.Id.Value), ("kind", kind.Name), ("day", LocalDatePattern.Iso.Format(day)), .. turn.Form.Data]) with { AssociatedInputs = AssociatedInputs.None },
                    ],
                };
            }
        }

        if (changes.Count > MostChanges)
        {
            yield return CardPart.Subtle(Messages.Get(turn.Reader, Sentence.RulesFurtherChanges, changes.Count - MostChanges));
        }
    }

    private static IEnumerable<CardElement> ElectionsToCome(Turn turn, Committee committee, bool maySet)
    {
        foreach (var rules in committee.Timeline.After(committee.Rules.EffectiveFrom).Take(MostChanges))
        {
            var before = committee.Timeline.InForce(rules.EffectiveFrom.PlusDays(-1)).Elections;
            if (committee.Kind != CommitteeKind.GeneralAssembly || before == rules.Elections)
            {
                continue;
            }

            yield return CardPart.Section(Messages.Get(
                turn.Reader, Sentence.RuleToCome, Appointments.Date(turn.Reader, rules.EffectiveFrom), RuleWords.Kind(turn.Reader, MotionKind.Election), rules.Version));
            yield return CardPart.List(ElectionRuleWords.Changes(turn.Reader, before, rules.Elections));
            if (maySet)
            {
                yield return new ActionSet
                {
                    Actions =
                    [
                        CardPart.Button(
                            turn.Reader, Sentence.ButtonTakeBackRule, RulesVerbs.AskTakeBackElections,
                            [("committee", committee.Id.Value), ("day", LocalDatePattern.Iso.Format(rules.EffectiveFrom)), .. turn.Form.Data]) with { AssociatedInputs = AssociatedInputs.None },
                    ],
                };
            }
        }
    }

    /// <summary>What is to change, day by day, against the day before.</summary>
    private static IEnumerable<(DecisionKind Kind, LocalDate Day, int Version, bool IsUsual, DecisionRule Before, DecisionRule After)> Changes(Committee committee) =>
        from rules in committee.Timeline.After(committee.Rules.EffectiveFrom)
        let standing = committee.Timeline.InForce(rules.EffectiveFrom.PlusDays(-1))
        from kind in DecisionKind.Of(committee)
        where !kind.IsElection
        where rules.WrittenFor(kind.Motion) != standing.WrittenFor(kind.Motion)
        select (kind, rules.EffectiveFrom, rules.Version, kind.Motion is not null && rules.IsUsual(kind.Motion), RulesTimeline.Effective(standing, kind.Motion), RulesTimeline.Effective(rules, kind.Motion));

    private static ChoiceSetInput KindInput(Reader reader, Committee committee) => new()
    {
        Id = "kind",
        Label = Messages.Get(reader, Sentence.InputDecisionKind),
        IsRequired = true,
        ErrorMessage = Messages.Get(reader, Sentence.InputDecisionKindMissing),
        Choices = [.. DecisionKind.Of(committee).Select(kind => new Choice(kind.Title(reader), kind.Name))],
    };
}
