namespace Bot.Domain.Voting;

/// <summary>Why a voter is on the roll.</summary>
public enum EntitlementReason
{
    /// <summary>A member organization, with one vote, cast by its representative or substitute.</summary>
    MemberOrganization,

    /// <summary>A member of the committee, voting in person.</summary>
    CommitteeMember,
}
