namespace Bot.Domain.Voting;

/// <summary>Why a voter on the roll has no vote in this one ballot.</summary>
public enum Exclusion
{
    /// <summary>The ballot is about a deal or a lawsuit with this voter (BGB § 34).</summary>
    ConflictOfInterest,

    /// <summary>The ballot is about this voter's own admission.</summary>
    Applicant,

    /// <summary>The ballot is about this voter's own membership, and the rules give it no vote on that.</summary>
    Concerned,

    /// <summary>This voter's membership is suspended.</summary>
    Suspended,
}
