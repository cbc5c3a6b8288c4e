using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Tests.Samples;

namespace Bot.Tests.Texts;

/// <summary>One of the two files with sentences, as it lies in the repository: nothing is filled in from the other.</summary>
internal sealed partial class SentenceFile
{
    private SentenceFile(string name) =>
        Entries =
        [
            .. XDocument.Load(Path.Combine(SampleFiles.Root, "Bot", "Texts", name)).Root!.Elements("data").Select(data => new Entry(
                data.Attribute("name")!.Value, data.Element("value")!.Value, data.Element("comment")?.Value ?? string.Empty)),
        ];

    /// <summary>The German file, which is the neutral one.</summary>
    public static SentenceFile German { get; } = new("Messages.resx");

    /// <summary>The English file.</summary>
    public static SentenceFile English { get; } = new("Messages.en.resx");

    /// <summary>All entries in the order of the file.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>How many values a sentence wants; null when there is no such sentence.</summary>
    public int? GapsOf(string name) => Entries.Where(entry => entry.Name == name).Select(entry => (int?)entry.Gaps.Distinct().Count()).SingleOrDefault();

    [GeneratedRegex(@"\{(?<number>\d+)\}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Gap();

    /// <summary>One sentence.</summary>
    internal sealed record Entry(string Name, string Value, string Comment)
    {
        /// <summary>The numbers of the gaps in order of appearance.</summary>
        public IReadOnlyList<int> Gaps => [.. Gap().Matches(Value).Select(match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))];

        /// <summary>The value without gaps.</summary>
        public string Words => Gap().Replace(Value, string.Empty);

        /// <summary>Whether the words hold this one, letter case ignored.</summary>
        public bool Says(string word) => Regex.IsMatch(Words, $@"\b{word}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }
}
