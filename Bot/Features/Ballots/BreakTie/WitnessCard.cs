using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>Asks the named witness to be there when the lot is drawn.</summary>
internal static class WitnessCard
{
    /// <summary>Draws it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="view">The ballot, with a witness named and the lot not drawn.</param>
    public static AdaptiveCard Render(Reader reader, BallotView view)
    {
        var drawer = CardText.Escape(TieWords.NameOf(view.Network, view.Record.TieBreak!.By), LineBreaks.Collapse);
        var question = Messages.Get(reader, Sentence.WitnessQuestion, drawer);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = question + " " + Messages.Get(reader, Sentence.WitnessByTyping),
            Body =
            [
                CardPart.Heading(MotionPart.Heading(reader, view.Record.Motion)),
                CardPart.Text(question),
                CardPart.Subtle(Messages.Get(reader, Sentence.WitnessByTyping)),
            ],
            Actions = [CardPart.Button(reader, Sentence.ButtonDrawLot, BallotVerbs.DrawLot, ("ballot", view.Record.Ballot.Id.Value))],
        };
    }
}
