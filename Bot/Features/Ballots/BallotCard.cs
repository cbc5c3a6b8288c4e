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
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = (lead is null ? string.Empty : lead + " ") + heading + " " + Messages.Get(reader, Sentence.VoteByTyping),
            Body =
            [
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Heading(heading),
                .. MotionPart.Question(reader, view),
                .. view.Record.Result is { } result ? ResultPart.Of(reader, result, view.Admission) : isOpen ? Open(reader, view) : Counting(reader),
                .. view.Record.Resolution is { } number ? [CardPart.Text(Messages.Get(reader, Sentence.ResultRecorded, number))] : Enumerable.Empty<CardElement>(),
            ],
            Actions = isOpen ? [.. Buttons(reader, view)] : [],
        };
    }

    private static IEnumerable<CardElement> Open(Reader reader, BallotView view)
    {
        var ballot = view.Record.Ballot;
        yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotUntil, ballot.ClosesAt.InZone(view.Network.Zone).LocalDateTime));
        yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotRule, RuleWords.Majority(reader, ballot.Rule)));
        if (view.Turnout is var (cast, entitled))
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotTurnout, cast, entitled));
        }

        if (view.Own is { } own)
        {
            yield return CardPart.Text(OwnVotePart.Line(reader, view.Network, own));
        }
    }

    private static IEnumerable<CardElement> Counting(Reader reader)
    {
        yield return CardPart.Text(Messages.Get(reader, Sentence.BallotCounting));
    }

    private static IEnumerable<CardAction> Buttons(Reader reader, BallotView view)
    {
        if (view is { OffersVoting: true, Own: null or { Excluded: null } })
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
