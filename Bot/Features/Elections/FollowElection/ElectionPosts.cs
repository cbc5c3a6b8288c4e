using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Elections;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Elections.FollowElection;

/// <summary>Who is told what about an election, once each: those who vote of the call, whoever is proposed or elected that they are asked, the coordinators of what
/// they have to decide, everybody of the result.</summary>
internal sealed class ElectionPosts(Announcer announcer, PostedCards posted, ElectionStore elections)
{
    private const string ExpiryKind = "expires-";

    /// <summary>Says what is to be said about the election as it is now.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, Election election, Instant now, CancellationToken cancellationToken)
    {
        DateTimeOffset? again = await RefreshAsync(snapshot, election, cancellationToken);
        foreach (var (kind, audiences) in await SayingsAsync(snapshot, election, now, cancellationToken))
        {
            var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Election, election.Id.Value);
            var wake = Subjects.Due(snapshot.Network.Id, Subjects.Election, election.Id.Value);
            var underWay = await announcer.AnnounceAsync(new Announcement(snapshot.Tenant, subject, kind, [.. audiences], wake), cancellationToken);
            again = underWay < again ? underWay : again ?? underWay;
        }

        // Nobody is woken for what is weeks away.
        var morning = WakingHours.NextAfter(now, snapshot.Network.Zone)?.ToDateTimeOffset();
        return morning is not null && await ExpiryAsync(snapshot, election, now, cancellationToken) is not null && !(again < morning) ? morning : again;
    }

    /// <summary>What the coordinators read when a term comes to its end.</summary>
    internal static Activity Expiry(Reader reader, Network network, Election election)
    {
        var said = Messages.Get(reader, Sentence.ElectionTermEnds, CardText.Escape(ElectionWords.Body(network, election), LineBreaks.Collapse), election.TermUntil!.Value);
        var card = SentenceCard.Of(reader, said) with { Actions = [CardPart.Button(reader, Sentence.ButtonNextElection, ElectionVerbs.Next, ("body", election.Body.Value))] };
        return CardMessage.Of(reader, card, said);
    }

    private async Task<IReadOnlyList<(string Kind, IEnumerable<Audience> Audiences)>> SayingsAsync(NetworkSnapshot snapshot, Election election, Instant now, CancellationToken cancellationToken)
    {
        List<(string, IEnumerable<Audience>)> sayings = [.. Nominating(snapshot, election), .. Deciding(snapshot, election), .. Electing(snapshot, election, now.InZone(snapshot.Network.Zone).Date)];
        if (WakingHours.NextAfter(now, snapshot.Network.Zone) is null && await ExpiryAsync(snapshot, election, now, cancellationToken) is { } days)
        {
            sayings.Add((ExpiryKind + days.ToString(CultureInfo.InvariantCulture), Audiences.Coordinators(snapshot, reader => Expiry(reader, snapshot.Network, election))));
        }

        return sayings;
    }

    private static IEnumerable<(string, IEnumerable<Audience>)> Nominating(NetworkSnapshot snapshot, Election election)
    {
        if (election.State == ElectionState.Cancelled)
        {
            yield return ("cancelled", Room(snapshot, election, null).Concat(People(snapshot, election, election.Nominations.Select(name => name.Person), null)));
        }

        if (election.State != ElectionState.Nominating || snapshot.Network.Committee(election.Committee) is not { } committee)
        {
            yield break;
        }

        var people = snapshot.Network.Members(committee).Concat(snapshot.Network.Coordinators.Select(person => person.Id));
        yield return (ElectionMessages.Call, Room(snapshot, election, Sentence.ElectionCalled).Concat(People(snapshot, election, people, Sentence.ElectionCalled)));
        foreach (var name in election.Nominations.Where(name => name.Answer == Consent.Asked))
        {
            yield return (ElectionMessages.AskKind(election, name), People(snapshot, election, [name.Person], Sentence.ElectionYouAreProposed));
        }
    }

    private static IEnumerable<(string, IEnumerable<Audience>)> Deciding(NetworkSnapshot snapshot, Election election)
    {
        if (election.Pending is not { } next)
        {
            yield break;
        }

        var step = string.Create(CultureInfo.InvariantCulture, $"{election.Rounds.Count}-{election.Lots.Count}-{election.Mandates.Count}");
        yield return ("decide-" + step, Coordinators(snapshot, election, Sentence.ElectionToDecide));
        if (next is { IsLot: true, AskedBy: { } asker })
        {
            yield return ($"witness-{step}-{asker}", Room(snapshot, election, Sentence.ElectionWitnessWanted).Concat(Coordinators(snapshot, election, Sentence.ElectionWitnessWanted)));
        }
    }

    private static IEnumerable<(string, IEnumerable<Audience>)> Electing(NetworkSnapshot snapshot, Election election, LocalDate today)
    {
        foreach (var mandate in election.Mandates.Where(mandate => mandate.State == MandateState.Asked))
        {
            yield return (ElectionMessages.ElectedKind(mandate), People(snapshot, election, [mandate.Person], Question(mandate)));
        }

        if (election is not { State: ElectionState.Finished, Resolution: not null } || (!election.IsInOffice && election.TermFrom <= today))
        {
            yield break;
        }

        yield return ("result", Room(snapshot, election, Sentence.ResultLead).Concat(Coordinators(snapshot, election, Sentence.ResultLead)));
        foreach (var mandate in election.Mandates.Where(mandate => mandate is { IsSubstitute: true, IsSeated: true }))
        {
            yield return ("seated-" + mandate.Person.Value, Coordinators(snapshot, election, Sentence.ElectionMovedUp));
        }

        var left = election.Mandates.Count(mandate => mandate.State == MandateState.Left);
        if (left > 0 && election is { Vacant: > 0, Pending: null })
        {
            yield return ("vacant-" + left.ToString(CultureInfo.InvariantCulture), Coordinators(snapshot, election, Sentence.ElectionNobodyMovesUp));
        }
    }

    /// <summary>The later of the two reminders that is due; null when none is, or when the next election was called already.</summary>
    private async Task<int?> ExpiryAsync(NetworkSnapshot snapshot, Election election, Instant now, CancellationToken cancellationToken)
    {
        var today = now.InZone(snapshot.Network.Zone).Date;
        if (!election.IsInOffice || election.TermUntil is not { } last || today > last || !ElectionMoments.ExpiryDays.Any(days => now >= ElectionMoments.ExpiryAt(snapshot.Network, last, days)))
        {
            return null;
        }

        var all = await elections.AllAsync(snapshot.Network.Id, cancellationToken);
        return all.Any(other => other.Body == election.Body && other.CalledAt > election.CalledAt && other is { State: not ElectionState.Cancelled, IsByElection: false })
            ? null
            : ElectionMoments.ExpiryDays.Last(days => now >= ElectionMoments.ExpiryAt(snapshot.Network, last, days));
    }

    /// <summary>Keeps the cards in the room up to date, and all that whoever leads the election or was asked has got: a button on an old one would do nothing more.</summary>
    private Task<DateTimeOffset?> RefreshAsync(NetworkSnapshot snapshot, Election election, CancellationToken cancellationToken)
    {
        var asked = election.Nominations.Select(name => name.Person).Concat(snapshot.Network.Coordinators.Select(person => person.Id))
            .Where(snapshot.Accounts.ContainsKey).Select(person => (Key: ConversationBook.PersonalKey(snapshot.Accounts[person].Key), Person: person))
            .DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Person);
        return posted.UpdateAsync(
            snapshot.Tenant,
            Subjects.Filed(snapshot.Network.Id, Subjects.Election, election.Id.Value),
            kind => !kind.StartsWith(ExpiryKind, System.StringComparison.Ordinal),
            (kind, key, locale) => Audiences.IsRoom(key) ? Message(Audiences.ReaderOf(snapshot, key, locale), snapshot, election, ElectionViewer.Room, null)
                : asked.TryGetValue(key, out var person)
                    ? Message(Audiences.ReaderOf(snapshot, key, locale), snapshot, election, ElectionViewer.Of(snapshot.Network, election, person), LeadOf(kind, election, person))
                : null,
            cancellationToken);
    }

    /// <summary>What stands above a card somebody was asked by: the question while it is open, and afterwards that it is not.</summary>
    private static Sentence? LeadOf(string kind, Election election, PersonId person)
    {
        if (ElectionMessages.IsAsk(kind))
        {
            return election is { State: ElectionState.Nominating } && election.NominationOf(person) is { Answer: Consent.Asked } ? Sentence.ElectionYouAreProposed : null;
        }

        return ElectionMessages.IsElected(kind) && election.MandateOf(person) is { } mandate
            ? mandate.State switch
            {
                MandateState.Asked => Question(mandate),
                MandateState.Lapsed => Sentence.ElectionYouLapsed,
                _ => Sentence.ElectionYouAnswered,
            }
            : null;
    }

    private static Sentence Question(Mandate mandate) => mandate.IsSubstitute ? Sentence.ElectionYouMoveUp : Sentence.ElectionYouAreElected;

    private static IEnumerable<Audience> Room(NetworkSnapshot snapshot, Election election, Sentence? lead) =>
        Audiences.Room(snapshot, election.Committee, reader => Message(reader, snapshot, election, ElectionViewer.Room, lead));

    private static IEnumerable<Audience> Coordinators(NetworkSnapshot snapshot, Election election, Sentence? lead) => People(snapshot, election, snapshot.Network.Coordinators.Select(person => person.Id), lead);

    private static IEnumerable<Audience> People(NetworkSnapshot snapshot, Election election, IEnumerable<PersonId> people, Sentence? lead) =>
        Audiences.People(snapshot, people, (person, reader) => Message(reader, snapshot, election, ElectionViewer.Of(snapshot.Network, election, person), lead));

    private static Activity Message(Reader reader, NetworkSnapshot snapshot, Election election, ElectionViewer viewer, Sentence? lead) =>
        CardMessage.Of(reader, ElectionCard.Render(reader, snapshot.Network, election, viewer, lead is { } sentence ? Messages.Get(reader, sentence) : null));
}
