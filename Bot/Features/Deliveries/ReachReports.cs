using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Deliveries;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Deliveries;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Deliveries;

/// <summary>Reads from the ledger whom announcements have reached.</summary>
internal sealed class ReachReports(DeliveryLedger ledger, MeetingStore meetings, BallotStore ballots, ReachMatters matters, AnnouncedStore announced, TimeProvider time)
{
    /// <summary>How far back announcements are listed.</summary>
    public static readonly Duration Listed = Duration.FromDays(60);

    /// <summary>A subject by what it goes by on cards; null when there is none, or when it is kept from whoever asks.</summary>
    /// <param name="network">The network as far as whoever asks may know of it.</param>
    /// <param name="key">What it goes by.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReachSubject?> FindAsync(Network network, string key, CancellationToken cancellationToken)
    {
        var parts = key.Split('.', 2);
        return parts switch
        {
            [Subjects.Meeting, var id] when await meetings.FindAsync(network, new MeetingId(id), cancellationToken) is { Value: var meeting } =>
                new ReachSubject(network, network.Committee(meeting.Committee)!, meeting, null),
            [Subjects.Ballot, var id] when await ballots.FindAsync(network, new BallotId(id), cancellationToken) is { Value: var ballot } =>
                new ReachSubject(network, network.Committee(ballot.Motion.Committee)!, null, ballot),
            [var kind, var id] => await matters.FindAsync(network, kind, id, Instant.FromDateTimeOffset(time.GetUtcNow()), cancellationToken),
            _ => null,
        };
    }

    /// <summary>What was announced lately, the latest first. Subjects of committees that are kept from whoever asks are not even read.</summary>
    /// <param name="network">The network as far as whoever asks may know of it.</param>
    /// <param name="isAsked">Which committees.</param>
    /// <param name="now">The moment.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<ReachSubject>> LatestAsync(Network network, Func<CommitteeId, bool> isAsked, Instant now, int most, CancellationToken cancellationToken)
    {
        var found = new List<ReachSubject>();
        foreach (var one in (await announced.SinceAsync(network.Id, now - Listed, cancellationToken)).Where(one => network.Committee(one.Committee) is not null && isAsked(one.Committee)))
        {
            if (found.Count == most)
            {
                break;
            }

            if (await FindAsync(network, one.Key, cancellationToken) is { } subject)
            {
                found.Add(subject);
            }
        }

        return found;
    }

    /// <summary>When something was last said about a subject in Teams; null for never.</summary>
    public async Task<Instant?> LastSaidAsync(ReachSubject subject, CancellationToken cancellationToken)
    {
        var last = default(DateTimeOffset?);
        await foreach (var line in ledger.AboutAsync(subject.Filed, cancellationToken))
        {
            last = line.State == DeliveryState.Sent && !(line.LeaseUntil < last) ? line.LeaseUntil : last;
        }

        return last is { } moment ? Instant.FromDateTimeOffset(moment - DeliveryLedger.Lease) : null;
    }

    /// <summary>How each message about a subject came to all who were to get it, in the order in which they are said.</summary>
    public async Task<IReadOnlyList<ReachReport>> ReadAsync(NetworkSnapshot snapshot, ReachSubject subject, Instant now, CancellationToken cancellationToken)
    {
        var lines = new List<Delivery>();
        await foreach (var line in ledger.AboutAsync(subject.Filed, cancellationToken))
        {
            lines.Add(line);
        }

        if (subject.Matter is not null)
        {
            var said = new ReachReading(snapshot, subject, lines, MailReach.None, []);
            return [.. lines.Select(line => line.Kind).Distinct().GroupBy(MatterWords.GroupOf).Select(group => said.Of(group.Key, group, now)).OrderBy(report => ReachWords.Order(report.Kind))];
        }

        var mails = await MailReach.ReadAsync(ledger, subject, cancellationToken);
        var unknown = (await ConcernedAsync(subject, cancellationToken)).Where(person => !snapshot.Accounts.ContainsKey(person)).Distinct().ToList();
        var current = subject.CurrentKind(now);
        var kinds = lines.Select(line => line.Kind).Where(kind => ReachWords.IsTold(subject, kind)).Concat(current is not null && !mails.IsNone ? [current] : []).Distinct();
        var reading = new ReachReading(snapshot, subject, lines, mails, unknown);
        return [.. kinds.Select(kind => reading.Of(kind, kind == current)).OrderBy(report => ReachWords.Order(report.Kind))];
    }

    /// <summary>Everybody who is to hear of it, whether they can be reached or not.</summary>
    private async Task<IEnumerable<PersonId>> ConcernedAsync(ReachSubject subject, CancellationToken cancellationToken)
    {
        if (subject.Meeting is { } meeting)
        {
            return subject.Network.Members(subject.Committee).Concat(meeting.Chair is { } chair ? [chair] : []);
        }

        var roll = await ballots.RollAsync(subject.Network.Id, subject.Ballot!.Ballot.Id, cancellationToken);
        return roll.Where(entry => entry.Value.Excluded is null).SelectMany(entry => entry.Value.Actors);
    }
}
