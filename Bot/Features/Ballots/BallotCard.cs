using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Ballots;

/// <summary>How a ballot looks: the motion, the recommendation, the rule, until when, the viewer's vote; once counted, the result.</summary>
internal static class BallotCard
{
    private static readonly VoteOption[] Options = [VoteOption.Yes, VoteOption.No, VoteOption.Abstain];

    /// <summary>Draws the ballot.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="view">What there is to show.</param>
    /// <param name="now">Decides whether it is open.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Reader reader, BallotView view, Instant now, string? lead = null)
    {
        var heading = Heading(reader, view.Record.Motion);
        var isOpen = view.Record.IsOpenAt(now);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = (lead is null ? string.Empty : lead + " ") + heading + " " + Messages.Get(reader, Sentence.VoteByTyping),
            Body =
            [
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Heading(heading),
                .. Question(reader, view),
                .. view.Record.Result is { } result ? ResultPart.Of(reader, result, view.Admission) : isOpen ? Open(reader, view) : Counting(reader),
            ],
            Actions = isOpen ? [.. Buttons(reader, view)] : [],
        };
    }

    /// <summary>The motion in one line.</summary>
    public static string Heading(Reader reader, Motion motion) => Messages.Get(
        reader,
        motion.Kind == MotionKind.AdmissionRecommendation ? Sentence.BallotHeadingRecommendation : Sentence.BallotHeadingAdmission,
        CardText.Escape(motion.Title, LineBreaks.Collapse));

    /// <summary>The three buttons of a vote.</summary>
    public static IEnumerable<ExecuteAction> VoteButtons(Reader reader, BallotId ballot, VoterId? voter) => Options.Select(option =>
        CardPart.Button(
            reader, Label(option), BallotVerbs.Vote, ("ballot", ballot.Value), ("option", option.ToString()), ("voter", voter?.Value ?? string.Empty)));

    private static Sentence Label(VoteOption option) => option switch
    {
        VoteOption.Yes => Sentence.VoteYes,
        VoteOption.No => Sentence.VoteNo,
        _ => Sentence.VoteAbstain,
    };

    private static IEnumerable<CardElement> Question(Reader reader, BallotView view)
    {
        var name = CardText.Escape(view.Record.Motion.Title, LineBreaks.Collapse);
        if (view.Record.Motion.Kind == MotionKind.AdmissionRecommendation)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.BallotQuestionRecommendation, name));
            yield break;
        }

        yield return CardPart.Text(Messages.Get(reader, Sentence.BallotQuestionAdmission, name));
        if (view.Admission is { Recommendation: { } recommendation } admission)
        {
            yield return CardPart.Text(RecommendationLine(reader, recommendation, admission.BoardTally));
        }
    }

    private static string RecommendationLine(Reader reader, Recommendation recommendation, Tally? tally) => recommendation switch
    {
        Recommendation.For => Messages.Get(reader, Sentence.RecommendationFor, tally?.Yes ?? 0, tally?.No ?? 0, tally?.Abstain ?? 0),
        Recommendation.Against => Messages.Get(reader, Sentence.RecommendationAgainst, tally?.Yes ?? 0, tally?.No ?? 0, tally?.Abstain ?? 0),
        _ => Messages.Get(reader, Sentence.RecommendationNone),
    };

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
            yield return CardPart.Text(OwnLine(reader, view.Network, own));
        }
    }

    private static string OwnLine(Reader reader, Network network, RollEntry own)
    {
        var isForOrganization = own.Reason == EntitlementReason.MemberOrganization;
        var name = CardText.Escape(network.NameOf(own.Voter), LineBreaks.Collapse);
        return (own.Vote, isForOrganization) switch
        {
            (null, true) => Messages.Get(reader, Sentence.OwnVoteMissingFor, name),
            (null, false) => Messages.Get(reader, Sentence.OwnVoteMissing),
            ({ } vote, true) => Messages.Get(reader, Sentence.OwnVoteFor, vote, name),
            ({ } vote, false) => Messages.Get(reader, Sentence.OwnVote, vote),
        };
    }

    private static IEnumerable<CardElement> Counting(Reader reader)
    {
        yield return CardPart.Text(Messages.Get(reader, Sentence.BallotCounting));
    }

    private static IEnumerable<CardAction> Buttons(Reader reader, BallotView view)
    {
        if (view.OffersVoting)
        {
            foreach (var button in VoteButtons(reader, view.Record.Ballot.Id, view.Own?.Voter))
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
