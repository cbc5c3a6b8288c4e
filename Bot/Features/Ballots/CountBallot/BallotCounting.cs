using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Ballots.CountBallot;

/// <summary>Counts an ended ballot: freezes the roll, counts, and where it was secret removes the papers before anybody is told the result. Each step is stored, so
/// that whoever comes after a crash goes on from there; several instances may do it at once, and whoever stores a step first has done it.</summary>
internal sealed class BallotCounting(BallotStore ballots, DueTable due)
{
    /// <summary>How many lines are frozen in one step.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Counts it, unless somebody else does. Whether it is counted is then seen from what is stored.</summary>
    /// <param name="network">The network.</param>
    /// <param name="id">A ballot that has ended.</param>
    /// <param name="now">When; not before its end.</param>
    /// <param name="cancellationToken">Stops it; what is stored then is completed by repeating it.</param>
    public async Task CountAsync(NetworkId network, BallotId id, Instant now, CancellationToken cancellationToken)
    {
        await FreezeAsync(network, id, now, cancellationToken);
        if (await FoundAsync(network, id, cancellationToken) is not { } head)
        {
            return;
        }

        if (!head.Value.Ballot.IsSecret)
        {
            if (head.Value.Ballot.SecrecyBy.Kind == BallotSecrecy.OnRequest)
            {
                await ballots.ForgetReplacedAsync(cancellationToken);
            }

            await StoreAsync(network, head with { Value = await CountedAsync(network, head, cancellationToken) ?? head.Value }, cancellationToken);
            return;
        }

        if (!head.Value.PapersRemain
            && (await CountedAsync(network, head, cancellationToken) is not { } counted
                || !await ballots.TrySaveAsync(network, head with { Value = counted.Sealed() }, cancellationToken)))
        {
            return;
        }

        await ballots.RemovePapersAsync(network, id, cancellationToken);
        if (await FoundAsync(network, id, cancellationToken) is { } bare && bare.Value.Opened() is { } opened)
        {
            await StoreAsync(network, bare with { Value = opened }, cancellationToken);
        }
    }

    /// <summary>The ballot, when it still is to be counted: a void one never is.</summary>
    private async Task<Stored<BallotRecord>?> FoundAsync(NetworkId network, BallotId id, CancellationToken cancellationToken) =>
        await ballots.FindAsync(network, id, cancellationToken) is { Value: { IsCounted: false, Ballot.Voided: null } } head ? head : null;

    /// <summary>What roll and papers come to; null when the head changed meanwhile, because another instance may then have begun to remove the papers.</summary>
    private async Task<BallotRecord?> CountedAsync(NetworkId network, Stored<BallotRecord> head, CancellationToken cancellationToken)
    {
        var ballot = head.Value.Ballot;
        var roll = await ballots.RollAsync(network, ballot.Id, cancellationToken);
        IReadOnlyList<BallotPaper> papers = ballot.IsSecret ? await ballots.PapersAsync(network, ballot.Id, cancellationToken) : [];
        return (await ballots.FindAsync(network, ballot.Id, cancellationToken))?.ETag == head.ETag
            ? head.Value.Counted(ballot.Count([.. roll.Select(entry => entry.Value)], papers))
            : null;
    }

    /// <summary>Stores the result for all to see. What follows from it is written down before.</summary>
    private async Task StoreAsync(NetworkId network, Stored<BallotRecord> counted, CancellationToken cancellationToken)
    {
        if (!counted.Value.IsCounted)
        {
            return;
        }

        var foreseen = Subjects.Following(network, counted.Value) is { } follower ? await due.ForeseeAsync(follower, [], cancellationToken) : null;
        await ballots.TrySaveAsync(network, counted, cancellationToken);
        if (foreseen is not null)
        {
            await due.LookNowAsync(foreseen, cancellationToken);
        }
    }

    /// <summary>Freezes every line, also of those excluded and those who did not vote, so that the time stamps of the lines tell nothing of votes. A vote stored
    /// between reading and freezing changes its line's version, so the batch is read again and the vote counts.</summary>
    public async Task FreezeAsync(NetworkId network, BallotId id, Instant now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = await ballots.FindAsync(network, id, cancellationToken);
            var roll = await ballots.RollAsync(network, id, cancellationToken);
            var thawed = roll.Where(entry => !entry.Value.Frozen).ToList();
            if (thawed.Count == 0 || head is not { Value.Ballot: { } ballot })
            {
                return;
            }

            foreach (var batch in thawed.Chunk(BatchSize))
            {
                var frozen = batch.Select(entry => ballot.Freeze(entry.Value, now) is Outcome<RollEntry>.Done(var line)
                    ? entry with { Value = line }
                    : throw new InvalidOperationException($"Ballot {id} has not ended."));
                await ballots.TrySaveEntriesAsync(network, id, [.. frozen], cancellationToken);
            }
        }
    }
}
