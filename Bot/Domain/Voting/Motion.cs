using Bot.Domain.Committees;

namespace Bot.Domain.Voting;

/// <summary>What a motion is about; decides what follows from its result.</summary>
public enum MotionKind
{
    /// <summary>The advisory board's recommendation on an admission.</summary>
    AdmissionRecommendation,

    /// <summary>The plenary's decision on an admission.</summary>
    Admission,
}

/// <summary>A motion (Antrag) put to a ballot.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Committee">Who votes on it.</param>
/// <param name="Title">What is voted on, in the words of whoever moved it, such as the applicant's name.</param>
/// <param name="Case">Identity of the case it belongs to.</param>
public sealed record Motion(MotionKind Kind, CommitteeId Committee, string Title, string Case);
