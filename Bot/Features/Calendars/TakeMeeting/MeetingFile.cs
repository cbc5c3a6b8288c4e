using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Calendars;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime.Text;

namespace Bot.Features.Calendars.TakeMeeting;

/// <summary>One meeting as a calendar file, with the identity it has in the feed: who has both has it once.</summary>
internal sealed class MeetingFile(MeetingStore meetings) : IFileSource
{
    /// <summary>How soon a subscriber would look for news; a file is not subscribed to, but says the same as the feed.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => "meeting";

    /// <inheritdoc/>
    public async Task<FileDocument?> MakeAsync(Turn turn, IReadOnlyDictionary<string, string> reference, CancellationToken cancellationToken) =>
        new CardForm(reference).Id(CalendarButton.MeetingField) is { } id && await ReadableAsync(turn, new MeetingId(id), cancellationToken) is var (committee, meeting)
            ? Draw(turn, committee, meeting)
            : null;

    /// <summary>The meeting's file as it is offered; null for those who may not have it, and where there is no such meeting.</summary>
    public async Task<Answer.File?> OfferAsync(Turn turn, MeetingId meeting, CancellationToken cancellationToken) =>
        await MakeAsync(turn, new Dictionary<string, string>(StringComparer.Ordinal) { [CalendarButton.MeetingField] = meeting.Value }, cancellationToken) is { } document
            ? new Answer.File(document, Messages.Get(turn.Reader, Sentence.MeetingFileDescription), Messages.Get(turn.Reader, Sentence.CalendarFileOtherwise))
            : null;

    /// <summary>The committee's next meeting that is ahead, if the sender may read of it.</summary>
    public async Task<MeetingId?> NextAsync(Turn turn, Committee committee, CancellationToken cancellationToken)
    {
        if (turn.May(Right.ReadMeetings, committee))
        {
            await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date, cancellationToken))
            {
                if (meeting.Committee == committee.Id && meeting.IsAhead(turn.Network.Zone, turn.Now))
                {
                    return meeting.Id;
                }
            }
        }

        return null;
    }

    /// <summary>What to say where the file is asked for in a room.</summary>
    public static string InPrivate(Turn turn, string committee) => Messages.Get(turn.Reader, Sentence.MeetingFileInPrivate, committee);

    private async Task<(Committee Committee, Meeting Meeting)?> ReadableAsync(Turn turn, MeetingId id, CancellationToken cancellationToken) =>
        turn.IsPersonal && await meetings.FindAsync(turn.Network, id, cancellationToken) is { Value: var meeting }
        && turn.Network.Committee(meeting.Committee) is { } committee && turn.May(Right.ReadMeetings, committee)
            ? (committee, meeting)
            : null;

    private FileDocument Draw(Turn turn, Committee committee, Meeting meeting)
    {
        var appointment = MeetingAppointment.Of(turn.Network, committee, meeting, turn.Reader);
        return new FileDocument(
            $"{Messages.Get(turn.Reader, Sentence.MeetingFileName)}-{LocalDatePattern.Iso.Format(meeting.Day)}.ics",
            CalendarDocument.Write(Messages.Get(turn.Reader, Sentence.CalendarName, turn.Network.Name), turn.Reader.Language, AskAgain, [appointment]),
            new Dictionary<string, string>(StringComparer.Ordinal) { [FileDocument.KindField] = Kind, [CalendarButton.MeetingField] = meeting.Id.Value });
    }
}
