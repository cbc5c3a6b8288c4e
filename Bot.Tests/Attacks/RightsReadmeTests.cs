using System;
using System.IO;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Attacks;

/// <summary>The README shows the table of rights as it is.</summary>
public class RightsReadmeTests
{
    private const string Begin = "<!-- rights: generated from Bot/Domain/Rights/RightsTable.cs -->", End = "<!-- /rights -->";

    [Fact]
    public void Readme_BetweenItsMarkers_ShowsTheTableAsItIs()
    {
        var readme = File.ReadAllText(Path.Combine(SampleFiles.Root, "README.md")).ReplaceLineEndings("\n");
        var from = readme.IndexOf(Begin, StringComparison.Ordinal);
        Assert.SkipWhen(from < 0, "The README does not show the table yet.");
        var to = readme.IndexOf(End, from, StringComparison.Ordinal);
        Assert.True(to > from, "The README's table of rights has no end.");
        Assert.Equal(RightsCells.Markdown(), readme[(from + Begin.Length)..to].Trim());
    }
}
