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
