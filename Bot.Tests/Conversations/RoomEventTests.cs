using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Deliveries;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What happens to teams, channels and chats, and who comes and goes there.</summary>
public sealed class RoomEventTests
{
    private const string Team = "19:team@thread.tacv2";
    private const string General = Team;

    [Theory]
    [InlineData("channelDeleted", "Der Kanal von **Plenum** wurde gelöscht.")]
    [InlineData("teamDeleted", "Der Kanal von **Plenum** wurde gelöscht.")]
    [InlineData("teamHardDeleted", "Der Kanal von **Plenum** wurde gelöscht.")]
    [InlineData("teamArchived", "Der Kanal von **Plenum** gehört zu einem Team, das archiviert wurde.")]
    public async Task Room_Closed_TheCoordinatorIsToldOnceAndNothingIsPostedThere(string eventType, string said)
    {
        await using var talk = await PlenaryInATeamAsync();
        for (var time = 0; time < 2; time++)
        {
            await CloseAsync(talk, eventType);
        }

        Assert.Equal(1, talk.HeardBy("katrin", said));
        Assert.Equal(0, talk.HeardBy("amina", said));
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        Assert.Equal((0, 1), (talk.CountOf(Talk.Plenary, "eingeladen"), talk.HeardBy("amina", "eingeladen")));
    }

    [Fact]
    public async Task Room_ClosedInEnglish_IsToldInEnglish()
    {
        await using var talk = await PlenaryInATeamAsync("en-GB");
        await CloseAsync(talk, "channelDeleted");
        talk.Hears("katrin", "The channel of **Plenum** was deleted.");
    }

    [Theory]
    [InlineData("channelDeleted", "channelRestored")]
    [InlineData("teamDeleted", "teamRestored")]
    [InlineData("teamArchived", "teamUnarchived")]
    public async Task Room_OpenAgain_GetsWhatWaited(string closed, string opened)
    {
        await using var talk = await PlenaryInATeamAsync();
        await CloseAsync(talk, closed);
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        Assert.Equal(0, talk.CountOf(Talk.Plenary, "eingeladen"));

        await CloseAsync(talk, opened);

        Assert.Equal(1, talk.CountOf(Talk.Plenary, "eingeladen"));
    }

    [Theory]
    [InlineData("channelCreated")]
    [InlineData("channelRenamed")]
    [InlineData("teamRenamed")]
    [InlineData("channelShared")]
    [InlineData("channelMemberAdded")]
    [InlineData("somethingNew")]
    [InlineData(null)]
    public async Task Room_AnyOtherEvent_SaysNothingAndChangesNothing(string? eventType)
    {
        await using var talk = await PlenaryInATeamAsync();
        var traffic = talk.Traffic;
        await talk.PostEventAsync(eventType, Update(), "amina", General, Team, Talk.Plenary);
        Assert.Equal(traffic, talk.Traffic);
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "eingeladen"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bot_RemovedFromTheTeam_IsSilentInAllItsChannelsUntilAddedAgain(bool byInstallation)
    {
        await using var talk = await PlenaryInATeamAsync();
        await talk.PostEventAsync(byInstallation ? null : "teamMemberRemoved", byInstallation ? Install("remove") : Members("membersRemoved", Talk.BotId), "amina", General, Team);
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        Assert.Equal(0, talk.CountOf(Talk.Plenary, "eingeladen"));

        await talk.PostEventAsync(byInstallation ? null : "teamMemberAdded", byInstallation ? Install("add") : Members("membersAdded", Talk.BotId), "amina", General, Team);

        Assert.Equal(1, talk.CountOf(Talk.Plenary, "eingeladen"));
        Assert.Equal(1, talk.CountOf(General, "Guten Tag!"));
    }

    [Theory]
    [InlineData("remove-upgrade", "add-upgrade")]
    [InlineData("add-upgrade", "remove-upgrade")]
    public async Task App_UpgradedInEitherOrder_TheBotStays(string first, string second)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.PostAsync(Install(first), "amina", null);
        await talk.PostAsync(Install(second), "amina", null);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal(1, talk.HeardBy("amina", "eingeladen"));
        Assert.Equal(1, talk.HeardBy("amina", "Guten Tag!"));
    }

    [Theory]
    [InlineData("IC")]
    [InlineData("CI")]
    [InlineData("IICC")]
    public async Task Bot_RemovedAndAddedAgainInAnyOrder_GetsWhatWaited(string order)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        foreach (var kind in order)
        {
            await talk.PostAsync(kind == 'I' ? Install("remove") : Members("membersRemoved", Talk.BotId), "amina", null);
        }

        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal(0, talk.HeardBy("amina", "eingeladen"));
        foreach (var kind in order)
        {
            await talk.PostAsync(kind == 'I' ? Install("add") : Members("membersAdded", Talk.BotId), "amina", null);
        }

        Assert.Equal((1, 1), (talk.HeardBy("amina", "eingeladen"), talk.HeardBy("amina", "Guten Tag!")));
    }

    [Fact]
    public async Task Bot_RemovedAndTheCardWouldChange_IsNotWrittenTo()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        await talk.PostAsync(Install("remove"), "amina", null);
        var before = talk.Connector.In(Talk.Personal("amina")).Sum(message => message.Updates);
        await talk.SaysAsync("bernd", "Ja");
        await talk.EndsBallotAsync();
        Assert.Equal(before, talk.Connector.In(Talk.Personal("amina")).Sum(message => message.Updates));
    }

    [Fact]
    public async Task Bot_AddedAgainAfterTheMeeting_HearsNothingOfIt()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.PostAsync(Install("remove"), "amina", null);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 15, 9);
        await talk.PostAsync(Install("add"), "amina", null);
        Assert.Equal(0, talk.HeardBy("amina", "eingeladen"));
    }

    /// <summary>Membership follows decisions, not the list of a team's members.</summary>
    [Fact]
    public async Task Person_LeavesTheTeam_StaysAMemberAndNobodyIsGreeted()
    {
        await using var talk = await PlenaryInATeamAsync();
        var traffic = talk.Traffic;
        await talk.PostEventAsync("teamMemberRemoved", Members("membersRemoved", "29:amina"), "katrin", General, Team);
        await talk.PostEventAsync("teamMemberAdded", Members("membersAdded", "29:dao"), "katrin", General, Team);
        Assert.Equal(traffic, talk.Traffic);
        Assert.True((await talk.NetworkAsync()).Network.Belongs(new PersonId("amina"), (await talk.NetworkAsync()).Network.GeneralAssembly!));
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        Assert.Equal((1, 1), (talk.HeardBy("amina", "eingeladen"), talk.CountOf(Talk.Plenary, "eingeladen")));
    }

    [Theory]
    [InlineData("event", "application/vnd.microsoft.meetingStart")]
    [InlineData("event", "application/vnd.microsoft.meetingEnd")]
    [InlineData("event", "application/vnd.microsoft.meetingParticipantJoin")]
    [InlineData("event", "application/vnd.microsoft.readReceipt")]
    [InlineData("event", "somethingNew")]
    [InlineData("typing", null)]
    [InlineData("messageReaction", null)]
    [InlineData("endOfConversation", null)]
    [InlineData("trace", null)]
    public async Task Anything_Else_Is200AndUnsaid(string type, string? name)
    {
        await using var talk = await Talk.StartAsync();
        foreach (var where in new[] { null, Talk.Board, Talk.Plenary })
        {
            var activity = talk.Complete(
                new JsonObject
                {
                    ["type"] = type,
                    ["name"] = name,
                    ["replyToId"] = "1",
                    ["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }),
                    ["value"] = new JsonObject { ["Id"] = "MCMxOTptZWV0", ["Title"] = "Beirat", ["StartTime"] = "2027-01-14T16:00:00Z" },
                },
                "amina",
                where);
            using var whole = await talk.SendAsync(activity.ToJsonString());
            activity.Remove("from");
            using var withoutSender = await talk.SendAsync(activity.ToJsonString());
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (whole.StatusCode, withoutSender.StatusCode));
        }

        Assert.Equal(0, talk.Connector.Count);
    }

    [Theory]
    [InlineData("task/fetch", 501)]
    [InlineData("task/submit", 501)]
    [InlineData("config/fetch", 501)]
    [InlineData("composeExtension/selectItem", 501)]
    [InlineData("composeExtension/fetchTask", 501)]
    [InlineData("composeExtension/submitAction", 501)]
    [InlineData("composeExtension/queryLink", 501)]
    [InlineData("application/search", 501)]
    [InlineData("signin/verifyState", 501)]
    [InlineData(null, 501)]
    [InlineData("message/submitAction", 200)]
    [InlineData("composeExtension/query", 400)]
    [InlineData("fileConsent/invoke", 400)]
    public async Task Invoke_OfAnotherKindOrUnreadable_IsAnsweredAsTheProtocolSays(string? name, int status)
    {
        await using var talk = await Talk.StartAsync();
        using var response = await talk.SendAsync(talk.Complete(new JsonObject { ["type"] = "invoke", ["name"] = name, ["value"] = new JsonObject() }, "amina", null).ToJsonString());
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Instance_ThatKnewTheBotThere_LearnsWithinAMinuteThatItIsGone()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        var other = talk.Join();
        var key = ConversationBook.PersonalKey("00000000-0000-0000-0000-000000000002");
        var book = (ConversationBook)other.Services.GetService(typeof(ConversationBook))!;
        Assert.True((await book.FindAsync(Talk.Tenant, key, TestContext.Current.CancellationToken))!.IsActive);
        await talk.PostAsync(Install("remove"), "amina", null);
        talk.Time.Now += Duration.FromMinutes(1);
        Assert.False((await book.FindAsync(Talk.Tenant, key, TestContext.Current.CancellationToken))!.IsActive);
    }

    private static async Task<Talk> PlenaryInATeamAsync(string locale = "de-DE")
    {
        var talk = await Talk.StartAsync();
        talk.Locale = locale;
        await talk.OpensAsync("katrin");
        await talk.SaysAsync("katrin", "hallo");
        await talk.OpensAsync("amina");
        talk.Locale = "de-DE";
        await talk.PostEventAsync(null, Install("add"), "katrin", General, Team);
        await talk.PostEventAsync(null, new JsonObject { ["type"] = "message", ["text"] = "Hilfe" }, "amina", Talk.Plenary, Team);
        return talk;
    }

    private static Task CloseAsync(Talk talk, string eventType) => talk.PostEventAsync(eventType, Update(), "katrin", General, Team, Talk.Plenary);

    private static JsonObject Update() => new() { ["type"] = "conversationUpdate" };

    private static JsonObject Install(string action) => new() { ["type"] = "installationUpdate", ["action"] = action };

    private static JsonObject Members(string list, string id) => new() { ["type"] = "conversationUpdate", [list] = new JsonArray(new JsonObject { ["id"] = id }) };
}
