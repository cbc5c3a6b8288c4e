using System.Collections.Generic;
using Bot.Domain.Memberships;
using NodaTime;

namespace Bot.Domain.Committees;

/// <summary>An organization that is a member of the network. It has one vote in the plenary, cast by whoever represents it.</summary>
/// <param name="Id">Identity within the network.</param>
/// <param name="Name">Its name.</param>
/// <param name="MemberSince">First day of membership; a day to come for one that is admitted and not yet a member.</param>
/// <param name="Representatives">Who acts for it: the representative first, then substitutes; may be empty for a while.</param>
public sealed record MemberOrganization(OrganizationId Id, string Name, LocalDate MemberSince, IReadOnlyList<PersonId> Representatives)
{
    /// <summary>Last day of membership; null for a member. Whoever has left is kept, so that old results stay readable.</summary>
    public LocalDate? MemberUntil { get; init; }

    /// <summary>The part of society it comes from; null while nobody has said.</summary>
    public Sector? Sector { get; init; }

    /// <summary>That it leaves, as it was declared last, also when that was taken back; null for none.</summary>
    public Resignation? Resignation { get; init; }

    /// <summary>The suspension of its membership that was recorded last, also one that is over; null for none.</summary>
    public Suspension? Suspension { get; init; }

    /// <summary>Whether its membership is suspended on the day the network was read for; never stored.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Earlier memberships, the oldest first, of an organization that came back.</summary>
    public IReadOnlyList<MembershipPeriod> Earlier { get; init; } = [];

    /// <summary>The organization as it is on a day: a resignation takes effect when its last day is over, a suspension applies from its first day to its last.</summary>
    public MemberOrganization AsOf(LocalDate day) => this with
    {
        MemberUntil = MemberUntil ?? (Resignation is { IsStanding: true } resigned && resigned.LastDay < day ? resigned.LastDay : null),
        IsSuspended = Suspension is { } suspension && suspension.IsOn(day),
    };

    /// <summary>Whether it becomes a member only after that day.</summary>
    public bool IsComingOn(LocalDate day) => MemberUntil is null && MemberSince > day;

    /// <summary>Whether the person is its representative, not a substitute.</summary>
    public bool IsRepresentedFirstBy(PersonId person) => Representatives.Count > 0 && Representatives[0] == person;
}
