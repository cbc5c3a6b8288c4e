using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
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
            FallbackText = (lead is null ? string.Empty : lead + " ") + heading + " " + (isComing ? Messages.Get(reader, Sentence.SecretByTyping) : PaperPart.ByTyping(reader, view)),
            Body =
            [
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Heading(heading),
                .. MotionPart.Question(reader, view),
                .. LifePart.Beginning(reader, view),
                .. State(reader, view, now),
                .. view.Record.Resolution is { } number ? [CardPart.Text(Messages.Get(reader, Sentence.ResultRecorded, number))] : Enumerable.Empty<CardElement>(),
                .. LifePart.Ending(reader, view),
            ],
            Actions = [.. isOpen ? Buttons(reader, view) : isComing ? SecrecyPart.Buttons(reader, view) : EndedButtons(reader, view)],
        };
    }

    private static IEnumerable<CardElement> State(Reader reader, BallotView view, Instant now) => view.Record switch
    {
        { Ballot.Voided: { } voided } => LifePart.Void(reader, view, voided),
        { Result: { } result } => ResultPart.Of(reader, result, view),
        { Count: { } polled, Motion.Kind: MotionKind.Poll } => PollResultPart.Of(reader, view, polled),
        { Count: { } count } => CountPart.Of(reader, view.Record.Motion, view.Record.Ballot.Form, count),
        { } record => record.IsOpenAt(now) ? Open(reader, view) : record.IsComingAt(now) ? Coming(reader, view) : Counting(reader),
    };

    private static IEnumerable<CardElement> Open(Reader reader, BallotView view)
    {
        var ballot = view.Record.Ballot;
        if (ballot.Mode == Domain.Voting.BallotMode.InMeeting)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotLive));
        }

        yield return CardPart.Subtle(Messages.Get(
            reader, ballot.IsSecret || !ballot.CanChangeVote ? Sentence.BallotUntilFinal : Sentence.BallotUntil, ballot.ClosesAt.InZone(view.Network.Zone).LocalDateTime));
        if (ballot.Form is PaperForm.Question)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotRule, RuleWords.Whole(reader, ballot.Rule)));
        }

        if (view.Turnout is var (cast, entitled))
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotTurnout, cast, entitled));
        }

        if (view.Own is { } own)
        {
            yield return CardPart.Text(OwnVotePart.Line(reader, view.Network, view.Record.Motion, own));
            foreach (var doing in OwnVotesPart.CastBy(reader, view, own))
            {
                yield return doing;
            }
        }
        else if (view.Lines.Count > 1)
        {
            foreach (var vote in OwnVotesPart.Of(reader, view))
            {
                yield return vote;
            }
        }

        if (view.OffersPaper)
        {
            foreach (var field in PaperPart.Fields(reader, view).Concat(FilledButtons(reader, view)))
            {
                yield return field;
            }
        }

        foreach (var line in SecrecyPart.Open(reader, view))
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
        yield return CardPart.Subtle(Messages.Get(reader, Sentence.BallotRule, RuleWords.Whole(reader, ballot.Rule)));
        foreach (var line in SecrecyPart.Coming(reader, view))
        {
            yield return line;
        }
    }

    /// <summary>The buttons below a paper that is filled in: in rows of their own, because beside others they would be cut on a telephone.</summary>
    private static IEnumerable<CardElement> FilledButtons(Reader reader, BallotView view) =>
        view.Record.Ballot.Form is PaperForm.Question ? [] : CardPart.Rows(PaperPart.Buttons(reader, view, view.Own?.Voter));

    private static IEnumerable<CardElement> Counting(Reader reader)
    {
        yield return CardPart.Text(Messages.Get(reader, Sentence.BallotCounting));
    }

    private static IEnumerable<CardAction> Buttons(Reader reader, BallotView view)
    {
        if (view.Lines.Count > 1)
        {
            if (!OwnVotesPart.HasEach(view))
            {
                yield return CardPart.Button(reader, Sentence.ButtonOwnVotes, BallotVerbs.ShowVoters, ("ballot", view.Record.Ballot.Id.Value));
            }
        }
        else if (view is { OffersPaper: true, Record.Ballot.Form: PaperForm.Question })
        {
            foreach (var button in PaperPart.Buttons(reader, view, view.Own?.Voter))
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

        if (view.MayVoid)
        {
            yield return VoidButton(reader, view);
        }
    }

    private static IEnumerable<CardAction> EndedButtons(Reader reader, BallotView view)
    {
        if (view.MayRepeat)
        {
            yield return CardPart.Button(reader, Sentence.ButtonRepeatBallot, BallotVerbs.AskRepeat, ("ballot", view.Record.Ballot.Id.Value));
        }

        if (view.MayVoid && view.Record.IsTieOpen)
        {
            yield return VoidButton(reader, view);
        }
    }

    private static ExecuteAction VoidButton(Reader reader, BallotView view) =>
        CardPart.Button(reader, Sentence.ButtonVoidBallot, BallotVerbs.AskVoid, ("ballot", view.Record.Ballot.Id.Value)) with { Mode = ActionMode.Secondary };
}
