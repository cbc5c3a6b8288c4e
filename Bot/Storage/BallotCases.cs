using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;

namespace Bot.Storage;

/// <summary>The case about a membership that a ballot is on, as far as it is asked whether the ballot may be taken again: an admission or an expulsion.</summary>
internal sealed class BallotCases(AdmissionStore admissions, ExpulsionStore expulsions)
{
    /// <summary>Whether the ballot's case has gone on without it, so that nobody is to vote on it any more; false for one that is on no case.</summary>
    public async Task<bool> HasGoneOnAsync(NetworkId network, BallotRecord ballot, CancellationToken cancellationToken) =>
        ballot.Motion.IsOnAdmission ? await AdmissionAsync(network, ballot, cancellationToken) is { } admission && admission.CurrentBallot != ballot.Ballot.Id
        : ballot.Motion.IsOnExpulsionCase && await ExpulsionAsync(network, ballot, cancellationToken) is { } expulsion && expulsion.CurrentBallot != ballot.Ballot.Id;

    /// <summary>Whether the ballot left its case undecided, and another one has begun since: of the same name, or on the same organization.</summary>
    public async Task<bool> IsReplacedAsync(NetworkId network, BallotRecord ballot, CancellationToken cancellationToken) => ballot.Motion.IsOnAdmission
        ? await AdmissionAsync(network, ballot, cancellationToken) is { State: AdmissionState.Undecided } admission
            && await admissions.FindRunningAsync(network, admission.Applicant, cancellationToken) is not null
        : ballot.Motion.IsOnExpulsionCase && await ExpulsionAsync(network, ballot, cancellationToken) is { State: ExpulsionState.Undecided } expulsion
            && await expulsions.FindRunningAsync(network, expulsion.Organization, cancellationToken) is not null;

    private async Task<Admission?> AdmissionAsync(NetworkId network, BallotRecord ballot, CancellationToken cancellationToken) =>
        (await admissions.FindAsync(network, new AdmissionId(ballot.Motion.Case), cancellationToken))?.Value;

    private async Task<Expulsion?> ExpulsionAsync(NetworkId network, BallotRecord ballot, CancellationToken cancellationToken) =>
        (await expulsions.FindAsync(network, new ExpulsionId(ballot.Motion.Case), cancellationToken))?.Value;
}
