using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Groups.FollowGroup;

/// <summary>Who is told what about a working group, once each.</summary>
internal sealed class GroupPosts(NetworkStore networks, GroupStore groups, Announcer announcer)
{
    /// <summary>Tells whoever speaks for the group, else the coordinators, of a report that is due; the coordinators too when it is late for long.</summary>
    public async Task<DateTimeOffset?> ReportAsync(NetworkSnapshot snapshot, Committee group, GroupNotice notice, LocalDate today, CancellationToken cancellationToken)
    {
        var network = snapshot.Network;
        var coordinators = network.CoordinatorsOf(group).Select(person => person.Id).ToList();
        IReadOnlyList<PersonId> owners = network.SpeakerOf(group) is { } speaker && snapshot.Accounts.ContainsKey(speaker.Id) ? [speaker.Id] : coordinators;
        var again = await TellAsync(snapshot, group, notice.Kind, owners, (_, reader) => GroupCards.Report(reader, group, notice, today), Still, cancellationToken);
        if (notice.Days < GroupNotice.EscalationDays)
        {
            return again;
        }

        var late = await TellAsync(
            snapshot, group, "late-" + notice.Kind[..notice.Kind.IndexOf('+', StringComparison.Ordinal)], coordinators.Except(owners),
            (_, reader) => SentenceCard.Of(reader, Messages.Get(reader, Sentence.GroupReportEscalated, Name(group), notice.Day)), Still, cancellationToken);
        return new[] { again, late }.Min();

        bool Still(Committee now) => now.Remit is { EndedBy: null } remit && remit.ReportDue == notice.Day;
    }

    /// <summary>Asks the coordinators and whoever speaks for the group what becomes of it when its term is over.</summary>
    public Task<DateTimeOffset?> TermAsync(NetworkSnapshot snapshot, Committee group, GroupNotice notice, LocalDate today, CancellationToken cancellationToken) => TellAsync(
        snapshot, group, notice.Kind, Responsible(snapshot.Network, group), (_, reader) => GroupCards.Term(reader, group, notice, today),
        now => now.Remit is { EndedBy: null } remit && remit.Until == notice.Day, cancellationToken);

    /// <summary>Asks whoever speaks for the group, and the coordinators, about somebody who wants to take part; tells those who were answered, and forgets their wish then.</summary>
    public async Task<DateTimeOffset?> WishesAsync(NetworkSnapshot snapshot, Committee group, CancellationToken cancellationToken)
    {
        var next = default(DateTimeOffset?);
        foreach (var wish in await groups.WishesAsync(snapshot.Network.Id, group.Id, cancellationToken))
        {
            if (snapshot.Network.Person(wish.Value.Person) is not { } person)
            {
                await groups.RemoveAsync(snapshot.Network.Id, wish, cancellationToken);
                continue;
            }

            var again = wish.Value.State == JoinState.Asked
                ? await TellAsync(snapshot, group, wish.Value.Kind, Responsible(snapshot.Network, group), (_, reader) => GroupCards.Wish(reader, group, person), null, cancellationToken)
                : await TellAsync(snapshot, group, wish.Value.Kind + "-" + wish.Value.State, [person.Id], (_, reader) => SentenceCard.Of(reader, Answer(reader, group, wish.Value)), null, cancellationToken);
            if (again is null && wish.Value.State != JoinState.Asked)
            {
                await groups.RemoveAsync(snapshot.Network.Id, wish, cancellationToken);
            }

            next = new[] { next, again }.Min();
        }

        return next;
    }

    /// <summary>Tells everybody in the group, and the coordinators, that it ends. Before it does: afterwards nobody is in it.</summary>
    public Task<DateTimeOffset?> EndedAsync(NetworkSnapshot snapshot, Committee group, string resolution, CancellationToken cancellationToken) => TellAsync(
        snapshot, group, "ended", Responsible(snapshot.Network, group).Concat(snapshot.Network.Members(group)),
        (_, reader) => SentenceCard.Of(reader, Messages.Get(reader, Sentence.GroupEnded, Name(group), resolution)), null, cancellationToken);

    /// <summary>Tells the coordinators, once, what still runs in a group that is to end.</summary>
    public Task<DateTimeOffset?> RunningAsync(NetworkSnapshot snapshot, Committee group, string resolution, RunningWork work, CancellationToken cancellationToken) => TellAsync(
        snapshot, group, "ending", snapshot.Network.CoordinatorsOf(group).Select(person => person.Id),
        (_, reader) => SentenceCard.Of(reader, Running(reader, group, resolution, work)), null, cancellationToken);

    /// <summary>What still runs. Markdown.</summary>
    internal static string Running(Reader reader, Committee group, string resolution, RunningWork work) => string.Join(' ', (IEnumerable<string>)
    [
        Messages.Get(reader, Sentence.GroupEndsLater, Name(group), resolution),
        .. work.Meetings.Take(3).Select(day => Messages.Get(reader, Sentence.SetupEndMeeting, day)),
        .. work.Ballots.Take(3).Select(title => Messages.Get(reader, Sentence.SetupEndBallot, CardText.Escape(ShortText.Abbreviate(title, 100), LineBreaks.Collapse))),
        .. work.HasElection ? [Messages.Get(reader, Sentence.SetupEndElection)] : Enumerable.Empty<string>(),
    ]);

    private static string Answer(Reader reader, Committee group, JoinWish wish) =>
        Messages.Get(reader, wish.State == JoinState.Accepted ? Sentence.GroupWishAccepted : Sentence.GroupWishDeclined, Name(group));

    private Task<DateTimeOffset?> TellAsync(
        NetworkSnapshot snapshot, Committee group, string kind, IEnumerable<PersonId> people, Func<PersonId, Reader, AdaptiveCard> render, Func<Committee, bool>? isStill, CancellationToken cancellationToken)
    {
        var network = snapshot.Network.Id;
        var audiences = Audiences.People(snapshot, people, (person, reader) => CardMessage.Of(reader, render(person, reader)));
        return announcer.AnnounceAsync(
            new Announcement(
                snapshot.Tenant, Subjects.Filed(network, Subjects.Group, group.Id.Value), kind,
                [.. audiences.Select(audience => isStill is null ? audience : audience with { IsWanted = StillAsync })], Subjects.Due(network, Subjects.Group, group.Id.Value)),
            cancellationToken);

        async ValueTask<bool> StillAsync(CancellationToken stop) => (await networks.FindAsync(network, stop))?.Network.Standing(group.Id) is { } now && isStill!(now);
    }

    private static IEnumerable<PersonId> Responsible(Network network, Committee group) =>
        network.CoordinatorsOf(group).Select(person => person.Id).Concat(network.SpeakerOf(group) is { } speaker ? [speaker.Id] : []).Distinct();

    private static string Name(Committee group) => CardText.Escape(group.Name, LineBreaks.Collapse);
}
