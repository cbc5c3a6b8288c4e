using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bot.Tests.Samples;

namespace Bot.Tests.Infra;

/// <summary>The Bicep templates in <c>infra/</c>.</summary>
internal static class TemplateFiles
{
    /// <summary>Their folder.</summary>
    public static string Folder { get; } = Path.Combine(SampleFiles.Root, "infra");

    /// <summary>Their paths below it, with forward slashes, the whole first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "main.bicep",
        .. Directory.EnumerateFiles(Path.Combine(Folder, "modules"), "*.bicep").Select(path => "modules/" + Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The full path of one.</summary>
    public static string PathOf(string template) => Path.Combine(Folder, template);

    /// <summary>Copies templates and their settings into a folder, to be changed there.</summary>
    public static void CopyTo(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "modules"));
        foreach (var file in All.Append("bicepconfig.json"))
        {
            File.Copy(PathOf(file), Path.Combine(folder, file));
        }
    }
}
