using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Elections.FollowElection;

/// <summary>Looks at an election and takes it as far as it goes: opens the first round when the deadline for names is over, opens each round's ballot, takes what it
/// came to, lets offers lapse, records the result, changes the seats, says what is to be said. Each step may be repeated after a crash.</summary>
internal sealed class ElectionDueHandler(
    NetworkStore networks, ElectionStore elections, ElectionBallots ballots, ElectionOutcome outcome, ElectionPosts posts, DueTable due) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Election;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        var id = new ElectionId(subject.Id);
        while (await networks.FindAsync(network, cancellationToken) is { } snapshot && await elections.FindAsync(network, id, cancellationToken) is { } found)
        {
            var changed = await StepAsync(snapshot.Network, found.Value, Instant.FromDateTimeOffset(now), cancellationToken);
            if (ReferenceEquals(changed, found.Value))
            {
                return await posts.AnnounceAsync(snapshot, found.Value, Instant.FromDateTimeOffset(now), cancellationToken);
            }

            await due.AddAsync(subject, ElectionMoments.Of(snapshot.Network, changed), cancellationToken);
            await elections.TrySaveAsync(network, found, changed, cancellationToken);
        }

        return null;
    }

    /// <summary>The election one step further, or the same when it waits for somebody.</summary>
    private async Task<Election> StepAsync(Network network, Election election, Instant now, CancellationToken cancellationToken)
    {
        if (election.WithoutFormer(network, now).WithoutGivenUp(network, now) is var without && !ReferenceEquals(without, election))
        {
            return without;
        }

        switch (election.State)
        {
            case ElectionState.Nominating when now >= election.NominateUntil && network.Committee(election.Committee) is { } committee:
                var closes = election.FirstClosesAt(now, committee.Rules.BallotClosesAt(now, network.Zone));
                return election.OpenFirst(election.Standing(network), now, closes) is Outcome<Election>.Done(var opened) ? opened : election;
            case ElectionState.Voting when election.Round is { } round:
                return await ballots.TakeAsync(network, election, round, now, cancellationToken);
            case ElectionState.Accepting or ElectionState.Finished:
                var answered = election.Lapse(now).Finish(now.InZone(network.Zone).Date);
                return ReferenceEquals(answered, election) ? await outcome.FollowAsync(network, election, now, cancellationToken) : answered;
            default:
                return election;
        }
    }
}
