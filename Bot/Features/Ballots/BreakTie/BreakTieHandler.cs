using System;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>Decides ties, by the chair or by lot. Stored with the head as it was read, so a tie is decided once, however many press at once.</summary>
internal sealed class BreakTieHandler(BallotStore ballots, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>The chair decides.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="id">The ballot.</param>
    /// <param name="verdict">Accepted or rejected.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public Task<Outcome<BallotRecord>> DecideAsync(Turn turn, BallotId id, Verdict verdict, string reason, CancellationToken cancellationToken) => ChangeAsync(
        turn,
        id,
        record => BallotRights.WhyNotDecide(turn, record.Ballot) is { } refusal
            ? refusal
            : TieBreak.ByChair(Open(record), reason, turn.Sender!.Id, turn.Now) switch
            {
                Outcome<TieBreak>.Done(var tie) => record.Broken(tie, verdict),
                Outcome<TieBreak>.Refused(var why) => why,
                _ => throw new System.Diagnostics.UnreachableException(),
            },
        cancellationToken);

    /// <summary>Names who is to see the lot drawn.</summary>
    public Task<Outcome<BallotRecord>> NameWitnessAsync(Turn turn, BallotId id, PersonId witness, CancellationToken cancellationToken) => ChangeAsync(
        turn,
        id,
        record => BallotRights.WhyNotLead(turn, record.Ballot) is { } refusal
            ? refusal
            : TieBreak.ByLot(Open(record), turn.Network, witness, turn.Sender!.Id, turn.Now) switch
            {
                Outcome<TieBreak>.Done(var tie) => record.Broken(tie, Verdict.Lot),
                Outcome<TieBreak>.Refused(var why) => why,
                _ => throw new System.Diagnostics.UnreachableException(),
            },
        cancellationToken);

    /// <summary>The witness is present: the lot is drawn, by a generator nobody can foresee. Whoever stores it first has drawn it.</summary>
    public Task<Outcome<BallotRecord>> DrawAsync(Turn turn, BallotId id, CancellationToken cancellationToken) => ChangeAsync(
        turn,
        id,
        record => record.TieBreak is not { } standing
            ? new Refusal(RefusalCode.NoTieToDecide)
            : standing.Drawn(Open(record), turn.Sender?.Id ?? default, turn.Now) switch
            {
                Outcome<TieBreak>.Done(var tie) => record.Broken(tie, RandomNumberGenerator.GetInt32(2) == 0 ? Verdict.Accepted : Verdict.Rejected),
                Outcome<TieBreak>.Refused(var why) => why,
                _ => throw new System.Diagnostics.UnreachableException(),
            },
        cancellationToken);

    /// <summary>A void ballot has no tie to decide.</summary>
    private static BallotResult? Open(BallotRecord record) => record.Ballot.Voided is null ? record.Result : null;

    private async Task<Outcome<BallotRecord>> ChangeAsync(
        Turn turn, BallotId id, Func<BallotRecord, Outcome<BallotRecord>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (id.Value.Length == 0 || await ballots.FindAsync(turn.Network.Id, id, cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.BallotNotFound);
            }

            var outcome = change(found.Value);
            if (outcome is not Outcome<BallotRecord>.Done(var changed))
            {
                return outcome;
            }

            var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Ballot, id.Value), [], cancellationToken);
            var following = changed.IsTieOpen || Subjects.Following(turn.Network.Id, changed) is not { } follower
                ? null
                : await due.ForeseeAsync(follower, [], cancellationToken);
            if (await ballots.TrySaveAsync(turn.Network.Id, found with { Value = changed }, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                if (following is not null)
                {
                    await due.LookNowAsync(following, cancellationToken);
                }

                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
