using System;
using System.IO;

namespace Bot.Platform.Sealing;

/// <summary>Cuts what is written into pieces and seals them. Nothing but <see cref="Complete"/> writes the last piece, so that a file that was given up halfway is known to be incomplete.</summary>
internal sealed class SealingStream(Stream target, ChunkSeal seal) : Stream
{
    private readonly byte[] piece = new byte[ChunkSeal.MostBytes];

    private int filled;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Seals what is left as the last piece.</summary>
    public void Complete() => target.Write(seal.Seal(piece.AsSpan(0, filled), isLast: true));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (filled == piece.Length)
            {
                target.Write(seal.Seal(piece, isLast: false));
                filled = 0;
            }

            var taken = Math.Min(buffer.Length, piece.Length - filled);
            buffer[..taken].CopyTo(piece.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Does nothing: a piece is written when it is full.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
