using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.CloseBallot;

/// <summary>Asks once before a ballot is ended early: how many have voted, and that votes end with it.</summary>
internal static class CloseBallotCard
{
    /// <summary>Draws the question.</summary>
    public static AdaptiveCard Render(Turn turn, BallotView view)
    {
        var (cast, entitled) = view.Turnout ?? (0, 0);
        var question = Messages.Get(turn.Reader, Sentence.CloseQuestion, cast, entitled);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body = [CardPart.Heading(MotionPart.Heading(turn.Reader, view.Record.Motion)), CardPart.Text(question)],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonCloseNow, BallotVerbs.Close, [("ballot", view.Record.Ballot.Id.Value), .. turn.Form.Data]),
                CardPart.Button(turn.Reader, Sentence.ButtonBack, BallotVerbs.Show, ("ballot", view.Record.Ballot.Id.Value), AskedBelow.Kept),
            ],
        };
    }
}
