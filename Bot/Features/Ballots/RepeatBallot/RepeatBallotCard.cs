using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.RepeatBallot;

/// <summary>Shows how a ballot would be taken again, to be confirmed; and afterwards that it is.</summary>
internal static class RepeatBallotCard
{
    /// <summary>Draws the preview.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="view">The old ballot.</param>
    /// <param name="opening">The new one as it would be opened now.</param>
    public static AdaptiveCard Render(Turn turn, BallotView view, Opening opening)
    {
        var reader = turn.Reader;
        var question = Messages.Get(reader, Sentence.RepeatQuestion, Until(turn, opening.Ballot), opening.Roll.Count);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(MotionPart.Heading(reader, view.Record.Motion)),
                CardPart.Text(question),
                CardPart.Subtle(Messages.Get(
                    reader, Sentence.RepeatRule, RuleWords.Majority(reader, opening.Ballot.Rule), opening.Ballot.Rule.Version)),
            ],
            Actions =
            [
                CardPart.Button(reader, Sentence.ButtonRepeatNow, BallotVerbs.Repeat, [("ballot", view.Record.Ballot.Id.Value), .. turn.Form.Data]),
                CardPart.Button(reader, Sentence.ButtonBack, BallotVerbs.Show, ("ballot", view.Record.Ballot.Id.Value)),
            ],
        };
    }

    private static NodaTime.LocalDateTime Until(Turn turn, Ballot ballot) => ballot.ClosesAt.InZone(turn.Network.Zone).LocalDateTime;
}
