using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain.Dates;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Committees;

/// <summary>A network of organizations (Bündnis) as it is now: its committees, members, people and seats.</summary>
public sealed record Network
{
    /// <summary>Identity of the network.</summary>
    public required NetworkId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The zone in which its appointments are meant.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The Land whose public holidays count.</summary>
    public required GermanLand Land { get; init; }

    /// <summary>The school holidays entered for it, by day; a hint on dates.</summary>
    public IReadOnlyList<SchoolHolidays> SchoolHolidays { get; init; } = [];

    /// <summary>Its committees, in the order they are listed to people.</summary>
    public required IReadOnlyList<Committee> Committees { get; init; }

    /// <summary>Committees that were ended: nobody sits in them and nothing new begins there, but what they did stays readable.</summary>
    public IReadOnlyList<Committee> FormerCommittees { get; init; } = [];

    /// <summary>Its members.</summary>
    public required IReadOnlyList<MemberOrganization> Organizations { get; init; }

    /// <summary>Organizations whose membership has ended: without any right, but with a name in what was decided before.</summary>
    public IReadOnlyList<MemberOrganization> FormerOrganizations { get; init; } = [];

    /// <summary>Organizations that are admitted and become members on a day to come, also former ones that return: without any right until then.</summary>
    public IReadOnlyList<MemberOrganization> ComingOrganizations { get; init; } = [];

    /// <summary>Every organization that is, was or will be a member.</summary>
    public IEnumerable<MemberOrganization> KnownOrganizations => Organizations.Concat(FormerOrganizations).Concat(ComingOrganizations);

    /// <summary>The people known to it.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>People who had their data deleted: without any right, known only to what was recorded before.</summary>
    public IReadOnlyList<Person> FormerPeople { get; init; } = [];

    /// <summary>Who sits in which committee of persons.</summary>
    public required IReadOnlyList<Seat> Seats { get; init; }

    /// <summary>What was set of the term of a seat, or that it was given up; also of seats that are still to begin and of those that have ended, which are not among <see cref="Seats"/>.</summary>
    public IReadOnlyDictionary<Seat, SeatTerm> Terms { get; init; } = ImmutableDictionary<Seat, SeatTerm>.Empty;

    /// <summary>Every seat that is known, also those still to begin and those that have ended.</summary>
    public IEnumerable<Seat> KnownSeats => Seats.Union(Terms.Keys);

    /// <summary>The plenary, or null while none is set up.</summary>
    public Committee? GeneralAssembly => Committees.FirstOrDefault(committee => committee.Kind == CommitteeKind.GeneralAssembly);

    /// <summary>The advisory board, or null while none is set up.</summary>
    public Committee? AdvisoryBoard => Committees.FirstOrDefault(committee => committee.Kind == CommitteeKind.AdvisoryBoard);

    /// <summary>Everybody who coordinates the network.</summary>
    public IEnumerable<Person> Coordinators => People.Where(person => person.IsCoordinator);

    /// <summary>The committee with this identity, an ended one too, or null.</summary>
    public Committee? Committee(CommitteeId id) => Standing(id) ?? FormerCommittees.FirstOrDefault(committee => committee.Id == id);

    /// <summary>The committee with this identity that has not ended, or null: where something new may begin.</summary>
    public Committee? Standing(CommitteeId id) => Committees.FirstOrDefault(committee => committee.Id == id);

    /// <summary>The person with this identity, a former one too, or null.</summary>
    public Person? Person(PersonId id) => People.FirstOrDefault(person => person.Id == id) ?? FormerPeople.FirstOrDefault(person => person.Id == id);

    /// <summary>The organizations this person acts for.</summary>
    public IEnumerable<MemberOrganization> RepresentedBy(PersonId person) =>
        Organizations.Where(organization => organization.Representatives.Contains(person));

    /// <summary>Whether the person belongs to the committee: by a seat, by representing a member, or as coordinator. Coordinators belong to every committee that is not confidential;
    /// to a confidential one only whoever also has a seat in it.</summary>
    public bool Belongs(PersonId person, Committee committee) =>
        HasPlace(person, committee) || (!committee.IsSecluded && Person(person) is { IsCoordinator: true });

    /// <summary>Whether the person belongs to the committee without regard to coordinating the network: by a seat, in the plenary by representing a member.</summary>
    public bool HasPlace(PersonId person, Committee committee) => committee.Kind == CommitteeKind.GeneralAssembly
        ? RepresentedBy(person).Any()
        : Seats.Contains(new Seat(committee.Id, person));

    /// <summary>Who speaks for a working group now: named for it, and still in it; null for nobody.</summary>
    public Person? SpeakerOf(Committee committee) => committee.Spokesperson is { } speaker && HasPlace(speaker, committee) ? Person(speaker) : null;

    /// <summary>The committees the person belongs to, in the network's order.</summary>
    public IEnumerable<Committee> CommitteesOf(PersonId person) => Committees.Where(committee => Belongs(person, committee));

    /// <summary>The coordinators who may know of the committee: of a confidential one those with a seat in it, of every other all.</summary>
    public IEnumerable<Person> CoordinatorsOf(Committee committee) => Coordinators.Where(person => Belongs(person.Id, committee));

    /// <summary>The network without the committees that are kept from somebody, as if they did not exist: nothing of them can be named, listed, suggested or found in it.</summary>
    /// <param name="isShown">Which of the confidential committees they may know of.</param>
    /// <returns>This network itself where nothing is kept from them.</returns>
    public Network Showing(System.Func<Committee, bool> isShown)
    {
        var hidden = Committees.Concat(FormerCommittees).Where(committee => committee.IsSecluded && !isShown(committee)).Select(committee => committee.Id).ToHashSet();
        return hidden.Count == 0
            ? this
            : this with
            {
                Committees = [.. Committees.Where(committee => !hidden.Contains(committee.Id))],
                FormerCommittees = [.. FormerCommittees.Where(committee => !hidden.Contains(committee.Id))],
                Seats = [.. Seats.Where(seat => !hidden.Contains(seat.Committee))],
                Terms = Terms.Where(term => !hidden.Contains(term.Key.Committee)).ToImmutableDictionary(),
            };
    }

    /// <summary>The network with the names of locked profiles, as coordinators see it.</summary>
    /// <returns>This network itself where no profile is locked.</returns>
    public Network Unmasked() => People.Any(person => person.IsMasked)
        ? this with { People = [.. People.Select(person => person with { Name = person.HiddenName ?? person.Name })] }
        : this;

    /// <summary>Which confidential committees are in it, and whether locked profiles have their names. What is kept in memory for one sight is neither shown to another nor kept from it.</summary>
    public string Sight => string.Join('|', Committees.Where(committee => committee.IsSecluded).Select(committee => committee.Id.Value))
        + (People.Any(person => person is { IsLocked: true, IsMasked: false }) ? "|*" : string.Empty);

    /// <summary>The people of a committee: representatives and substitutes in the plenary, holders of a seat elsewhere.</summary>
    public IReadOnlyList<PersonId> Members(Committee committee) => committee.Kind == CommitteeKind.GeneralAssembly
        ? [.. Organizations.SelectMany(organization => organization.Representatives).Distinct()]
        : [.. Seats.Where(seat => seat.Committee == committee.Id).Select(seat => seat.Person)];

    /// <summary>Who may vote in the committee now, with the reason; never who is suspended.</summary>
    /// <inheritdoc cref="Roll"/>
    public IReadOnlyList<RollEntry> Electorate(Committee committee, VotingRight right = VotingRight.ByCommittee) =>
        [.. Roll(committee, right).Where(entry => entry.Excluded is null)];

    /// <summary>Who would stand on the roll of a ballot now, with the reason: the electorate, and whoever has no vote in it because their membership is suspended.</summary>
    /// <param name="committee">Where it is voted.</param>
    /// <param name="right">By whose votes; by default one per member organization in the plenary, one per seat elsewhere.</param>
    /// <remarks>Frozen when a ballot opens. Source: design, "Voting right". Where organizations vote in a committee of persons, an organization is there
    /// when somebody who represents it has a seat, and only they act for it; who sits there for no member has no vote then. In person a seat votes, whatever becomes of the
    /// organization; in the plenary, where people are only as representatives, not those whose organizations are all suspended.</remarks>
    public IReadOnlyList<RollEntry> Roll(Committee committee, VotingRight right = VotingRight.ByCommittee)
    {
        var isPlenary = committee.Kind == CommitteeKind.GeneralAssembly;
        if (right == VotingRight.MembersInPerson || (right == VotingRight.ByCommittee && !isPlenary))
        {
            return [.. Members(committee).Select(person => Entry(person.Value, [person], EntitlementReason.CommitteeMember, isPlenary && RepresentedBy(person).All(one => one.IsSuspended)))];
        }

        var members = Members(committee).ToHashSet();
        return
        [
            .. Organizations
                .Select(organization => (Organization: organization, Actors: isPlenary ? organization.Representatives : [.. organization.Representatives.Where(members.Contains)]))
                .Where(line => isPlenary || line.Actors.Count > 0)
                .Select(line => Entry(line.Organization.Id.Value, line.Actors, EntitlementReason.MemberOrganization, line.Organization.IsSuspended)),
        ];
    }

    /// <summary>Every person of the committee with a line of their own, whoever they represent: who is asked in a mood poll.</summary>
    public IReadOnlyList<RollEntry> Persons(Committee committee) =>
        [.. Members(committee).Select(person => RollEntry.Open(new VoterId(person.Value), [person], EntitlementReason.CommitteeMember))];

    /// <summary>The name of whoever holds the vote: an organization's or a person's; the identity itself when it is no longer known.</summary>
    public string NameOf(VoterId voter) =>
        KnownOrganizations.FirstOrDefault(organization => organization.Id.Value == voter.Value)?.Name
        ?? Person(new PersonId(voter.Value))?.Name
        ?? voter.Value;

    private static RollEntry Entry(string voter, IReadOnlyList<PersonId> actors, EntitlementReason reason, bool isSuspended) =>
        RollEntry.Open(new VoterId(voter), actors, reason, isSuspended ? Exclusion.Suspended : null);
}
