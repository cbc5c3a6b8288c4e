namespace Bot.Domain.Voting;

/// <summary>What can be chosen in a ballot on one motion. Not having voted is no option: it is the absence of one.</summary>
public enum VoteOption
{
    /// <summary>For the motion (Ja).</summary>
    Yes,

    /// <summary>Against the motion (Nein).</summary>
    No,

    /// <summary>Took part, for neither side (Enthaltung).</summary>
    Abstain,
}
