using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Tests.TestSupport.Connector;
using Xunit;

namespace Bot.Tests.Platform.Deliveries;

/// <summary>Cards that cannot be brought up to date: for the moment, or never again.</summary>
public sealed class PostedCardsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(502, null)]
    [InlineData(503, null)]
    public async Task Update_PassingTrouble_IsTriedAgainAndNotLost(int status, string? code)
    {
        await using var rig = await PostedAsync(5);
        rig.Connector.OnUpdate = (conversation, _) => conversation == SendingBot.ConversationOf(2) ? throw ScriptedConnector.No(status, code) : Task.CompletedTask;

        var again = await UpdateAsync(rig);

        Assert.Equal(rig.Time.GetUtcNow() + TimeSpan.FromSeconds(15), again);
        Assert.Equal(5, rig.Where("update").Distinct().Count());
        rig.Connector.OnUpdate = null;
        Assert.Null(await UpdateAsync(rig));
        Assert.Equal((DeliveryState.Sent, 0), await rig.LineAsync(2) is var line ? (line.State, line.Behind) : default);
    }

    [Fact]
    public async Task Update_NeverReached_IsLeftAfterEightTries()
    {
        await using var rig = await PostedAsync(1);
        rig.Connector.OnUpdate = (_, _) => throw ScriptedConnector.No(503);
        var tries = 1;
        for (; await UpdateAsync(rig) is { } again; tries++)
        {
            rig.Time.Pass(again - rig.Time.GetUtcNow());
        }

        Assert.Equal(9, tries);
    }

    [Fact]
    public async Task Update_CardIsGone_IsNotedAndNotAskedForAgain()
    {
        await using var rig = await PostedAsync(3);
        rig.Connector.OnUpdate = (conversation, _) =>
            conversation == SendingBot.ConversationOf(1) ? throw ScriptedConnector.No(404, "ActivityNotFoundInConversation") : Task.CompletedTask;

        Assert.Null(await UpdateAsync(rig));

        var line = await rig.LineAsync(1);
        Assert.Equal((DeliveryState.Sent, null, "ActivityNotFoundInConversation"), (line.State, line.ActivityId, line.Error));
        Assert.NotNull(await rig.ChatAsync(1));
        await UpdateAsync(rig);
        Assert.Equal(1, rig.Where("update").Count(where => where == SendingBot.ConversationOf(1)));
        Assert.Equal(2, rig.Where("update").Count(where => where == SendingBot.ConversationOf(0)));
    }

    [Theory]
    [InlineData(403, "ConversationBlockedByUser", "none")]
    [InlineData(404, "ConversationNotFound", "none")]
    [InlineData(403, "BotNotInConversationRoster", "inactive")]
    [InlineData(400, "BadSyntax", "active")]
    public async Task Update_RefusedForGood_DoesThatToTheChat(int status, string code, string chat)
    {
        await using var rig = await PostedAsync(1);
        rig.Connector.OnUpdate = (_, _) => throw ScriptedConnector.No(status, code);

        Assert.Null(await UpdateAsync(rig));

        Assert.Equal(chat, await rig.ChatAsync(0) switch { null => "none", { IsActive: true } => "active", _ => "inactive" });
    }

    [Fact]
    public async Task Update_OneMessageCannotBeMade_TheOthersAre()
    {
        await using var rig = await PostedAsync(4);
        rig.Connector.OnUpdate = (conversation, _) => conversation == SendingBot.ConversationOf(0) ? throw new InvalidOperationException("broken") : Task.CompletedTask;

        Assert.NotNull(await UpdateAsync(rig));
        Assert.Equal(4, rig.Where("update").Count());
    }

    [Fact]
    public async Task Update_TenantHasSwitchedTheBotOff_TouchesNothing()
    {
        await using var rig = await PostedAsync(2);
        await rig.Book.FollowAsync(SendingBot.Tenant, SendingBot.KeyOf(0), Bot.Platform.Activities.Connector.ConnectorOutcome.StopTenant, Token);

        Assert.Null(await UpdateAsync(rig));
        Assert.Empty(rig.Where("update"));
    }

    [Fact]
    public async Task Refresher_RefreshThatDidNotReachAll_IsTriedAgainWhenItSays()
    {
        await using var rig = await DeliveryRig.StartAsync(1);
        var refresher = rig.Bot.Get<CardRefresher>();
        var runs = 0;
        refresher.Request("cards", _ => Task.FromResult<DateTimeOffset?>(++runs == 1 ? rig.Time.GetUtcNow().AddSeconds(15) : null));
        await RunningAsync(rig, () => runs == 2);

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Refresher_NewerWishWhileTheOldWaits_ComesFirstAndAlone()
    {
        await using var rig = await DeliveryRig.StartAsync(1);
        var refresher = rig.Bot.Get<CardRefresher>();
        var (old, newer) = (0, 0);
        refresher.Request("cards", _ => Task.FromResult<DateTimeOffset?>(++old > 0 ? rig.Time.GetUtcNow().AddHours(1) : null));
        while (old == 0)
        {
            await Task.Yield();
        }

        refresher.Request("cards", _ =>
        {
            newer++;
            return Task.FromResult<DateTimeOffset?>(null);
        });
        await RunningAsync(rig, () => newer == 1);

        Assert.Equal((1, 1), (old, newer));
    }

    private static async Task RunningAsync(DeliveryRig rig, Func<bool> isSo)
    {
        for (var step = 0; !isSo(); step++)
        {
            Assert.True(step < 10_000_000, "Nothing happens any more.");
            rig.Time.Pass(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    private static async Task<DeliveryRig> PostedAsync(int recipients)
    {
        var rig = await DeliveryRig.StartAsync(recipients);
        Assert.Null(await rig.AnnounceAsync(recipients));
        return rig;
    }

    private static Task<DateTimeOffset?> UpdateAsync(DeliveryRig rig) => rig.Bot.Get<PostedCards>().UpdateAsync(
        SendingBot.Tenant, SendingBot.AnnouncingHandler.Filed, ["invitation"], (_, _) => MessageActivity.Text("neu"), Token);
}
