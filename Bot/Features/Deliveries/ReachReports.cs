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
internal sealed class ReachReports(DeliveryLedger ledger, MeetingStore meetings, BallotStore ballots, AnnouncedStore announced)
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

    /// <summary>How each message about a subject came to all who were to get it, in the order in which they are said.</summary>
    public async Task<IReadOnlyList<ReachReport>> ReadAsync(NetworkSnapshot snapshot, ReachSubject subject, Instant now, CancellationToken cancellationToken)
    {
        var lines = new List<Delivery>();
        await foreach (var line in ledger.AboutAsync(subject.Filed, cancellationToken))
        {
            lines.Add(line);
        }

        var people = snapshot.Accounts.SelectMany(pair => pair.Value.Keys.Select(key => (Key: ConversationBook.PersonalKey(key), Person: pair.Key)))
            .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Person, StringComparer.Ordinal);
        var mailed = await MailedAsync(subject, cancellationToken);
        var unknown = (await ConcernedAsync(subject, cancellationToken)).Where(person => !snapshot.Accounts.ContainsKey(person)).Distinct().ToList();
        var got = lines.Where(line => line.State == DeliveryState.Sent).ToLookup(line => line.Audience, line => line.Kind, StringComparer.Ordinal);
        return
        [
            .. lines.Where(line => ReachWords.IsTold(subject, line.Kind)).GroupBy(line => line.Kind).Select(kind => new ReachReport(
                kind.Key,
                [
                    .. kind.Where(line => line.Audience.StartsWith("room|", StringComparison.Ordinal) || people.ContainsKey(line.Audience))
                        .Select(line => LineOf(subject, line, people.TryGetValue(line.Audience, out var person) ? person : null, got[line.Audience], mailed)),
                    .. subject.IsForAll(kind.Key) ? unknown.Select(person => new ReachLine(person, WithoutAccount(snapshot, person, mailed.Contains((person, IsOff(kind.Key)))))) : [],
                ])
            {
                IsCurrent = kind.Key == subject.CurrentKind(now),
            }).OrderBy(report => ReachWords.Order(report.Kind)),
        ];
    }

    private static ReachLine LineOf(ReachSubject subject, Delivery line, PersonId? person, IEnumerable<string> got, HashSet<(PersonId, bool)> mailed)
    {
        var state = got.Any(kind => subject.Covers(kind, line.Kind)) ? ReachState.Reached : DeliveryReach.StateOf(line);
        var isMailed = person is { } somebody && state is not (ReachState.Reached or ReachState.UnderWay) && mailed.Contains((somebody, IsOff(line.Kind)));
        return new ReachLine(person, isMailed ? ReachState.ByMail : state)
        {
            Next = state == ReachState.UnderWay && line.Error is not null ? Instant.FromDateTimeOffset(line.LeaseUntil) : null,
            Code = state == ReachState.Refused ? line.Error : null,
        };
    }

    /// <summary>Whether a message says that something will not be, or has ended: by mail that is another one than the call.</summary>
    private static bool IsOff(string kind) => kind is MeetingMessages.Cancellation or BallotMessages.Result or BallotMessages.Decision or BallotMessages.Void;

    private static ReachState WithoutAccount(NetworkSnapshot snapshot, PersonId person, bool isMailed) =>
        snapshot.LockedAccounts.ContainsKey(person) || snapshot.Network.Person(person) is { IsLocked: true } ? ReachState.Locked
        : isMailed ? ReachState.ByMail
        : snapshot.Network.Person(person)?.Mail is null ? ReachState.NoAddress
        : ReachState.NoAccount;

    /// <summary>To whom a mail went out that calls to what is announced, and to whom one that says that it is off.</summary>
    private async Task<HashSet<(PersonId Person, bool IsOff)>> MailedAsync(ReachSubject subject, CancellationToken cancellationToken)
    {
        var mailed = new HashSet<(PersonId, bool)>();
        await foreach (var line in ledger.AboutAsync(subject.MailFiled, cancellationToken))
        {
            if (line.State == DeliveryState.Sent && MailAnnouncer.PersonOf(line) is { } person)
            {
                mailed.Add((new PersonId(person), !MailMessages.IsRequest(line.Kind) && !MailMessages.IsCall(line.Kind)));
            }
        }

        return mailed;
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
