using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace Bot.Platform.Sealing;

/// <summary>Reads the records of a sealed file. No byte is handed out whose piece was not found to be as it was written; that nothing is missing at the end is known only when
/// <see cref="Read"/> has returned null, so whoever must not act on half a file reads it to its end first.</summary>
internal sealed class SealedReader : IDisposable
{
    /// <summary>The longest record, in bytes; a row of the store has at most 1 MiB.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private readonly ChunkSeal seal;

    private readonly OpeningStream pieces;

    private readonly BrotliStream compressed;

    /// <summary>Opens a file.</summary>
    /// <param name="source">The file; stays open.</param>
    /// <param name="passphrase">What it was written with.</param>
    /// <exception cref="SealedFileException">It is no such file, of a newer version, or the passphrase does not fit.</exception>
    public SealedReader(Stream source, string passphrase)
    {
        var header = SealedHeader.Read(source);
        Print = Convert.ToHexStringLower(header.Salt);
        seal = new ChunkSeal(header.KeyOf(passphrase), header.ToBytes());
        pieces = new OpeningStream(source, seal);
        try
        {
            pieces.OpenFirst();
        }
        catch
        {
            seal.Dispose();
            throw;
        }

        compressed = new BrotliStream(pieces, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>What tells this file from every other; the same for copies of it.</summary>
    public string Print { get; }

    /// <summary>The next record, or null behind the last, when the file was found to be whole.</summary>
    /// <exception cref="SealedFileException">The file is damaged or incomplete.</exception>
    public byte[]? Read()
    {
        Span<byte> prefix = stackalloc byte[4];
        var found = compressed.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        if (found == 0)
        {
            // The compressed stream knows its own end; the last piece must be there all the same.
            return pieces.ReadByte() < 0 ? null : throw SealedFileException.Damaged(SealedHeader.Length);
        }

        var length = found == prefix.Length ? BinaryPrimitives.ReadInt32BigEndian(prefix) : -1;
        if (length is < 0 or > MostBytes)
        {
            throw SealedFileException.Damaged(SealedHeader.Length);
        }

        var record = new byte[length];
        compressed.ReadExactly(record);
        return record;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        compressed.Dispose();
        pieces.Dispose();
        seal.Dispose();
    }
}
