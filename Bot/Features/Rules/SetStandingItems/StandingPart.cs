using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetStandingItems;

/// <summary>What stands on every agenda, on the card of a committee's rules.</summary>
internal static class StandingPart
{
    /// <summary>The list in force, what is to change, and for a coordinator the way to the form.</summary>
    public static IEnumerable<CardElement> Of(Turn turn, Committee committee, bool maySet)
    {
        var reader = turn.Reader;
        yield return CardPart.Section(Messages.Get(reader, Sentence.StandingTitle));
        yield return StandingPreview.Listed(reader, committee.Rules.StandingItems);
        var changes = committee.Timeline.After(committee.Rules.EffectiveFrom)
            .Where(rules => committee.Timeline.InForce(rules.EffectiveFrom.PlusDays(-1)).StandingItems != rules.StandingItems).Take(TakeBack.MostShown);
        foreach (var rules in changes)
        {
            yield return CardPart.Section(Messages.Get(
                reader, Sentence.RuleToCome, Appointments.Date(reader, rules.EffectiveFrom), Messages.Get(reader, Sentence.StandingTitle), rules.Version));
            yield return StandingPreview.Listed(reader, rules.StandingItems);
            foreach (var button in TakeBack.Button(turn, committee, rules.EffectiveFrom, RulesVerbs.AskTakeBackStanding))
            {
                yield return button;
            }
        }

        if (maySet)
        {
            yield return new ActionSet
            {
                Actions =
                [
                    CardPart.Button(reader, Sentence.ButtonEditStanding, RulesVerbs.EditStanding, [("committee", committee.Id.Value), .. turn.Form.Data]) with { AssociatedInputs = AssociatedInputs.None },
                ],
            };
        }
    }
}
