using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Tests.Samples;

namespace Bot.Tests.Infra;

/// <summary>The written list of what the templates use of Azure, <c>azure-resources.md</c>.</summary>
internal static partial class AzureList
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SampleFiles.Root, "Bot.Tests", "Infra", "azure-resources.md"));

    /// <summary>Words in backticks before the first resource: metrics, settings, roles.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Word().Matches(Text[..Text.IndexOf("\n## ", StringComparison.Ordinal)]).Select(match => match.Groups["word"].Value)];

    /// <summary>One line for each property, such as <c>Microsoft.Web/sites@2024-11-01 kind</c>.</summary>
    public static IEnumerable<string> Properties => Sections().SelectMany(section => Property().Matches(section.Body).Select(match => $"{section.Title} {match.Groups["word"].Value}"));

    /// <summary>The rules of names by type.</summary>
    public static IReadOnlyDictionary<string, string> NameRules { get; } = Sections()
        .Select(section => (Type: section.Title.Split('@')[0], Rule: Rule().Match(section.Body)))
        .Where(section => section.Rule.Success)
        .ToDictionary(section => section.Type, section => section.Rule.Groups["word"].Value, StringComparer.Ordinal);

    /// <summary>Resource types without a source.</summary>
    public static IEnumerable<string> WithoutSource => Sections().Where(section => !section.Body.Contains("Source: <https://", StringComparison.Ordinal)).Select(section => section.Title);

    private static IEnumerable<(string Title, string Body)> Sections() =>
        Text.Split("\n## ").Skip(1).Select(section => (section[..section.IndexOf('\n', StringComparison.Ordinal)], section));

    [GeneratedRegex("`(?<word>[^`]+)`", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Word();

    [GeneratedRegex("^- `(?<word>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Property();

    [GeneratedRegex("^Name: `(?<word>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Rule();
}
