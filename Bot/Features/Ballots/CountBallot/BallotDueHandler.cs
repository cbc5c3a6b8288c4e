using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Ballots.CountBallot;

/// <summary>Looks at a ballot: before it opens and while it runs, posts it; once it has ended, has it counted and says the result.
/// The clock ended it; this only counts.</summary>
internal sealed class BallotDueHandler(
    NetworkStore networks, BallotStore ballots, BallotViews views, BallotPosts posts, SecrecySettling secrecy, BallotCounting counting) : IDueHandler
{
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
            await secrecy.ForgetWhoAskedAsync(network, view.Record.Ballot, moment, cancellationToken);
            var again = await posts.AnnounceAsync(snapshot, view, cancellationToken);
            return moment < view.Record.Ballot.OpenedAt ? Sooner(again, view.Record.Ballot.OpenedAt.ToDateTimeOffset()) : again;
        }

        if (!view.Record.IsCounted)
        {
            await counting.CountAsync(network, id, moment, cancellationToken);
        }

        if (await views.LoadAsync(snapshot.Network, id, cancellationToken) is not { Record.IsCounted: true } counted)
        {
            return now + TimeSpan.FromSeconds(5);
        }

        await ballots.RemoveRunningAsync(network, id, cancellationToken);
        return await posts.AnnounceResultAsync(snapshot, counted, cancellationToken);
    }

    private static DateTimeOffset Sooner(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;
}
