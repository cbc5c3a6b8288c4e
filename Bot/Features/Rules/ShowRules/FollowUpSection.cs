using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime.Text;

namespace Bot.Features.Rules.ShowRules;

/// <summary>What a committee's rules say of follow-up meetings, and what is to change.</summary>
internal static class FollowUpSection
{
    /// <summary>What is in force.</summary>
    public static IEnumerable<CardElement> InForce(Reader reader, RulesOfProcedure rules) =>
        [CardPart.Section(Messages.Get(reader, Sentence.CommandFollowUp)), CardPart.List(FollowUpRuleWords.Clauses(reader, rules.FollowUps))];

    /// <summary>What is to come, each with the way to take it back.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="committee">Whose rules.</param>
    /// <param name="maySet">Whether they may take it back here.</param>
    /// <param name="most">Changes that are shown at most.</param>
    public static IEnumerable<CardElement> ToCome(Turn turn, Committee committee, bool maySet, int most)
    {
        foreach (var rules in committee.Timeline.After(committee.Rules.EffectiveFrom).Take(most))
        {
            var before = committee.Timeline.InForce(rules.EffectiveFrom.PlusDays(-1)).FollowUps;
            if (before == rules.FollowUps)
            {
                continue;
            }

            yield return CardPart.Section(Messages.Get(
                turn.Reader, Sentence.RuleToCome, Appointments.Date(turn.Reader, rules.EffectiveFrom), Messages.Get(turn.Reader, Sentence.CommandFollowUp), rules.Version));
            yield return CardPart.List(FollowUpRuleWords.Changes(turn.Reader, before, rules.FollowUps));
            if (maySet)
            {
                yield return new ActionSet
                {
                    Actions =
                    [
                        CardPart.Button(
                            turn.Reader, Sentence.ButtonTakeBackRule, RulesVerbs.AskTakeBackFollowUps,
                            [("committee", committee.Id.Value), ("day", LocalDatePattern.Iso.Format(rules.EffectiveFrom)), .. turn.Form.Data]) with { AssociatedInputs = AssociatedInputs.None },
                    ],
                };
            }
        }
    }

    /// <summary>[Folgesitzung regeln].</summary>
    public static CardAction Button(Turn turn, Committee committee) =>
        CardPart.Button(turn.Reader, Sentence.ButtonEditFollowUps, RulesVerbs.EditFollowUps, [("committee", committee.Id.Value), .. turn.Form.Data]) with { AssociatedInputs = AssociatedInputs.None };
}
