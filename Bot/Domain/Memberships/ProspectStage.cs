using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;

namespace Bot.Domain.Memberships;

/// <summary>Where a prospect is on its way into the network, in the order in which coordinators look at them.</summary>
public enum ProspectStage
{
    /// <summary>An application under its name runs.</summary>
    Applied,

    /// <summary>Somebody spoke with it.</summary>
    Contacted,

    /// <summary>Only noted so far.</summary>
    Noted,

    /// <summary>It does not want to join.</summary>
    Declined,

    /// <summary>It is a member by now.</summary>
    Member,
}

/// <summary>Says where prospects are. Applications and memberships are looked at, never copied into a prospect: so whatever way an organization takes, also past the list, it is shown right.</summary>
public sealed class ProspectStages
{
    private readonly HashSet<string> members;
    private readonly HashSet<string> applicants;

    private ProspectStages(IEnumerable<string> members, IEnumerable<string> applicants)
    {
        this.members = [.. members.Select(OrganizationName.KeyOf)];
        this.applicants = [.. applicants.Select(OrganizationName.KeyOf)];
    }

    /// <summary>As the network is now.</summary>
    /// <param name="network">The network.</param>
    /// <param name="applications">The applications, of which those that are over do not count; one that was admitted and is not yet a member does.</param>
    public static ProspectStages Of(Network network, IEnumerable<Admission> applications) =>
        new(network.Organizations.Select(one => one.Name), applications.Where(one => one.HoldsName).Select(one => one.Applicant));

    /// <summary>Where a prospect is.</summary>
    public ProspectStage Of(Prospect prospect)
    {
        var key = OrganizationName.KeyOf(prospect.Name);
        return members.Contains(key) ? ProspectStage.Member
            : applicants.Contains(key) ? ProspectStage.Applied
            : prospect.Declined is not null ? ProspectStage.Declined
            : prospect.Contacts.Count > 0 ? ProspectStage.Contacted
            : ProspectStage.Noted;
    }
}
