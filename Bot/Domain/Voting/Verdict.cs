namespace Bot.Domain.Voting;

/// <summary>What a ballot came to under its rule.</summary>
public enum Verdict
{
    /// <summary>The motion is carried (angenommen).</summary>
    Accepted,

    /// <summary>The motion is not carried (abgelehnt), also when nobody said yes or no.</summary>
    Rejected,

    /// <summary>Too few took part; nothing is decided, neither for nor against.</summary>
    NoQuorum,

    /// <summary>A tie; the vote is to be taken again.</summary>
    Repeat,

    /// <summary>A tie; the chair of the meeting is to decide.</summary>
    ChairDecides,

    /// <summary>A tie; the lot is to decide.</summary>
    Lot,
}

/// <summary>What holds of verdicts.</summary>
public static class Verdicts
{
    /// <summary>Whether something follows from the verdict now. A ballot without quorum has come to an end, though it may be repeated; a tie that the rules do
    /// not decide waits for the chair, the lot or another ballot.</summary>
    public static bool IsFinal(this Verdict verdict) => verdict is Verdict.Accepted or Verdict.Rejected or Verdict.NoQuorum;

    /// <summary>Whether the verdict waits for the chair or the lot.</summary>
    public static bool IsOpenTie(this Verdict verdict) => verdict is Verdict.ChairDecides or Verdict.Lot;
}
