using System;
using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetRule;

/// <summary>Taking back a change of the rules that is still to come, whatever part of them it is: by a button at the change, or in words.</summary>
internal static class TakeBack
{
    /// <summary>Changes to come that are shown on one card, so that it stays small.</summary>
    public const int MostShown = 3;

    private static readonly string[] Words = ["zuruecknehmen", "zuruecknahme", "zurueck", "nehme zurueck", "nimm zurueck", "aenderung zuruecknehmen", "take back", "take it back", "withdraw"];

    /// <summary>[Take back] at a change, for coordinators in private; nothing for others.</summary>
    public static IEnumerable<CardElement> Button(Turn turn, Committee committee, LocalDate day, string verb)
    {
        if (turn.May(Right.SetRules))
        {
            yield return new ActionSet
            {
                Actions =
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonTakeBackRule, verb, [("committee", committee.Id.Value), ("day", LocalDatePattern.Iso.Format(day)), .. turn.Form.Data])
                        with { AssociatedInputs = AssociatedInputs.None },
                ],
            };
        }
    }

    /// <summary>Whether the words, without their day, ask to take a change back.</summary>
    public static bool IsMeant(string words) => Array.IndexOf(Words, CommandText.Fold(words).Trim(' ', '.', '!')) >= 0;

    /// <summary>What is answered where no change is to come. Markdown.</summary>
    public static string Nothing(Reader reader, Committee committee) => Messages.Get(reader, Sentence.TakeBackNothing, CardText.Escape(committee.Name, LineBreaks.Collapse));
}
