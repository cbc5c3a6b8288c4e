using System;
using System.IO;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Costs;

/// <summary>The README's arithmetic is what the measured calls give.</summary>
public sealed class MonthlyCostTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    [InlineData(5000)]
    public void Readme_ForSoManyMembers_SaysWhatIsMeasured(int members) =>
        Assert.Contains(new MonthlyCost(members).Row, File.ReadAllText(Path.Combine(SampleFiles.Root, "README.md")), StringComparison.Ordinal);
}
