using System.Linq;
using Bot.Domain;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.CastVote;

/// <summary>What a voter sees after voting.</summary>
internal static class CastVoteReply
{
    /// <summary>The ballot's card with the vote that stands now.</summary>
    public static AdaptiveCard Counted(Turn turn, CastVoteResult.Counted counted)
    {
        var lead = Messages.Get(turn.Reader, counted.IsNew ? Sentence.VoteCounted : Sentence.VoteCountedAlready);
        var view = counted.View with { Own = counted.Entry, MayClose = turn.IsPersonal && turn.Sender is { IsCoordinator: true } };
        return BallotCard.Render(turn.Reader, view, turn.Now, lead) with { Refresh = BallotRefresh.Sender(turn, view.Record.Ballot.Id) };
    }

    /// <summary>The ballot as it stands now, with why the vote was not taken.</summary>
    public static AdaptiveCard Ended(Turn turn, BallotView view, Refusal why) =>
        BallotCard.Render(turn.Reader, view with { OffersVoting = false }, turn.Now, RefusalText.Markdown(turn, why));

    /// <summary>Asks for which of several organizations the vote is.</summary>
    public static AdaptiveCard AskVoter(Turn turn, CastVoteResult.AskVoter ask)
    {
        var question = Messages.Get(turn.Reader, Sentence.AskVoter);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(BallotCard.Heading(turn.Reader, ask.View.Record.Motion)),
                CardPart.Text(question),
                .. ask.Voters.SelectMany(voter => new CardElement[]
                {
                    CardPart.Section(CardText.Escape(turn.Network.NameOf(voter), LineBreaks.Collapse)),
                    new ActionSet { Actions = [.. BallotCard.VoteButtons(turn.Reader, ask.View.Record.Ballot.Id, voter)] },
                }),
            ],
        };
    }
}
