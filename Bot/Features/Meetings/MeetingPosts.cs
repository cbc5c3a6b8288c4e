using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.RemindMembers;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings;

/// <summary>What is posted about a meeting, to whom, and how the posts are kept up to date.</summary>
internal sealed class MeetingPosts(MeetingStore meetings, AgendaStore agendas, PostedCards posted, CardRefresher refresher, TimeProvider time) : IPostedMeetings
{
    /// <summary>The committee's conversation and each of its members, coordinators and the meeting's chair included; a conversation has no person.</summary>
    public static IReadOnlyList<(PersonId? Person, Audience Audience)> Everybody(
        NetworkSnapshot snapshot, Committee committee, PersonId? chair = null, Func<PersonId?, string, Reader, Activity>? render = null)
    {
        var people = snapshot.Network.Members(committee).Concat(snapshot.Network.CoordinatorsOf(committee).Select(person => person.Id)).Concat(chair is { } one ? [one] : []).Distinct();
        return
        [
            .. Audiences.Room(snapshot, committee.Id, Unsaid).Select(audience => (default(PersonId?), Rendered(audience, null, render))),
            .. people.SelectMany(person => Audiences.People(snapshot, [person], (_, reader) => Unsaid(reader)).Select(audience => ((PersonId?)person, Rendered(audience, person, render)))),
        ];

        Audience Rendered(Audience audience, PersonId? person, Func<PersonId?, string, Reader, Activity>? draw) => draw is null
            ? audience
            : audience with { Render = locale => draw(person, audience.Key, Audiences.ReaderOf(snapshot, audience.Key, locale)) };
    }

    private static Activity Unsaid(Reader reader) => throw new InvalidOperationException("Nothing is said.");

    /// <summary>Brings every card posted about the meeting up to date, soon.</summary>
    public void Refresh(NetworkSnapshot snapshot, MeetingId id)
    {
        var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Meeting, id.Value);
        refresher.Request(subject, cancellationToken => RefreshAsync(snapshot, id, subject, cancellationToken));
    }

    private async Task<DateTimeOffset?> RefreshAsync(NetworkSnapshot snapshot, MeetingId id, string subject, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(snapshot.Network, id, cancellationToken) is not { Value: var meeting }
            || snapshot.Network.Committee(meeting.Committee) is not { } committee)
        {
            return null;
        }

        var agenda = await agendas.OfAsync(snapshot.Network.Id, meeting, cancellationToken);
        var members = Everybody(snapshot, committee, meeting.Chair).DistinctBy(one => one.Audience.Key)
            .ToDictionary(one => one.Audience.Key, one => one.Person is not null, StringComparer.Ordinal);
        return await posted.UpdateAsync(
            snapshot.Tenant, subject, kind => MeetingMessages.RevisionTold(kind) is not null, (kind, key, locale) => Message(snapshot, agenda, members, kind, key, locale), cancellationToken);
    }

    /// <summary>The message that told of the last move goes on saying so. Who is not of the committee any more keeps only that it meets, and when; a conversation that others may read sees nothing confidential.</summary>
    private Activity Message(NetworkSnapshot snapshot, Agenda agenda, Dictionary<string, bool> members, string kind, string key, string? locale)
    {
        var lead = agenda.Meeting is { State: MeetingState.Invited, Earlier.Last: { } before } && kind == MeetingMessages.NewsKind(agenda.Meeting)
            ? NewsCard.MovedLead(Audiences.ReaderOf(snapshot, key, locale), agenda.Meeting, before)
            : null;
        var reader = Audiences.ReaderOf(snapshot, key, locale);
        var card = members.TryGetValue(key, out var isPrivate)
            ? MeetingCard.Render(reader, snapshot.Network, agenda, Instant.FromDateTimeOffset(time.GetUtcNow()), lead, isPrivate: isPrivate)
            : MeetingCard.RenderPublic(reader, snapshot.Network, agenda.Meeting);
        return CardMessage.Of(reader, card);
    }
}
