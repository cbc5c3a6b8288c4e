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
    public static string Heading(Reader reader, Motion motion) => motion.Kind == MotionKind.Election ? ElectionPart.Heading(reader, motion) : Messages.Get(
        reader,
        motion.Kind == MotionKind.AdmissionRecommendation ? Sentence.BallotHeadingRecommendation : Sentence.BallotHeadingAdmission,
        CardText.Escape(motion.Title, LineBreaks.Collapse));

    /// <summary>The question, and what those who vote should know beforehand.</summary>
    public static IEnumerable<CardElement> Question(Reader reader, BallotView view)
    {
        var name = CardText.Escape(view.Record.Motion.Title, LineBreaks.Collapse);
        if (view.Record.Motion.Kind == MotionKind.Election)
        {
            foreach (var line in ElectionPart.Question(reader, view.Record.Motion))
            {
                yield return line;
            }

            yield break;
        }

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
}
