using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Features.TeamsApp;
using Bot.Tests.Samples;
using Bot.Texts;
using Xunit;

namespace Bot.Tests.Manifest;

/// <summary>The Teams app package as the bot makes it for an invented organization.</summary>
internal static partial class AppPackage
{
    /// <summary>The invented bot's registration.</summary>
    public const string BotId = "7d0d5f6a-8a51-4b7b-8e0e-3f5f4c1a9b22";

    /// <summary>The whole package, unpacked.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files { get; } = Unpack(Packed());

    /// <summary>The places in the file beside the program that are filled in.</summary>
    public static IEnumerable<string> Tokens => Token().Matches(File.ReadAllText(PathOf("manifest.json"))).Select(match => match.Value).Distinct();

    /// <summary>Those the README beside it explains.</summary>
    public static IEnumerable<string> ExplainedTokens => Token().Matches(File.ReadAllText(PathOf("README.md"))).Select(match => match.Value).Distinct();

    /// <summary>The manifest.</summary>
    public static JsonObject Manifest => JsonNode.Parse(Files["manifest.json"])!.AsObject();

    /// <summary>The English texts.</summary>
    public static JsonObject English => JsonNode.Parse(Files["en.json"])!.AsObject();

    /// <summary>One of the icons.</summary>
    public static PngPicture Icon(string name) => PngPicture.Read(Files[name]);

    /// <summary>What was asked for, with further words of the order.</summary>
    public static PackageRequest Request(params string[] words)
    {
        var request = PackageRequest.Read(
            PackageOrder.Read(["--app-id", BotId, "--host", "bot.example.org", .. words]), new PackageOptions(), string.Empty, Reader.English, out var faults);
        Assert.Empty(faults);
        return request!;
    }

    /// <summary>The bytes of the package.</summary>
    public static byte[] Packed(params string[] words) => PackageArchive.Write(AppManifest.Files(Request(words)));

    /// <summary>The files in a package.</summary>
    public static IReadOnlyDictionary<string, byte[]> Unpack(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, BytesOf, StringComparer.Ordinal);
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string PathOf(string name) => Path.Combine(SampleFiles.Root, "manifest", name);

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)\}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Token();
}
