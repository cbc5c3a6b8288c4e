using System;
using System.Collections.Generic;
using System.Globalization;
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
    /// <summary>The message that calls to the meeting.</summary>
    public const string Invitation = "invitation";

    /// <summary>The message that it will not take place.</summary>
    public const string Cancellation = "cancellation";

    /// <summary>The offer to follow up a meeting without quorum.</summary>
    public const string FollowUpOffer = "follow-up";

    private const string Moved = "moved-", Reminder = "reminder-", OfRevision = "-r";

    /// <summary>What the message is filed as that tells of the date a meeting has now: its invitation, or once it was moved, each move by itself.</summary>
    public static string NewsKind(Meeting meeting) => meeting.MovedRevision == 0 ? Invitation : Moved + Written(meeting.MovedRevision);

    /// <summary>What a reminder is filed as. Of a meeting that was moved each date has reminders of its own.</summary>
    public static string ReminderKind(Meeting meeting, MeetingReminder reminder) =>
        Reminder + Written(reminder.Days) + (meeting.MovedRevision == 0 ? string.Empty : OfRevision + Written(meeting.MovedRevision));

    /// <summary>Of which <see cref="Meeting.MovedRevision"/> a message tells that is filed so; null for one that is no card of the meeting.</summary>
    public static int? RevisionTold(string kind)
    {
        if (kind == Invitation)
        {
            return 0;
        }

        if (kind.StartsWith(Moved, StringComparison.Ordinal))
        {
            return Read(kind[Moved.Length..]);
        }

        var mark = kind.IndexOf(OfRevision, StringComparison.Ordinal);
        return !kind.StartsWith(Reminder, StringComparison.Ordinal) ? null : mark < 0 ? 0 : Read(kind[(mark + OfRevision.Length)..]);
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Read(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;

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
            snapshot.Tenant, subject, kind => RevisionTold(kind) is not null, (kind, key, locale) => Message(snapshot, agenda, members, kind, key, locale), cancellationToken);
    }

    /// <summary>The message that told of the last move goes on saying so. Who is not of the committee any more keeps only that it meets, and when; a conversation that others may read sees nothing confidential.</summary>
    private Activity Message(NetworkSnapshot snapshot, Agenda agenda, Dictionary<string, bool> members, string kind, string key, string? locale)
    {
        var lead = agenda.Meeting is { State: MeetingState.Invited, Earlier.Last: { } before } && kind == NewsKind(agenda.Meeting)
            ? NewsCard.MovedLead(Audiences.ReaderOf(snapshot, key, locale), agenda.Meeting, before)
            : null;
        var reader = Audiences.ReaderOf(snapshot, key, locale);
        var card = members.TryGetValue(key, out var isPrivate)
            ? MeetingCard.Render(reader, snapshot.Network, agenda, Instant.FromDateTimeOffset(time.GetUtcNow()), lead, isPrivate: isPrivate)
            : MeetingCard.RenderPublic(reader, snapshot.Network, agenda.Meeting);
        return CardMessage.Of(reader, card);
    }
}
