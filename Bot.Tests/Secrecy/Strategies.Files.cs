using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Voting;

namespace Bot.Tests.Secrecy;

/// <content>What the bytes of a SQLite file and its log tell, deleted and replaced rows included.</content>
internal static partial class Strategies
{
    /// <summary>Rows as they lie in the files: key, version (8 bytes), time stamp (8 bytes), columns.</summary>
    [GeneratedRegex("(?<partition>[\\w|-]*)(?<kind>paper|roll)\\|(?<key>[\\w-]+?)(?<version>.{8})(?<written>.{8})(?<columns>\\{\"Format\"[^}]*\\})", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 20000)]
    private static partial Regex StoredRow();

    /// <summary>Papers and voted lines of the ballot that lie in the files, deleted and replaced ones too, in the order of their places.</summary>
    private static List<(string Kind, string Key, string Written, VoteOption? Option)> Stored(Evidence evidence) =>
    [
        .. evidence.Files.OrderBy(file => file.Name.EndsWith("-wal", StringComparison.Ordinal) ? 0 : 1)
            .SelectMany(file => StoredRow().Matches(file.Bytes))
            .Where(match => match.Groups["partition"].Value.EndsWith(evidence.Partition, StringComparison.Ordinal))
            .Select(match => (
                Kind: match.Groups["kind"].Value, Key: match.Groups["key"].Value, Written: match.Groups["written"].Value,
                Option: OptionIn(match.Groups["columns"].Value), IsVoted: match.Groups["columns"].Value.Contains("\"CastBy\"", StringComparison.Ordinal)))
            .Where(row => row.Kind == "paper" || row.IsVoted)
            .Select(row => (row.Kind, row.Key, row.Written, row.Option)),
    ];

    /// <summary>A paper and a line that carry the same moment were written in one commit.</summary>
    private static Dictionary<string, VoteOption> SameCommit(Evidence evidence)
    {
        var stored = Stored(evidence);
        var papers = stored.Where(row => row is { Kind: "paper", Option: not null }).GroupBy(row => row.Written, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Option!.Value, StringComparer.Ordinal);
        var known = new Dictionary<string, VoteOption>(StringComparer.Ordinal);
        foreach (var line in stored.Where(row => row.Kind == "roll" && papers.ContainsKey(row.Written) && evidence.Voters.Contains(row.Key)))
        {
            known.TryAdd(line.Key, papers[line.Written]);
        }

        return known;
    }

    private static IEnumerable<VoteOption?> FirstPapers(Evidence evidence) => Stored(evidence).Where(row => row.Kind == "paper").DistinctBy(row => row.Key).Select(row => row.Option);

    private static IReadOnlyList<string> FirstVoters(Evidence evidence) =>
        [.. Stored(evidence).Where(row => row.Kind == "roll" && evidence.Voters.Contains(row.Key)).Select(row => row.Key).Distinct()];
}
