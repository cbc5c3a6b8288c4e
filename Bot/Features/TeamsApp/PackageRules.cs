using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json.Nodes;

namespace Bot.Features.TeamsApp;

/// <summary>What Teams asks of a package, looked at in the finished file before it is written. Each fault is a short phrase with its place, for whoever builds the bot: what somebody gave
/// was judged before.</summary>
/// <remarks>Source: the Teams documentation ("Create the app package", "Localize your app") and schema 1.30, which the tests hold the same package to.</remarks>
internal static class PackageRules
{
    /// <summary>The largest package, in bytes. Our own bound, far below what Teams takes: a package has a manifest, its texts and two small pictures.</summary>
    public const int LargestPackage = 512 * 1024;

    private const int ShortName = 30;
    private const int FullName = 100;
    private const int ShortDescription = 80;
    private const int FullDescription = 4000;
    private const int MostLists = 3;
    private const int MostSearches = 10;

    /// <summary>The parts of a manifest whose titles and descriptions people read.</summary>
    private static readonly string[] TitledParts = ["bots", "composeExtensions"];

    /// <summary>The bytes a PNG file begins with, and where in it the picture's width and height stand.</summary>
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private const int PngSize = 16;

    /// <summary>All faults; empty when Teams can take it.</summary>
    public static IReadOnlyList<string> Faults(byte[] package)
    {
        if (package.Length > LargestPackage)
        {
            return [$"the package has more than {LargestPackage} bytes"];
        }

        var files = Unpack(package);
        List<string> faults = [.. files.Keys.Where(name => name.AsSpan().ContainsAny('/', '\\')).Select(name => $"{name} lies in a folder")];
        if (Json(files, AppManifest.FileName) is not { } manifest)
        {
            return [.. faults, $"{AppManifest.FileName} is missing or no JSON"];
        }

        faults.AddRange(files.Where(file => file.Value.AsSpan().IndexOf("${"u8) >= 0).Select(file => $"{file.Key} holds a place nobody filled in"));
        faults.AddRange(IdentityFaults(manifest));
        faults.AddRange(LengthFaults(manifest));
        faults.AddRange(LanguageFaults(manifest, files));
        faults.AddRange(IconFaults(manifest, files, "color", 192));
        faults.AddRange(IconFaults(manifest, files, "outline", 32));
        return faults;
    }

    private static Dictionary<string, byte[]> Unpack(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            files[entry.FullName] = bytes.ToArray();
        }

        return files;
    }

    private static IEnumerable<string> IdentityFaults(JsonObject manifest)
    {
        foreach (var (place, id) in new[] { ("id", Text(manifest, "id")), ("bots[0].botId", Text(manifest, "bots", 0, "botId")), ("composeExtensions[0].botId", Text(manifest, "composeExtensions", 0, "botId")) })
        {
            if (!Guid.TryParseExact(id, "D", out _))
            {
                yield return $"{place} is no GUID";
            }
        }

        if (!System.Version.TryParse(Text(manifest, "version"), out var version) || version.Revision >= 0 || version.Build < 0)
        {
            yield return "version is not of three numbers";
        }

        foreach (var field in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" })
        {
            if (!Uri.TryCreate(Text(manifest, "developer", field), UriKind.Absolute, out var link) || !PackageRequest.IsLink(link))
            {
                yield return $"developer.{field} is no https address";
            }
        }

        foreach (var domain in manifest["validDomains"]?.AsArray().Select(domain => domain?.GetValue<string>()) ?? [null])
        {
            if (Uri.CheckHostName(domain) is not UriHostNameType.Dns)
            {
                yield return "validDomains holds no host name";
            }
        }
    }

    private static IEnumerable<string> LengthFaults(JsonObject manifest)
    {
        var lists = manifest["bots"]?[0]?["commandLists"]?.AsArray() ?? [];
        if (lists.Count > MostLists || lists.Any(list => list!["commands"]!.AsArray().Count is 0 or > AppManifest.MostCommands))
        {
            yield return $"bots[0].commandLists has more than {MostLists} lists, or a list not 1 to {AppManifest.MostCommands} commands";
        }

        if (manifest["composeExtensions"]?[0]?["commands"]?.AsArray().Count is not (> 0 and <= MostSearches))
        {
            yield return $"composeExtensions[0].commands has not 1 to {MostSearches} searches";
        }

        if (Text(manifest, "developer", "name") is not { Length: > 0 and <= PackageRequest.LongestName })
        {
            yield return $"developer.name has not 1 to {PackageRequest.LongestName} characters";
        }

        foreach (var fault in Localizable(manifest).SelectMany(text => LengthFault(text.Place, text.Value)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> LengthFault(string place, string text)
    {
        var most = place switch
        {
            "name.short" => ShortName,
            "name.full" => FullName,
            "description.short" => ShortDescription,
            "description.full" => FullDescription,
            _ => place.EndsWith(".title", StringComparison.Ordinal) ? AppManifest.LongestTitle : AppManifest.LongestDescription,
        };
        return text.Trim().Length == 0 || text.Length > most ? [$"{place} has not 1 to {most} characters"] : [];
    }

    /// <summary>Whatever people read in one language they read in the other.</summary>
    private static IEnumerable<string> LanguageFaults(JsonObject manifest, Dictionary<string, byte[]> files)
    {
        foreach (var name in manifest["localizationInfo"]?["additionalLanguages"]?.AsArray().Select(language => Text(language!, "file")) ?? [])
        {
            if (Json(files, name) is not { } texts)
            {
                yield return $"{name} is missing or no JSON";
                continue;
            }

            var (wanted, given) = (Localizable(manifest).Select(text => text.Place).ToHashSet(), texts.Select(text => text.Key).Where(key => key != "$schema").ToHashSet());
            foreach (var place in wanted.Except(given))
            {
                yield return $"{name} lacks {place}";
            }

            foreach (var place in given.Except(wanted))
            {
                yield return $"{name} has {place}, which {AppManifest.FileName} has not";
            }

            foreach (var fault in texts.Where(text => wanted.Contains(text.Key)).SelectMany(text => LengthFault(text.Key, text.Value!.GetValue<string>())))
            {
                yield return $"{name}: {fault}";
            }
        }
    }

    /// <summary>Only the sizes: that the outline is white on nothing is held by the tests, since nobody can give other pictures.</summary>
    private static IEnumerable<string> IconFaults(JsonObject manifest, Dictionary<string, byte[]> files, string icon, int side)
    {
        var name = Text(manifest, "icons", icon);
        if (!files.TryGetValue(name, out var picture) || !picture.AsSpan().StartsWith(PngSignature) || picture.Length < PngSize + 8
            || BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(PngSize)) != side || BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(PngSize + 4)) != side)
        {
            yield return $"icons.{icon} is no PNG file of {side} by {side}";
        }
    }

    /// <summary>Every text people read, with its path as files of texts write it.</summary>
    private static IEnumerable<(string Place, string Value)> Localizable(JsonObject manifest)
    {
        foreach (var field in new[] { "name", "description" })
        {
            foreach (var length in new[] { "short", "full" })
            {
                yield return ($"{field}.{length}", Text(manifest, field, length));
            }
        }

        foreach (var text in TitledParts.SelectMany(part => Titled(manifest[part], part)))
        {
            yield return text;
        }
    }

    private static IEnumerable<(string Place, string Value)> Titled(JsonNode? node, string place) => node switch
    {
        JsonArray items => items.SelectMany((item, at) => Titled(item, $"{place}[{at}]")),
        JsonObject fields => fields.SelectMany(field => field.Key is "title" or "description"
            ? [($"{place}.{field.Key}", field.Value!.GetValue<string>())]
            : Titled(field.Value, $"{place}.{field.Key}")),
        _ => [],
    };

    private static JsonObject? Json(Dictionary<string, byte[]> files, string name)
    {
        try
        {
            return files.TryGetValue(name, out var bytes) ? JsonNode.Parse(bytes) as JsonObject : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>The text at a path of names and numbers; empty when there is none.</summary>
    private static string Text(JsonNode node, params object[] path)
    {
        var found = path.Aggregate((JsonNode?)node, (at, step) => step is string name ? (at as JsonObject)?[name] : (at as JsonArray)?.ElementAtOrDefault((int)step));
        return found is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;
    }
}
