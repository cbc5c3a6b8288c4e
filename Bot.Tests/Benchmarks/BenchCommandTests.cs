using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Benchmarks;

public sealed class BenchCommandTests
{
    [Theory]
    [InlineData("vote")]
    [InlineData("votes", "--store", "cosmos")]
    [InlineData("votes", "--store", "7")]
    [InlineData("votes", "--store")]
    [InlineData("votes", "sqlite")]
    [InlineData("announce", "many")]
    [InlineData("announce", "0")]
    [InlineData("announce", "10", "fast")]
    [InlineData("announce", "10", "1", "1")]
    public async Task RunAsync_WordsNotUnderstood_MeasuresNothingAndReturnsTwo(params string[] words) => Assert.Equal(2, await BenchCommand.RunAsync(words));
}
