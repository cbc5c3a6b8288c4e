using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public sealed class RecentActivitiesTests
{
    private readonly SettableTime time = new(Instant.FromUtc(2026, 11, 23, 9, 0));
    private int runs;

    [Theory]
    [InlineData("message")]
    [InlineData("invoke")]
    public async Task OnceAsync_SameActivityAgain_GetsTheFirstAnswer(string type)
    {
        var recent = new RecentActivities(time);

        var first = await recent.OnceAsync(Of(type), RunAsync);
        var second = await recent.OnceAsync(Of(type), RunAsync);

        Assert.Same(first, second);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task OnceAsync_SameActivityAtTheSameTime_RunsOnce()
    {
        var recent = new RecentActivities(time);
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var answers = Enumerable.Range(0, 16).Select(_ => Task.Run(() => recent.OnceAsync(Of("invoke"), async () =>
        {
            await open.Task;
            return await RunAsync();
        }))).ToList();
        open.SetResult();

        Assert.Single((await Task.WhenAll(answers)).Distinct());
        Assert.Equal(1, runs);
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("conversationUpdate")]
    [InlineData("event")]
    public async Task OnceAsync_OtherKinds_AlwaysRun(string type)
    {
        var recent = new RecentActivities(time);
        await recent.OnceAsync(Of(type), RunAsync);
        await recent.OnceAsync(Of(type), RunAsync);
        Assert.Equal(2, runs);
    }

    [Theory]
    [InlineData("29:ben", "a:1", "1", "0")]
    [InlineData("29:ada", "a:2", "1", "0")]
    [InlineData("29:ada", "a:1", "2", "0")]
    [InlineData("29:ada", "a:1", "1", "9")]
    [InlineData("29:ada", "a:1", null, "0")]
    public async Task OnceAsync_AnotherSenderPlaceIdOrCard_IsAnotherActivity(string sender, string conversation, string? id, string replyTo)
    {
        var recent = new RecentActivities(time);
        await recent.OnceAsync(Of("invoke"), RunAsync);
        await recent.OnceAsync(Of("invoke", sender, conversation, id, replyTo), RunAsync);
        Assert.Equal(2, runs);
    }

    [Theory]
    [InlineData(59, 1)]
    [InlineData(60, 2)]
    public async Task OnceAsync_AroundTheWindow_IsForgottenAtItsEnd(int seconds, int expected)
    {
        var recent = new RecentActivities(time);
        await recent.OnceAsync(Of("invoke"), RunAsync);
        time.Now += Duration.FromSeconds(seconds);
        await recent.OnceAsync(Of("invoke"), RunAsync);
        Assert.Equal(expected, runs);
    }

    [Theory]
    [InlineData(RecentActivities.Most - 1, 0)]
    [InlineData(RecentActivities.Most, 1)]
    public async Task OnceAsync_AroundTheMost_ForgetsTheOldest(int others, int more)
    {
        var recent = new RecentActivities(time);
        await recent.OnceAsync(Of("invoke"), RunAsync);
        for (var number = 0; number < others; number++)
        {
            await recent.OnceAsync(Of("invoke", id: "x" + number.ToString(System.Globalization.CultureInfo.InvariantCulture)), RunAsync);
        }

        runs = 0;
        await recent.OnceAsync(Of("invoke"), RunAsync);
        Assert.Equal(more, runs);
    }

    [Fact]
    public async Task Forget_AfterAFault_TheNextDeliveryIsAnotherTry()
    {
        var recent = new RecentActivities(time);
        await recent.OnceAsync(Of("invoke"), RunAsync);
        recent.Forget(Of("invoke"));
        await recent.OnceAsync(Of("invoke"), RunAsync);
        Assert.Equal(2, runs);
    }

    private Task<InvokeResponse> RunAsync()
    {
        Interlocked.Increment(ref runs);
        return Task.FromResult(new InvokeResponse(200, null));
    }

    private static Activity Of(string type, string sender = "29:ada", string conversation = "a:1", string? id = "1", string replyTo = "0") => new()
    {
        Type = type,
        Id = id,
        Name = "adaptiveCard/action",
        ReplyToId = replyTo,
        From = new ChannelAccount { Id = sender },
        Conversation = new ConversationAccount { Id = conversation },
    };
}
