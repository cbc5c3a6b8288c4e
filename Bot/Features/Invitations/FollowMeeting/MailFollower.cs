using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Deliveries;
using Bot.Platform.Directory;
using Bot.Storage;
using Bot.Turns;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Writes to those without Teams: that they are invited, that the meeting has changed, that it will not take place. Once each; calendar programs know by UID and SEQUENCE that a repeated
/// mail is the same.</summary>
internal sealed class MailFollower(InvitationMailStore mails, MailAnnouncer announcer, IOptions<GraphOptions> options)
{
    /// <summary>Sends what is still to be sent.</summary>
    /// <returns>When to look again; null when nothing more is to be sent.</returns>
    public async Task<DateTimeOffset?> FollowAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Invitation, meeting.Id.Value);
        var told = await announcer.ToldAsync(subject, MailMessages.IsRequest, cancellationToken);
        var kind = MailMessages.KindOf(meeting);
        // Whoever was invited is told that it is off, also when they belong no longer.
        var people = meeting.State == MeetingState.Cancelled ? told.Select(id => snapshot.Network.Person(new PersonId(id))).OfType<Person>().Where(person => person.Mail is not null) : Invited.Of(snapshot, committee).ByMail;
        var letters = people.Select(person => new Letter(person.Id.Value, token => DrawAsync(snapshot, committee, meeting, person, told.Contains(person.Id.Value), token)));
        return await announcer.SendAsync(subject, kind, letters, now.ToDateTimeOffset(), cancellationToken);
    }

    /// <summary>Who was told before the calendar had named the meeting knows it by the bot's own name, and keeps it: under another it would stand in their calendar twice.
    /// A cancellation of the old name would be read as one of the meeting.</summary>
    private async ValueTask<DirectoryMail> DrawAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Person person, bool wasTold, CancellationToken cancellationToken)
    {
        var own = MeetingAppointment.OwnUid(snapshot.Network, meeting);
        var uid = await mails.UidAsync(snapshot.Network.Id, meeting.Id, person.Id, wasTold ? own : meeting.CalendarUid ?? own, cancellationToken);
        return InvitationMail.Draw(snapshot, committee, meeting with { CalendarUid = uid }, person, options.Value.Organizer, wasTold);
    }
}
