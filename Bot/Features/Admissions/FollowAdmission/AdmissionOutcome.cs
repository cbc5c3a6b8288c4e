using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Admissions.FollowAdmission;

/// <summary>Records what the plenary decided: first the resolution, then the membership, both dated to the day the ballot ended, however late
/// they are recorded. Repeating it changes nothing.</summary>
internal sealed class AdmissionOutcome(ResolutionStore resolutions, NetworkStore networks)
{
    /// <summary>Records resolution and, where admitted, membership.</summary>
    /// <returns>The decided case, to be stored.</returns>
    public async Task<Admission> RecordAsync(Network network, Admission admission, CountedBallot ballot, Instant now, CancellationToken cancellationToken)
    {
        var decidedOn = ballot.EndedAt.InZone(network.Zone).Date;
        var entry = await resolutions.RecordAsync(network.Id, Draft(network, admission, ballot.Result, decidedOn, now), cancellationToken);
        var decided = admission.Decided(ballot.Result, entry.Number.ToString());
        if (decided.State == AdmissionState.Member)
        {
            var organization = new MemberOrganization(
                admission.Organization, admission.Applicant, decidedOn, admission.Representative is { } person ? [person] : []);
            await networks.AddOrganizationAsync(network.Id, organization, cancellationToken);
        }

        return decided;
    }

    /// <summary>The register is kept in German, whoever reads it.</summary>
    private static ResolutionDraft Draft(Network network, Admission admission, BallotResult result, LocalDate decidedOn, Instant now) => new(
        Messages.Get(Reader.German, Sentence.ResolutionAdmissionTitle, admission.Applicant),
        Messages.Get(Reader.German, Sentence.ResolutionAdmissionText, admission.Applicant),
        network.GeneralAssembly?.Id ?? default,
        result.Verdict,
        result.Tally,
        result.Rule.ToCode(),
        decidedOn,
        now,
        "admission-" + admission.Id.Value)
    {
        Recommendation = admission.Recommendation,
    };
}
