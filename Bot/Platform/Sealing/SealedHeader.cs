using System;
using System.Buffers.Binary;
using System.IO;
using System.Security.Cryptography;

namespace Bot.Platform.Sealing;

/// <summary>The readable beginning of a sealed file: <c>KBOTSEAL</c>, format version (2 bytes), iterations of PBKDF2-SHA-256 (4 bytes), salt (32 bytes); numbers with the high byte first.
/// It is bound into every piece of the file, so that whoever changes it makes the file unreadable.</summary>
/// <param name="Iterations">How often the passphrase is hashed before it is a key.</param>
/// <param name="Salt">Random for each file, so that the same passphrase gives another key for each and no number used once is ever used twice with one key.</param>
internal sealed record SealedHeader(int Iterations, byte[] Salt)
{
    /// <summary>The format this version writes; it reads no newer one.</summary>
    public const ushort Version = 1;

    /// <summary>What OWASP's password storage cheat sheet asks of PBKDF2-SHA-256 at least.</summary>
    public const int UsualIterations = 600_000;

    /// <summary>More than any file has: a forged number must not keep the machine busy for hours.</summary>
    public const int MostIterations = 10_000_000;

    /// <summary>The header's length in bytes.</summary>
    public const int Length = 46;

    private const int SaltBytes = 32;

    private const int KeyBytes = 32;

    private static ReadOnlySpan<byte> Magic => "KBOTSEAL"u8;

    /// <summary>A header for a new file.</summary>
    public static SealedHeader New(int iterations) => new(iterations, RandomNumberGenerator.GetBytes(SaltBytes));

    /// <summary>Reads the beginning of a file.</summary>
    /// <exception cref="SealedFileException">It is no sealed file, one of a newer version, or one whose beginning is damaged.</exception>
    public static SealedHeader Read(Stream source)
    {
        var bytes = new byte[Length];
        if (source.ReadAtLeast(bytes, Length, throwOnEndOfStream: false) < Length || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw SealedFileException.Foreign();
        }

        var version = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(8));
        if (version > Version)
        {
            throw SealedFileException.Newer(version);
        }

        var iterations = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(10));
        return version == 0 || iterations is 0 or > MostIterations ? throw SealedFileException.WrongKey() : new SealedHeader((int)iterations, bytes[14..]);
    }

    /// <summary>The header's bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(10), (uint)Iterations);
        Salt.CopyTo(bytes, 14);
        return bytes;
    }

    /// <summary>The key the passphrase gives with this header. Takes some tenths of a second on purpose.</summary>
    public byte[] KeyOf(string passphrase) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase.Normalize(), Salt, Iterations, HashAlgorithmName.SHA256, KeyBytes);
}
