using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>Decides what may change about a membership without a vote: resignation, suspension, and their end. What changes does so by the clock: an organization as read on
/// a day is a member, suspended or a former one as that day says.</summary>
public static class MembershipChange
{
    /// <summary>An organization declares that it leaves.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="id">Which organization.</param>
    /// <param name="declared">The declaration; its <see cref="Resignation.Received"/> is required of whoever does not represent it.</param>
    /// <returns>The organization with it. Refused with <see cref="RefusalCode.OrganizationUnknown"/>, <see cref="RefusalCode.OnlyRepresentative"/>,
    /// <see cref="RefusalCode.ResignedAlready"/>, <see cref="RefusalCode.LastDayPast"/>, <see cref="RefusalCode.DayTooFar"/>, <see cref="RefusalCode.ReceivedMissing"/> or
    /// <see cref="RefusalCode.TextTooLong"/>.</returns>
    public static Outcome<MemberOrganization> Resign(Network network, OrganizationId id, Resignation declared)
    {
        var today = declared.At.InZone(network.Zone).Date;
        if (Find(network, id) is not { } organization)
        {
            return new Refusal(RefusalCode.OrganizationUnknown);
        }

        var isOwn = organization.IsRepresentedFirstBy(declared.By);
        return !network.Allows(Right.ResignMembership, declared.By, isOwner: isOwn) ? new Refusal(RefusalCode.OnlyRepresentative, organization.Name)
            : organization.Resignation is { IsStanding: true } standing ? new Refusal(RefusalCode.ResignedAlready, organization.Name, standing.LastDay)
            : declared.LastDay < today ? new Refusal(RefusalCode.LastDayPast)
            : declared.LastDay > today + Resignation.Furthest ? new Refusal(RefusalCode.DayTooFar, today + Resignation.Furthest)
            : !isOwn && !declared.Received.Any(char.IsLetterOrDigit) ? new Refusal(RefusalCode.ReceivedMissing)
            : declared.Received.Length > Resignation.ReceivedLimit ? new Refusal(RefusalCode.TextTooLong, Resignation.ReceivedLimit)
            : organization with { Resignation = declared };
    }

    /// <summary>A declared resignation is taken back before it takes effect.</summary>
    /// <returns>The organization, with the resignation as taken back. Refused with <see cref="RefusalCode.OrganizationUnknown"/>, also once it has left,
    /// <see cref="RefusalCode.OnlyRepresentative"/> or <see cref="RefusalCode.ResignedNot"/>.</returns>
    public static Outcome<MemberOrganization> TakeBackResignation(Network network, OrganizationId id, PersonId by, Instant now)
    {
        if (Find(network, id) is not { } organization)
        {
            return new Refusal(RefusalCode.OrganizationUnknown);
        }

        return !network.Allows(Right.ResignMembership, by, isOwner: organization.IsRepresentedFirstBy(by)) ? new Refusal(RefusalCode.OnlyRepresentative, organization.Name)
            : organization.Resignation is not { IsStanding: true } standing ? new Refusal(RefusalCode.ResignedNot, organization.Name)
            : organization with { Resignation = standing with { WithdrawnBy = by, WithdrawnAt = now } };
    }

    /// <summary>A coordinator records that a membership is suspended.</summary>
    /// <returns>The organization with it. Refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.OrganizationUnknown"/>,
    /// <see cref="RefusalCode.SuspendedAlready"/> while another applies or is to come, <see cref="RefusalCode.SuspensionPast"/>, <see cref="RefusalCode.SuspensionBackwards"/>,
    /// <see cref="RefusalCode.DayTooFar"/>, <see cref="RefusalCode.ReasonMissing"/> or <see cref="RefusalCode.TextTooLong"/>.</returns>
    public static Outcome<MemberOrganization> Suspend(Network network, OrganizationId id, Suspension recorded)
    {
        if (!network.Allows(Right.SuspendMembership, recorded.By))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        var today = recorded.At.InZone(network.Zone).Date;
        var furthest = today + Suspension.Furthest;
        return Find(network, id) is not { } organization ? new Refusal(RefusalCode.OrganizationUnknown)
            : organization.Suspension is { } other && !other.IsOverOn(today) ? new Refusal(RefusalCode.SuspendedAlready, organization.Name)
            : recorded.From < today ? new Refusal(RefusalCode.SuspensionPast)
            : recorded.Until < recorded.From ? new Refusal(RefusalCode.SuspensionBackwards)
            : recorded.From > furthest || recorded.Until > furthest ? new Refusal(RefusalCode.DayTooFar, furthest)
            : !recorded.Reason.Any(char.IsLetterOrDigit) ? new Refusal(RefusalCode.ReasonMissing)
            : recorded.Reason.Length > Suspension.ReasonLimit ? new Refusal(RefusalCode.TextTooLong, Suspension.ReasonLimit)
            : organization with { Suspension = recorded };
    }

    /// <summary>A coordinator ends a suspension from today on, also one that has not begun.</summary>
    /// <returns>The organization. Refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.OrganizationUnknown"/> or <see cref="RefusalCode.SuspendedNot"/>.</returns>
    public static Outcome<MemberOrganization> Resume(Network network, OrganizationId id, PersonId by, Instant now)
    {
        if (!network.Allows(Right.SuspendMembership, by))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        var today = now.InZone(network.Zone).Date;
        return Find(network, id) is not { } organization ? new Refusal(RefusalCode.OrganizationUnknown)
            : organization.Suspension is not { } suspension || suspension.IsOverOn(today) ? new Refusal(RefusalCode.SuspendedNot, organization.Name)
            : organization with { Suspension = suspension with { ResumedOn = today, ResumedBy = by, ResumedAt = now }, IsSuspended = false };
    }

    /// <summary>A former member is one again: the same organization, whose earlier membership stays on record.</summary>
    /// <param name="former">As it was.</param>
    /// <param name="since">First day of the new membership.</param>
    /// <param name="representative">Who acts for it from now on; null to keep those who did.</param>
    public static MemberOrganization Return(MemberOrganization former, LocalDate since, PersonId? representative) => former with
    {
        MemberSince = since,
        MemberUntil = null,
        Resignation = null,
        Suspension = null,
        IsSuspended = false,
        Earlier = former.MemberUntil is { } last ? [.. former.Earlier, new MembershipPeriod(former.MemberSince, last)] : former.Earlier,
        Representatives = representative is { } person ? [person] : former.Representatives,
    };

    private static MemberOrganization? Find(Network network, OrganizationId id) => network.Organizations.FirstOrDefault(organization => organization.Id == id);
}
