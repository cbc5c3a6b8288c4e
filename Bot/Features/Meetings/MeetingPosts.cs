using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
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

    /// <summary>What a reminder is filed as.</summary>
    public static string ReminderKind(MeetingReminder reminder) => "reminder-" + reminder.Days.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The committee's conversation and each of its members, coordinators included.</summary>
    public static IReadOnlyList<Audience> Everybody(NetworkSnapshot snapshot, Committee committee, Func<Reader, Activity> render)
    {
        var people = snapshot.Network.Members(committee).Concat(snapshot.Network.Coordinators.Select(person => person.Id));
        return [.. Audiences.Room(snapshot, committee.Id, render), .. Audiences.People(snapshot, people, (_, reader) => render(reader))];
    }

    /// <summary>Brings every card posted about the meeting up to date, soon.</summary>
    public void Refresh(NetworkSnapshot snapshot, MeetingId id)
    {
        var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Meeting, id.Value);
        refresher.Request(subject, cancellationToken => RefreshAsync(snapshot, id, subject, cancellationToken));
    }

    private async Task<DateTimeOffset?> RefreshAsync(NetworkSnapshot snapshot, MeetingId id, string subject, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(snapshot.Network.Id, id, cancellationToken) is not { Value: var meeting }
            || snapshot.Network.Committee(meeting.Committee) is not { } committee)
        {
            return null;
        }

        var agenda = await agendas.OfAsync(snapshot.Network.Id, meeting, cancellationToken);
        var kinds = committee.Rules.ReminderDays.Select(days => ReminderKind(new MeetingReminder(days, default))).Append(Invitation).ToList();
        return await posted.UpdateAsync(snapshot.Tenant, subject, kinds, (key, locale) => Message(snapshot, agenda, key, locale), cancellationToken);
    }

    private Activity Message(NetworkSnapshot snapshot, Agenda agenda, string key, string? locale)
    {
        var reader = Audiences.ReaderOf(snapshot, key, locale);
        var card = MeetingCard.Render(reader, snapshot.Network, agenda, Instant.FromDateTimeOffset(time.GetUtcNow()));
        return CardMessage.Of(reader, card);
    }
}
