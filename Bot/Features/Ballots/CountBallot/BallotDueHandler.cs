using System;
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

/// <summary>Looks at a ballot: while it runs, posts it; once it has ended, freezes the roll, counts it and says the result.
/// The clock ended it; this only counts.</summary>
internal sealed class BallotDueHandler(NetworkStore networks, BallotStore ballots, BallotViews views, BallotPosts posts, DueTable due) : IDueHandler
{
    private const int BatchSize = 100;

    /// <inheritdoc/>
    public string Kind => Subjects.Ballot;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        var id = new BallotId(subject.Id);
        if (await networks.FindAsync(network, cancellationToken) is not { } snapshot
            || await views.LoadAsync(snapshot.Network, id, cancellationToken) is not { } view)
        {
            return null;
        }

        var moment = Instant.FromDateTimeOffset(now);
        if (moment < view.Record.Ballot.EndsAt)
        {
            return await posts.AnnounceAsync(snapshot, view, cancellationToken);
        }

        if (!view.Record.IsCounted)
        {
            await CountAsync(network, id, moment, cancellationToken);
        }

        await ballots.RemovePapersAsync(network, id, cancellationToken);
        await ballots.RemoveRunningAsync(network, id, cancellationToken);
        return await views.LoadAsync(snapshot.Network, id, cancellationToken) is { Record.IsCounted: true } counted
            ? await posts.AnnounceResultAsync(snapshot, counted, cancellationToken)
            : now + TimeSpan.FromSeconds(5);
    }

    /// <summary>Freezes, counts, and stores the result; whoever stores it first has it. What follows from it is written down before.</summary>
    private async Task CountAsync(NetworkId network, BallotId id, Instant now, CancellationToken cancellationToken)
    {
        await FreezeAsync(network, id, now, cancellationToken);
        if (await ballots.FindAsync(network, id, cancellationToken) is not { Value.IsCounted: false } head)
        {
            return;
        }

        var roll = await ballots.RollAsync(network, id, cancellationToken);
        var papers = head.Value.Ballot.IsSecret ? await ballots.PapersAsync(network, id, cancellationToken) : [];
        var counted = head.Value.Counted(head.Value.Ballot.Count([.. roll.Select(entry => entry.Value)], papers));
        var foreseen = Subjects.Following(network, counted) is { } follower ? await due.ForeseeAsync(follower, [], cancellationToken) : null;
        await ballots.TrySaveAsync(network, head with { Value = counted }, cancellationToken);
        if (foreseen is not null)
        {
            await due.LookNowAsync(foreseen, cancellationToken);
        }
    }

    /// <summary>Freezes every line. A vote stored between reading and freezing changes its line's version, so the batch is read again and the vote counts.</summary>
    private async Task FreezeAsync(NetworkId network, BallotId id, Instant now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = await ballots.FindAsync(network, id, cancellationToken);
            var roll = await ballots.RollAsync(network, id, cancellationToken);
            var thawed = roll.Where(entry => !entry.Value.Frozen).Take(BatchSize).ToList();
            if (thawed.Count == 0 || head is not { Value.Ballot: { } ballot })
            {
                return;
            }

            var frozen = thawed.Select(entry => ballot.Freeze(entry.Value, now) is Outcome<RollEntry>.Done(var line)
                ? entry with { Value = line }
                : throw new InvalidOperationException($"Ballot {id} has not ended."));
            await ballots.TrySaveEntriesAsync(network, id, [.. frozen], cancellationToken);
        }
    }
}
