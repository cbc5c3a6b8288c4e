using System.IO;
using System.Threading.Tasks;
using Bot.Tests.Benchmarks;
using Xunit;

namespace Bot.Tests.FaultRuns;

/// <summary>The fault program itself, short.</summary>
public sealed class FaultCommandTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("--kills")]
    [InlineData("--kills", "0")]
    [InlineData("--store", "cosmos")]
    [InlineData("--store", "1")]
    [InlineData("--instances", "2")]
    [InlineData("--recipients", "10", "--voters", "20")]
    [InlineData("--leases", "forgotten")]
    [InlineData("more")]
    public async Task RunAsync_WordsNotUnderstood_KillsNothingAndReturnsTwo(params string[] words) => Assert.Equal(2, await FaultCommand.RunAsync(words));

    /// <summary>A real process, killed three times while twenty people are told and ten vote.</summary>
    [Fact]
    public async Task Run_ThreeKills_LosesNothingAndSaysNothingAgainWithoutNeed()
    {
        await using var told = new StringWriter();
        var plan = new FaultPlan(Kills: 3, BenchStore.Sqlite, Instances: 1, Recipients: 20, Voters: 10, Seed: 4, Waits: false);

        var verdict = await new FaultRun(plan, told).RunAsync(TestContext.Current.CancellationToken);

        output.WriteLine(verdict.ToString());
        Assert.True(verdict.IsGood, verdict.ToString());
        Assert.True(verdict.Votes.Acknowledged > 0);
    }
}
