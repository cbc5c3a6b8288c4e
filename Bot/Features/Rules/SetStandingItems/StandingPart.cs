using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetStandingItems;

/// <summary>What stands on every agenda, on the card of a committee's rules.</summary>
internal static class StandingPart
{
    private const int MostChanges = 3;

    /// <summary>The list in force, what is to change, and for a coordinator the way to the form.</summary>
    public static IEnumerable<CardElement> Of(Turn turn, Committee committee, bool maySet)
    {
        var reader = turn.Reader;
        yield return CardPart.Section(Messages.Get(reader, Sentence.StandingTitle));
        yield return StandingPreview.Listed(reader, committee.Rules.StandingItems);
        var changes = committee.Timeline.After(committee.Rules.EffectiveFrom)
            .Where(rules => committee.Timeline.InForce(rules.EffectiveFrom.PlusDays(-1)).StandingItems != rules.StandingItems).Take(MostChanges);
        foreach (var rules in changes)
        {
            yield return CardPart.Section(Messages.Get(
                reader, Sentence.RuleToCome, Appointments.Date(reader, rules.EffectiveFrom), Messages.Get(reader, Sentence.StandingTitle), rules.Version));
            yield return StandingPreview.Listed(reader, rules.StandingItems);
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
