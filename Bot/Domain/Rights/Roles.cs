using System;

namespace Bot.Domain.Rights;

/// <summary>What somebody is to the network, to a committee and to the thing at hand. People hold several at once.</summary>
[Flags]
public enum Roles
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Somebody the network does not know.</summary>
    Stranger = 1,

    /// <summary>Somebody the network knows, whatever else they are.</summary>
    Guest = 2,

    /// <summary>Represents a member organization.</summary>
    Member = 4,

    /// <summary>Belongs to the committee at hand: by a seat, in the plenary by representing a member.</summary>
    CommitteeMember = 8,

    /// <summary>Leads the meeting at hand, or led the one the thing comes from; speaks for the working group at hand.</summary>
    Chair = 16,

    /// <summary>Coordinates the network. To a confidential committee only whoever also has a seat in it.</summary>
    Coordinator = 32,

    /// <summary>Whose the thing at hand is: their vote, their item, their task, their turn, their candidacy.</summary>
    Owner = 64,
}
