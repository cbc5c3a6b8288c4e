using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.TellCoordinators;

/// <summary>Tells all coordinators, each in their 1:1 chat, of a change that gave somebody power or took it, when it counts. Whoever lost the coordination is told as well.</summary>
internal sealed class PowerDueHandler(NetworkStore networks, PowerNoticeStore notices, Announcer announcer) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Power;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (await notices.FindAsync(network, subject.Id, cancellationToken) is not { } notice || await networks.FindAsync(network, cancellationToken) is not { } snapshot
            || !Counts(snapshot, notice))
        {
            return null;
        }

        // Of a confidential committee only those hear who may know of it.
        var coordinators = snapshot.Network.Committee(new CommitteeId(notice.About)) is { } committee ? snapshot.Network.CoordinatorsOf(committee) : snapshot.Network.Coordinators;
        var told = coordinators.Select(person => person.Id).Concat(IsAboutCoordination(notice) ? notice.People : []).Except([notice.By]);
        var audiences = Audiences.People(snapshot, told, (_, reader) => MessageActivity.Markdown(SentenceOf(reader, snapshot.Network, notice)));
        return await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, Subjects.Filed(network, Subjects.Power, subject.Id), "told", [.. audiences], subject), cancellationToken);
    }

    /// <summary>What is said. Markdown.</summary>
    internal static string SentenceOf(Reader reader, Network network, PowerNotice notice)
    {
        var people = notice.People.Count == 0 ? Messages.Get(reader, Sentence.SetupNobody) : string.Join(", ", notice.People.Select(person => Name(network, person)));
        var about = network.Committee(new CommitteeId(notice.About))?.Name ?? network.NameOf(new Domain.Voting.VoterId(notice.About));
        string[] said = notice.Change is PowerChange.RoomLinked or PowerChange.RoomUnlinked ? [Name(network, notice.By), about] : [Name(network, notice.By), people, about];
        return Messages.Get(reader, SentenceFor(notice.Change), [.. said.Select(text => CardText.Escape(text, LineBreaks.Collapse))]);
    }

    private static bool IsAboutCoordination(PowerNotice notice) => notice.Change is PowerChange.CoordinationGiven or PowerChange.CoordinationTaken;

    /// <summary>Whether the network is as the notice says: the process may have died before the change was stored.</summary>
    private static bool Counts(NetworkSnapshot snapshot, PowerNotice notice)
    {
        var network = snapshot.Network;
        return notice.Change switch
        {
            PowerChange.CoordinationGiven => notice.People.All(person => network.Person(person) is { IsCoordinator: true }),
            PowerChange.CoordinationTaken => notice.People.All(person => network.Person(person) is { IsCoordinator: false }),
            PowerChange.Representatives => network.Organizations.FirstOrDefault(one => one.Id.Value == notice.About)?.Representatives.SequenceEqual(notice.People) ?? false,
            PowerChange.SeatGiven => notice.People.All(person => network.KnownSeats.Contains(new Seat(new CommitteeId(notice.About), person))),
            PowerChange.SeatTaken => !notice.People.Any(person => network.Seats.Contains(new Seat(new CommitteeId(notice.About), person))),
            PowerChange.AccountBound => notice.People.All(snapshot.Accounts.ContainsKey),
            PowerChange.PersonLeft => !notice.People.Any(snapshot.Accounts.ContainsKey),
            PowerChange.ProfileLocked => notice.People.All(person => network.Person(person) is { IsLocked: true }),
            PowerChange.ProfileUnlocked => notice.People.All(person => network.Person(person) is { IsLocked: false }),
            PowerChange.RoomLinked => snapshot.Rooms.ContainsKey(new CommitteeId(notice.About)),
            PowerChange.RoomUnlinked => !snapshot.Rooms.ContainsKey(new CommitteeId(notice.About)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Name(Network network, PersonId person) => network.Person(person) is { } known ? known.HiddenName ?? known.Name : person.Value;

    private static Sentence SentenceFor(PowerChange change) => change switch
    {
        PowerChange.CoordinationGiven => Sentence.PowerCoordinationGiven,
        PowerChange.CoordinationTaken => Sentence.PowerCoordinationTaken,
        PowerChange.Representatives => Sentence.PowerRepresentatives,
        PowerChange.SeatGiven => Sentence.PowerSeatGiven,
        PowerChange.SeatTaken => Sentence.PowerSeatTaken,
        PowerChange.RoomLinked => Sentence.PowerRoomLinked,
        PowerChange.RoomUnlinked => Sentence.PowerRoomUnlinked,
        PowerChange.AccountBound => Sentence.PowerAccountBound,
        PowerChange.ProfileLocked => Sentence.PowerProfileLocked,
        PowerChange.ProfileUnlocked => Sentence.PowerProfileUnlocked,
        PowerChange.PersonLeft => Sentence.PowerPersonLeft,
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };
}
