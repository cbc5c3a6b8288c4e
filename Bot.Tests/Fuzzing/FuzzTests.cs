using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Fuzzing;

/// <summary>The short run; <c>dotnet run -c Release --project Bot.Tests -- fuzz</c> is the long one.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Seed = 20261123;

    private static readonly int[] Seeds = [1, 2];

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Endpoint_ThousandsOfChangedActivities_NeverFails()
    {
        await using var run = new FuzzRun();
        await run.WarmUpAsync(TestContext.Current.CancellationToken);
        var before = run.Look();
        await run.PostAsync(Seed, 0, 2500, TestContext.Current.CancellationToken);
        var after = run.Look();

        Assert.True(run.Failures.IsEmpty, string.Join('\n', run.Failures.Take(5).Select(failure => $"{failure.Body.Index}: {failure.Why} ({failure.Body.Kind})")));
        Assert.Empty(run.Log.Errors);
        // A tenth of the bodies would be too many to be right by chance, and nine tenths too few to be worth the run.
        Assert.InRange(run.Statuses[200], 250, 2250);
        Assert.InRange(after.Heap - before.Heap, -50_000_000, 50_000_000);
        Assert.InRange(after.Rows.Values.Sum() - before.Rows.Values.Sum(), 0, 1000);
    }

    [Fact]
    public void Make_SameSeedAndNumber_IsTheSameBody()
    {
        foreach (var index in Enumerable.Range(0, 200))
        {
            var (one, again) = (new BodyMaker(Seed, new ButtonBox()).Make(index), new BodyMaker(Seed, new ButtonBox()).Make(index));
            Assert.Equal(one.Bytes, again.Bytes);
            Assert.Equal((one.Kind, one.ContentType, one.ContentEncoding), (again.Kind, again.ContentType, again.ContentEncoding));
        }
    }

    [Fact]
    public void Make_OtherSeedOrNumber_IsAnotherBody() =>
        Assert.InRange(Enumerable.Range(0, 100).SelectMany(index => Seeds.Select(seed => Convert.ToHexString(new BodyMaker(seed, new ButtonBox()).Make(index).Bytes))).Distinct().Count(), 150, 200);

    [Fact]
    public async Task Body_WrittenOut_IsReadAgainAsItWas()
    {
        var body = new FuzzBody(7, "typed, bytes", [0, 10, 13, 255, 10], "text/plain", "gzip");
        var path = await body.WriteAsync(folder.Path, Seed, "status 500\nor so", TestContext.Current.CancellationToken);
        var again = await FuzzBody.ReadAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal("fuzz-20261123-7.body", Path.GetFileName(path));
        Assert.Equal(body.Bytes, again.Bytes);
        Assert.Equal(("text/plain", "gzip"), (again.ContentType, again.ContentEncoding));
    }

    [Theory]
    [InlineData(500, "", true)]
    [InlineData(503, "", true)]
    [InlineData(400, "", false)]
    [InlineData(400, "x", true)]
    [InlineData(501, "", false)]
    [InlineData(200, "", false)]
    [InlineData(200, "{\"statusCode\":400,\"type\":\"x\",\"value\":{}}", false)]
    [InlineData(200, "{\"statusCode\":500,\"type\":\"x\",\"value\":{}}", true)]
    [InlineData(200, "{\"activities\":[{\"text\":\"Da ist beim Bot etwas schiefgegangen.\"}]}", true)]
    [InlineData(200, "{\"activities\":[{\"type\":\"invokeResponse\",\"value\":{\"status\":500}}]}", true)]
    [InlineData(200, "[]", true)]
    public void Verdict_OfEachKindOfAnswer_SeesWhatIsWrong(int status, string body, bool isWrong) => Assert.Equal(isWrong, FuzzVerdict.Of(status, body) is not null);

    [Theory]
    [InlineData("--bodies")]
    [InlineData("--bodies", "many")]
    [InlineData("--seed", "-1")]
    [InlineData("100")]
    public async Task RunAsync_WordsNotUnderstood_PostsNothingAndReturnsTwo(params string[] words) => Assert.Equal(2, await FuzzCommand.RunAsync(words));

    public void Dispose() => folder.Dispose();
}
