using System;
using System.Buffers;
using System.IO;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Platform.Activities;

/// <summary>Takes an activity out of a request, or says which status to refuse it with. Trusts nothing.</summary>
internal sealed class ActivityReader(TimeProvider time)
{
    /// <summary>Longest body in bytes. Teams sends messages up to about 100 KB of UTF-16. It also bounds how many mentions, members and attachments an
    /// activity can bring, some thousands: whoever walks through them does so once.</summary>
    public const int LongestBody = 256 * 1024;

    /// <summary>Within this time after the first wait for it the body must be there, however it trickles in. The channel sends it at once, and gives up
    /// on an answer after about as long.</summary>
    public static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(10);

    /// <summary>A name that stands twice in an object is refused: RFC 8259, 4, lets each reader choose, and what a proxy has checked must not be another
    /// activity than the one the bot reads.</summary>
    private static readonly JsonTypeInfo<Activity> Strict =
        (JsonTypeInfo<Activity>)new JsonSerializerOptions(ActivityFormat.Options) { AllowDuplicateProperties = false }.GetTypeInfo(typeof(Activity));

    /// <returns>The activity, or null and the status: 415 for another content type than JSON in UTF-8, or a compressed one; 413 for more than
    /// <see cref="LongestBody"/>; 408 for more than <see cref="LongestReading"/>; 400 for what is no activity the bot can answer, or a sender who
    /// went away.</returns>
    public async ValueTask<(Activity? Activity, int Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request.ContentType) || IsEncoded(request.Headers.ContentEncoding))
        {
            return Unread(request, StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > LongestBody)
        {
            return Unread(request, StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            return await ReadBodyAsync(request, cancellationToken);
        }
        catch (BadHttpRequestException bad)
        {
            // The web server's own limits: too large, too slow, chunks that make no sense.
            return (null, bad.StatusCode);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Refuses what was not read to its end. Nobody waits for what else may come on this connection, so the sender is told not to use it again.</summary>
    private static (Activity? Activity, int Refusal) Unread(HttpRequest request, int status)
    {
        request.HttpContext.Response.Headers.Connection = "close";
        return (null, status);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Nothing is unpacked, since a small body could unpack to a huge one; the channel packs nothing.</summary>
    private static bool IsEncoded(string? encoding) => !string.IsNullOrEmpty(encoding) && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    private async ValueTask<(Activity? Activity, int Refusal)> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = request.BodyReader;
        var read = await ReadToEndAsync(body, cancellationToken);
        if (read.IsCanceled || read.Buffer.Length > LongestBody)
        {
            body.AdvanceTo(read.Buffer.End);
            return Unread(request, read.IsCanceled ? StatusCodes.Status408RequestTimeout : StatusCodes.Status413PayloadTooLarge);
        }

        var activity = Parse(read.Buffer);
        body.AdvanceTo(read.Buffer.End);
        return activity is not null && ActivityShape.IsAnswerable(activity) ? (activity, 0) : (null, StatusCodes.Status400BadRequest);
    }

    /// <returns>Cancelled when it took too long; longer than <see cref="LongestBody"/>, and not read to its end, when it is too long.</returns>
    private async ValueTask<ReadResult> ReadToEndAsync(PipeReader body, CancellationToken cancellationToken)
    {
        ITimer? patience = null;
        try
        {
            while (true)
            {
                var reading = body.ReadAsync(cancellationToken);
                if (!reading.IsCompleted)
                {
                    patience ??= time.CreateTimer(static reader => ((PipeReader)reader!).CancelPendingRead(), body, LongestReading, Timeout.InfiniteTimeSpan);
                }

                var read = await reading;
                if (read.IsCanceled || read.IsCompleted || read.Buffer.Length > LongestBody)
                {
                    return read;
                }

                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        finally
        {
            patience?.Dispose();
        }
    }

    private static Activity? Parse(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
        {
            return Parse(body.FirstSpan);
        }

        var length = (int)body.Length;
        var together = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(together);
            return Parse(together.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(together);
        }
    }

    private static Activity? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return Utf8.IsValid(json) && HoldsWholeCharacters(json) ? JsonSerializer.Deserialize(json, Strict) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether no text in it is half a surrogate pair. Such a text would be noticed only where somebody takes it out of <see cref="Activity.Value"/>
    /// or the unknown fields; here it is refused for all of them.</summary>
    private static bool HoldsWholeCharacters(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return true;
        }

        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityFormat.Options.MaxDepth });
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
