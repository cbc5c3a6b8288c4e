using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Platform.Activities.Authentication;

/// <summary>A key the channel signs with.</summary>
/// <param name="Id">Its <c>kid</c>.</param>
/// <param name="Key">The public key.</param>
/// <param name="Size">Its length in bits.</param>
/// <param name="Endorsements">The channels it may speak for, such as <c>msteams</c>.</param>
internal sealed record ChannelKey(string Id, RsaSecurityKey Key, int Size, FrozenSet<string> Endorsements)
{
    /// <summary>Reads the keys document (RFC 7517, with the Bot Framework's <c>endorsements</c>, which the usual classes drop).</summary>
    /// <returns>By <c>kid</c>, the first of each. Keys for other purposes than RS256 signatures, and those that make no sense, are left out.</returns>
    public static FrozenDictionary<string, ChannelKey> ReadAll(JsonElement document)
    {
        var keys = new Dictionary<string, ChannelKey>(StringComparer.Ordinal);
        if (document.ValueKind is JsonValueKind.Object && document.TryGetProperty("keys", out var list) && list.ValueKind is JsonValueKind.Array)
        {
            foreach (var key in list.EnumerateArray().Select(Read).OfType<ChannelKey>())
            {
                keys.TryAdd(key.Id, key);
            }
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static ChannelKey? Read(JsonElement entry)
    {
        try
        {
            var key = new JsonWebKey(entry.GetRawText());
            return IsForSignatures(key) ? Of(key, Endorsed(entry)) : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static bool IsForSignatures(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Use: null or "" or "sig", Alg: null or "" or SecurityAlgorithms.RsaSha256 }
        && !string.IsNullOrEmpty(key.Kid) && !string.IsNullOrEmpty(key.N) && !string.IsNullOrEmpty(key.E);

    private static ChannelKey Of(JsonWebKey key, FrozenSet<string> endorsements)
    {
        var parameters = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(key.N), Exponent = Base64UrlEncoder.DecodeBytes(key.E) };
        using var rsa = RSA.Create(parameters);
        return new ChannelKey(key.Kid, new RsaSecurityKey(parameters) { KeyId = key.Kid }, rsa.KeySize, endorsements);
    }

    private static FrozenSet<string> Endorsed(JsonElement entry) =>
        entry.TryGetProperty("endorsements", out var list) && list.ValueKind is JsonValueKind.Array
            ? list.EnumerateArray().Where(name => name.ValueKind is JsonValueKind.String).Select(name => name.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : [];
}
