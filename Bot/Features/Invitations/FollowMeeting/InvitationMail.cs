using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Calendars;
using Bot.Platform.Directory;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>What is written to somebody without Teams: the meeting in plain words, and the same as a calendar file. Nothing of the agenda: mails are forwarded.</summary>
internal static class InvitationMail
{
    /// <summary>Draws the mail, in the network's language: what they speak, the bot has never heard.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="committee">Whose meeting.</param>
    /// <param name="meeting">As it is now.</param>
    /// <param name="person">To whom; has an address.</param>
    /// <param name="organizer">The mailbox it comes from.</param>
    /// <param name="wasTold">Whether they were invited before.</param>
    public static DirectoryMail Draw(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Person person, string organizer, bool wasTold)
    {
        var reader = Reader.For(snapshot.Language);
        var appointment = MeetingAppointment.Of(snapshot.Network, committee, meeting, reader);
        var address = person.Mail!.Value;
        var name = Messages.Get(reader, Sentence.MeetingFileName) + ".ics";
        return new DirectoryMail(
            new DirectoryPerson(address, person.Name),
            Subject(reader, committee, meeting, wasTold),
            string.Join("\r\n", Lines(reader, snapshot.Network, committee, meeting, person, wasTold)),
            new DirectoryAttachment(name, CalendarDocument.MessageMediaType(appointment), CalendarDocument.WriteMessage(appointment, organizer, address)));
    }

    private static string Subject(Reader reader, Committee committee, Meeting meeting, bool wasTold) => (meeting.State, wasTold) switch
    {
        (MeetingState.Cancelled, _) => Messages.Get(reader, Sentence.InvitationMailSubjectCancelled, committee.Name, When(reader, meeting)),
        (_, true) => Messages.Get(reader, Sentence.InvitationMailSubjectChanged, committee.Name, When(reader, meeting)),
        _ => Messages.Get(reader, Sentence.InvitationMailSubject, committee.Name, When(reader, meeting)),
    };

    private static IEnumerable<string> Lines(Reader reader, Network network, Committee committee, Meeting meeting, Person person, bool wasTold)
    {
        yield return Messages.Get(reader, Sentence.InvitationMailHello, person.Name);
        yield return string.Empty;
        yield return Lead(reader, network, meeting, wasTold);
        yield return string.Empty;
        yield return Messages.Get(reader, Sentence.InvitationMailWhat, committee.Name, When(reader, meeting));
        if (meeting.Place.Length > 0)
        {
            yield return Messages.Get(reader, Sentence.InvitationMailWhere, meeting.Place);
        }

        if (meeting.Topic.Length > 0)
        {
            yield return Messages.Get(reader, Sentence.InvitationMailTopic, meeting.Topic);
        }

        if (meeting.Reason.Length > 0)
        {
            yield return Messages.Get(reader, Sentence.InvitationMailReason, meeting.Reason);
        }

        if (meeting is { OnlineLink: { } link, State: not MeetingState.Cancelled })
        {
            yield return Messages.Get(reader, Sentence.InvitationMailOnline, link);
        }

        yield return string.Empty;
        yield return Messages.Get(reader, Sentence.InvitationMailClosing, string.Join(", ", network.Coordinators.Select(coordinator => coordinator.Name)));
    }

    private static string Lead(Reader reader, Network network, Meeting meeting, bool wasTold) => (meeting.State, wasTold) switch
    {
        (MeetingState.Cancelled, _) => Messages.Get(reader, Sentence.InvitationMailLeadCancelled, network.Name),
        (_, true) => Messages.Get(reader, Sentence.InvitationMailLeadChanged, network.Name),
        _ => Messages.Get(reader, Sentence.InvitationMailLead, network.Name),
    };

    private static string When(Reader reader, Meeting meeting) => Appointments.Moment(reader, meeting.Day + meeting.Start);
}
