using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Admissions.WaiveRecommendation;

/// <summary>Has the plenary vote without a recommendation of the board. Opening the ballot follows from what is stored.</summary>
internal sealed class WaiveHandler(AdmissionChanges changes, BallotStore ballots)
{
    /// <summary>Decides whether the sender may, and whether it is still to be done; the reason left aside.</summary>
    /// <returns>Null when they may.</returns>
    public async Task<Refusal?> WhyNotAsync(Turn turn, Admission admission, CancellationToken cancellationToken) =>
        admission.State == AdmissionState.Voting && turn.May(Right.WaiveRecommendation) ? new Refusal(RefusalCode.AdmissionWentOn)
        : await DecideAsync(turn, admission, "-", cancellationToken) is Outcome<Admission>.Refused(var why) ? why : null;

    /// <summary>Does it. Doing it twice changes nothing.</summary>
    public Task<Outcome<Admission>> HandleAsync(Turn turn, AdmissionId id, string reason, CancellationToken cancellationToken) =>
        changes.ApplyAsync(turn, id, admission => DecideAsync(turn, admission, reason, cancellationToken), cancellationToken);

    private async Task<Outcome<Admission>> DecideAsync(Turn turn, Admission admission, string reason, CancellationToken cancellationToken)
    {
        var board = (await ballots.FindAsync(turn.Network, admission.BoardBallot, cancellationToken))?.Value;
        return board is { Repeat: not null }
            ? new Refusal(RefusalCode.BoardStillDecides)
            : admission.WaiveRecommendation(turn.Network, turn.Sender?.Id ?? default, board?.Ballot, board?.Result, reason, turn.Now);
    }
}
