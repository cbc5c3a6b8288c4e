using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Calendars.TakeFile;

/// <summary>The sender's meetings as a calendar file: a double click puts them into a calendar, once; what changes later it does not know.</summary>
internal sealed class CalendarFile(OwnCalendar calendar) : IFileSource
{
    /// <inheritdoc/>
    public string Kind => "calendar";

    /// <inheritdoc/>
    public async Task<FileDocument?> MakeAsync(Turn turn, IReadOnlyDictionary<string, string> reference, CancellationToken cancellationToken) =>
        CalendarRight.Refuses(turn) is null && turn.Sender is { } sender
        && await calendar.OfAsync(turn.Snapshot, sender.Id, turn.Reader, cancellationToken) is { } content
            ? new FileDocument(
                Messages.Get(turn.Reader, Sentence.CalendarFileName) + ".ics",
                content,
                new Dictionary<string, string>(StringComparer.Ordinal) { [FileDocument.KindField] = Kind })
            : null;

    /// <summary>The file as it is offered; null for those who may not have it.</summary>
    public async Task<Answer.File?> OfferAsync(Turn turn, CancellationToken cancellationToken) =>
        await MakeAsync(turn, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken) is { } document
            ? new Answer.File(document, Messages.Get(turn.Reader, Sentence.CalendarFileDescription), Messages.Get(turn.Reader, Sentence.CalendarFileOtherwise))
            : null;
}
