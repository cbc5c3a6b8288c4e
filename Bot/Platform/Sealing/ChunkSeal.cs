using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Bot.Platform.Sealing;

/// <summary>Seals and opens the pieces of one file with AES-256-GCM: the number used once is the piece's place and whether it is the last, so that none can be left out,
/// moved, repeated or put behind the end, and none is used twice with the file's key.</summary>
/// <remarks>The construction is STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance" (2015).</remarks>
internal sealed class ChunkSeal(byte[] key, byte[] header) : IDisposable
{
    /// <summary>Bytes of a piece before it is sealed, at most.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Bytes of the proof behind each piece.</summary>
    public const int TagBytes = 16;

    /// <summary>Length and mark of the last piece before each piece.</summary>
    public const int PrefixBytes = 4;

    private const uint LastMark = 0x8000_0000;

    private readonly AesGcm cipher = new(key, TagBytes);

    private ulong place;

    /// <summary>Seals the next piece.</summary>
    /// <returns>Prefix, sealed bytes and proof, as they go into the file.</returns>
    public byte[] Seal(ReadOnlySpan<byte> plain, bool isLast)
    {
        var written = new byte[PrefixBytes + plain.Length + TagBytes];
        BinaryPrimitives.WriteUInt32BigEndian(written, (uint)plain.Length | (isLast ? LastMark : 0));
        cipher.Encrypt(Next(isLast), plain, written.AsSpan(PrefixBytes, plain.Length), written.AsSpan(PrefixBytes + plain.Length), header);
        return written;
    }

    /// <summary>How long the piece is that a prefix announces, and whether it is the last; a length no piece has is told as it is.</summary>
    public static (uint Length, bool IsLast) Announced(ReadOnlySpan<byte> prefix)
    {
        var announced = BinaryPrimitives.ReadUInt32BigEndian(prefix);
        return (announced & ~LastMark, (announced & LastMark) != 0);
    }

    /// <summary>Opens the next piece.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It is not what was sealed in this place.</exception>
    public byte[] Open(ReadOnlySpan<byte> body, bool isLast)
    {
        var plain = new byte[body.Length - TagBytes];
        cipher.Decrypt(Next(isLast), body[..^TagBytes], body[^TagBytes..], plain, header);
        return plain;
    }

    /// <inheritdoc/>
    public void Dispose() => cipher.Dispose();

    private byte[] Next(bool isLast)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteUInt64BigEndian(nonce, place);
        nonce[11] = isLast ? (byte)1 : (byte)0;
        place = checked(place + 1);
        return nonce;
    }
}
