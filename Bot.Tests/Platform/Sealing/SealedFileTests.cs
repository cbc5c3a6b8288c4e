using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Bot.Platform.Sealing;
using Xunit;

namespace Bot.Tests.Platform.Sealing;

/// <summary>What is sealed comes back as it was, or not at all. Derived with one iteration, since what is tested is not how slow that is.</summary>
public class SealedFileTests
{
    private const string Passphrase = "fünf Wörter die niemand errät";

    [Fact]
    public void Usual_Iterations_AreAsManyAsAreAskedForToday() => Assert.True(SealedHeader.UsualIterations >= 600_000);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 10)]
    [InlineData(3, 70_000)]
    [InlineData(200, 5_000)]
    public void Records_Sealed_ComeBackAsTheyWere(int count, int length)
    {
        var records = Records(count, length);

        Assert.Equal(records, Read(Sealed(records), Passphrase));
    }

    [Fact]
    public void Passphrase_TypedInAnotherUnicodeForm_FitsAsWell() =>
        Assert.Single(Read(Sealed(Records(1, 5)), Passphrase.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Passphrase_Wrong_IsNamedAsThat() =>
        Assert.Contains("passphrase does not fit", Assert.Throws<SealedFileException>(() => Read(Sealed(Records(1, 5)), Passphrase + "!")).Message, StringComparison.Ordinal);

    [Fact]
    public void SameContent_SealedTwice_IsNotTheSame()
    {
        var (one, other) = (Sealed(Records(1, 500)), Sealed(Records(1, 500)));

        Assert.NotEqual(one[SealedHeader.Length..], other[SealedHeader.Length..]);
    }

    [Fact]
    public void EveryByte_Flipped_IsNoticed()
    {
        var whole = Sealed(Records(3, 40));
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var bit in (byte[])[1, 0x80])
            {
                var flipped = (byte[])whole.Clone();
                flipped[at] ^= bit;
                // A flipped bit of the iterations only makes the passphrase slow to be refused.
                if (at is < 10 or > 12)
                {
                    Assert.Throws<SealedFileException>(() => Read(flipped, Passphrase));
                }
            }
        }
    }

    [Fact]
    public void EveryByteOfManyPieces_Changed_IsNoticed()
    {
        var whole = Sealed(Records(4, 60_000));
        var random = new Random(6);
        for (var run = 0; run < 300; run++)
        {
            var changed = (byte[])whole.Clone();
            changed[random.Next(SealedHeader.Length, whole.Length)] ^= (byte)random.Next(1, 256);
            Assert.Contains("damaged", Assert.Throws<SealedFileException>(() => Read(changed, Passphrase)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryLength_CutOff_IsNoticed()
    {
        var whole = Sealed(Records(3, 40));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<SealedFileException>(() => Read(whole[..length], Passphrase));
        }

        Assert.Contains("incomplete", Assert.Throws<SealedFileException>(() => Read(whole[..^1], Passphrase)).Message, StringComparison.Ordinal);
    }

    /// <summary>Cut between two pieces, each of which is as it was written.</summary>
    [Fact]
    public void Pieces_LeftOutSwappedRepeatedOrAdded_AreNoticed()
    {
        var whole = Sealed(Records(4, 60_000));
        var pieces = Pieces(whole);
        Assert.True(pieces.Count >= 4);
        var header = whole[..SealedHeader.Length];
        List<byte[]>[] forged =
        [
            [.. pieces.SkipLast(1)],
            [.. pieces.Where((_, place) => place != 1)],
            [pieces[0], pieces[2], pieces[1], .. pieces.Skip(3)],
            [pieces[0], pieces[1], .. pieces.Skip(1)],
            [.. pieces, pieces[^1]],
            [.. pieces, [0]],
            [pieces[0], pieces[^1]],
        ];

        Assert.Equal(4, Read([.. header, .. pieces.SelectMany(piece => piece)], Passphrase).Count);
        Assert.All(forged, parts => Assert.Throws<SealedFileException>(() => Read([.. header, .. parts.SelectMany(piece => piece)], Passphrase)));
    }

    [Fact]
    public void Piece_OfAnotherFileWithTheSamePassphrase_IsNoticed()
    {
        var (one, other) = (Sealed(Records(4, 60_000)), Sealed(Records(4, 60_000)));
        var mixed = Pieces(one);
        mixed[1] = Pieces(other)[1];

        Assert.Throws<SealedFileException>(() => Read([.. one[..SealedHeader.Length], .. mixed.SelectMany(piece => piece)], Passphrase));
    }

    [Fact]
    public void File_GivenUpHalfway_IsIncomplete()
    {
        using var file = new MemoryStream();
        using (var writer = new SealedWriter(file, Passphrase, iterations: 1))
        {
            writer.Write(RandomNumberGenerator.GetBytes(200_000));
        }

        Assert.Contains("incomplete", Assert.Throws<SealedFileException>(() => Read(file.ToArray(), Passphrase)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_Newer_IsNamedWithWhatToDo()
    {
        var newer = Sealed(Records(1, 5));
        newer[9] = 2;

        var said = Assert.Throws<SealedFileException>(() => Read(newer, Passphrase)).Message;
        Assert.Contains("format 2", said, StringComparison.Ordinal);
        Assert.Contains("newer one", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Iterations_BeyondReason_AreRefusedAtOnce()
    {
        var slow = Sealed(Records(1, 5));
        slow[10] = 0x7F;

        Assert.Throws<SealedFileException>(() => Read(slow, Passphrase));
    }

    private static List<byte[]> Records(int count, int length) => [.. Enumerable.Range(0, count).Select(at => Noise(at, length))];

    /// <summary>Does not compress, so that it fills pieces.</summary>
    private static byte[] Noise(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Sealed(IReadOnlyList<byte[]> records)
    {
        using var file = new MemoryStream();
        using var writer = new SealedWriter(file, Passphrase, iterations: 1);
        foreach (var record in records)
        {
            writer.Write(record);
        }

        writer.Complete();
        return file.ToArray();
    }

    private static List<byte[]> Read(byte[] file, string passphrase)
    {
        using var source = new MemoryStream(file);
        using var reader = new SealedReader(source, passphrase);
        var records = new List<byte[]>();
        while (reader.Read() is { } record)
        {
            records.Add(record);
        }

        return records;
    }

    private static List<byte[]> Pieces(byte[] file)
    {
        var pieces = new List<byte[]>();
        for (var at = SealedHeader.Length; at < file.Length;)
        {
            var end = at + ChunkSeal.PrefixBytes + (int)ChunkSeal.Announced(file.AsSpan(at, ChunkSeal.PrefixBytes)).Length + ChunkSeal.TagBytes;
            pieces.Add(file[at..end]);
            at = end;
        }

        return pieces;
    }
}
