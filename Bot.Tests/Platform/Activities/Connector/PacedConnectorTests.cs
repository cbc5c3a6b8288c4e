using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>What is tried again at once, how often and when; what is merged; where the tenant really lives.</summary>
public sealed class PacedConnectorTests : IDisposable
{
    private const string Service = "https://smba.trafficmanager.net/emea/";

    private readonly DrivenTime time = DrivenTime.Start();
    private ConnectorWire? wire;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => wire?.Dispose();

    [Theory]
    [InlineData("Broadcast")]
    [InlineData("Answer")]
    public async Task Send_ThrottledWithAWait_WaitsExactlyThatLong(string lane)
    {
        var (connector, handler) = Start("429 Throttled 7");

        Assert.Equal("1", await DriveAsync(SendAsync(connector.For("t", Enum.Parse<ConnectorLane>(lane)))));

        Assert.Equal(2, handler.Asked.Count);
        Assert.True(handler.Asked[1].At - handler.Asked[0].At >= TimeSpan.FromSeconds(7));
        Assert.All(
            time.Waits.Where(wait => wait > TimeSpan.FromSeconds(7.001)), wait => Assert.Contains(wait, new[] { PaceGate.Patience, ConnectorWire.MostTime }));
    }

    [Fact]
    public async Task Send_ThrottledForLongerThanAnybodyWaits_ComesBackWithTheWaitAndAsksNoMore()
    {
        var (connector, handler) = Start("429 Throttled 600");

        var first = await Assert.ThrowsAsync<ConnectorException>(() => DriveAsync(SendAsync(connector)));
        time.Pass(TimeSpan.FromSeconds(100));
        var second = await Assert.ThrowsAsync<ConnectorException>(() => DriveAsync(SendAsync(connector)));

        Assert.Single(handler.Asked);
        Assert.Equal((ConnectorOutcome.TryAgain, 600d), (first.Outcome, Math.Round(first.RetryAfter!.Value.TotalSeconds)));
        Assert.Equal(ConnectorOutcome.TryAgain, second.Outcome);
        Assert.InRange((handler.Asked[0].At + TimeSpan.FromSeconds(600) - time.GetUtcNow() - second.RetryAfter!.Value).TotalSeconds, -2, 2);
    }

    [Fact]
    public async Task Send_ThrottledWithoutAWait_TriesWithGrowingPausesAndThenLeavesIt()
    {
        var (connector, handler) = Start("429", "429", "429", "429", "429");

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => DriveAsync(SendAsync(connector)));

        Assert.Equal((ConnectorOutcome.TryAgain, null), (thrown.Outcome, thrown.RetryAfter));
        Assert.Equal(4, handler.Asked.Count);
    }

    /// <summary>Status, lane, and how often a message is sent at most when that never changes: the ledger comes back to broadcasts, nobody to answers.</summary>
    [Theory]
    [InlineData("502", "Broadcast", 1)]
    [InlineData("504", "Broadcast", 1)]
    [InlineData("reset", "Broadcast", 1)]
    [InlineData("502", "Answer", 3)]
    [InlineData("504", "Answer", 3)]
    [InlineData("reset", "Answer", 3)]
    [InlineData("503", "Broadcast", 4)]
    [InlineData("412 PreconditionFailed", "Broadcast", 4)]
    [InlineData("503", "Answer", 3)]
    [InlineData("500 ServiceError", "Answer", 1)]
    [InlineData("400 BadSyntax", "Answer", 1)]
    [InlineData("403 ConversationBlockedByUser", "Answer", 1)]
    [InlineData("413 MessageSizeTooBig", "Answer", 1)]
    public async Task Send_FailsForEver_IsTriedSoOften(string answer, string lane, int times)
    {
        var (connector, handler) = Start([.. Enumerable.Repeat(answer, 10)]);

        await Assert.ThrowsAsync<ConnectorException>(() => DriveAsync(SendAsync(connector.For("t", Enum.Parse<ConnectorLane>(lane)))));

        Assert.Equal(times, handler.Asked.Count);
    }

    [Theory]
    [InlineData("502")]
    [InlineData("504")]
    [InlineData("reset")]
    [InlineData("412 PreconditionFailed")]
    public async Task UpdateAndDelete_InDoubt_AreSimplyTriedAgain(string answer)
    {
        var (connector, handler) = Start(answer, answer, "200", answer, "200");

        await DriveAsync(Done(connector.UpdateActivityAsync(Service, "a:1", "5", MessageActivity.Text("x"), Token)));
        await DriveAsync(Done(connector.DeleteActivityAsync(Service, "a:1", "5", Token)));

        Assert.Equal(["PUT", "PUT", "PUT", "DELETE", "DELETE"], handler.Asked.Select(asked => asked.Method));
    }

    [Fact]
    public async Task Send_TenantIsInTheGovernmentCloud_GoesThereOnceMoreAndFromThenOnDirectly()
    {
        var (connector, handler) = Start("403 InvalidBotApiHost");

        Assert.Equal("1", await DriveAsync(SendAsync(connector)));
        Assert.Equal("1", await DriveAsync(SendAsync(connector)));

        Assert.Equal(
            ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gcc.teams.microsoft.com"], handler.Asked.Select(asked => asked.Address.Host));
        Assert.Equal("/teams/v3/conversations/a%3A1/activities", handler.Asked[2].Address.AbsolutePath);
    }

    [Fact]
    public async Task Send_GovernmentCloudRefusesToo_IsTriedOnceOnlyAndNotRemembered()
    {
        var (connector, handler) = Start("403 InvalidBotApiHost", "403 InvalidBotApiHost");

        await Assert.ThrowsAsync<ConnectorException>(() => DriveAsync(SendAsync(connector)));
        await DriveAsync(SendAsync(connector));

        Assert.Equal(["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.trafficmanager.net"], handler.Asked.Select(asked => asked.Address.Host));
    }

    [Fact]
    public async Task Update_ManyOfOneCardFromBothLanes_ShowsTheFirstAndTheLastTwoSecondsApart()
    {
        var (connector, handler) = Start();
        var answers = connector.For("t", ConnectorLane.Answer);
        var updates = Enumerable.Range(0, 10).Select(number =>
            (number % 2 == 0 ? connector : answers).UpdateActivityAsync(Service, "a:1", "5", MessageActivity.Text("state" + number), Token)).ToList();

        await DriveAsync(Done(Task.WhenAll(updates)));

        Assert.InRange(handler.Asked.Count, 1, 2);
        Assert.Contains("state9", handler.Asked[^1].Body, StringComparison.Ordinal);
        Assert.True(handler.Asked.Count == 1 || handler.Asked[1].At - handler.Asked[0].At >= CardUpdates.Pause);
    }

    [Fact]
    public async Task Update_NewerWhileTheOldWaitsForItsTurn_OvertakesIt()
    {
        var (connector, handler) = Start("429 Throttled 5");
        var first = connector.UpdateActivityAsync(Service, "a:1", "5", MessageActivity.Text("old"), Token);
        await DriveUntilAsync(() => handler.Asked.Count == 1);
        var second = connector.UpdateActivityAsync(Service, "a:1", "5", MessageActivity.Text("new"), Token);

        await DriveAsync(Done(Task.WhenAll(first, second)));

        Assert.Equal(2, handler.Asked.Count);
        Assert.Contains("new", handler.Asked[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_DifferentCards_DoNotWaitForEachOther()
    {
        var (connector, handler) = Start();
        var began = time.GetUtcNow();

        // The clock stands.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(card =>
            connector.UpdateActivityAsync(Service, "a:1", "card" + card, MessageActivity.Text("x"), Token)));

        Assert.Equal((5, began), (handler.Asked.Count, handler.Asked[^1].At));
    }

    [Fact]
    public async Task Update_CancelledByItsCaller_IsStillShown()
    {
        var (connector, handler) = Start("429 Throttled 3");
        using var cancelled = new CancellationTokenSource();
        var update = connector.UpdateActivityAsync(Service, "a:1", "5", MessageActivity.Text("last"), cancelled.Token);
        await DriveUntilAsync(() => handler.Asked.Count == 1);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update);
        await DriveUntilAsync(() => handler.Asked.Count == 2);
        Assert.Contains("last", handler.Asked[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_ForeignServiceUrl_IsRefusedAtOnce()
    {
        var (connector, handler) = Start();

        await Assert.ThrowsAsync<ArgumentException>(() => connector.UpdateActivityAsync("https://evil.example/", "a:1", "5", MessageActivity.Text("x"), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => connector.SendToConversationAsync("https://evil.example/", "a:1", MessageActivity.Text("x"), Token));
        Assert.Empty(handler.Asked);
    }

    private (IConnectorClient Connector, ScriptedHandler Handler) Start(params string[] script)
    {
        var handler = new ScriptedHandler(time, script);
        var urls = TestServiceUrls.In("Production");
        wire = new ConnectorWire(urls, new TestToken(), time, handler, NullLogger<ConnectorWire>.Instance);
        return (new PacedConnector(new ConnectorClient(wire), urls, new ConnectorPace(Options.Create(new ConnectorOptions()), time), time), handler);
    }

    private static Task<string?> SendAsync(IConnectorClient connector) => connector.SendToConversationAsync(Service, "a:1", MessageActivity.Text("x"), Token);

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private async Task<T> DriveAsync<T>(Task<T> task)
    {
        await DriveUntilAsync(() => task.IsCompleted);
        return await task;
    }

    /// <summary>Moves the clock in small steps, and only while something waits for it: on a busy machine what is ready to run may take long to get its turn.</summary>
    private async Task DriveUntilAsync(Func<bool> isReached)
    {
        for (var step = 0; !isReached();)
        {
            Assert.True(step < 10_000, "Nothing happens any more.");
            for (var chance = 0; chance < 50 && !isReached(); chance++)
            {
                await Task.Yield();
            }

            if (time.Waiting > 0)
            {
                time.Pass(TimeSpan.FromMilliseconds(10));
                step++;
            }
        }
    }
}
