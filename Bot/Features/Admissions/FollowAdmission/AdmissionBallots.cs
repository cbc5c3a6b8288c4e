using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Admissions.FollowAdmission;

/// <summary>Opens the two ballots of an admission and reads their results.</summary>
internal sealed class AdmissionBallots(CaseBallots ballots)
{
    /// <summary>The board's result, or null while its ballot runs, waits for a tie to be decided, is void, or too few took part; opens the ballot if it is not open yet.
    /// A network without an advisory board, or with an empty one, recommends nothing.</summary>
    public Task<CountedBallot?> BoardResultAsync(Network network, Admission admission, Instant now, CancellationToken cancellationToken) =>
        ResultAsync(network, admission, network.AdvisoryBoard, MotionKind.AdmissionRecommendation, admission.BoardBallot, now, cancellationToken);

    /// <summary>The plenary's result, or null while its ballot runs, waits for a tie to be decided, or is void; opens the ballot if it is not open yet.</summary>
    public Task<CountedBallot?> PlenaryResultAsync(Network network, Admission admission, Instant now, CancellationToken cancellationToken) =>
        ResultAsync(network, admission, network.GeneralAssembly, MotionKind.Admission, admission.PlenaryBallot, now, cancellationToken);

    /// <summary>Whether the board's ballot was counted and recommends nothing, and nobody has had it taken again.</summary>
    public async Task<bool> IsBoardWithoutResultAsync(NetworkId network, Admission admission, CancellationToken cancellationToken) =>
        admission.State == AdmissionState.Consulting && await ballots.IsWithoutResultAsync(network, admission.BoardBallot, cancellationToken);

    /// <summary>The case with the ballot that takes its current one again, once that is open; the same case when there is none.</summary>
    public async Task<Admission> WithRepeatAsync(Network network, Admission admission, CancellationToken cancellationToken) =>
        await ballots.RepeatOfAsync(network, admission.CurrentBallot, cancellationToken) is { } repeat ? admission.Repeated(repeat) : admission;

    /// <summary>The application was taken back: a ballot on it that was not decided is void. Repeating it changes nothing.</summary>
    public async Task StopAsync(NetworkSnapshot snapshot, Admission admission, Instant now, CancellationToken cancellationToken)
    {
        if (admission.End is { } end)
        {
            await ballots.VoidAsync(snapshot.Network.Id, [admission.BoardBallot, admission.PlenaryBallot], end.By, VoidWords.ByWithdrawal, now, cancellationToken);
        }
    }

    /// <summary>What the plenary votes on, where that is more than the admission as such: in German as the register is, and frozen when the ballot opens.</summary>
    private static string Wording(Network network, Admission admission, MotionKind kind, Instant now) =>
        kind == MotionKind.Admission && admission.EffectiveOn is { } day && day > now.InZone(network.Zone).Date
            ? Messages.Get(Reader.German, Sentence.MotionAdmissionFrom, admission.Applicant, day)
            : string.Empty;

    private Task<CountedBallot?> ResultAsync(
        Network network, Admission admission, Committee? committee, MotionKind kind, BallotId id, Instant now, CancellationToken cancellationToken) => ballots.ResultAsync(
        network, committee, voting => new Motion(kind, voting.Id, admission.Applicant, admission.Id.Value) { Text = Wording(network, admission, kind, now) }, _ => admission.Excluded(network), id, now, cancellationToken);
}
