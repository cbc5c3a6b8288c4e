using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Expulsions.FollowExpulsion;

/// <summary>Looks at an expulsion case and takes it as far as it goes: tells the organization and the coordinators, opens the board's and the plenary's ballot, takes their results,
/// records resolution and end of the membership. Each step may be repeated after a crash.</summary>
internal sealed class ExpulsionDueHandler(
    NetworkStore networks, ExpulsionStore expulsions, ExpulsionBallots ballots, ExpulsionOutcome outcome, ExpulsionPosts posts) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Expulsion;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (network, id, at) = (new NetworkId(subject.Network), new ExpulsionId(subject.Id), Instant.FromDateTimeOffset(now));
        while (await networks.FindAsync(network, cancellationToken) is { } snapshot
            && await expulsions.FindAsync(network, id, cancellationToken) is { } found)
        {
            var changed = await StepAsync(snapshot, found.Value, at, cancellationToken);
            if (changed == found.Value)
            {
                if (changed.State is ExpulsionState.Withdrawn or ExpulsionState.Left)
                {
                    await ballots.StopAsync(snapshot, changed, at, cancellationToken);
                }

                return await posts.AnnounceAsync(snapshot, found.Value, at, cancellationToken);
            }

            await expulsions.TrySaveAsync(network, found with { Value = changed.Since(found.Value, at) }, cancellationToken);
        }

        return null;
    }

    /// <summary>The case one step further, or the same when it waits for somebody.</summary>
    private async Task<Expulsion> StepAsync(NetworkSnapshot snapshot, Expulsion expulsion, Instant now, CancellationToken cancellationToken)
    {
        if (await ballots.WithRepeatAsync(snapshot.Network, expulsion, cancellationToken) is var repeated && repeated != expulsion)
        {
            return repeated;
        }

        if (expulsion.IsRunning && snapshot.Network.FormerOrganizations.FirstOrDefault(one => one.Id == expulsion.Organization) is { } former)
        {
            return await WithoutAsync(snapshot.Network, expulsion, former, now, cancellationToken);
        }

        switch (expulsion.State)
        {
            case ExpulsionState.Consulting:
                return await ballots.BoardResultAsync(snapshot.Network, expulsion, now, cancellationToken) is { } recommendation
                    ? expulsion.Recommended(recommendation.Result)
                    : expulsion;
            case ExpulsionState.Voting:
                return await ballots.PlenaryResultAsync(snapshot.Network, expulsion, now, cancellationToken) is { } decision
                    ? await outcome.RecordAsync(snapshot.Network, expulsion, decision, now, cancellationToken)
                    : expulsion;
            default:
                return expulsion;
        }
    }

    /// <summary>The organization is no member any more: because the plenary expelled it, which was recorded in part, or because it left by itself. What the plenary decided while it was a
    /// member stands.</summary>
    private async Task<Expulsion> WithoutAsync(Network network, Expulsion expulsion, MemberOrganization former, Instant now, CancellationToken cancellationToken) =>
        expulsion.State == ExpulsionState.Voting && await ballots.DecidedAsync(network, expulsion, cancellationToken) is { } decision
        && decision.DecidedAt.InZone(network.Zone).Date <= former.MemberUntil
            ? await outcome.RecordAsync(network, expulsion, decision, now, cancellationToken)
            : expulsion.Leave();
}

/// <summary>Looks whether an organization whose membership changed has a case that is over with it. Looked at with the membership, so that neither needs to know the other.</summary>
internal sealed class ExpulsionLeftDueHandler(ExpulsionStore expulsions, DueTable due) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.ExpulsionLeft;

    /// <inheritdoc/>
    public string? Follows => Subjects.Membership;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (await expulsions.FindRunningAsync(network, new OrganizationId(subject.Id), cancellationToken) is { Value: var running })
        {
            await due.LookAgainAsync(Subjects.Due(network, Subjects.Expulsion, running.Id.Value), cancellationToken);
        }

        return null;
    }
}
