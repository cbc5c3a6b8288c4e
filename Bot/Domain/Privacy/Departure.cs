using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Privacy;

/// <summary>Somebody's wish that their data be deleted, from the moment they confirmed it until it is done.</summary>
/// <param name="Person">Who.</param>
/// <param name="At">When they confirmed it.</param>
/// <param name="Accounts">The ids their account is recognized by, because what is filed under them goes after the account is theirs no more.</param>
/// <param name="Seats">The committees in which they had a seat then.</param>
/// <param name="Represented">The organizations they acted for then.</param>
public sealed record Departure(PersonId Person, Instant At, IReadOnlyList<string> Accounts, IReadOnlyList<CommitteeId> Seats, IReadOnlyList<OrganizationId> Represented)
{
    /// <summary>How long to wait before looking again whether the name is still needed.</summary>
    public static readonly Duration Pause = Duration.FromHours(1);

    /// <summary>The wish as the network is now.</summary>
    public static Departure Of(Network network, PersonId person, IEnumerable<string> accounts, Instant at) => new(
        person,
        at,
        [.. accounts],
        [.. network.Seats.Where(seat => seat.Person == person).Select(seat => seat.Committee)],
        [.. network.Organizations.Concat(network.ComingOrganizations).Where(organization => organization.Representatives.Contains(person)).Select(organization => organization.Id)]);

    /// <summary>Whether the person coordinates alone: then somebody else must coordinate before they can leave.</summary>
    public static bool IsLastCoordinator(Network network, PersonId person) =>
        network.Coordinators.Select(one => one.Id).SequenceEqual([person]);
}
