using System;
using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Bot.Platform.Activities.Authentication;

/// <summary>A token taken apart: what it says of itself. Nothing of it is proven.</summary>
internal sealed record ChannelToken
{
    /// <summary>Longest token in characters. The channel's own have about a thousand.</summary>
    public const int LongestToken = 8 * 1024;

    /// <summary>A second after the last moment of year 9999; later ones are no times.</summary>
    private const long EndOfTime = 253_402_300_800;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>No name twice: which of the two counts would be anybody's guess.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The whole token, as it was sent.</summary>
    public required string Text { get; init; }

    public string? Algorithm { get; private init; }

    public string? KeyId { get; private init; }

    /// <summary>Whether the header lists extensions that must be understood.</summary>
    public bool HasCriticalHeader { get; private init; }

    public string? Issuer { get; private init; }

    /// <summary>Null also when there are several.</summary>
    public string? Audience { get; private init; }

    public DateTimeOffset? NotBefore { get; private init; }

    public DateTimeOffset? Expires { get; private init; }

    /// <summary>Null also when there are several, spelt differently.</summary>
    public string? ServiceUrl { get; private init; }

    /// <summary>Reads a signed JWT in compact form (RFC 7515, 7.1; RFC 7519, 7.2).</summary>
    /// <returns>Null for anything else: other than three parts, an empty part, padding or loose bits in the encoding, no JSON objects, names twice.</returns>
    public static ChannelToken? Read(string text)
    {
        Span<Range> parts = stackalloc Range[4];
        if (text.AsSpan().Split(parts, '.') != 3)
        {
            return null;
        }

        using var header = Open(text.AsSpan(parts[0]));
        using var payload = Open(text.AsSpan(parts[1]));
        return header is null || payload is null || !IsEncoded(text.AsSpan(parts[2])) ? null : Of(text, header.RootElement, payload.RootElement);
    }

    private static ChannelToken Of(string text, JsonElement header, JsonElement payload) => new()
    {
        Text = text,
        Algorithm = TextOf(header, "alg"),
        KeyId = TextOf(header, "kid"),
        HasCriticalHeader = header.TryGetProperty("crit", out _),
        Issuer = TextOf(payload, "iss"),
        Audience = TextOf(payload, "aud"),
        NotBefore = TimeOf(payload, "nbf"),
        Expires = TimeOf(payload, "exp"),
        ServiceUrl = ServiceUrlOf(payload),
    };

    private static JsonDocument? Open(ReadOnlySpan<char> part)
    {
        if (!IsEncoded(part))
        {
            return null;
        }

        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
            {
                return document;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        document.Dispose();
        return null;
    }

    private static bool IsEncoded(ReadOnlySpan<char> part) => part.Length > 0 && !part.ContainsAnyExcept(Letters) && Base64Url.IsValid(part);

    private static string? TextOf(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? TimeOf(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and < EndOfTime
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The documentation writes <c>serviceUrl</c>, the channel <c>serviceurl</c>.</summary>
    private static string? ServiceUrlOf(JsonElement fields)
    {
        string? found = null;
        foreach (var field in fields.EnumerateObject())
        {
            if (field.Name.Equals("serviceurl", StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null || field.Value.ValueKind is not JsonValueKind.String)
                {
                    return null;
                }

                found = field.Value.GetString();
            }
        }

        return found;
    }
}
