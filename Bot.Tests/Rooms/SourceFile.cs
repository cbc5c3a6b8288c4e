using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bot.Tests.Samples;

namespace Bot.Tests.Rooms;

/// <summary>One C# file of the repository.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="Text">What is in it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private CSharpText? parts;

    /// <summary>The file taken apart.</summary>
    public CSharpText Parts => parts ??= CSharpText.Of(Text);

    /// <summary>Number of lines.</summary>
    public int Lines => Text.Count(character => character == '\n');

    /// <summary>The room the file stands in: <c>Domain</c>, <c>Features/Ballots</c>, <c>Platform/Tables</c>, …; <c>Program</c> for the composition root.</summary>
    public string Room => Path.Split('/')[1..^1] switch
    {
        [] => "Program",
        ["Features" or "Platform", var inner, ..] parts => parts[0] + "/" + inner,
        [var first, ..] => first,
    };

    /// <summary>All C# files under a folder of the repository, build output left out.</summary>
    public static IReadOnlyList<SourceFile> Under(string folder)
    {
        var root = SampleFiles.Root;
        return
        [
            .. Directory.EnumerateFiles(System.IO.Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
                .Select(file => System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "data"))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(root, path)))),
        ];
    }
}
