using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace Bot.Tests.Manifest;

/// <summary>A PNG picture of 8 bits a channel with alpha whose rows are not filtered, as the icons are written.</summary>
internal sealed record PngPicture(int Width, int Height, IReadOnlyList<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels)
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no such picture.</exception>
    public static PngPicture Read(byte[] file)
    {
        var chunks = Chunks(file).ToList();
        var head = chunks.Single(chunk => chunk.Type == "IHDR").Data;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4)));
        Require(head.AsSpan(8).SequenceEqual(new byte[] { 8, 6, 0, 0, 0 }), "not 8 bits a channel with alpha");

        var rows = Inflate([.. chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data)]).Chunk((width * 4) + 1).ToList();
        Require(rows.Count == height && rows.All(row => row.Length == (width * 4) + 1 && row[0] == 0), "rows missing or filtered");
        return new PngPicture(width, height, [.. rows.SelectMany(row => row.Skip(1).Chunk(4)).Select(pixel => (pixel[0], pixel[1], pixel[2], pixel[3]))]);
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        Require(file.AsSpan().StartsWith(Signature), "no PNG file");
        for (var at = Signature.Length; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            yield return (Encoding.Latin1.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
    }

    private static byte[] Inflate(byte[] data)
    {
        using var inflated = new MemoryStream();
        using var stream = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        stream.CopyTo(inflated);
        return inflated.ToArray();
    }

    private static void Require(bool kept, string broken)
    {
        if (!kept)
        {
            throw new InvalidDataException($"The picture cannot be read: {broken}.");
        }
    }
}
