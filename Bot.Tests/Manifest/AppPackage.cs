using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Tests.Samples;

namespace Bot.Tests.Manifest;

/// <summary>The files of the Teams app package as they lie in the repository.</summary>
internal static partial class AppPackage
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["TEAMS_APP_ID"] = "5c1f0a4e-2b1d-4c0c-9a53-0d3b2b6f1e11",
        ["BOT_ID"] = "7d0d5f6a-8a51-4b7b-8e0e-3f5f4c1a9b22",
        ["BOT_DOMAIN"] = "bot.example.org",
        ["DEVELOPER_NAME"] = "Bündnis Musterstadt",
        ["DEVELOPER_URL"] = "https://buendnis.example.org",
        ["PRIVACY_URL"] = "https://buendnis.example.org/datenschutz",
        ["TERMS_URL"] = "https://buendnis.example.org/nutzung",
    };

    /// <summary>The tokens the manifest's README explains.</summary>
    public static IEnumerable<string> ExplainedTokens => Token().Matches(Text("README.md")).Select(match => match.Value).Distinct();

    /// <summary>The tokens the manifest holds.</summary>
    public static IEnumerable<string> Tokens => Token().Matches(Text("manifest.json")).Select(match => match.Value).Distinct();

    /// <summary>The manifest with a value in place of each token.</summary>
    public static JsonObject Manifest => JsonNode.Parse(Token().Replace(Text("manifest.json"), match => Values[match.Groups["name"].Value]))!.AsObject();

    /// <summary>The English texts.</summary>
    public static JsonObject English => JsonNode.Parse(Text("en.json"))!.AsObject();

    /// <summary>One of the icons.</summary>
    public static PngPicture Icon(string name) => PngPicture.Read(File.ReadAllBytes(PathOf(name)));

    private static string Text(string name) => File.ReadAllText(PathOf(name));

    private static string PathOf(string name) => Path.Combine(SampleFiles.Root, "manifest", name);

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)\}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Token();
}
