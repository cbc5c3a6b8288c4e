namespace Bot.Domain.Voting;

/// <summary>Whose votes a decision is taken by.</summary>
public enum VotingRight
{
    /// <summary>As is usual in the committee: member organizations in the plenary, persons elsewhere.</summary>
    ByCommittee,

    /// <summary>Member organizations, one vote each: all of them in the plenary; elsewhere those for which somebody sits in the committee.</summary>
    MemberOrganizations,

    /// <summary>The members in person, one vote each; in the plenary everybody who represents a member.</summary>
    MembersInPerson,
}
