using Bot.Domain.Voting;

namespace Bot.Texts;

/// <summary>What is put to a vote, in words.</summary>
internal static class MotionWords
{
    /// <summary>The motion in one line.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="title">Its title, safe for where the line is shown.</param>
    public static string Heading(Reader reader, MotionKind kind, string title) => kind switch
    {
        MotionKind.AdmissionRecommendation => Messages.Get(reader, Sentence.BallotHeadingRecommendation, title),
        MotionKind.Admission => Messages.Get(reader, Sentence.BallotHeadingAdmission, title),
        MotionKind.Project => Messages.Get(reader, Sentence.BallotHeadingProject, title),
        MotionKind.WorkingGroup => Messages.Get(reader, Sentence.BallotHeadingWorkingGroup, title),
        MotionKind.WorkingGroupEnd => Messages.Get(reader, Sentence.BallotHeadingWorkingGroupEnd, title),
        MotionKind.Expulsion => Messages.Get(reader, Sentence.BallotHeadingExpulsion, title),
        MotionKind.ExpulsionRecommendation => Messages.Get(reader, Sentence.BallotHeadingExpulsionAdvice, title),
        MotionKind.RulesOfProcedure => Messages.Get(reader, Sentence.BallotHeadingRules, title),
        MotionKind.Poll => Messages.Get(reader, Sentence.BallotHeadingPoll, title),
        _ => title,
    };

    /// <summary>The question those who vote answer; null where the heading asks it already. Markdown, if the title is.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="title">Its title, safe for where the question is shown.</param>
    public static string? Question(Reader reader, MotionKind kind, string title) => kind switch
    {
        MotionKind.AdmissionRecommendation => Messages.Get(reader, Sentence.BallotQuestionRecommendation, title),
        MotionKind.Admission => Messages.Get(reader, Sentence.BallotQuestionAdmission, title),
        MotionKind.Project => Messages.Get(reader, Sentence.BallotQuestionProject, title),
        MotionKind.WorkingGroup => Messages.Get(reader, Sentence.BallotQuestionWorkingGroup, title),
        MotionKind.WorkingGroupEnd => Messages.Get(reader, Sentence.BallotQuestionWorkingGroupEnd, title),
        MotionKind.Expulsion => Messages.Get(reader, Sentence.BallotQuestionExpulsion, title),
        MotionKind.ExpulsionRecommendation => Messages.Get(reader, Sentence.BallotQuestionExpulsionAdvice, title),
        MotionKind.RulesOfProcedure => Messages.Get(reader, Sentence.BallotQuestionRules, title),
        _ => null,
    };

    /// <summary>What a circular resolution needs, said so that nobody takes silence for agreement.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="rule">The rule it is decided by.</param>
    public static string Circular(Reader reader, MajorityRule rule) => Messages.Get(
        reader, rule is { Base: MajorityBase.Entitled, Fraction: var share } && share.Numerator == share.Denominator ? Sentence.BallotCircularAll : Sentence.BallotCircularOwnRule);
}
