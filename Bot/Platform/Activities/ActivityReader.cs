using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO.Pipelines;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Platform.Activities;

/// <summary>Takes an activity out of a request, or says which status to refuse it with. Trusts nothing.</summary>
internal static class ActivityReader
{
    /// <summary>Longest body in bytes. Teams sends messages up to about 100 KB of UTF-16.</summary>
    public const int LongestBody = 256 * 1024;

    /// <summary>Longest id in characters; Teams' own stay well below. Ids become keys and stand in the log.</summary>
    public const int LongestId = 512;

    /// <returns>The activity, or null and the status: 415 for another content type than JSON in UTF-8, 413 for more than
    /// <see cref="LongestBody"/>, 400 for what is no activity the bot can answer.</returns>
    public static async ValueTask<(Activity? Activity, int Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request.ContentType))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > LongestBody)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        var body = request.BodyReader;
        var read = await ReadToEndAsync(body, cancellationToken);
        if (read.Buffer.Length > LongestBody)
        {
            body.AdvanceTo(read.Buffer.End);
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        var activity = Parse(read.Buffer);
        body.AdvanceTo(read.Buffer.End);
        return activity is not null && IsAnswerable(activity) ? (activity, 0) : (null, StatusCodes.Status400BadRequest);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async ValueTask<ReadResult> ReadToEndAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.IsCompleted || read.Buffer.Length > LongestBody)
            {
                return read;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Activity? Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = ActivityFormat.Options.MaxDepth });
            var activity = JsonSerializer.Deserialize(ref reader, ActivityFormat.Activity);
            return reader.Read() ? null : activity;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether everything is there that an answer needs. Kinds the bot does not know are let through, to be ignored (A2014).</summary>
    private static bool IsAnswerable(Activity activity) => HasDecentIds(activity) && activity.Type switch
    {
        null or "" => false,
        ActivityTypes.Message or ActivityTypes.Invoke => HasPlace(activity) && Has(activity.From?.Id) && HoldsNoNulls(activity),
        ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate => HasPlace(activity) && HoldsNoNulls(activity),
        _ => HoldsNoNulls(activity),
    };

    private static bool HasPlace(Activity activity) => Has(activity.Conversation?.Id) && Has(activity.ServiceUrl);

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool HasDecentIds(Activity activity) =>
        IsDecent(activity.Id) && IsDecent(activity.ReplyToId) && IsDecent(activity.From?.Id) && IsDecent(activity.Conversation?.Id);

    private static bool IsDecent(string? id) => id is null || (id.Length <= LongestId && !id.Any(char.IsControl));

    private static bool HoldsNoNulls(Activity activity) =>
        HoldsNoNull(activity.Entities) && HoldsNoNull(activity.Attachments) && HoldsNoNull(activity.MembersAdded) && HoldsNoNull(activity.MembersRemoved);

    private static bool HoldsNoNull<T>(IReadOnlyList<T>? list)
        where T : class
    {
        for (var i = 0; i < list?.Count; i++)
        {
            if (list[i] is null)
            {
                return false;
            }
        }

        return true;
    }
}
