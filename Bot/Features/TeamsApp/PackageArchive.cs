using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace Bot.Features.TeamsApp;

/// <summary>A file of the package.</summary>
/// <param name="Name">Its name; Teams takes no folders.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record PackageFile(string Name, byte[] Content);

/// <summary>The package as one file.</summary>
internal static class PackageArchive
{
    /// <summary>The earliest moment a zip file knows. When it was packed is nobody's business, and the same package shall have the same bytes.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs. Nothing is compressed: it is a few thousand bytes, and what a compressor makes of them differs from version to version.</summary>
    public static byte[] Write(IEnumerable<PackageFile> files)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = archive.CreateEntry(file.Name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Always;
                using var content = entry.Open();
                content.Write(file.Content);
            }
        }

        return packed.ToArray();
    }
}
