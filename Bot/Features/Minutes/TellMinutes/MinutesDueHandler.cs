using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Minutes.TellMinutes;

/// <summary>Looks at minutes and tells whom it concerns, once each: the chair of a draft and of corrections, the committee when it has them and when they are
/// approved, and whoever leads the next meeting that they wait for approval. What has been overtaken is not said any more.</summary>
internal sealed class MinutesDueHandler(NetworkStore networks, MeetingStore meetings, MinutesStore minutes, Announcer announcer) : IDueHandler
{
    /// <summary>Minutes that were not approved for so long are not looked at every day any more.</summary>
    private const int DaysOfWaiting = 400;

    private static readonly LocalTime Morning = new(7, 0);

    /// <inheritdoc/>
    public string Kind => Subjects.Minutes;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (await networks.FindAsync(network, cancellationToken) is not { } snapshot
            || await minutes.FindAsync(network, new MeetingId(subject.Id), cancellationToken) is not { Value: var kept }
            || await meetings.FindAsync(network, kept.Meeting, cancellationToken) is not { Value: var meeting }
            || snapshot.Network.Committee(meeting.Committee) is not { } committee)
        {
            return null;
        }

        var moment = Instant.FromDateTimeOffset(now);
        var next = kept.State == MinutesState.Circulated ? await NextAsync(snapshot.Network, meeting, cancellationToken) : null;
        DateTimeOffset? again = null;
        foreach (var (kind, audiences) in News(snapshot, committee, meeting, kept, next, moment).Where(news => news.Audiences.Count > 0))
        {
            var announcement = new Announcement(snapshot.Tenant, Subjects.Filed(network, Subjects.Minutes, meeting.Id.Value), kind, audiences, Subjects.Due(network, Subjects.Minutes, meeting.Id.Value));
            again = Earlier(again, await announcer.AnnounceAsync(announcement, cancellationToken));
        }

        return kept.State == MinutesState.Circulated && moment < kept.CirculatedAt + Duration.FromDays(DaysOfWaiting)
            ? Earlier(again, NextLook(snapshot.Network, next, moment))
            : again;
    }

    private static IEnumerable<(string Kind, IReadOnlyList<Audience> Audiences)> News(
        NetworkSnapshot snapshot, Committee committee, Meeting meeting, MeetingMinutes kept, Meeting? next, Instant now)
    {
        switch (kept.State)
        {
            case MinutesState.Draft:
                Platform.Activities.Activity Render(Reader reader) => MinutesNews.Drafted(reader, committee, meeting);
                yield return ("draft", kept.Versions[0].IsByItself ? Chair(snapshot, meeting, Render) : Leaders(snapshot, meeting, kept.DraftedBy, Render));
                break;
            case MinutesState.Circulated:
                yield return ("circulated", Everybody(
                    snapshot, committee, reader => MinutesNews.CirculatedInRoom(reader, committee, meeting), reader => MinutesNews.Circulated(reader, committee, meeting)));
                break;
            case MinutesState.Approved when now - kept.Approval?.At > NewsTerm.Length:
                break;
            default:
                yield return ("approved", Everybody(
                    snapshot, committee, reader => MinutesNews.Approved(reader, committee, meeting, kept), reader => MinutesNews.Approved(reader, committee, meeting, kept)));
                break;
        }

        foreach (var correction in kept.Corrections.Where(correction => now - (correction.DecidedAt ?? correction.At) <= NewsTerm.Length))
        {
            var number = correction.Number.ToString(CultureInfo.InvariantCulture);
            if (correction.State == CorrectionState.Proposed)
            {
                yield return ("correction-" + number, Leaders(snapshot, meeting, correction.By, reader => MinutesNews.Proposed(reader, committee, meeting, correction)));
            }
            else if (correction.DecidedBy != correction.By)
            {
                yield return ("decided-" + number, [.. Audiences.People(snapshot, [correction.By], (_, reader) => MinutesNews.Decided(reader, committee, meeting, correction))]);
            }
        }

        if (next is not null && IsOn(snapshot.Network, next, now))
        {
            yield return ("approve-in-" + next.Id.Value, Leaders(snapshot, next, null, reader => MinutesNews.ToApprove(reader, committee, meeting)));
        }
    }

    /// <summary>The next meeting of the committee that was not cancelled; null when none is called.</summary>
    private async Task<Meeting?> NextAsync(Network network, Meeting meeting, CancellationToken cancellationToken)
    {
        await foreach (var later in meetings.FromAsync(network, meeting.Day, cancellationToken))
        {
            if (later.Committee == meeting.Committee && later.Id != meeting.Id && later.State is MeetingState.Invited or MeetingState.InSession
                && later.StartsAt(network.Zone) > meeting.StartsAt(network.Zone))
            {
                return later;
            }
        }

        return null;
    }

    /// <summary>From its beginning until its day is over.</summary>
    private static bool IsOn(Network network, Meeting meeting, Instant now) =>
        (meeting.OpenedAt is not null || meeting.StartsAt(network.Zone) <= now) && now < network.Zone.AtStartOfDay(meeting.Day.PlusDays(1)).ToInstant();

    /// <summary>When the next meeting begins; at the latest tomorrow morning, since it may be called, moved or opened meanwhile.</summary>
    private static DateTimeOffset NextLook(Network network, Meeting? next, Instant now)
    {
        var morning = network.Zone.AtLeniently(now.InZone(network.Zone).Date.PlusDays(1) + Morning).ToInstant();
        return (next?.StartsAt(network.Zone) is { } begins && begins > now && begins < morning ? begins : morning).ToDateTimeOffset();
    }

    /// <summary>The chair of a meeting and the coordinators, but for who knows it already.</summary>
    private static IReadOnlyList<Audience> Leaders(NetworkSnapshot snapshot, Meeting meeting, PersonId? knows, Func<Reader, Platform.Activities.Activity> render)
    {
        var leaders = Coordinators(snapshot.Network, meeting);
        var all = meeting.Chair is { } chair ? leaders.Prepend(chair) : leaders;
        return [.. Audiences.People(snapshot, all.Where(person => person != knows), (_, reader) => render(reader))];
    }

    /// <summary>The chair of a meeting; the coordinators where there is none who can be told.</summary>
    private static List<Audience> Chair(NetworkSnapshot snapshot, Meeting meeting, Func<Reader, Platform.Activities.Activity> render) =>
        meeting.Chair is { } chair && Audiences.People(snapshot, [chair], (_, reader) => render(reader)).ToList() is { Count: > 0 } one
            ? one
            : [.. Audiences.People(snapshot, Coordinators(snapshot.Network, meeting), (_, reader) => render(reader))];

    private static IEnumerable<PersonId> Coordinators(Network network, Meeting meeting) =>
        network.Committee(meeting.Committee) is { } committee ? network.CoordinatorsOf(committee).Select(person => person.Id) : [];

    private static IReadOnlyList<Audience> Everybody(
        NetworkSnapshot snapshot, Committee committee, Func<Reader, Platform.Activities.Activity> inRoom, Func<Reader, Platform.Activities.Activity> toPerson)
    {
        var people = snapshot.Network.Members(committee).Concat(snapshot.Network.CoordinatorsOf(committee).Select(person => person.Id));
        return [.. Audiences.Room(snapshot, committee.Id, inRoom), .. Audiences.People(snapshot, people, (_, reader) => toPerson(reader))];
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
