using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Ballots;

/// <summary>How a ballot looks: the motion, the recommendation, the rule, until when, the viewer's vote; once counted, the result.</summary>
internal static class BallotCard
{
    /// <summary>Draws the ballot.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="view">What there is to show.</param>
    /// <param name="now">Decides whether it is open.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Reader reader, BallotView view, Instant now, string? lead = null)
    {
        var heading = MotionPart.Heading(reader, view.Record.Motion);
        var isOpen = view.Record.IsOpenAt(now);
        var isComing = view.Record.IsComingAt(now);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = (lead is null ? string.Empty : lead + " ") + heading + " " + Messages.Get(reader, isComing ? Sentence.SecretByTyping : Sentence.VoteByTyping),
            Body =
            [
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Heading(heading),
                .. MotionPart.Question(reader, view),
                .. view.Record.Result is { } result ? ResultPart.Of(reader, result, view.Admission) : isOpen ? Open(reader, view) : isComing ? Coming(reader, view) : Counting(reader),
            ],
            Actions = isOpen ? [.. Buttons(reader, view)] : isComing ? [.. SecrecyPart.Buttons(reader, view)] : [],
        };
    }

    private static IEnumerable<CardElement> Open(Reader reader, BallotView view)
    {
        var ballot = view.Record.Ballot;
        yield return CardPart.Subtle(Messages.Get(
            reader, ballot.IsSecret || !ballot.CanChangeVote ? Sentence.BallotUntilFinal : Sentence.BallotUntil, ballot.ClosesAt.InZone(view.Network.Zone).LocalDateTime));
        yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotRule, RuleWords.Majority(reader, ballot.Rule)));
        if (view.Turnout is var (cast, entitled))
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotTurnout, cast, entitled));
        }

        if (view.Own is { } own)
        {
            yield return CardPart.Text(OwnVotePart.Line(reader, view.Network, own, ballot.IsSecret));
        }

        foreach (var line in SecrecyPart.Open(reader, ballot))
        {
            yield return line;
        }
    }

    private static IEnumerable<CardElement> Coming(Reader reader, BallotView view)
    {
        var ballot = view.Record.Ballot;
        var zone = view.Network.Zone;
        yield return CardPart.Subtle(Messages.Get(
            reader, Sentence.BallotComing, ballot.OpenedAt.InZone(zone).LocalDateTime, ballot.ClosesAt.InZone(zone).LocalDateTime));
        yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotRule, RuleWords.Majority(reader, ballot.Rule)));
        foreach (var line in SecrecyPart.Coming(reader, view))
        {
            yield return line;
        }
    }

    private static IEnumerable<CardElement> Counting(Reader reader)
    {
        yield return CardPart.Text(Messages.Get(reader, Sentence.BallotCounting));
    }

    private static IEnumerable<CardAction> Buttons(Reader reader, BallotView view)
    {
        if (view.OffersVoting && !(view.Record.Ballot.IsSecret && view.Own is { HasVoted: true }))
        {
            foreach (var button in PaperPart.Buttons(reader, view.Record.Ballot.Id, view.Own?.Voter))
            {
                yield return button;
            }
        }

        if (view.MayClose)
        {
            // Beside the three choices it would leave no room for them on a telephone.
            yield return CardPart.Button(reader, Sentence.ButtonCloseBallot, BallotVerbs.AskClose, ("ballot", view.Record.Ballot.Id.Value)) with
            {
                Mode = view.OffersVoting ? ActionMode.Secondary : null,
            };
        }
    }
}
