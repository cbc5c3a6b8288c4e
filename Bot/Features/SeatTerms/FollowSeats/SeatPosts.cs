using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Elections;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.SeatTerms.FollowSeats;

/// <summary>Who is told what of seats: the coordinators who may know of the committee, and whose seat it is; once each.</summary>
internal sealed class SeatPosts(ElectionStore elections, Announcer announcer)
{
    /// <summary>What was said of a seat that was given up is not looked up again after so many days: by then it was told, or nobody needs it any more.</summary>
    private const int DaysTold = 14;

    /// <summary>Says what is to be said of a committee's seats as they are now, once each.</summary>
    /// <returns>When to look again because something is still under way, it is night, or a term will end; null for never.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, Committee committee, Instant now, CancellationToken cancellationToken)
    {
        var terms = snapshot.Network.Terms.Where(term => term.Key.Committee == committee.Id).OrderBy(term => term.Key.Person.Value, StringComparer.Ordinal).ToList();
        var all = terms.Count == 0 ? [] : await elections.AllAsync(snapshot.Network.Id, cancellationToken);
        DateTimeOffset? again = null;
        foreach (var (seat, term) in terms)
        {
            again = new[] { again, await AnnounceAsync(snapshot, committee, (seat, term), all, now, cancellationToken) }.Min();
        }

        return again;
    }

    private async Task<DateTimeOffset?> AnnounceAsync(
        NetworkSnapshot snapshot, Committee committee, (Seat Seat, SeatTerm Term) one, IReadOnlyList<Election> all, Instant now, CancellationToken cancellationToken)
    {
        var (zone, (seat, term)) = (snapshot.Network.Zone, one);
        var today = now.InZone(zone).Date;
        if (term is { LastDay: { } last, EndedAt: { } ended })
        {
            return today > last.PlusDays(DaysTold) ? null : await TellAsync(
                snapshot,
                committee,
                seat,
                string.Create(CultureInfo.InvariantCulture, $"given-up-{seat.Person}-{ended.ToUnixTimeMilliseconds()}"),
                except: term.EndedBy,
                reader => GivenUp(reader, snapshot.Network, committee, seat, last, HeldSeat.SourceOf(seat, all)),
                cancellationToken);
        }

        // Of a term that an election began, the election itself tells.
        if (term.Until is not { } until || today > until || HeldSeat.SourceOf(seat, all) is not null)
        {
            return null;
        }

        var at = zone.AtLeniently(until.PlusDays(-SeatTerm.SoonDays) + WakingHours.From).ToInstant();
        return now < at ? at.ToDateTimeOffset()
            : WakingHours.NextAfter(now, zone) is { } morning ? morning.ToDateTimeOffset()
            : await TellAsync(
                snapshot, committee, seat, $"ends-{seat.Person}-{TermDay.Write(until)}", except: null, reader => Ending(reader, snapshot.Network, committee, seat, until), cancellationToken);
    }

    /// <summary>What is said of a term that ends. Markdown.</summary>
    internal static string Ending(Reader reader, Network network, Committee committee, Seat seat, LocalDate until) =>
        Messages.Get(reader, Sentence.SeatTermEnds, Name(network, seat.Person), Escaped(committee.Name), until);

    /// <summary>What is said of a seat that was given up: and who moves up. Markdown.</summary>
    internal static string GivenUp(Reader reader, Network network, Committee committee, Seat seat, LocalDate last, Election? source) => string.Join(
        ' ',
        Messages.Get(reader, Sentence.SeatGivenUpNews, Name(network, seat.Person), Escaped(committee.Name), last),
        GiveUpSeat.GiveUpCards.Next(reader, network, seat.Person, source));

    private Task<DateTimeOffset?> TellAsync(
        NetworkSnapshot snapshot, Committee committee, Seat seat, string kind, PersonId? except, Func<Reader, string> said, CancellationToken cancellationToken)
    {
        var told = snapshot.Network.CoordinatorsOf(committee).Select(person => person.Id).Append(seat.Person).Where(person => person != except);
        var audiences = Audiences.People(snapshot, told, (_, reader) => CardMessage.Of(reader, SentenceCard.Of(reader, said(reader)) with { Actions = [Button(reader, committee)] }, said(reader)));
        return announcer.AnnounceAsync(
            new Announcement(
                snapshot.Tenant,
                Subjects.Filed(snapshot.Network.Id, Subjects.Seats, committee.Id.Value),
                kind,
                [.. audiences],
                Subjects.Due(snapshot.Network.Id, Subjects.Seats, committee.Id.Value)),
            cancellationToken);
    }

    private static ExecuteAction Button(Reader reader, Committee committee) => SuggestionCard.RunBelowButton(reader, CommandTable.Mandates, committee.Name);

    private static string Name(Network network, PersonId person) => Escaped(network.Person(person)?.Name ?? person.Value);

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
