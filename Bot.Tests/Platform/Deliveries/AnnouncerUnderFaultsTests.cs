using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Tests.TestSupport;
using Bot.Tests.TestSupport.Connector;
using Xunit;

namespace Bot.Tests.Platform.Deliveries;

/// <summary>The whole way out, real HTTP and a real store, against a Connector that enforces the limits and fails by plan.</summary>
public sealed class AnnouncerUnderFaultsTests(ITestOutputHelper output)
{
    private const int Recipients = 250;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Announce_ThirtyOfAHundredRequestsFail_EverybodyIsToldAndNobodyAgainAfterAnAcknowledgement(int seed)
    {
        var time = new FastTime(8);
        var plan = new MishapPlan(seed, 30);
        await using var connector = await StrictConnector.StartAsync(time, plan, Token);
        using var folder = new TemporaryFolder();
        await using var bot = await SendingBot.StartAsync(folder.Path, time, Recipients, Token);
        await bot.SeedAsync(connector.Url, Recipients, Token);

        await FinishAsync(bot, time);

        Report(connector, plan);
        Assert.Empty(connector.SaidAgain);
        var lines = await bot.LinesAsync(Token);
        Assert.Equal(Recipients, lines.Count);
        // Four times in doubt is given up by decision; it meets two people in ten thousand here.
        Assert.All(lines, line => Assert.True(
            line.State is DeliveryState.Sent ? !connector.Messages[line.ConversationId!].IsEmpty : line is { State: DeliveryState.GivenUp, Doubts: 4 }, line.ToString()));
        Assert.InRange(lines.Count(line => line.State is DeliveryState.GivenUp), 0, 2);
    }

    [Fact]
    public async Task Announce_NothingFails_KeepsEveryLimitAndSaysEverythingOnce()
    {
        var time = new FastTime(8);
        await using var connector = await StrictConnector.StartAsync(time, MishapPlan.Nothing, Token);
        using var folder = new TemporaryFolder();
        await using var bot = await SendingBot.StartAsync(folder.Path, time, Recipients, Token);
        await bot.SeedAsync(connector.Url, Recipients, Token);

        await FinishAsync(bot, time);

        Assert.Equal((0, Recipients), (connector.Limits.Violations, connector.Requests));
        Assert.All(connector.Messages, conversation => Assert.Single(conversation.Value));
    }

    [Fact]
    public async Task Announce_TwoInstances_NobodyTwiceNobodyForgotten()
    {
        var time = new FastTime(8);
        var plan = new MishapPlan(7, 20);
        await using var connector = await StrictConnector.StartAsync(time, plan, Token);
        using var folder = new TemporaryFolder();
        await using var one = await SendingBot.StartAsync(folder.Path, time, Recipients, Token);
        await using var other = await SendingBot.StartAsync(folder.Path, time, Recipients, Token, null, ("Connector:TenantPerSecond", "15"));
        await one.SeedAsync(connector.Url, Recipients, Token);

        await Task.WhenAll(one.Get<Sweep>().RunAsync(Token), other.Get<Sweep>().RunAsync(Token));
        await FinishAsync(one, time);

        Report(connector, plan);
        Assert.Empty(connector.SaidAgain);
        Assert.InRange((await one.LinesAsync(Token)).Count(line => line.State is DeliveryState.Sent), Recipients - 2, Recipients);
    }

    /// <summary>Sweeps until nothing is due any more, jumping over the waits in between.</summary>
    private static async Task FinishAsync(SendingBot bot, FastTime time)
    {
        await bot.Get<Sweep>().RunAsync(Token);
        while (await bot.Get<DueTable>().NextAsync(Token) is { } at)
        {
            time.SkipTo(at);
            await bot.Get<Sweep>().RunAsync(Token);
        }
    }

    private void Report(StrictConnector connector, MishapPlan plan) => output.WriteLine(
        $"{connector.Requests} requests, {connector.Limits.Violations} beyond the limits; {string.Join(", ", plan.Happened.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value}"))}; "
        + $"{connector.Messages.Sum(one => one.Value.Count)} accepted, {connector.Messages.Sum(one => one.Value.Count(message => message.IsAcknowledged))} acknowledged");
}
