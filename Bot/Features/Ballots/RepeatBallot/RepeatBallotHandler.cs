using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.RepeatBallot;

/// <summary>Has a ballot taken again that decided nothing. The old ballot says so first; opening the new one follows from that.</summary>
internal sealed class RepeatBallotHandler(BallotStore ballots, BallotViews views, AdmissionStore admissions, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Decides whether the sender may have it repeated.</summary>
    /// <returns>The ballot as it is, perhaps repeated already; or why not.</returns>
    public async Task<Outcome<BallotView>> AskAsync(Turn turn, BallotId id, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { IsCoordinator: true })
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (await views.LoadAsync(turn.Network, id, cancellationToken) is not { } view)
        {
            return new Refusal(RefusalCode.BallotNotFound);
        }

        return view.Record.Repeat is not null ? view : await WhyNotAsync(turn, view, cancellationToken) is { } refusal ? refusal : view;
    }

    /// <summary>Has it repeated. Doing it twice repeats it once.</summary>
    public async Task<Outcome<BallotView>> HandleAsync(Turn turn, BallotId id, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var outcome = await AskAsync(turn, id, cancellationToken);
            if (outcome is not Outcome<BallotView>.Done(var view) || view.Record.Repeat is not null)
            {
                return outcome;
            }

            if (await ballots.FindAsync(turn.Network.Id, id, cancellationToken) is not { Value: { Repeat: null } old } found || old != view.Record)
            {
                continue;
            }

            var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Ballot, id.Value), [], cancellationToken);
            var repeated = old with { Repeat = PlannedBy(turn, id) };
            if (await ballots.TrySaveAsync(turn.Network.Id, found with { Value = repeated }, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return view with { Record = repeated };
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>The repetition as it would be now. The new ballot's identity follows from the old one's: there can be only one.</summary>
    public static BallotRepeat PlannedBy(Turn turn, BallotId old) => new(new BallotId(HeardMessage.Fingerprint("repeat\n" + old.Value)), turn.Sender!.Id, turn.Now);

    private async Task<Refusal?> WhyNotAsync(Turn turn, BallotView view, CancellationToken cancellationToken)
    {
        if (view.Record.Ballot.WhyNotRepeat(view.Record.Result, turn.Now) is { } refusal)
        {
            return refusal;
        }

        return view.Admission is { } admission && !await WaitsForAsync(turn, admission, view.Record.Ballot.Id, cancellationToken)
            ? new Refusal(RefusalCode.RepeatTooLate)
            : null;
    }

    /// <summary>Whether the case would go on with a new ballot: it has not gone past this one, and nobody has applied anew for the same name.</summary>
    private async Task<bool> WaitsForAsync(Turn turn, Admission admission, BallotId ballot, CancellationToken cancellationToken) => admission.State switch
    {
        AdmissionState.Consulting => admission.BoardBallot == ballot,
        AdmissionState.Voting => admission.PlenaryBallot == ballot,
        AdmissionState.Undecided => admission.PlenaryBallot == ballot
            && await admissions.FindRunningAsync(turn.Network.Id, admission.Applicant, cancellationToken) is null,
        _ => false,
    };
}
