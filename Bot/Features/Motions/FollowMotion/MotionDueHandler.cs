using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Motions.FollowMotion;

/// <summary>Looks at a decided motion: records the resolution, does what follows, notes the number at the ballot, tells people. Each step may be repeated after a crash.</summary>
internal sealed class MotionDueHandler(NetworkStore networks, BallotStore ballots, MotionOutcome outcome, MotionPosts posts) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Motion;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        while (await networks.FindAsync(network, cancellationToken) is { } snapshot
            && await ballots.FindAsync(network, new BallotId(subject.Id), cancellationToken) is { Value: { Result: { } result } record } found
            && result.Verdict.IsFinal())
        {
            if (record.Resolution is not null)
            {
                return await posts.AnnounceAsync(snapshot, record, cancellationToken);
            }

            var number = await outcome.RecordAsync(snapshot.Network, record, result, Instant.FromDateTimeOffset(now), cancellationToken);
            await ballots.TrySaveAsync(network, found with { Value = record with { Resolution = number } }, cancellationToken);
        }

        return null;
    }
}
