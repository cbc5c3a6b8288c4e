using Bot.Domain.Voting;
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
        var question = Messages.Get(turn.Reader, view.Record.Ballot.IsSecret ? Sentence.VoidQuestionSecret : Sentence.VoidQuestion);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(MotionPart.Heading(turn.Reader, view.Record.Motion)),
                .. objection is null ? System.Linq.Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                CardPart.Text(question),
                new TextInput
                {
                    Id = "reason",
                    Label = Messages.Get(turn.Reader, Sentence.InputVoidReason),
                    IsRequired = true,
                    ErrorMessage = Messages.Get(turn.Reader, Sentence.RefusedReasonMissing),
                    MaxLength = Voiding.ReasonLimit,
                    IsMultiline = true,
                    Value = reason.Length == 0 ? null : ShortText.Cut(reason, Voiding.ReasonLimit),
                },
            ],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonVoidNow, BallotVerbs.Void, [("ballot", view.Record.Ballot.Id.Value), .. turn.Form.Data]),
                CardPart.Button(turn.Reader, Sentence.ButtonBack, BallotVerbs.Show, ("ballot", view.Record.Ballot.Id.Value)) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }
}
