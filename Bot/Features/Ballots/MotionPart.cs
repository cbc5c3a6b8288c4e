using System.Collections.Generic;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>What is put to the vote, as its card says it.</summary>
internal static class MotionPart
{
    /// <summary>The motion in one line.</summary>
    public static string Heading(Reader reader, Motion motion) => motion.Kind == MotionKind.Election
        ? ElectionPart.Heading(reader, motion)
        : MotionWords.Heading(reader, motion.Kind, CardText.Escape(motion.Title, LineBreaks.Collapse));

    /// <summary>The question, and what those who vote should know beforehand.</summary>
    public static IEnumerable<CardElement> Question(Reader reader, BallotView view)
    {
        var motion = view.Record.Motion;
        if (motion.Kind == MotionKind.Election)
        {
            foreach (var line in ElectionPart.Question(reader, motion))
            {
                yield return line;
            }

            yield break;
        }

        if (motion.Kind == MotionKind.Poll)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.PollDecidesNothing));
        }

        if (MotionWords.Question(reader, motion.Kind, CardText.Escape(motion.Title, LineBreaks.Collapse)) is { } question)
        {
            yield return CardPart.Text(question);
        }

        if (motion.Text.Length > 0)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.BallotWording, CardText.Escape(motion.Text, LineBreaks.Collapse)));
        }

        if (motion.Remit is not null || motion.FirstMembers.Count > 0)
        {
            yield return CardPart.List(RemitWords.Moved(reader, view.Network, motion));
        }

        if (motion.Hearing.Length > 0)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.BallotHearing, CardText.Escape(motion.Hearing, LineBreaks.Collapse)));
        }

        if (motion.Kind == MotionKind.Admission && view.Admission is { Recommendation: { } recommendation } admission)
        {
            yield return CardPart.Text(RecommendationLine(reader, recommendation, admission.BoardTally));
            if (admission.Waiver is { } waiver)
            {
                yield return CardPart.Text(Messages.Get(
                    reader, Sentence.RecommendationWaived, CardText.Escape(TieWords.NameOf(view.Network, waiver.By), LineBreaks.Collapse),
                    waiver.At.InZone(view.Network.Zone).LocalDateTime, CardText.Escape(waiver.Reason, LineBreaks.Collapse)));
            }
        }

        foreach (var line in view.Expulsion is { } expulsion ? ExpulsionLines.Before(reader, view.Network, expulsion, motion.Kind) : [])
        {
            yield return CardPart.Text(line);
        }

        if (view.Record.Ballot.Mode == BallotMode.Circular)
        {
            yield return CardPart.Text(MotionWords.Circular(reader, view.Record.Ballot.Rule));
        }
    }

    private static string RecommendationLine(Reader reader, Recommendation recommendation, Tally? tally) => recommendation switch
    {
        Recommendation.For when tally is { Withheld: > 0 } => Messages.Get(reader, Sentence.RecommendationForSecret),
        Recommendation.Against when tally is { Withheld: > 0 } => Messages.Get(reader, Sentence.RecommendationAgainstSecret),
        Recommendation.For => Messages.Get(reader, Sentence.RecommendationFor, tally?.Yes ?? 0, tally?.No ?? 0, tally?.Abstain ?? 0),
        Recommendation.Against => Messages.Get(reader, Sentence.RecommendationAgainst, tally?.Yes ?? 0, tally?.No ?? 0, tally?.Abstain ?? 0),
        _ => Messages.Get(reader, Sentence.RecommendationNone),
    };
}
