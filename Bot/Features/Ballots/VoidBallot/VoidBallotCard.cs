using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.VoidBallot;

/// <summary>Asks why a ballot is to be void, and says what that means.</summary>
internal static class VoidBallotCard
{
    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="view">The ballot.</param>
    /// <param name="reason">The reason as far as it was typed.</param>
    /// <param name="objection">Why it could not be done as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, BallotView view, string reason = "", string? objection = null)
    {
        var (reader, ballot) = (turn.Reader, view.Record.Ballot);
        return ReasonQuestion.Draw(
            reader,
            MotionPart.Heading(reader, view.Record.Motion),
            Messages.Get(reader, ballot.IsSecret ? Sentence.VoidQuestionSecret : Sentence.VoidQuestion),
            Sentence.InputVoidReason,
            (reason, objection),
            CardPart.Button(reader, Sentence.ButtonVoidNow, BallotVerbs.Void, [("ballot", ballot.Id.Value), .. turn.Form.Data]),
            CardPart.Button(reader, Sentence.ButtonBack, BallotVerbs.Show, ("ballot", ballot.Id.Value), AskedBelow.Kept));
    }
}
