using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Deliveries;
using Bot.Platform.Directory;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Writes to those without Teams: that they are invited, that the meeting has changed, that it will not take place. Once each.</summary>
/// <remarks>Graph cannot recognize a repeated mail. Where nobody knows whether one went out (no answer in time, an error after it was taken, a crash in between), it is sent again:
/// an invitation that never came does more harm than one that came twice, and calendar programs know by UID and SEQUENCE that it is the same. A draft that is sent by its
/// identity would tell whether it went out, but needs Mail.ReadWrite: the right to read and change everything in the mailbox, where Mail.Send is enough to send.</remarks>
internal sealed partial class MailFollower(
    DeliveryLedger ledger, InvitationMailStore mails, IOrganizerMail mail, MailReports reports, IOptions<GraphOptions> options, ILogger<MailFollower> logger)
{
    /// <summary>Exchange Online sends 30 mails a minute from one mailbox.</summary>
    public const int MostAtOnce = 25;

    /// <summary>So often a mail is sent without anybody knowing whether it arrived.</summary>
    public const int MostDoubts = 3;

    /// <summary>So often somebody is tried who cannot be reached just now: a day and more, with the pauses between.</summary>
    private const int MostAttempts = 60;

    private const string Request = "request-";

    private const string Cancellation = "cancel";

    private const string AudiencePrefix = "mail|";

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Sends what is still to be sent.</summary>
    /// <returns>When to look again; null when nothing more is to be sent.</returns>
    public async Task<DateTimeOffset?> FollowAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Invitation, meeting.Id.Value);
        var told = await ToldAsync(subject, cancellationToken);
        var kind = KindOf(meeting);
        // Whoever was invited is told that it is off, also when they belong no longer.
        var people = meeting.State == MeetingState.Cancelled ? told.Select(id => snapshot.Network.Person(new PersonId(id))).OfType<Person>().Where(person => person.Mail is not null) : Invited.Of(snapshot, committee).ByMail;
        var (sent, again) = (0, (DateTimeOffset?)null);
        foreach (var person in people)
        {
            if (sent == MostAtOnce)
            {
                return now.ToDateTimeOffset() + Pause;
            }

            var (mine, row, line) = await ledger.ClaimAsync(subject, kind, AudiencePrefix + person.Id.Value, cancellationToken);
            if (mine)
            {
                var letter = await DrawAsync(snapshot, committee, meeting, person, told.Contains(person.Id.Value), cancellationToken);
                line = await SendAsync(row, line, letter, meeting, now, cancellationToken);
                sent++;
            }

            if (line.State == DeliveryState.Claimed)
            {
                again = again is { } earlier && earlier < line.LeaseUntil ? earlier : line.LeaseUntil;
            }

            if (line is { State: DeliveryState.Claimed, Error: not null, Doubts: 0 } && mine)
            {
                // Graph is busy: the others will not fare better.
                return again;
            }
        }

        var report = await reports.TellAsync(snapshot, committee, meeting, kind, AudiencePrefix, cancellationToken);
        return again is null || report < again ? report ?? again : again;
    }

    /// <summary>Which mail about the meeting is the present one, as the ledger calls it.</summary>
    public static string KindOf(Meeting meeting) =>
        meeting.State == MeetingState.Cancelled ? Cancellation : Request + meeting.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Who was told before the calendar had named the meeting knows it by the bot's own name, and keeps it: under another it would stand in their calendar twice.
    /// A cancellation of the old name would be read as one of the meeting.</summary>
    private async Task<DirectoryMail> DrawAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Person person, bool wasTold, CancellationToken cancellationToken)
    {
        var own = MeetingAppointment.OwnUid(snapshot.Network, meeting);
        var uid = await mails.UidAsync(snapshot.Network.Id, meeting.Id, person.Id, wasTold ? own : meeting.CalendarUid ?? own, cancellationToken);
        return InvitationMail.Draw(snapshot, committee, meeting with { CalendarUid = uid }, person, options.Value.Organizer, wasTold);
    }

    private async Task<Delivery> SendAsync(TableEntity row, Delivery line, DirectoryMail letter, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var outcome = line with { State = DeliveryState.Sent };
        try
        {
            await mail.SendAsync(letter, cancellationToken);
        }
        catch (DirectoryException fault)
        {
            LogFault(meeting.Id, fault.Fault, fault.Code);
            outcome = After(line, fault, now.ToDateTimeOffset());
        }

        await ledger.SaveAsync(row, outcome, cancellationToken);
        return outcome;
    }

    private static Delivery After(Delivery line, DirectoryException fault, DateTimeOffset now)
    {
        var later = line with { Error = fault.Code, LeaseUntil = fault.Until ?? (now + Pause) };
        return fault.Fault switch
        {
            DirectoryFault.Refused => later with { State = DeliveryState.Failed },
            DirectoryFault.Doubtful => later with { Doubts = line.Doubts + 1, State = line.Doubts + 1 < MostDoubts ? DeliveryState.Claimed : DeliveryState.GivenUp },
            _ => later with { State = line.Attempts < MostAttempts ? DeliveryState.Claimed : DeliveryState.GivenUp },
        };
    }

    /// <summary>The ids of those to whom an invitation went out, or may have.</summary>
    private async Task<HashSet<string>> ToldAsync(string subject, CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var line in ledger.AboutAsync(subject, cancellationToken))
        {
            if (line.Kind.StartsWith(Request, StringComparison.Ordinal) && (line.State == DeliveryState.Sent || line.Doubts > 0 || line is { State: DeliveryState.Claimed, Error: null }))
            {
                told.Add(line.Audience[AudiencePrefix.Length..]);
            }
        }

        return told;
    }

    [LoggerMessage(3602, LogLevel.Warning, "A mail about meeting {Meeting} was not sent, or nobody knows: {Fault}, {Code}.")]
    private partial void LogFault(MeetingId meeting, DirectoryFault fault, string code);
}
