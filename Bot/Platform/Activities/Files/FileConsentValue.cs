using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Bot.Platform.Activities.Files;

/// <summary>Whether somebody takes a file.</summary>
/// <param name="IsAccepted">Whether they do.</param>
/// <param name="Context">The reference the question carried. Anybody can make it up.</param>
/// <param name="Upload">Where the file is to be put; null when it is not wanted.</param>
internal sealed record FileConsentValue(bool IsAccepted, IReadOnlyDictionary<string, string> Context, FileUploadInfo? Upload)
{
    /// <summary>Reads the value of an invoke named <see cref="InvokeNames.FileConsent"/>.</summary>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out FileConsentValue? value)
    {
        try
        {
            value = activity.Value is { ValueKind: JsonValueKind.Object } json ? Read(json) : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, found only when the text is taken out of the JSON.
            value = null;
        }

        return value is not null;
    }

    private static FileConsentValue? Read(JsonElement json)
    {
        var context = AdaptiveCardInvokeValue.ReadFields(json.TryGetProperty("context", out var given) ? given : default);
        return Text(json, "action") switch
        {
            "decline" => new FileConsentValue(false, context, null),
            "accept" when json.TryGetProperty("uploadInfo", out var info) && info.ValueKind is JsonValueKind.Object && Text(info, "uploadUrl") is { } url =>
                new FileConsentValue(true, context, new FileUploadInfo(url, Text(info, "contentUrl"), Text(info, "name"), Text(info, "uniqueId"), Text(info, "fileType"))),
            _ => null,
        };
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Where a file is to be put, and how it is called then.</summary>
/// <param name="UploadUrl">To be checked by <see cref="FileUpload.IsAllowed"/>; whoever has it can write there.</param>
/// <param name="ContentUrl">Where people find the file.</param>
/// <param name="Name">Its name; the channel changes it when there is one of that name.</param>
/// <param name="UniqueId">The channel's id for it.</param>
/// <param name="FileType">Its ending without the dot.</param>
internal sealed record FileUploadInfo(string UploadUrl, string? ContentUrl, string? Name, string? UniqueId, string? FileType);
