using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>Asks for a tie to be decided: the chair with a reason, or by lot before a witness.</summary>
internal static class TieCard
{
    /// <summary>Draws the question.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="view">The ballot, counted, its tie open.</param>
    /// <param name="typed">The reason or the witness as far as it was typed.</param>
    /// <param name="objection">Why it could not be done as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Reader reader, BallotView view, string typed = "", string? objection = null)
    {
        var isLot = view.Record.Result!.Verdict == Verdict.Lot;
        var question = Messages.Get(reader, isLot ? Sentence.LotQuestion : Sentence.TieQuestion, view.Record.Result.Tally.Yes, view.Record.Result.Tally.No);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(MotionPart.Heading(reader, view.Record.Motion)),
                .. objection is null ? System.Linq.Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                CardPart.Text(question),
                .. LifePart.Ending(reader, view),
                isLot ? WitnessInput(reader, typed) : ReasonInput(reader, typed),
            ],
            Actions = [.. isLot ? LotButtons(reader, view) : ChairButtons(reader, view)],
        };
    }

    private static TextInput ReasonInput(Reader reader, string reason) =>
        InputPart.Required(reader, ReasonQuestion.ReasonField, (Sentence.InputTieReason, Sentence.RefusedReasonMissing), reason, Voiding.ReasonLimit) with { IsMultiline = true };

    private static TextInput WitnessInput(Reader reader, string name) =>
        InputPart.Required(reader, "witness", (Sentence.InputWitness, Sentence.RefusedWitnessUnknown), name, Person.NameLimit);

    private static IEnumerable<CardAction> ChairButtons(Reader reader, BallotView view)
    {
        var ballot = view.Record.Ballot.Id.Value;
        yield return CardPart.Button(reader, Sentence.ButtonDecideAccepted, BallotVerbs.DecideTie, ("ballot", ballot), ("verdict", nameof(Verdict.Accepted)));
        yield return CardPart.Button(reader, Sentence.ButtonDecideRejected, BallotVerbs.DecideTie, ("ballot", ballot), ("verdict", nameof(Verdict.Rejected)));
    }

    private static IEnumerable<CardAction> LotButtons(Reader reader, BallotView view)
    {
        yield return CardPart.Button(reader, Sentence.ButtonNameWitness, BallotVerbs.NameWitness, ("ballot", view.Record.Ballot.Id.Value));
    }
}
