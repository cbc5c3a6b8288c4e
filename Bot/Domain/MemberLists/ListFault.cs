namespace Bot.Domain.MemberLists;

/// <summary>Something in a row that cannot be right: with it nothing of the list is taken.</summary>
/// <param name="Row">The row's number.</param>
/// <param name="Place">The column.</param>
/// <param name="Reason">Why.</param>
/// <param name="Content">What stands there, or what it collides with.</param>
public sealed record ListFault(int Row, ListPlace Place, ListFaultReason Reason, string Content);

/// <summary>Why a cell cannot be right.</summary>
public enum ListFaultReason
{
    /// <summary>The row says something, but not of which organization.</summary>
    NameMissing,

    /// <summary>Longer than <see cref="ListedOrganization.NameLimit"/>.</summary>
    NameTooLong,

    /// <summary>The same organization stands in an earlier row; content: that row's number.</summary>
    NameTwice,

    /// <summary>The network has several organizations of this name.</summary>
    NameAmbiguous,

    /// <summary>The organization was a member and is no longer: a return is decided, not imported.</summary>
    FormerMember,

    /// <summary>The organization is admitted and becomes a member on a day to come; then it can be in the list. Content: its name.</summary>
    ComingMember,

    /// <summary>No sector is called so.</summary>
    SectorUnknown,

    /// <summary>No day, or one that does not exist.</summary>
    DayUnreadable,

    /// <summary>A day after today.</summary>
    DayToCome,

    /// <summary>No mail address, or more than one.</summary>
    MailUnreadable,

    /// <summary>A mail address without a name beside it.</summary>
    MailWithoutName,

    /// <summary>The person has another mail address in an earlier row.</summary>
    MailContradicts,

    /// <summary>Substitutes without a representative.</summary>
    RepresentativeMissing,

    /// <summary>Several people are called so, and no mail address says who is meant.</summary>
    PersonAmbiguous,

    /// <summary>The person stands twice in the row.</summary>
    PersonTwice,
}
