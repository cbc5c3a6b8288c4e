using System.Linq;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.CastVote;

/// <summary>What a voter sees after voting.</summary>
internal static class CastVoteReply
{
    private const int Most = 10;

    /// <summary>The ballot's card with the vote that stands now; in a secret ballot the same whatever was chosen.</summary>
    /// <param name="turn">Who voted.</param>
    /// <param name="counted">Their vote.</param>
    /// <param name="isTyped">Whether the choice stands in a message of theirs.</param>
    public static AdaptiveCard Counted(Turn turn, CastVoteResult.Counted counted, bool isTyped = false)
    {
        var lead = Messages.Get(turn.Reader, counted.IsNew ? Sentence.VoteCounted : Sentence.VoteCountedAlready);
        if (isTyped && counted.View.Record.Ballot.IsSecret)
        {
            lead += " " + Messages.Get(turn.Reader, Sentence.SecretVoteTyped);
        }

        var seen = (turn.IsPersonal ? counted.View.For(turn.Sender?.Id) : counted.View) with { Own = null, Lines = counted.Lines };
        var view = OwnVotesPart.HasEach(seen) ? seen : seen with { Own = counted.Entry, Lines = [] };
        return BallotCard.Render(turn.Reader, view, turn.Now, lead) with { Refresh = BallotRefresh.Sender(turn, view.Record.Ballot.Id) };
    }

    /// <summary>The ballot as it stands now, with why the vote was not taken.</summary>
    public static AdaptiveCard Ended(Turn turn, BallotView view, Refusal why) =>
        BallotCard.Render(turn.Reader, view with { OffersVoting = false }, turn.Now, RefusalText.Markdown(turn, why));

    /// <summary>Asks for which of several organizations the vote is.</summary>
    public static AdaptiveCard AskVoter(Turn turn, CastVoteResult.AskVoter ask, PageRequest page)
    {
        var ballot = ask.View.Record.Ballot.Id;
        var view = ask.View.For(turn.Sender?.Id);
        var shown = Paging.Cut(ask.Voters, voter => voter.Value, voter => Choice(turn, view, ask, voter).Sum(CardSize.Of), Most, page);
        var question = Messages.Get(turn.Reader, Sentence.AskVoter);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(MotionPart.Heading(turn.Reader, ask.View.Record.Motion)),
                CardPart.Text(question),
                .. shown.Items.SelectMany(voter => Choice(turn, view, ask, voter)),
                .. Paging.Line(turn.Reader, shown, typed: null),
            ],
            Actions = [.. Paging.Buttons(turn.Reader, shown, BallotVerbs.ShowVoters, ("ballot", ballot.Value))],
        };
    }

    private static CardElement[] Choice(Turn turn, BallotView view, CastVoteResult.AskVoter ask, VoterId voter) =>
        ask.Lines.FirstOrDefault(line => line.Voter == voter) is { } line
            ? [.. OwnVotesPart.One(turn.Reader, view, line)]
            :
            [
                CardPart.Section(CardText.Escape(turn.Network.NameOf(voter), LineBreaks.Collapse)),
                new ActionSet { Actions = [.. OwnVotesPart.Ways(turn.Reader, view, voter)] },
            ];
}
