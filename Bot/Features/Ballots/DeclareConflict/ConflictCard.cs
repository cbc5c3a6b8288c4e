using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.DeclareConflict;

/// <summary>Asks once before somebody is left out of a ballot: for each voter the sender acts for.</summary>
internal static class ConflictCard
{
    private const int Most = 10;

    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who is asked.</param>
    /// <param name="view">The ballot.</param>
    /// <param name="lines">The sender's lines on its roll, at least one.</param>
    /// <param name="page">Which part of them.</param>
    public static AdaptiveCard Render(Turn turn, BallotView view, IReadOnlyList<RollEntry> lines, PageRequest page)
    {
        var heading = MotionPart.Heading(turn.Reader, view.Record.Motion);
        var shown = Paging.Cut(lines, entry => entry.Voter.Value, entry => Part(turn, view, entry).Sum(CardSize.Of), Most, page);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = ShortText.Abbreviate(heading, CommandText.Limit) + " " + Messages.Get(turn.Reader, Sentence.ConflictQuestion),
            Body =
            [
                CardPart.Heading(heading),
                .. shown.Items.SelectMany(entry => Part(turn, view, entry)),
                .. Paging.Line(turn.Reader, shown, typed: null),
            ],
            Actions = [.. Paging.Buttons(turn.Reader, shown, BallotVerbs.AskConflict, ("ballot", view.Record.Ballot.Id.Value))],
        };
    }

    private static IEnumerable<CardElement> Part(Turn turn, BallotView view, RollEntry entry)
    {
        if (entry.Excluded is not null)
        {
            yield return CardPart.Text(OwnVotePart.Line(turn.Reader, turn.Network, view.Record.Motion, entry));
            yield break;
        }

        yield return CardPart.Text(Question(turn, entry));
        if (!entry.HasVoted)
        {
            yield return new ActionSet
            {
                Actions =
                [
                    CardPart.Button(
                        turn.Reader, Sentence.ButtonDeclareConflict, BallotVerbs.Conflict, [("ballot", view.Record.Ballot.Id.Value), ("voter", entry.Voter.Value), .. turn.Form.Data]),
                ],
            };
        }
    }

    private static string Question(Turn turn, RollEntry entry) => entry switch
    {
        { HasVoted: true } => RefusalText.Markdown(turn, new Refusal(RefusalCode.ConflictAfterVote)),
        { Reason: EntitlementReason.MemberOrganization } => Messages.Get(
            turn.Reader, Sentence.ConflictQuestionFor, CardText.Escape(turn.Network.NameOf(entry.Voter), LineBreaks.Collapse)),
        _ => Messages.Get(turn.Reader, Sentence.ConflictQuestion),
    };
}
