using System.Collections.Generic;
using NodaTime;

namespace Bot.Domain.Committees;

/// <summary>An organization that is a member of the network. It has one vote in the plenary, cast by whoever represents it.</summary>
/// <param name="Id">Identity within the network.</param>
/// <param name="Name">Its name.</param>
/// <param name="MemberSince">First day of membership.</param>
/// <param name="Representatives">Who acts for it: the representative first, then substitutes; may be empty for a while.</param>
public sealed record MemberOrganization(OrganizationId Id, string Name, LocalDate MemberSince, IReadOnlyList<PersonId> Representatives)
{
    /// <summary>Last day of membership; null for a member. Whoever has left is kept, so that old results stay readable.</summary>
    public LocalDate? MemberUntil { get; init; }

    /// <summary>The part of society it comes from; null while nobody has said.</summary>
    public Sector? Sector { get; init; }
}
