using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Features.Ballots.BreakTie;
using Bot.Features.Ballots.RemindVoters;
using Bot.Features.Ballots.RepeatBallot;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Ballots.CountBallot;

/// <summary>Looks at a ballot: before it opens and while it runs, posts it and reminds of it; once it has ended, has it counted and says the result, or that it is
/// void. The clock ended it; this only counts.</summary>
internal sealed class BallotDueHandler(
    NetworkStore networks, BallotStore ballots, BallotViews views, BallotPosts posts, VoterReminders reminders, TiePosts ties, RepeatOpening repeats,
    SecrecySettling secrecy, BallotCounting counting, DueTable due) : IDueHandler
{
    /// <summary>So long after it ended, or its tie was decided, nothing is told of a ballot any more.</summary>
    internal static readonly Duration Told = Telling.Longest;

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
        if (view.Record.Repeat is not null)
        {
            await repeats.OpenAsync(snapshot.Network, view.Record, moment, cancellationToken);
        }

        if (view.Record.Ballot.Voided is null && moment < view.Record.Ballot.EndsAt)
        {
            return await TellAsync(snapshot, view, moment, cancellationToken);
        }

        if (view.Record is { IsCounted: false, Ballot.Voided: null })
        {
            await counting.CountAsync(network, id, moment, cancellationToken);
        }

        return await views.LoadAsync(snapshot.Network, id, cancellationToken) switch
        {
            { Record.Ballot.Voided: not null } ended => await EndVoidAsync(snapshot, ended, moment, cancellationToken),
            { Record.IsCounted: true } counted => await EndCountedAsync(snapshot, counted, moment, cancellationToken),
            _ => now + TimeSpan.FromSeconds(5),
        };
    }

    private static Instant LastChange(BallotRecord record) => new[] { record.Ballot.EndsAt, record.TieBreak?.DrawnAt, record.TieBreak?.At, record.Ballot.Voided?.At }.Max() ?? record.Ballot.EndsAt;

    /// <summary>Who was reminded needs no announcement besides.</summary>
    private async Task<DateTimeOffset?> TellAsync(NetworkSnapshot snapshot, BallotView view, Instant now, CancellationToken cancellationToken)
    {
        var ballot = view.Record.Ballot;
        await secrecy.ForgetWhoAskedAsync(snapshot.Network.Id, ballot, now, cancellationToken);
        var (again, reminded) = await reminders.RemindAsync(snapshot, view, now, cancellationToken);
        var underWay = BallotPosts.Sooner(again, await posts.AnnounceAsync(snapshot, view, reminded, cancellationToken));
        return now < ballot.OpenedAt ? BallotPosts.Sooner(underWay, ballot.OpenedAt.ToDateTimeOffset()) : underWay;
    }

    private async Task<DateTimeOffset?> EndCountedAsync(NetworkSnapshot snapshot, BallotView view, Instant now, CancellationToken cancellationToken)
    {
        var network = snapshot.Network.Id;
        await ballots.RemoveRunningAsync(network, view.Record.Ballot.Id, cancellationToken);
        await ballots.ListUnsettledAsync(network, view.Record, cancellationToken);
        if (now - LastChange(view.Record) > Told)
        {
            return null;
        }

        var again = await posts.AnnounceResultAsync(snapshot, view, cancellationToken);
        return BallotPosts.Sooner(again, await ties.AskAsync(snapshot, view, cancellationToken));
    }

    /// <summary>First the lines are frozen, so that no vote comes any more; then the papers are destroyed, so that none is left, and who asked for secrecy with them. Of
    /// a ballot by name there is nothing to destroy.</summary>
    private async Task<DateTimeOffset?> EndVoidAsync(NetworkSnapshot snapshot, BallotView view, Instant now, CancellationToken cancellationToken)
    {
        var network = snapshot.Network.Id;
        var id = view.Record.Ballot.Id;
        await counting.FreezeAsync(network, id, Instant.Max(now, view.Record.Ballot.EndsAt), cancellationToken);
        if (view.Record.Ballot is { IsSecret: true } or { SecrecyBy.Kind: BallotSecrecy.OnRequest })
        {
            await ballots.RemovePapersAsync(network, id, cancellationToken);
        }

        await ballots.RemoveRunningAsync(network, id, cancellationToken);
        await ballots.ListUnsettledAsync(network, view.Record, cancellationToken);
        if (Subjects.Following(network, view.Record) is { } follower)
        {
            await due.LookAgainAsync(follower, cancellationToken);
        }

        return now - LastChange(view.Record) > Told ? null : await posts.AnnounceVoidAsync(snapshot, view, cancellationToken);
    }
}
