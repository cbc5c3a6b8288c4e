using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Files;
using Bot.Platform.Documents;
using Bot.Texts;
using Bot.Turns;
using Microsoft.Extensions.Logging;

namespace Bot.Features.MemberLists.ReadList;

/// <summary>Where a list comes from: a file on the message, or lines behind the command.</summary>
internal sealed partial class ListSource(FileDownload download, ILogger<ListSource> logger)
{
    /// <summary>The tables somebody has sent.</summary>
    /// <returns>Null when neither a file nor lines were sent; otherwise what was read, or a sentence why not. Markdown.</returns>
    public async Task<(SheetReading Reading, string? Refusal)?> ReadAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (SentFile.IsOn(turn.Activity))
        {
            return await FetchAsync(turn, cancellationToken);
        }

        var lines = LinesOf(text.Whole);
        return string.IsNullOrWhiteSpace(lines) ? null : Judged(turn.Reader, DelimitedText.Read(lines));
    }

    /// <summary>What stands behind the colon, or below the first line where there is none.</summary>
    private static string LinesOf(string text) => text.IndexOfAny([':', '\n']) is >= 0 and var end ? text[(end + 1)..].TrimStart('\r', '\n') : string.Empty;

    private async Task<(SheetReading Reading, string? Refusal)> FetchAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (SentFile.Of(turn.Activity) is not { } file)
        {
            return Judged(turn.Reader, SheetReading.Refused(SheetFault.Unknown));
        }

        try
        {
            var content = await download.GetAsync(file.Url, SheetLimits.Bytes, cancellationToken);
            return Judged(turn.Reader, content is null ? SheetReading.Refused(SheetFault.TooLarge) : SheetFile.Read(content));
        }
        catch (Exception failure) when (failure is HttpRequestException or ArgumentException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            LogNotFetched(turn.Activity.Id, failure.GetType().Name, (failure as HttpRequestException)?.StatusCode?.ToString());
            return (SheetReading.Refused(SheetFault.Unknown), Messages.Get(turn.Reader, Sentence.ImportFileUnfetched));
        }
    }

    private static (SheetReading Reading, string? Refusal) Judged(Reader reader, SheetReading reading) => (reading, reading.Fault switch
    {
        null => null,
        SheetFault.Unknown => Messages.Get(reader, Sentence.ImportFileUnknown),
        SheetFault.OldWorkbook => Messages.Get(reader, Sentence.ImportFileOld),
        SheetFault.Encrypted => Messages.Get(reader, Sentence.ImportFileEncrypted),
        SheetFault.Broken => Messages.Get(reader, Sentence.ImportFileBroken),
        SheetFault.TooLarge => Messages.Get(reader, Sentence.ImportFileTooLarge, SheetLimits.Rows, SheetLimits.Bytes / 1024 / 1024),
        SheetFault.OpenQuote => Messages.Get(reader, Sentence.ImportFileOpenQuote, reading.Row),
        SheetFault.Empty => Messages.Get(reader, Sentence.ImportFileEmpty),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    [LoggerMessage(3901, LogLevel.Warning, "A sent file was not fetched, activity {ActivityId}: {Reason} {Status}.")]
    private partial void LogNotFetched(string? activityId, string reason, string? status);
}
