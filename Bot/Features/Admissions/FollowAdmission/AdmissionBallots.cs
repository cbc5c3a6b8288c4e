using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Admissions.FollowAdmission;

/// <summary>A ballot that has ended and was counted.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="EndedAt">When no vote was taken any more.</param>
/// <param name="Tie">How a tie was decided; null for most.</param>
internal sealed record CountedBallot(BallotResult Result, Instant EndedAt, TieBreak? Tie = null);

/// <summary>Opens the two ballots of an admission and reads their results.</summary>
internal sealed class AdmissionBallots(BallotStore ballots, BallotOpener opener, DueTable due)
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
        admission.State == AdmissionState.Consulting
        && await ballots.FindAsync(network, admission.BoardBallot, cancellationToken) is { Value: { Repeat: null, Ballot.Voided: null, Result.Verdict: Verdict.NoQuorum or Verdict.Repeat } };

    /// <summary>The case with the ballot that takes its current one again, once that is open; the same case when there is none.</summary>
    public async Task<Admission> WithRepeatAsync(Network network, Admission admission, CancellationToken cancellationToken) =>
        admission.CurrentBallot is { } current && await ballots.FindAsync(network, current, cancellationToken) is { Value.Repeat: { } repeat }
        && await ballots.FindAsync(network, repeat.Id, cancellationToken) is not null
            ? admission.Repeated(repeat.Id)
            : admission;

    /// <summary>The application was taken back: a ballot on it that was not decided is void, so that nobody votes for nothing. Repeating it changes nothing.</summary>
    public async Task StopAsync(NetworkSnapshot snapshot, Admission admission, Instant now, CancellationToken cancellationToken)
    {
        var network = snapshot.Network.Id;
        foreach (var id in new[] { admission.BoardBallot, admission.PlenaryBallot })
        {
            var reason = Messages.Get(Reader.For(snapshot.Language), Sentence.WithdrawnVoidReason);
            while (await ballots.FindAsync(network, id, cancellationToken) is { Value.PapersRemain: false } found && admission.End is { } end
                && found.Value.With(found.Value.Ballot.Void(end.By, reason, found.Value.Result, now)) is Outcome<BallotRecord>.Done(var stopped) && stopped != found.Value)
            {
                var foreseen = await due.ForeseeAsync(Subjects.Due(network, Subjects.Ballot, id.Value), [], cancellationToken);
                if (await ballots.TrySaveAsync(network, found with { Value = stopped }, cancellationToken))
                {
                    await due.LookNowAsync(foreseen, cancellationToken);
                }
            }
        }
    }

    private async Task<CountedBallot?> ResultAsync(
        Network network, Admission admission, Committee? committee, MotionKind kind, BallotId id, Instant now, CancellationToken cancellationToken)
    {
        if (await ballots.FindAsync(network, id, cancellationToken) is { Value: var running })
        {
            // Too few of the board is no recommendation; too few of the plenary is a result.
            return running is { Result: { } result, Ballot.Voided: null } && result.Verdict.IsFinal() && (kind == MotionKind.Admission || result.Verdict != Verdict.NoQuorum)
                ? new CountedBallot(result, running.Ballot.EndsAt, running.TieBreak)
                : null;
        }

        if (committee is null || !network.Electorate(committee).Any())
        {
            return new CountedBallot(MajorityRule.Default.Decide(Tally.Of([])), now);
        }

        await OpenAsync(network, admission, committee, kind, id, now, cancellationToken);
        return null;
    }

    private Task OpenAsync(
        Network network, Admission admission, Committee committee, MotionKind kind, BallotId id, Instant now, CancellationToken cancellationToken)
    {
        var motion = new Motion(kind, committee.Id, admission.Applicant, admission.Id.Value);
        var opens = committee.Rules.BallotOpensAt(kind, BallotMode.OverDays, now, network.Zone);
        var opening = Opening.Of(network, committee, motion, id, opens, committee.Rules.BallotClosesAt(opens, network.Zone), excluded: admission.Excluded(network));
        return opener.OpenAsync(network.Id, opening, opens > now ? [opens] : [], cancellationToken);
    }
}
