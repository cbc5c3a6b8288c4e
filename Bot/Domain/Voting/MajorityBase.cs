namespace Bot.Domain.Voting;

/// <summary>What the yes votes are measured against.</summary>
public enum MajorityBase
{
    /// <summary>Yes and no votes; abstentions do not count (BGB § 32 (1) as read by BGH, 25.1.1982, II ZR 164/81).</summary>
    YesNo,

    /// <summary>All votes cast; an abstention works like a no.</summary>
    YesNoAbstain,

    /// <summary>Those present; whoever is present and does not vote works like a no. Without a record of attendance: those who voted.</summary>
    Present,

    /// <summary>All who are entitled in this ballot, without those excluded from it.</summary>
    Entitled,
}
