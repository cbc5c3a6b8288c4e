using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Ballots;

/// <summary>Settles, when a ballot opens, whether it is secret, where that is up to those entitled. Whoever looks first settles it, on the head's version: each request was
/// stored together with the head, so none is overlooked, and whoever settles later finds it settled.</summary>
internal sealed class SecrecySettling(BallotStore ballots, TimeProvider time)
{
    /// <summary>How many lines are written anew in one step.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>The ballot as it is now, settled when its time has come.</summary>
    public async Task<BallotRecord> SettledAsync(NetworkId network, Stored<BallotRecord> found, CancellationToken cancellationToken)
    {
        while (Instant.FromDateTimeOffset(time.GetUtcNow()) is var now && found.Value.Ballot.IsToBeSettledAt(now))
        {
            var roll = await ballots.RollAsync(network, found.Value.Ballot.Id, cancellationToken);
            var settled = found.Value with { Ballot = found.Value.Ballot.SettleSecrecy([.. roll.Select(entry => entry.Value)], now) };
            found = await ballots.TrySaveAsync(network, found with { Value = settled }, cancellationToken)
                ? found with { Value = settled }
                : await ballots.FindAsync(network, found.Value.Ballot.Id, cancellationToken) ?? found;
        }

        return found.Value;
    }

    /// <summary>Takes from the roll who asked, once that is settled. Every line is written anew, so that no time stamp tells who did; lines without a request first, because
    /// after a crash only requests that are left show that there is something to do.</summary>
    public async Task ForgetWhoAskedAsync(NetworkId network, Ballot ballot, Instant now, CancellationToken cancellationToken)
    {
        if (ballot.SecrecyBy.Kind != BallotSecrecy.OnRequest || ballot.Secrecy == BallotSecrecy.OnRequest || now < ballot.OpenedAt)
        {
            return;
        }

        var isChanged = false;
        while (await ballots.RollAsync(network, ballot.Id, cancellationToken) is var roll && roll.Any(line => line.Value.AsksForSecrecy))
        {
            isChanged = true;
            foreach (var batch in roll.Where(line => !line.Value.Frozen).Chunk(BatchSize).OrderBy(batch => batch.Any(line => line.Value.AsksForSecrecy)))
            {
                await ballots.TrySaveEntriesAsync(
                    network, ballot.Id, [.. batch.Select(line => line with { Value = line.Value with { AsksForSecrecy = false } })], cancellationToken);
            }
        }

        if (isChanged)
        {
            await ballots.ForgetReplacedAsync(cancellationToken);
        }
    }
}
