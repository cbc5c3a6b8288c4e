using System;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>What is answered to a button that asks before something is done with a ballot.</summary>
internal static class BallotQuestion
{
    /// <summary>The question, or the ballot as it stands where there is nothing to ask any more.</summary>
    /// <param name="turn">Who pressed.</param>
    /// <param name="view">The ballot; null when there is none.</param>
    /// <param name="whyNot">Why the sender may not; null when they may.</param>
    /// <param name="draw">Draws it, and says whether it asks anything: what asks comes below the card, which is brought up to date meanwhile.</param>
    public static CardReply Of(Turn turn, BallotView? view, Func<Turn, Ballot, Refusal?> whyNot, Func<BallotView, (AdaptiveCard Card, bool IsQuestion)> draw)
    {
        if (view is null)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.BallotNotFound)));
        }

        if (whyNot(turn, view.Record.Ballot) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        var (card, isQuestion) = draw(view);
        return isQuestion ? AskedBelow.Of(turn.Reader, card) : new CardReply.Replace(card);
    }
}
