using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Teams delivers the same thing twice, also to two instances at the same time: nothing is done twice.</summary>
public sealed class DoubleDeliveryTests
{
    [Theory]
    [InlineData("TOP: Haushalt")]
    [InlineData("Aufnahme beantragen: Verein Brücke")]
    [InlineData("Beirat am 21. Januar um 17 Uhr im Rathaus")]
    [InlineData("xyzzy")]
    public async Task Message_WithEffect_ToTwoInstances_IsAnsweredOnce(string text)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        var other = talk.Join();
        var before = talk.Connector.In(Talk.Personal("katrin")).Count;

        await talk.DeliverTwiceAsync(other, new JsonObject { ["type"] = "message", ["text"] = text, ["id"] = "7" }, "katrin");

        Assert.Equal(before + 1, talk.Connector.In(Talk.Personal("katrin")).Count);
    }

    [Fact]
    public async Task Question_TwiceToOneInstance_IsAnsweredOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("7", "amina", "Wann ist die nächste Sitzung?");
        await talk.SaysAsAsync("7", "amina", "Wann ist die nächste Sitzung?");
        Assert.Equal(1, talk.Connector.Count);
        await talk.SaysAsAsync("8", "amina", "Wann ist die nächste Sitzung?");
        Assert.Equal(2, talk.Connector.Count);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Confirmation_ToTwoInstances_CallsOneMeetingAndInvitesOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var other = talk.Join();
        await talk.DeliverTwiceAsync(other, Press("meeting.call", talk.DataOf("katrin", "Einladen")), "katrin");
        Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((1, 1), (talk.HeardBy("amina", "eingeladen"), talk.CountOf(Talk.Board, "eingeladen")));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Application_ToTwoInstances_StartsOneCaseAndOneBallot(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Aufnahme beantragen: Verein Brücke");
        var other = talk.Join();
        var form = talk.DataOf("katrin", "Antrag stellen");
        form["applicant"] = "Verein Brücke";
        await talk.DeliverTwiceAsync(other, Press("admission.apply", form), "katrin");
        Assert.Equal(1, talk.CountOf(Talk.Board, "Empfehlung zur Aufnahme: Verein Brücke"));
        Assert.Single(await talk.Get<BallotStore>().RunningAsync(Talk.Network, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Item_ToTwoInstances_StandsOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        var other = talk.Join();
        await talk.PressesAsync("amina", "TOP vorschlagen");
        var form = talk.DataOf("amina", "Vorschlagen");
        form["itemTitle"] = "Haushalt";
        await talk.DeliverTwiceAsync(other, Press("agenda.propose", form), "amina");
        var agenda = await talk.Get<AgendaStore>().OfAsync(Talk.Network, Assert.Single(await talk.MeetingsAsync()), TestContext.Current.CancellationToken);
        Assert.Single(agenda.Items);
    }

    [Fact]
    public async Task Vote_ToTwoInstances_CountsOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        var other = talk.Join();
        await talk.DeliverTwiceAsync(other, Press("ballot.vote", talk.DataOf("amina", "Ja")), "amina");
        await talk.DeliverTwiceAsync(other, new JsonObject { ["type"] = "message", ["text"] = "Nein", ["id"] = "9" }, "bernd");
        talk.Shows(Talk.Board, "2 von 3 haben abgestimmt.");
    }

    [Fact]
    public async Task Greeting_ToTwoInstances_IsSaidOnce()
    {
        await using var talk = await Talk.StartAsync();
        var other = talk.Join();
        await talk.DeliverTwiceAsync(other, new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" }, "amina");
        Assert.Equal(1, talk.HeardBy("amina", "Guten Tag!"));
    }

    [Fact]
    public async Task Edit_ToTwoInstances_IsTakenOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var other = talk.Join();
        await talk.DeliverTwiceAsync(other, new JsonObject { ["type"] = "messageUpdate", ["id"] = "1", ["text"] = "Beirat am 21. Januar um 17 Uhr im Rathaus" }, "katrin");
        Assert.Equal(1, talk.Connector.Updates);
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Single(await talk.MeetingsAsync());
    }

    private static JsonObject Press(string verb, JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["id"] = "f:" + verb,
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = "1",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" },
    };
}
