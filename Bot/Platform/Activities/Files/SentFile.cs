using System;
using System.Linq;
using System.Text.Json;

namespace Bot.Platform.Activities.Files;

/// <summary>A file somebody has sent to the bot in 1:1.</summary>
/// <param name="Name">As its sender calls it.</param>
/// <param name="Url">Where it can be fetched for some minutes; whoever has it can read the file.</param>
/// <remarks>Source: Teams documentation, "Send and receive files through a bot": an attachment of <see cref="ContentType"/>, for apps with <c>supportsFiles</c> in their manifest.</remarks>
internal sealed record SentFile(string Name, string Url)
{
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>The only file that hangs on a message; null when there is none, or more than one.</summary>
    public static SentFile? Of(Activity activity) =>
        (activity.Attachments ?? []).Where(attachment => attachment.ContentType == ContentType).Take(2).ToList() is [var only] ? Read(only) : null;

    /// <summary>Whether any file hangs on a message.</summary>
    public static bool IsOn(Activity activity) => (activity.Attachments ?? []).Any(attachment => attachment.ContentType == ContentType);

    private static SentFile? Read(Attachment attachment)
    {
        try
        {
            return attachment.Content is JsonElement { ValueKind: JsonValueKind.Object } content
                && content.TryGetProperty("downloadUrl", out var url) && url.ValueKind == JsonValueKind.String
                ? new SentFile(attachment.Name ?? string.Empty, url.GetString()!)
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, found only when the text is taken out of the JSON.
            return null;
        }
    }

    /// <summary>Says only that there is one: the address is a permission.</summary>
    public override string ToString() => "(file)";
}
