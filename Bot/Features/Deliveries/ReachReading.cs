using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Deliveries;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Deliveries;

/// <summary>Makes of the lines of the ledger about a subject how each message came to its recipients.</summary>
internal sealed class ReachReading
{
    private readonly NetworkSnapshot snapshot;
    private readonly ReachSubject subject;
    private readonly MailReach mails;
    private readonly IReadOnlyList<PersonId> unknown;
    private readonly Dictionary<string, PersonId> people;
    private readonly ILookup<string, Delivery> ofKind;
    private readonly ILookup<string, string> got;

    /// <summary>Reads lines.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="subject">What they are about.</param>
    /// <param name="lines">What was said in Teams.</param>
    /// <param name="mails">What was written in mails.</param>
    /// <param name="unknown">Who is to hear of it and has no account.</param>
    public ReachReading(NetworkSnapshot snapshot, ReachSubject subject, IReadOnlyList<Delivery> lines, MailReach mails, IReadOnlyList<PersonId> unknown)
    {
        (this.snapshot, this.subject, this.mails, this.unknown) = (snapshot, subject, mails, unknown);
        people = snapshot.Accounts.SelectMany(pair => pair.Value.Keys.Select(key => (Key: ConversationBook.PersonalKey(key), Person: pair.Key)))
            .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Person, StringComparer.Ordinal);
        ofKind = lines.ToLookup(line => line.Kind, StringComparer.Ordinal);
        got = lines.Where(line => line.State == DeliveryState.Sent).ToLookup(line => line.Audience, line => line.Kind, StringComparer.Ordinal);
    }

    /// <summary>How one message came to its recipients.</summary>
    /// <param name="kind">Which, as it is filed.</param>
    /// <param name="isCurrent">Whether it can still be sent.</param>
    public ReachReport Of(string kind, bool isCurrent) => new(
        kind,
        [
            .. ofKind[kind].Where(line => Audiences.IsRoom(line.Audience) || people.ContainsKey(line.Audience))
                .Select(line => LineOf(line, people.TryGetValue(line.Audience, out var person) ? person : null, isCurrent)),
            .. subject.IsForAll(kind) ? unknown.Select(person => new ReachLine(person, WithoutAccount(person, mails.StateOf(person, kind, isCurrent)))) : [],
        ])
    {
        IsCurrent = isCurrent,
    };

    /// <summary>How several messages came to their recipients, as one line of a report: each recipient once, as reached as the worst of them.</summary>
    /// <param name="group">What the line is called.</param>
    /// <param name="kinds">Which messages, as they are filed.</param>
    /// <param name="now">Decides whether one can still be sent.</param>
    public ReachReport Of(string group, IEnumerable<string> kinds, Instant now)
    {
        var reports = kinds.Select(kind => Of(kind, subject.IsCurrent(kind, now))).ToList();
        return new ReachReport(group, [.. reports.SelectMany(report => report.Lines).GroupBy(line => line.Person).Select(lines => lines.MaxBy(line => line.State)!)]) { IsCurrent = reports.Exists(report => report.IsCurrent) };
    }

    private ReachLine LineOf(Delivery line, PersonId? person, bool isCurrent)
    {
        var state = got[line.Audience].Any(kind => subject.Covers(kind, line.Kind)) ? ReachState.Reached : DeliveryReach.StateOf(line);
        var mailed = person is { } somebody && state is not (ReachState.Reached or ReachState.UnderWay) ? mails.StateOf(somebody, line.Kind, isCurrent) : null;
        return new ReachLine(person, mailed ?? state)
        {
            Next = state == ReachState.UnderWay && line.Error is not null ? Instant.FromDateTimeOffset(line.LeaseUntil) : null,
            Code = (mailed ?? state) == ReachState.Refused ? line.Error : null,
        };
    }

    private ReachState WithoutAccount(PersonId person, ReachState? mailed) =>
        snapshot.LockedAccounts.ContainsKey(person) || snapshot.Network.Person(person) is { IsLocked: true } ? ReachState.Locked
        : mailed ?? (snapshot.Network.Person(person)?.Mail is null ? ReachState.NoAddress : ReachState.NoAccount);
}
