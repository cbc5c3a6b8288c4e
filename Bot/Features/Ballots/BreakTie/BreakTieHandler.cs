using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>Decides ties, by the chair or by lot. Stored with the head as it was read, so a tie is decided once, however many press at once.</summary>
internal sealed class BreakTieHandler(BallotChanges changes)
{
    /// <summary>The chair decides.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="id">The ballot.</param>
    /// <param name="verdict">Accepted or rejected.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public Task<Outcome<BallotRecord>> DecideAsync(Turn turn, BallotId id, Verdict verdict, string reason, CancellationToken cancellationToken) => changes.ApplyAsync(
        turn,
        id,
        record => BallotRights.WhyNotDecide(turn, record.Ballot) is { } refusal
            ? refusal
            : Broken(record, TieBreak.ByChair(Open(record), reason, turn.Sender!.Id, turn.Now), () => verdict),
        cancellationToken);

    /// <summary>Names who is to see the lot drawn.</summary>
    public Task<Outcome<BallotRecord>> NameWitnessAsync(Turn turn, BallotId id, PersonId witness, CancellationToken cancellationToken) => changes.ApplyAsync(
        turn,
        id,
        record => BallotRights.WhyNotLead(turn, record.Ballot) is { } refusal
            ? refusal
            : Broken(record, TieBreak.ByLot(Open(record), turn.Network, witness, turn.Sender!.Id, turn.Now), () => Verdict.Lot),
        cancellationToken);

    /// <summary>The witness is present: the lot is drawn. Whoever stores it first has drawn it.</summary>
    public Task<Outcome<BallotRecord>> DrawAsync(Turn turn, BallotId id, CancellationToken cancellationToken) => changes.ApplyAsync(
        turn,
        id,
        record => record.TieBreak is not { } standing
            ? new Refusal(RefusalCode.NoTieToDecide)
            : Broken(
                record, standing.Drawn(Open(record), turn.Sender?.Id ?? default, turn.Now), LotDraw.Draw),
        cancellationToken);

    /// <summary>A void ballot has no tie to decide.</summary>
    private static BallotResult? Open(BallotRecord record) => record.Ballot.Voided is null ? record.Result : null;

    private static Outcome<BallotRecord> Broken(BallotRecord record, Outcome<TieBreak> outcome, Func<Verdict> verdict) => outcome switch
    {
        Outcome<TieBreak>.Done(var tie) => record.Broken(tie, verdict()),
        Outcome<TieBreak>.Refused(var why) => why,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
