using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace Bot.Platform.Sealing;

/// <summary>Writes records into one compressed and encrypted stream.</summary>
/// <remarks>Protects from whoever gets hold of the file, on a lost disk or in a cloud folder: without the passphrase nothing in it can be read but how large it is and when it was written,
/// and nothing can be changed, left out, moved, put together from two files or cut off without being noticed. It protects no better than the passphrase: whoever has the file can try passphrases
/// for as long as they like, each costing <see cref="SealedHeader.Iterations"/> hashes. It does not protect from whoever knows the passphrase, from whoever runs the bot or its store, nor from
/// somebody who puts an older file in the place of a newer one.</remarks>
internal sealed class SealedWriter : IDisposable
{
    private readonly ChunkSeal seal;

    private readonly SealingStream pieces;

    private readonly BrotliStream compressed;

    /// <summary>Begins a file.</summary>
    /// <param name="target">Where it is written; stays open.</param>
    /// <param name="passphrase">What opens it.</param>
    /// <param name="iterations">How often the passphrase is hashed; fewer than <see cref="SealedHeader.UsualIterations"/> only in tests, and for what never leaves the memory.</param>
    public SealedWriter(Stream target, string passphrase, int iterations = SealedHeader.UsualIterations)
    {
        var header = SealedHeader.New(iterations);
        target.Write(header.ToBytes());
        seal = new ChunkSeal(header.KeyOf(passphrase), header.ToBytes());
        target.Write(seal.Seal([], isLast: false));
        pieces = new SealingStream(target, seal);
        compressed = new BrotliStream(pieces, CompressionLevel.Optimal, leaveOpen: true);
    }

    /// <summary>Writes a record.</summary>
    /// <param name="record">At most <see cref="SealedReader.MostBytes"/> bytes.</param>
    public void Write(ReadOnlySpan<byte> record)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, record.Length);
        compressed.Write(length);
        compressed.Write(record);
    }

    /// <summary>Ends the file. One that was never completed is refused when it is read.</summary>
    public void Complete()
    {
        compressed.Dispose();
        pieces.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        compressed.Dispose();
        pieces.Dispose();
        seal.Dispose();
    }
}
