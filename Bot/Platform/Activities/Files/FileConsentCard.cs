using System.Collections.Generic;

namespace Bot.Platform.Activities.Files;

/// <summary>Asks somebody in 1:1 whether a file may be put into their OneDrive.</summary>
/// <param name="Description">What it is. Plain text.</param>
/// <param name="SizeInBytes">Its size as it will be.</param>
/// <param name="AcceptContext">Comes back when it is taken: a reference, never content or a right.</param>
/// <param name="DeclineContext">Comes back when it is not.</param>
internal sealed record FileConsentCard(
    string Description, long SizeInBytes, IReadOnlyDictionary<string, string> AcceptContext, IReadOnlyDictionary<string, string> DeclineContext)
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.consent";

    /// <summary>The question as a message.</summary>
    /// <param name="name">Name of the file, with its ending.</param>
    /// <param name="description">What it is. Plain text.</param>
    /// <param name="size">In bytes.</param>
    /// <param name="reference">Which document it is.</param>
    public static Activity Message(string name, string description, long size, IReadOnlyDictionary<string, string> reference) => new()
    {
        Type = ActivityTypes.Message,
        TextFormat = TextFormats.Plain,
        Summary = description,
        Attachments = [new Attachment { ContentType = ContentType, Name = name, Content = new FileConsentCard(description, size, reference, reference) }],
    };
}

/// <summary>Shows a file that was put into somebody's OneDrive.</summary>
/// <param name="UniqueId">As the channel named it.</param>
/// <param name="FileType">The file's ending without the dot.</param>
internal sealed record FileInfoCard(string? UniqueId, string? FileType)
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>The file as a message.</summary>
    /// <param name="upload">As the channel named it.</param>
    /// <param name="summary">What a notification shows. Plain text.</param>
    public static Activity Message(FileUploadInfo upload, string summary) => new()
    {
        Type = ActivityTypes.Message,
        TextFormat = TextFormats.Plain,
        Summary = summary,
        Attachments =
        [
            new Attachment { ContentType = ContentType, ContentUrl = upload.ContentUrl, Name = upload.Name, Content = new FileInfoCard(upload.UniqueId, upload.FileType) },
        ],
    };
}
