using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Texts;

namespace Bot.Features.Admissions;

/// <summary>That an applicant was a member before. For coordinators, and for the register once the plenary has decided: whoever applies may be anybody.</summary>
internal static class ReturnWords
{
    /// <summary>The sentence; empty where it was none.</summary>
    public static string Of(Reader reader, Network network, Admission admission) =>
        Of(reader, network.KnownOrganizations.FirstOrDefault(organization => organization.Id == admission.Returning));

    /// <inheritdoc cref="Of(Reader, Network, Admission)"/>
    /// <param name="reader">Whose language.</param>
    /// <param name="former">The former member, or one that is a member again; null for none.</param>
    public static string Of(Reader reader, MemberOrganization? former) => former switch
    {
        { MemberUntil: { } last } => Messages.Get(reader, Sentence.WasMember, former.MemberSince, last),
        { Earlier: [.., var period] } => Messages.Get(reader, Sentence.WasMember, period.First, period.Last),
        _ => string.Empty,
    };
}
