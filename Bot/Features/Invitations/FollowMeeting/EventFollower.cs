using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Directory;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Brings the event in the organizer's calendar to where the meeting is: there is one, it says the same, or it is cancelled.</summary>
internal sealed class EventFollower(IOrganizerCalendar calendar, AnswerReader answers, EventDetails details, TimeProvider time)
{
    /// <summary>Does what is still to be done. Doing it again changes nothing.</summary>
    /// <exception cref="DirectoryException">It could not be done; what was reached is stored.</exception>
    public async Task FollowAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, InvitationWork work, Instant now, CancellationToken cancellationToken)
    {
        if (meeting.State == MeetingState.Cancelled)
        {
            await CancelAsync(snapshot, meeting, work, cancellationToken);
            return;
        }

        var entry = Entry(snapshot, committee, meeting);
        var standing = work.Reached.Event is { } id ? await calendar.ReadAsync(id, entry.Zone, cancellationToken) : null;
        if (work.Reached.Event is not null && standing is null or { IsCancelled: true })
        {
            // Somebody removed it from the calendar by hand, and with it people's appointments. The meeting stands, so there is another event.
            await work.SaveAsync(new Invitation { Meeting = meeting.Id, Generation = work.Reached.Generation + 1, LeaseUntil = work.Reached.LeaseUntil }, cancellationToken);
            standing = null;
        }

        standing ??= await MakeAsync(snapshot, meeting, entry, work, cancellationToken);
        standing = standing is null ? null : await ChangeAsync(meeting, entry, standing, work, cancellationToken);
        if (standing is not null && !work.IsLost)
        {
            (work.Link, work.Uid) = (standing.JoinLink, standing.Uid);
            await answers.KeepAsync(snapshot.Network.Id, Invited.Of(snapshot, committee), work.Reached, standing, now, cancellationToken);
            await details.KeepAsync(snapshot, meeting.Id, standing, cancellationToken);
        }
    }

    /// <summary>Makes the event, or finds the one whose making nobody lived to note.</summary>
    /// <returns>Null when the work was lost meanwhile.</returns>
    private async Task<DirectoryEvent?> MakeAsync(NetworkSnapshot snapshot, Meeting meeting, DirectoryEntry entry, InvitationWork work, CancellationToken cancellationToken)
    {
        var mark = MarkOf(snapshot.Network.Id, work.Reached);
        var found = work.Reached.IsBegun ? await calendar.FindAsync(mark, cancellationToken) : null;
        if (found is null && !await work.SaveAsync(work.Reached with { IsBegun = true }, cancellationToken))
        {
            return null;
        }

        var made = found ?? await calendar.CreateAsync(entry, mark, cancellationToken);
        // Of one that was found nobody knows what it says, so it is told everything anew.
        var reached = work.Reached with { IsBegun = true, Event = made.Id, Content = found is null ? ContentOf(entry) : string.Empty, People = found is null ? PeopleOf(entry) : string.Empty };
        var isOfThisDate = found is null || meeting.AskedRevision == 0;
        return await work.SaveAsync(reached with { Asked = isOfThisDate ? meeting.AskedRevision : CalendarAnswer.Stale }, cancellationToken) ? made : null;
    }

    private async Task<DirectoryEvent?> ChangeAsync(Meeting meeting, DirectoryEntry entry, DirectoryEvent standing, InvitationWork work, CancellationToken cancellationToken)
    {
        var isMoved = standing is { Start: { } start, End: { } end } && (start, end) != (entry.Start, entry.End);
        var isRetimed = work.Reached.Content != ContentOf(entry) || isMoved;
        var arePeopleChanged = work.Reached.People != PeopleOf(entry);
        var changed = isRetimed || arePeopleChanged ? await calendar.ChangeAsync(standing.Id, entry, isRetimed, arePeopleChanged, cancellationToken) : standing;
        var reached = Dated(work.Reached, meeting) with { Content = ContentOf(entry), People = PeopleOf(entry), Version = (changed ?? standing).Version };
        return await work.SaveAsync(reached, cancellationToken) ? changed : null;
    }

    /// <summary>From now on answers are about the meeting's present date. Of an event from before this was noted, it is taken to have that date since the meeting has it.</summary>
    private Invitation Dated(Invitation reached, Meeting meeting) => reached.Asked == meeting.AskedRevision ? reached : reached with
    {
        Asked = meeting.AskedRevision,
        AskedAt = reached.Asked is not null ? Instant.FromDateTimeOffset(time.GetUtcNow()) : meeting.AskedRevision == 0 ? null : meeting.DatedAt,
    };

    private async Task CancelAsync(NetworkSnapshot snapshot, Meeting meeting, InvitationWork work, CancellationToken cancellationToken)
    {
        if (!work.Reached.IsBegun || work.Reached.IsCancelled)
        {
            return;
        }

        var id = work.Reached.Event ?? (await calendar.FindAsync(MarkOf(snapshot.Network.Id, work.Reached), cancellationToken))?.Id;
        if (id is not null)
        {
            var reader = Reader.For(snapshot.Language);
            var comment = meeting.Reason.Length == 0
                ? Messages.Get(reader, Sentence.InvitationCancelComment)
                : Messages.Get(reader, Sentence.InvitationCancelReason, meeting.Reason);
            await calendar.CancelAsync(id, comment, cancellationToken);
        }

        await work.SaveAsync(work.Reached with { IsCancelled = true }, cancellationToken);
    }

    private static EventMark MarkOf(NetworkId network, Invitation invitation) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{network}|{invitation.Meeting}|{invitation.Generation}"));

    private static DirectoryEntry Entry(NetworkSnapshot snapshot, Committee committee, Meeting meeting)
    {
        var reader = Reader.For(snapshot.Language);
        var appointment = MeetingAppointment.Of(snapshot.Network, committee, meeting, reader);
        return new DirectoryEntry(
            meeting.Topic.Length == 0 ? appointment.Summary : appointment.Summary + ": " + meeting.Topic,
            Messages.Get(reader, Sentence.InvitationEventText, snapshot.Network.Name),
            appointment.Start,
            appointment.End,
            appointment.Zone,
            meeting.Place,
            [.. Invited.Of(snapshot, committee).ByEvent.Select(person => new DirectoryPerson(person.Mail!.Value, person.Name))]);
    }

    private static string ContentOf(DirectoryEntry entry) => HeardMessage.Fingerprint($"{entry.Subject}\n{entry.Start:s}\n{entry.End:s}\n{entry.Zone}\n{entry.Place}");

    private static string PeopleOf(DirectoryEntry entry) => HeardMessage.Fingerprint(string.Join('\n', entry.People.Select(person => person.Address)));
}
