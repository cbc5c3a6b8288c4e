using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Xunit;

namespace Bot.Tests.Samples;

/// <summary>Finds recorded and invented samples, and compares JSON as the wire understands it.</summary>
internal static class SampleFiles
{
    /// <summary>The repository's root: the nearest folder above the test that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where recordings and official schemas lie on the machines of those who build this; not part of the repository.</summary>
    public static string Shared { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    /// <summary>The path below <see cref="Shared"/>; skips the test, visibly, when it is not there.</summary>
    public static string SharedOrSkip(params string[] parts)
    {
        var path = Path.Combine([Shared, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"Not on this machine: {string.Join('/', parts)} in a folder 'shared' beside the repository.");
        return path;
    }

    /// <summary>Names of the invented samples in a folder beside this file.</summary>
    public static IEnumerable<string> Named(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, "Bot.Tests", "Samples", folder), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static string Read(string folder, string name) => File.ReadAllText(Path.Combine(Root, "Bot.Tests", "Samples", folder, name));

    /// <summary>Same fields with the same values, in any order; a field that is null counts as absent, as the Activity specification says.</summary>
    public static void AssertSame(string expected, string actual)
    {
        var (before, after) = (WithoutNulls(JsonNode.Parse(expected)), WithoutNulls(JsonNode.Parse(actual)));
        Assert.True(JsonNode.DeepEquals(before, after), $"Lost or changed on the way.\nBefore: {before}\nAfter:  {after}");
    }

    private static JsonNode? WithoutNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    if (WithoutNulls(value) is null)
                    {
                        fields.Remove(name);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    WithoutNulls(item);
                }

                break;
        }

        return node;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Koordinationsbot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds the solution.");
    }
}
