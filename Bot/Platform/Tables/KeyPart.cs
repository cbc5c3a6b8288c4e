using System;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Platform.Tables;

/// <summary>Makes an id that comes from outside fit for a key.</summary>
internal static class KeyPart
{
    /// <summary>Longest part in UTF-16 units; leaves room for what stands before and behind it in a key of <see cref="TableLimits.KeyLength"/>.</summary>
    public const int Longest = 300;

    /// <summary>The id as it is where a key may hold it, with percent codes where it has characters a key may not hold, and as its fingerprint
    /// where that would be too long.</summary>
    /// <param name="id">Any well-formed text.</param>
    public static string Of(string id)
    {
        var escaped = id.IndexOfAny(['/', '\\', '#', '?', '%']) < 0 ? id : Uri.EscapeDataString(id);
        return escaped.Length <= Longest ? escaped : "sha256%" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
    }
}
