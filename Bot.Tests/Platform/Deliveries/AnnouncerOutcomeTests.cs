using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Tests.TestSupport.Connector;
using Xunit;

namespace Bot.Tests.Platform.Deliveries;

/// <summary>What each answer of the Connector makes of the line, of the conversation, and of the rest.</summary>
public sealed class AnnouncerOutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Status, code; the line's state; what is stored of the chat: active, inactive or nothing.</summary>
    [Theory]
    [InlineData(400, "BadSyntax", "Failed", "active")]
    [InlineData(403, "NotEnoughPermissions", "Failed", "active")]
    [InlineData(403, "BotNotInConversationRoster", "Waiting", "inactive")]
    [InlineData(403, "ForbiddenOperationException", "Waiting", "inactive")]
    [InlineData(403, "ConversationBlockedByUser", "Failed", "none")]
    [InlineData(404, "ConversationNotFound", "Failed", "none")]
    [InlineData(413, "MessageSizeTooBig", "Failed", "active")]
    [InlineData(500, "ServiceError", "Failed", "active")]
    [InlineData(429, "Throttled", "Claimed", "active")]
    [InlineData(502, null, "Claimed", "active")]
    public async Task Announce_RefusedLikeThis_DoesThatToLineAndChatAndReachesTheOther(int status, string? code, string state, string chat)
    {
        await using var rig = await DeliveryRig.StartAsync(2);
        rig.Connector.OnSend = (conversation, _) => conversation == SendingBot.ConversationOf(0) ? throw ScriptedConnector.No(status, code) : Task.CompletedTask;

        var again = await rig.AnnounceAsync(2);

        var line = await rig.LineAsync(0);
        Assert.Equal((state, code ?? "BadGateway"), (line.State.ToString(), line.Error));
        Assert.Equal(chat, await rig.ChatAsync(0) switch { null => "none", { IsActive: true } => "active", _ => "inactive" });
        Assert.Equal(DeliveryState.Sent, (await rig.LineAsync(1)).State);
        Assert.Equal(state is "Claimed", again is not null);
    }

    /// <summary>A message that cannot be made for one recipient fails for that one, at once and with a code; the others are told.</summary>
    [Fact]
    public async Task Announce_AMessageThatCannotBeMade_FailsForItsRecipientAloneAndIsNotTriedAgain()
    {
        await using var rig = await DeliveryRig.StartAsync(5);
        var made = 0;
        var again = await rig.AnnounceAsync(5, () => Interlocked.Increment(ref made) == 3 ? throw new InvalidOperationException("broken") : MessageActivity.Text("Einladung"));

        Assert.Null(again);
        var lines = await rig.Bot.LinesAsync(Token);
        var failed = Assert.Single(lines, line => line.State != DeliveryState.Sent);
        Assert.Equal((DeliveryState.Failed, AudienceSender.Unmade), (failed.State, failed.Error));
        Assert.Equal(4, rig.Where("send").Count());
    }

    [Fact]
    public async Task Announce_InDoubt_IsSentAfterAMinuteTenMinutesAnHourAndThenGivenUp()
    {
        await using var rig = await DeliveryRig.StartAsync(1);
        rig.Connector.OnSend = (_, _) => throw ScriptedConnector.No(504);
        var began = rig.Time.GetUtcNow();
        var waits = new System.Collections.Generic.List<double>();
        for (var again = await rig.AnnounceAsync(1); again is { } at; again = await rig.AnnounceAsync(1))
        {
            waits.Add((at - rig.Time.GetUtcNow()).TotalMinutes);
            rig.Time.Pass(at - rig.Time.GetUtcNow());
        }

        Assert.Equal([1, 10, 60], waits);
        Assert.Equal((DeliveryState.GivenUp, 4), await rig.LineAsync(0) is var line ? (line.State, line.Doubts) : default);
        Assert.Equal(4, rig.Where("send").Count());
        Assert.Equal(TimeSpan.FromMinutes(71), rig.Time.GetUtcNow() - began);
    }

    [Fact]
    public async Task Announce_RemovedAndAddedAgain_IsToldThen()
    {
        await using var rig = await DeliveryRig.StartAsync(1);
        rig.Connector.OnSend = (_, _) => throw ScriptedConnector.No(403, "BotNotInConversationRoster");
        Assert.Null(await rig.AnnounceAsync(1));
        rig.Connector.OnSend = null;
        Assert.Null(await rig.AnnounceAsync(1));
        Assert.Single(rig.Where("send"));
        rig.Time.Pass(TimeSpan.FromSeconds(5));

        await rig.HearAsync(0, ActivityTypes.InstallationUpdate, "add");
        Assert.Contains(await rig.DueAsync(), row => row.Subject == SendingBot.Subject);
        Assert.Null(await rig.AnnounceAsync(1));
        Assert.Equal(DeliveryState.Sent, (await rig.LineAsync(0)).State);
    }

    [Fact]
    public async Task Announce_NobodyWakesTheSubject_RemovedIsFailed()
    {
        await using var rig = await DeliveryRig.StartAsync(1);
        rig.Connector.OnSend = (_, _) => throw ScriptedConnector.No(403, "BotNotInConversationRoster");

        await rig.AnnounceAsync(1, wakes: false);

        Assert.Equal(DeliveryState.Failed, (await rig.LineAsync(0)).State);
    }

    [Fact]
    public async Task Announce_TenantHasSwitchedTheBotOff_NobodyIsTriedUntilSomethingComesFromIt()
    {
        await using var rig = await DeliveryRig.StartAsync(40, known: true, ("Connector:InFlight", "4"));
        rig.Connector.OnSend = (_, _) => throw ScriptedConnector.No(403, "BotDisabledByAdmin");
        Assert.Null(await rig.AnnounceAsync(40));
        Assert.InRange(rig.Connector.Calls.Count, 1, 4);
        var tried = rig.Connector.Calls.Count;
        rig.Connector.OnSend = null;
        rig.Time.Pass(TimeSpan.FromHours(2));
        Assert.Null(await rig.AnnounceAsync(40));
        await rig.HearAsync(3, ActivityTypes.InstallationUpdate, "remove");
        Assert.Null(await rig.AnnounceAsync(40));
        Assert.Equal(tried, rig.Connector.Calls.Count);

        await rig.HearAsync(3);
        Assert.Contains(await rig.DueAsync(), row => row.Subject == SendingBot.Subject);
        Assert.Null(await rig.AnnounceAsync(40));
        Assert.Equal(40, (await rig.Bot.LinesAsync(Token)).Count(line => line.State is DeliveryState.Sent));
    }

    [Fact]
    public async Task Announce_TenantSwitchedOffSeenByAnotherInstance_IsRespectedHere()
    {
        await using var rig = await DeliveryRig.StartAsync(2);
        await using var other = await rig.JoinAsync(2);
        await rig.Book.FollowAsync(SendingBot.Tenant, SendingBot.KeyOf(0), ConnectorOutcome.StopTenant, Token);

        Assert.True(await other.Get<ConversationBook>().IsStoppedAsync(SendingBot.Tenant, Token));
        await other.Get<ConversationBook>().NoteAsync(
            new Activity
            {
                Type = ActivityTypes.Message, ServiceUrl = DeliveryRig.Service, From = new ChannelAccount { Id = "29:x" },
                Conversation = new ConversationAccount { Id = "a:x", ConversationType = ConversationTypes.Personal, TenantId = SendingBot.Tenant },
            },
            Token);
        Assert.False(await rig.Book.IsStoppedAsync(SendingBot.Tenant, Token));
    }

    [Fact]
    public async Task Announce_BotItselfIsRefused_StopsAndComesBackWithoutBlamingAnybody()
    {
        await using var rig = await DeliveryRig.StartAsync(40, known: true, ("Connector:InFlight", "4"));
        rig.Connector.OnSend = (_, _) => throw ScriptedConnector.No(401, "BotNotRegistered");

        var again = await rig.AnnounceAsync(40);

        Assert.Equal(rig.Time.GetUtcNow() + TimeSpan.FromMinutes(5), again);
        Assert.InRange(rig.Connector.Calls.Count, 1, 4);
        Assert.All(await rig.Bot.LinesAsync(Token), line => Assert.Equal((DeliveryState.Claimed, 0), (line.State, line.Attempts)));
        rig.Connector.OnSend = null;
        rig.Time.Pass(TimeSpan.FromMinutes(5));
        Assert.Null(await rig.AnnounceAsync(40));
        Assert.Equal(40, (await rig.Bot.LinesAsync(Token)).Count(line => line.State is DeliveryState.Sent));
    }

    [Fact]
    public async Task Announce_CardTooBig_IsSaidInWords()
    {
        await using var rig = await DeliveryRig.StartAsync(1);
        rig.Connector.OnSend = (_, message) => message.Attachments is null ? Task.CompletedTask : throw ScriptedConnector.No(413, "MessageSizeTooBig");

        await rig.AnnounceAsync(1, () => MessageActivity.Card(new AdaptiveCard(), "Sitzung am 14. Januar"));

        Assert.Equal(DeliveryState.Sent, (await rig.LineAsync(0)).State);
        Assert.Equal("Sitzung am 14. Januar", rig.Connector.Calls[^1].Activity!.Text);
    }

    [Fact]
    public async Task Announce_OwnPaceSaysLater_CostsNoAttempt()
    {
        await using var rig = await DeliveryRig.StartAsync(1);
        rig.Connector.OnSend = (_, _) => throw ConnectorException.TooSoon(TimeSpan.FromMinutes(30), isTenantWide: false);

        var again = await rig.AnnounceAsync(1);

        Assert.Equal(rig.Time.GetUtcNow() + TimeSpan.FromMinutes(30), again);
        Assert.Equal((DeliveryState.Claimed, 0), await rig.LineAsync(0) is var line ? (line.State, line.Attempts) : default);
    }

    [Fact]
    public async Task Announce_OwnPaceHoldsTheTenant_TriesNobodyElse()
    {
        await using var rig = await DeliveryRig.StartAsync(40, known: true, ("Connector:InFlight", "4"));
        rig.Connector.OnSend = (_, _) => throw ConnectorException.TooSoon(TimeSpan.FromMinutes(3), isTenantWide: true);

        Assert.Equal(rig.Time.GetUtcNow() + TimeSpan.FromMinutes(3), await rig.AnnounceAsync(40));
        Assert.InRange(rig.Connector.Calls.Count, 1, 4);
    }

    [Theory]
    [InlineData(true, "29:of-teams")]
    [InlineData(false, "person00000")]
    public async Task Open_PersonKnownByObjectIdOnly_IsLookedUpWhereTheBotIs(bool isThere, string opened)
    {
        await using var rig = await DeliveryRig.StartAsync(1, known: false);
        foreach (var room in new[] { "19:b@thread.v2", "19:c@thread.tacv2" })
        {
            await rig.Book.SaveAsync(new KnownConversation(SendingBot.Tenant, ConversationBook.RoomKey(room), room, DeliveryRig.Service, null, true), Token);
        }

        await rig.Book.SaveAsync(new KnownConversation(SendingBot.Tenant, "service", string.Empty, DeliveryRig.Service, null, true), Token);
        rig.Connector.Members = (room, member) => isThere && room == "19:c@thread.tacv2" && member == "person00000" ? "29:of-teams" : null;
        var audience = new Audience(SendingBot.KeyOf(0), "person00000", _ => MessageActivity.Text("x"));

        await rig.Bot.Get<Announcer>().AnnounceAsync(new Announcement(SendingBot.Tenant, "s", "k", [audience]), Token);

        Assert.Equal(["19:b@thread.v2", "19:c@thread.tacv2"], rig.Where("member"));
        Assert.Equal([opened], rig.Where("create"));
        Assert.Equal(["a:" + opened], rig.Where("send"));
    }

    [Fact]
    public async Task Find_StoredAddressThatIsNotAllowed_IsNotKnown()
    {
        await using var rig = await DeliveryRig.StartAsync(1);
        await using var other = await rig.JoinAsync(1);
        await rig.Book.SaveAsync(new KnownConversation(SendingBot.Tenant, SendingBot.KeyOf(0), "a:1", "https://evil.trafficmanager.net/", null, true), Token);

        Assert.Null(await other.Get<ConversationBook>().FindAsync(SendingBot.Tenant, SendingBot.KeyOf(0), Token));
    }
}
