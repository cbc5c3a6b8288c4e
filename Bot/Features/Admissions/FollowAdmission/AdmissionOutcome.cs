using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Admissions.FollowAdmission;

/// <summary>Records what the plenary decided: first the resolution, then the membership, both dated to the day the ballot ended or its tie was decided, however late
/// they are recorded; the membership to the later day on which it is to take effect, where there is one. Repeating it changes nothing.</summary>
internal sealed class AdmissionOutcome(ResolutionStore resolutions, NetworkStore networks)
{
    /// <summary>Records resolution and, where admitted, membership.</summary>
    /// <returns>The decided case, to be stored.</returns>
    public async Task<Admission> RecordAsync(Network network, Admission admission, CountedBallot ballot, Instant now, CancellationToken cancellationToken)
    {
        var decidedOn = ballot.DecidedAt.InZone(network.Zone).Date;
        var entry = await resolutions.RecordAsync(network.Id, Draft(network, admission, ballot, decidedOn, now), cancellationToken);
        var decided = admission.Decided(ballot.Result, entry.Number.ToString(), decidedOn);
        var first = admission.MemberFrom(decidedOn);
        if (decided is { State: AdmissionState.Member or AdmissionState.Admitted, Returning: { } returning })
        {
            await networks.ReturnAsync(network.Id, returning, first, admission.Representative, now.InZone(network.Zone).Date, cancellationToken);
        }
        else if (decided.State is AdmissionState.Member or AdmissionState.Admitted)
        {
            var organization = new MemberOrganization(
                admission.Organization, admission.Applicant, first, admission.Representative is { } person ? [person] : []);
            await networks.AddOrganizationAsync(network.Id, organization, cancellationToken);
        }

        return decided;
    }

    /// <summary>The register is kept in German, whoever reads it.</summary>
    private static ResolutionDraft Draft(Network network, Admission admission, CountedBallot ballot, LocalDate decidedOn, Instant now) => new(
        Messages.Get(Reader.German, Sentence.ResolutionAdmissionTitle, admission.Applicant),
        Text(network, admission, ballot, decidedOn),
        network.GeneralAssembly?.Id ?? default,
        ballot.Result.Verdict,
        ballot.Result.Tally,
        ballot.Result.Rule.ToCode(),
        decidedOn,
        now,
        "admission-" + (admission.IsPlenaryRepeated ? admission.PlenaryBallot.Value : admission.Id.Value))
    {
        Recommendation = admission.Recommendation,
    };

    private static string Text(Network network, Admission admission, CountedBallot ballot, LocalDate decidedOn)
    {
        string[] sentences =
        [
            admission.EffectiveOn is null
                ? Messages.Get(Reader.German, Sentence.ResolutionAdmissionText, admission.Applicant)
                : Messages.Get(Reader.German, Sentence.ResolutionAdmissionFrom, admission.Applicant, admission.MemberFrom(decidedOn)),
            .. ReturnWords.Of(Reader.German, network, admission) is { Length: > 0 } returning ? [returning] : System.Array.Empty<string>(),
            .. admission.Waiver is { } waiver ? [Messages.Get(Reader.German, Sentence.ResolutionWithoutRecommendation, waiver.Reason)] : System.Array.Empty<string>(),
            .. ballot.Tie is { IsDecided: true } tie ? [TieWords.Of(Reader.German, network, tie, ballot.Result.Verdict)] : System.Array.Empty<string>(),
        ];
        return string.Join(' ', sentences);
    }
}
