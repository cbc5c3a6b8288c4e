using System.Linq;
using Bot.Domain.Committees;

namespace Bot.Domain.Rights;

/// <summary>What a person is in a network, and what follows from that.</summary>
public static class Standing
{
    /// <summary>Everything the person is, to the committee and the meeting at hand.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="person">Who; null for somebody it does not know.</param>
    /// <param name="committee">The committee at hand; null where none is.</param>
    /// <param name="chair">Who leads the meeting at hand; null where none is, or nobody leads it.</param>
    /// <param name="isOwner">Whether the thing at hand is theirs, which only whoever keeps it knows.</param>
    public static Roles RolesOf(this Network network, PersonId? person, Committee? committee = null, PersonId? chair = null, bool isOwner = false)
    {
        if (person is not { } id || network.Person(id) is not { HasLeft: false } known)
        {
            return Roles.Stranger;
        }

        var belongs = committee is not null && network.HasPlace(id, committee);
        return Roles.Guest
            | (network.RepresentedBy(id).Any() ? Roles.Member : Roles.None)
            | (belongs ? Roles.CommitteeMember : Roles.None)
            | (chair == id ? Roles.Chair : Roles.None)
            | (known.IsCoordinator && (committee is not { IsSecluded: true } || belongs) ? Roles.Coordinator : Roles.None)
            | (isOwner ? Roles.Owner : Roles.None);
    }

    /// <summary>Whether the person may do it, whatever the place. Where who reads along matters, ask with the place.</summary>
    /// <inheritdoc cref="RolesOf"/>
    public static bool Allows(this Network network, Right right, PersonId? person, Committee? committee = null, PersonId? chair = null, bool isOwner = false) =>
        network.Allows(right, Place.Private, person, committee, chair, isOwner);

    /// <summary>The same for something of a committee; nobody may where the network has no such committee.</summary>
    /// <inheritdoc cref="RolesOf"/>
    public static bool Allows(this Network network, Right right, PersonId? person, CommitteeId committee, PersonId? chair = null, bool isOwner = false) =>
        network.Committee(committee) is { } known && network.Allows(right, person, known, chair, isOwner);

    /// <summary>Whether the person may do it there.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="right">What.</param>
    /// <param name="place">Where it would be answered.</param>
    /// <param name="person">Who; null for somebody the network does not know.</param>
    /// <param name="committee">The committee at hand; null where none is.</param>
    /// <param name="chair">Who leads the meeting at hand; null where none is, or nobody leads it.</param>
    /// <param name="isOwner">Whether the thing at hand is theirs.</param>
    public static bool Allows(this Network network, Right right, Place place, PersonId? person, Committee? committee = null, PersonId? chair = null, bool isOwner = false) =>
        RightsTable.Of(right).Allows(network.RolesOf(person, committee, chair, isOwner), place);
}
