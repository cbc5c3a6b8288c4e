using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Committees;

/// <summary>From which parts of society a committee's organizations come, as numbers and nothing else: it shows where somebody is missing and decides nothing.</summary>
/// <param name="Organizations">All organizations that were counted.</param>
/// <param name="Sectors">How many of each sector, every sector once, in their order; 0 is a gap.</param>
/// <param name="WithoutSector">Organizations of which nobody has said it.</param>
/// <param name="PeopleWithout">People of the committee who represent no member; 0 in the plenary.</param>
public sealed record Composition(int Organizations, IReadOnlyList<(Sector Sector, int Organizations)> Sectors, int WithoutSector, int PeopleWithout)
{
    /// <summary>The sectors from which nobody is there.</summary>
    public IEnumerable<Sector> Gaps => Sectors.Where(pair => pair.Organizations == 0).Select(pair => pair.Sector);

    /// <summary>Counts: in the plenary every member, elsewhere each organization once that one of the committee's people represents.</summary>
    public static Composition Of(Network network, Committee committee)
    {
        var isPlenary = committee.Kind == CommitteeKind.GeneralAssembly;
        var people = network.Members(committee);
        IReadOnlyList<MemberOrganization> there = isPlenary
            ? network.Organizations
            : [.. network.Organizations.Where(organization => organization.Representatives.Any(people.Contains))];
        return new Composition(
            there.Count,
            [.. Enum.GetValues<Sector>().Select(sector => (sector, there.Count(organization => organization.Sector == sector)))],
            there.Count(organization => organization.Sector is null),
            isPlenary ? 0 : people.Count(person => !network.RepresentedBy(person).Any()));
    }
}
