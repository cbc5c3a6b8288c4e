using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.RepeatBallot;

/// <summary>Has a ballot taken again that decided nothing. The old ballot says so first; opening the new one follows from that.</summary>
internal sealed class RepeatBallotHandler(BallotChanges changes, BallotViews views, RepeatOpening repeats, BallotCases cases)
{
    /// <summary>Decides whether the sender may have it repeated.</summary>
    /// <returns>The ballot as it is, perhaps repeated already; or why not.</returns>
    public async Task<Outcome<BallotView>> AskAsync(Turn turn, BallotId id, CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(turn.Network, id, cancellationToken) is not { } view)
        {
            return new Refusal(RefusalCode.BallotNotFound);
        }

        return await WhyNotAsync(turn, view.Record, cancellationToken) is { } refusal ? refusal : view;
    }

    /// <summary>Has it repeated. Doing it twice repeats it once.</summary>
    public async Task<Outcome<BallotView>> HandleAsync(Turn turn, BallotId id, CancellationToken cancellationToken)
    {
        var outcome = await changes.ApplyAsync(
            turn,
            id,
            async record => await WhyNotAsync(turn, record, cancellationToken) is { } refusal ? refusal : record with { Repeat = record.Repeat ?? PlannedBy(turn, id) },
            cancellationToken);
        if (outcome is Outcome<BallotRecord>.Refused(var why))
        {
            return why;
        }

        return await views.LoadAsync(turn.Network, id, cancellationToken) is { } view ? view : new Refusal(RefusalCode.BallotNotFound);
    }

    /// <summary>The repetition as it would be now. The new ballot's identity follows from the old one's: there can be only one.</summary>
    public static BallotRepeat PlannedBy(Turn turn, BallotId old) => new(new BallotId(HeardMessage.Fingerprint("repeat\n" + old.Value)), turn.Sender!.Id, turn.Now);

    private async Task<Refusal?> WhyNotAsync(Turn turn, BallotRecord record, CancellationToken cancellationToken)
    {
        var meeting = await repeats.MeetingAsync(turn.Network, record.Ballot, turn.Now, cancellationToken);
        if (turn.Sender is not { } sender || !record.Ballot.MayBeRepeatedBy(turn.Network, sender.Id, meeting))
        {
            return BallotRights.LeftToLeader(turn, meeting?.Chair);
        }

        if (record.Repeat is not null)
        {
            return null;
        }

        if (record.Ballot.WhyNotRepeat(record.Result, turn.Now) is { } refusal)
        {
            return refusal;
        }

        // The case would not go on with a new ballot once it is past this one, or another one on the same has begun.
        return await cases.HasGoneOnAsync(turn.Network.Id, record, cancellationToken) || await cases.IsReplacedAsync(turn.Network.Id, record, cancellationToken)
            ? new Refusal(RefusalCode.RepeatTooLate)
            : null;
    }
}
