using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>The table beside this file: counts, rule, verdict. Its verdicts were computed outside this program, with rational numbers, from the design's words.</summary>
public class MajorityCasesTests
{
    public static TheoryData<string> Cases => new(Rows());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decide_CountsOfTheTable_GivesItsVerdict(string row)
    {
        var parts = row.Split(" | ");

        Assert.Equal(Enum.Parse<Verdict>(parts[2]), MajorityRule.Parse(parts[1] + ";v1").Decide(Counts(parts[0])).Verdict);
    }

    [Fact]
    public void Table_OfCases_IsLongAndEachIsThereOnce()
    {
        Assert.True(Rows().Count() >= 210, "fewer than 210 cases");
        Assert.Empty(Rows().GroupBy(row => row, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    /// <summary>"12/5/3/25 present 20": yes, no, abstentions, silent.</summary>
    private static Tally Counts(string text)
    {
        var words = text.Split(' ');
        var heads = words[0].Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        int? present = words.Length > 1 ? int.Parse(words[2], CultureInfo.InvariantCulture) : null;
        return new Tally(heads[0], heads[1], heads[2], heads[3], present, heads.Sum(), 0);
    }

    private static IEnumerable<string> Rows() =>
        File.ReadLines(Path.Combine(SampleFiles.Root, "Bot.Tests", "Domain", "Voting", "MajorityCases.txt")).Where(line => !line.StartsWith('#'));
}
