using System;
using System.Text;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>Keys as bytes whose order is the service's: ordinal by UTF-16 units.</summary>
/// <remarks>UTF-8 sorts U+1F600 behind U+FF21, UTF-16 before it. So each half of a surrogate pair is written as three bytes of its own
/// (CESU-8, Unicode Technical Report 26). Everything else is plain UTF-8 and readable in any SQLite shell.</remarks>
internal static class OrdinalText
{
    private const byte SurrogateLead = 0xED;

    /// <summary>The bytes of <paramref name="text"/>.</summary>
    public static byte[] Encode(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? EncodeUnits(text) : Encoding.UTF8.GetBytes(text);

    /// <summary>The bytes of the first text that is greater than the one encoded.</summary>
    public static byte[] Behind(ReadOnlySpan<byte> encoded) => [.. encoded, 0];

    /// <summary>The text of bytes that <see cref="Encode"/> made.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes.Contains(SurrogateLead) ? DecodeUnits(bytes) : Encoding.UTF8.GetString(bytes);

    private static byte[] EncodeUnits(string text)
    {
        var bytes = new byte[3 * text.Length];
        var length = 0;
        foreach (var unit in text)
        {
            switch (unit)
            {
                case < '\u0080':
                    bytes[length++] = (byte)unit;
                    break;
                case < '\u0800':
                    bytes[length++] = (byte)(0xC0 | (unit >> 6));
                    bytes[length++] = (byte)(0x80 | (unit & 0x3F));
                    break;
                default:
                    bytes[length++] = (byte)(0xE0 | (unit >> 12));
                    bytes[length++] = (byte)(0x80 | ((unit >> 6) & 0x3F));
                    bytes[length++] = (byte)(0x80 | (unit & 0x3F));
                    break;
            }
        }

        return bytes.AsSpan(0, length).ToArray();
    }

    private static string DecodeUnits(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var (unit, length) = bytes[0] switch
            {
                < 0x80 => (bytes[0], 1),
                < 0xE0 => (((bytes[0] & 0x1F) << 6) | (bytes[1] & 0x3F), 2),
                _ => (((bytes[0] & 0x0F) << 12) | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F), 3),
            };
            text.Append((char)unit);
            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
