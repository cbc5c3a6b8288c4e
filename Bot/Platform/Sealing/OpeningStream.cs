using System;
using System.IO;
using System.Security.Cryptography;

namespace Bot.Platform.Sealing;

/// <summary>Opens the pieces of a sealed file one by one. It ends only behind the last piece, and nothing may stand behind that.</summary>
internal sealed class OpeningStream(Stream source, ChunkSeal seal) : Stream
{
    private byte[] piece = [];

    private int taken;

    private long at = SealedHeader.Length;

    private bool isOver;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="SealedFileException">A piece is damaged, or the file ends before its last.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (taken == piece.Length && !isOver)
        {
            OpenNext();
        }

        var count = Math.Min(buffer.Length, piece.Length - taken);
        piece.AsSpan(taken, count).CopyTo(buffer);
        taken += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Opens the first piece, which is empty and only there to tell whether the passphrase fits.</summary>
    /// <exception cref="SealedFileException">It does not.</exception>
    public void OpenFirst()
    {
        try
        {
            OpenNext();
        }
        catch (SealedFileException fault) when (fault.InnerException is AuthenticationTagMismatchException)
        {
            throw SealedFileException.WrongKey();
        }
    }

    private void OpenNext()
    {
        var prefix = Take(ChunkSeal.PrefixBytes);
        var (length, isLast) = ChunkSeal.Announced(prefix);
        if (length > ChunkSeal.MostBytes)
        {
            throw SealedFileException.Damaged(at);
        }

        var body = Take((int)length + ChunkSeal.TagBytes);
        try
        {
            (piece, taken) = (seal.Open(body, isLast), 0);
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw SealedFileException.Damaged(at, mismatch);
        }

        at += prefix.Length + body.Length;
        isOver = isLast;
        if (isLast && source.ReadByte() >= 0)
        {
            throw SealedFileException.Damaged(at);
        }
    }

    private byte[] Take(int count)
    {
        var bytes = new byte[count];
        var found = source.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return found == count ? bytes : throw SealedFileException.Truncated(source.CanSeek ? source.Length : at + found);
    }
}
