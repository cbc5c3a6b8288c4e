using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>The votes of somebody who acts for several organizations, and whose doing a vote was, on a card only they see.</summary>
internal static class OwnVotesPart
{
    private const int Most = 5;

    /// <summary>Whether the card has buttons for each of the viewer's organizations; else it leads to a list of them.</summary>
    public static bool HasEach(BallotView view) => view.Lines.Count is > 1 and <= Most && view.Record.Ballot.Form is PaperForm.Question;

    /// <summary>Each of several votes with its state and buttons; of more than fit, how many are missing.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, BallotView view)
    {
        if (!HasEach(view))
        {
            var missing = view.Lines.Count(line => line is { HasVoted: false, Excluded: null });
            return [CardPart.Text(Messages.Get(reader, Sentence.OwnVotesOfMany, view.Lines.Count, missing))];
        }

        return view.Lines.SelectMany(line => One(reader, view, line));
    }

    /// <summary>One vote: what it is, for whom, whose doing, and what can be chosen.</summary>
    public static IEnumerable<CardElement> One(Reader reader, BallotView view, RollEntry line)
    {
        yield return CardPart.Text(OwnVotePart.Line(reader, view.Network, view.Record.Motion, line));
        foreach (var doing in CastBy(reader, view, line))
        {
            yield return doing;
        }

        if (line.Excluded is null && !(view.Record.Ballot.IsSecret && line.HasVoted))
        {
            yield return new ActionSet { Actions = [.. Ways(reader, view, line.Voter)] };
        }
    }

    /// <summary>The answers to a question; where a paper is to be filled in, the way to it.</summary>
    public static IEnumerable<ExecuteAction> Ways(Reader reader, BallotView view, VoterId voter) => view.Record.Ballot.Form is PaperForm.Question
        ? PaperPart.Buttons(reader, view, voter)
        : [CardPart.Button(reader, Sentence.ButtonFillPaper, BallotVerbs.Show, ("ballot", view.Record.Ballot.Id.Value), ("voter", voter.Value))];

    /// <summary>That a colleague has cast the vote, and whether another one would take its place; nothing for one's own.</summary>
    public static IEnumerable<CardElement> CastBy(Reader reader, BallotView view, RollEntry line)
    {
        if (line.CastBy is { } caster && view.Viewer is { } viewer && caster != viewer)
        {
            var ballot = view.Record.Ballot;
            var sentence = ballot.IsSecret || !ballot.CanChangeVote ? Sentence.CastByColleagueFinal : Sentence.CastByColleague;
            yield return CardPart.Subtle(Messages.Get(reader, sentence, CardText.Escape(TieWords.NameOf(view.Network, caster), LineBreaks.Collapse)));
        }
    }
}
