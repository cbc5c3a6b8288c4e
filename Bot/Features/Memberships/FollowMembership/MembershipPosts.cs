using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Rights;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Memberships.FollowMembership;

/// <summary>Who is told what about a membership that changes without a vote: coordinators and whoever acts for the organization of everything, the plenary's room of a resignation
/// only, and neutrally: not who declared it, how it came in, nor of a suspension.</summary>
internal sealed class MembershipPosts(Announcer announcer)
{
    /// <summary>Says what is to be said about an organization as it is now, once each.</summary>
    /// <returns>When to call again because something is still under way, or because it is night.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, MemberOrganization organization, Instant now, CancellationToken cancellationToken)
    {
        DateTimeOffset? again = null;
        foreach (var (kind, audiences, isByClock) in News(snapshot, organization, now))
        {
            // Nobody is woken for what a day brought about; what somebody just did is told at once.
            var next = isByClock && WakingHours.NextAfter(now, snapshot.Network.Zone) is { } morning
                ? morning.ToDateTimeOffset()
                : await announcer.AnnounceAsync(
                    new Announcement(
                        snapshot.Tenant,
                        Subjects.Filed(snapshot.Network.Id, Subjects.Membership, organization.Id.Value),
                        kind,
                        [.. audiences],
                        Subjects.Due(snapshot.Network.Id, Subjects.Membership, organization.Id.Value)),
                    cancellationToken);
            again = again < next ? again : next ?? again;
        }

        return again;
    }

    /// <summary>What has been overtaken, such as that it leaves when it stays, is not said any more to whoever has not heard it.</summary>
    private static IEnumerable<(string Kind, IEnumerable<Audience> Audiences, bool IsByClock)> News(NetworkSnapshot snapshot, MemberOrganization organization, Instant now)
    {
        if (organization.Resignation is { } resignation)
        {
            var day = resignation.LastDay;
            if (resignation.WithdrawnAt is { } withdrawn)
            {
                yield return (Kind("stays", withdrawn), Informed(Sentence.StaysNews).Concat(Room(Sentence.StaysRoom)), false);
            }
            else
            {
                // Once it has left, that says both: after an outage nobody reads two messages at once.
                var hasLeft = organization.MemberUntil == day && now.InZone(snapshot.Network.Zone).Date > day;
                yield return (Kind("resigned", resignation.At), hasLeft ? Room(Sentence.ResignedRoom) : Informed(Sentence.ResignedNews).Concat(Room(Sentence.ResignedRoom)), false);
                if (organization.MemberUntil == day)
                {
                    yield return (Kind("left", resignation.At), Informed(Sentence.LeftNews), true);
                }
            }

            IEnumerable<Audience> Room(Sentence said) =>
                snapshot.Network.GeneralAssembly is { } plenary ? Audiences.Room(snapshot, plenary.Id, reader => Message(reader, Said(reader, said, organization, day))) : [];

            IEnumerable<Audience> Informed(Sentence said) => People(snapshot, organization, (person, reader) =>
                Said(reader, said, organization, day) + SeatsFor(snapshot, organization, person, reader, isMeant: said != Sentence.StaysNews));
        }

        if (organization.Suspension is { } suspension)
        {
            var isOver = suspension.IsOverOn(now.InZone(snapshot.Network.Zone).Date);
            if (!isOver)
            {
                yield return (
                    Kind("suspended", suspension.At),
                    People(snapshot, organization, (_, reader) => suspension.Until is { } until
                        ? Messages.Get(reader, Sentence.SuspendedNewsUntil, Name(organization), suspension.From, until, CardText.Escape(suspension.Reason, LineBreaks.Collapse))
                        : Messages.Get(reader, Sentence.SuspendedNews, Name(organization), suspension.From, CardText.Escape(suspension.Reason, LineBreaks.Collapse))),
                    false);
            }
            else if (organization.MemberUntil is null)
            {
                yield return (Kind("active", suspension.At), People(snapshot, organization, (_, reader) => Messages.Get(reader, Sentence.ActiveAgainNews, Name(organization))), suspension.ResumedOn is null);
            }
        }
    }

    /// <summary>Coordinators, and whoever acts for the organization.</summary>
    private static IEnumerable<Audience> People(NetworkSnapshot snapshot, MemberOrganization organization, Func<PersonId, Reader, string> said) => Audiences.People(
        snapshot, snapshot.Network.Coordinators.Select(person => person.Id).Concat(organization.Representatives), (person, reader) => Message(reader, said(person, reader)));

    /// <summary>What a coordinator has to think of: seats are people's, and do not end by themselves. Of a confidential committee only those hear who may know of it.</summary>
    private static string SeatsFor(NetworkSnapshot snapshot, MemberOrganization organization, PersonId person, Reader reader, bool isMeant)
    {
        if (!isMeant || !snapshot.Network.Allows(Right.SuspendMembership, person))
        {
            return string.Empty;
        }

        var network = snapshot.Network.Showing(committee => snapshot.Network.Allows(Right.KnowConfidentialCommittee, person, committee));
        var seats = network.Seats.Where(seat => organization.Representatives.Contains(seat.Person))
            .Select(seat => $"{network.Person(seat.Person)?.Name} ({network.Committee(seat.Committee)?.Name})").ToList();
        return seats.Count == 0 ? string.Empty : " " + Messages.Get(reader, Sentence.SeatsToDecide, CardText.Escape(string.Join(", ", seats), LineBreaks.Collapse));
    }

    private static string Said(Reader reader, Sentence sentence, MemberOrganization organization, LocalDate day) => Messages.Get(reader, sentence, Name(organization), day);

    private static string Name(MemberOrganization organization) => CardText.Escape(organization.Name, LineBreaks.Collapse);

    private static string Kind(string what, Instant at) => what + "-" + at.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Activity Message(Reader reader, string said) => MessageActivity.Markdown(said);
}
