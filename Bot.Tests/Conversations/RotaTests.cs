using System;
using System.Linq;
using System.Threading.Tasks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Leading meetings in turn.</summary>
public class RotaTests
{
    private const string Order = "Sitzungsleitung Beirat reihum: Amina, Bernd, Clara";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Call_WithARota_WhoeverIsNextLeadsAndIsTold(Store store)
    {
        await using var talk = await StartAsync(store);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        Assert.Equal(["amina", "bernd"], (await talk.MeetingsAsync()).Select(meeting => meeting.Chair?.Value));
        Assert.Equal(1, talk.HeardBy("amina", "Sie leiten die Sitzung „Beirat“ am Donnerstag, 14. Januar 2027."));
        Assert.Equal(1, talk.HeardBy("bernd", "Sie leiten die Sitzung „Beirat“ am Donnerstag, 11. Februar 2027."));
        await talk.AtAsync(2026, 11, 25, 8);
        Assert.Equal(1, talk.HeardBy("amina", "Sie leiten die Sitzung"));
        await talk.SaysAsync("clara", "Sitzungsleitung Beirat reihum");
        talk.Hears("clara", "Amina Yıldız leitet die Sitzung am Donnerstag, 14. Januar 2027. Danach ist Clara Neumann dran.");
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen", null, ("meeting", (await talk.MeetingsAsync())[0].Id.Value));
        await talk.SaysAsync("clara", "Sitzungsleitung Beirat reihum");
        talk.Hears("clara", "Danach ist Amina Yıldız dran.");
    }

    [Fact]
    public async Task Lead_ForThatMeetingOnly_GivesTheRights()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Time.SetBerlin(2027, 1, 14, 17);
        await talk.SaysAsync("amina", "Anwesenheit");
        Assert.Contains(talk.Buttons(Talk.Personal("amina")), title => title.Length > 0);
        var (meeting, network) = ((await talk.MeetingsAsync())[0], (await talk.NetworkAsync()).Network);
        Assert.True(meeting.IsLedBy(network, new("amina")));
        Assert.False(meeting.IsLedBy(network, new("bernd")));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Call_TwoAtOnce_NeverGiveTheSameTurn(Store store)
    {
        await using var talk = await StartAsync(store);
        var other = talk.Join();
        await talk.SaysAsync("katrin", "Beirat am 11. Februar um 17 Uhr im Rathaus");
        var second = talk.Complete(Pressed("meeting.call", talk.DataOf("katrin", "Einladen")), "katrin", null).ToJsonString();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Settles = false;
        var hasRaced = false;
        talk.Faults.BeforeWrite = async table =>
        {
            if (table == Bot.Storage.TableNames.Meetings && !hasRaced)
            {
                hasRaced = true;
                using var response = await Talk.SendAsync(other, second);
                Assert.Contains("Eingeladen", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        };
        Assert.Contains("Eingeladen", await talk.PressesAsync("katrin", "Einladen"), StringComparison.Ordinal);
        Assert.True(hasRaced);
        Assert.Equal(["amina", "bernd"], (await talk.MeetingsAsync()).Select(meeting => meeting.Chair?.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Swap_BeforeTheCall_CountsWhenTheOtherAgrees(Store store)
    {
        await using var talk = await StartAsync(store);
        await talk.SaysAsync("amina", "Tausch mit Bernd");
        talk.Hears("amina", "Bernd Krüger ist gefragt.");
        talk.Hears("bernd", "Amina Yıldız möchte bei „Beirat“ die nächste Sitzungsleitung mit Ihnen tauschen.");
        var agree = talk.DataOf("bernd", "Tausch annehmen");
        Assert.Contains("gilt nicht mehr oder war nicht an Sie gerichtet", await talk.PressAsync("clara", "rota.swap.agree", agree.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("haben die Sitzungsleitung getauscht", await talk.PressAsync("bernd", "rota.swap.agree", agree.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("haben die Sitzungsleitung getauscht", await talk.PressAsync("bernd", "rota.swap.agree", agree), StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("amina", "haben die Sitzungsleitung getauscht"));
        foreach (var line in new[] { "Beirat am 14. Januar um 17 Uhr", "Beirat am 11. Februar um 17 Uhr", "Beirat am 11. März um 17 Uhr", "Beirat am 8. April um 17 Uhr" })
        {
            await talk.CallsAsync(line);
        }

        Assert.Equal(["bernd", "amina", "clara", "amina"], (await talk.MeetingsAsync()).Select(meeting => meeting.Chair?.Value));
    }

    [Fact]
    public async Task Swap_AfterTheCall_TheOtherLeadsThatMeetingAndIsTold()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Tausch mit Bernd");
        await talk.SaysAsync("bernd", "Tausch annehmen");
        Assert.Equal("bernd", (await talk.MeetingsAsync())[0].Chair?.Value);
        Assert.Equal(1, talk.HeardBy("bernd", "Sie leiten die Sitzung „Beirat“ am Donnerstag, 14. Januar 2027."));
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        Assert.Equal("amina", (await talk.MeetingsAsync())[1].Chair?.Value);
    }

    [Fact]
    public async Task Swap_Declined_LeavesItAsItWas()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("amina", "Tausch mit Bernd");
        await talk.SaysAsync("bernd", "Tausch ablehnen");
        talk.Hears("bernd", "Es bleibt, wie es war.");
        Assert.Equal(1, talk.HeardBy("amina", "Es bleibt, wie es war."));
        await talk.SaysAsync("bernd", "Tausch annehmen");
        talk.Hears("bernd", "gilt nicht mehr");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal("amina", (await talk.MeetingsAsync())[0].Chair?.Value);
    }

    [Theory]
    [InlineData("dao", "Tausch mit Bernd", "keine Reihenfolge")]
    [InlineData("amina", "Tausch mit Amina", "kein Tausch möglich")]
    [InlineData("amina", "Tausch mit Dao", "weder eine Person dieses Gremiums")]
    [InlineData("katrin", "Sitzungsleitung Beirat reihum: Amina", "mindestens zwei")]
    [InlineData("katrin", "Sitzungsleitung Beirat reihum: Amina, Bernd, Amina", "steht zweimal")]
    [InlineData("katrin", "Sitzungsleitung Beirat reihum: Amina, Dao", "weder eine Person dieses Gremiums")]
    [InlineData("amina", "Sitzungsleitung Beirat reihum: Amina, Bernd", "Das kann nur die Koordination")]
    [InlineData("bernd", "Leitung überspringen Beirat: keine Lust", "Das kann nur, wer gerade dran ist")]
    [InlineData("amina", "Leitung überspringen Beirat", "Grund")]
    public async Task Say_WhatCannotBe_IsRefusedWithTheReason(string who, string line, string expected)
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync(who, line);
        Assert.Contains(expected, talk.LastFor(who), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skip_WithAReason_PassesOneTurnHoweverOftenItIsPressed()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Sitzungsleitung Beirat reihum");
        var data = talk.DataOf("amina", "Diesmal überspringen");
        data["reason"] = "krank";
        Assert.Contains("Amina Yıldız ist für dieses Mal übersprungen.", await talk.PressAsync("katrin", "rota.skip", data.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("Inzwischen ist jemand anderes dran.", await talk.PressAsync("katrin", "rota.skip", data), StringComparison.Ordinal);
        Assert.Equal("bernd", (await talk.MeetingsAsync())[0].Chair?.Value);
        Assert.Equal(1, talk.HeardBy("bernd", "Sie leiten die Sitzung „Beirat“"));
        await talk.SaysAsync("clara", "Sitzungsleitung Beirat reihum");
        talk.Hears("clara", "Amina Yıldız wurde übersprungen (krank)");
        talk.Hears("clara", "Danach ist Clara Neumann dran.");
    }

    [Fact]
    public async Task Leave_OneOfTheOrder_IsLeftOutFromThenOn()
    {
        await using var talk = await StartAsync();
        await talk.LeavesTheBoardAsync("amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal("bernd", (await talk.MeetingsAsync())[0].Chair?.Value);
        await talk.SaysAsync("clara", "Sitzungsleitung Beirat reihum");
        talk.Hears("clara", "Amina Yıldız: 0-mal geleitet; nicht mehr dabei");
    }

    [Fact]
    public async Task Organization_InTheOrder_ItsRepresentativeOnTheCommitteeLeads()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "dao");
        await talk.SaysAsync("katrin", "Sitzungsleitung IKA reihum: Kreissportbund, Integrationsbüro");
        await talk.PressesAsync("katrin", "Festlegen");
        await talk.CallsAsync("IKA am 20. Januar um 16:30 Uhr");
        Assert.Equal("dao", (await talk.MeetingsAsync())[0].Chair?.Value);
        talk.Hears("dao", "Sie leiten die Sitzung „IKA“");
    }

    [Fact]
    public async Task Host_SixWeeksBeforeTheRhythm_IsToldOnceAndWhatIsTickedGoesOnToTheMeeting()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "dao", "guel");
        await talk.SaysAsync("katrin", "Sitzungsleitung IKA reihum: Gül, Dao");
        await talk.PressesAsync("katrin", "Festlegen");
        Assert.Equal(0, talk.HeardBy("guel", "als Nächstes mit der Leitung dran"));
        await talk.AtAsync(2026, 12, 8, 8);
        Assert.Equal(0, talk.HeardBy("guel", "als Nächstes mit der Leitung dran"));
        await talk.AtAsync(2026, 12, 9, 8);
        talk.Hears("guel", "Bei „IKA“ sind Sie als Nächstes mit der Leitung dran, nach dem Rhythmus am Mittwoch, 20. Januar 2027.");
        talk.Hears("guel", "Einladung: spätestens am Dienstag, 12. Januar 2027");
        Assert.Contains("Ort – erledigt", await talk.PressesAsync("guel", "Speichern", null, ("done", "Place,Room")), StringComparison.Ordinal);
        await talk.AtAsync(2026, 12, 10, 8);
        Assert.Equal(1, talk.HeardBy("guel", "als Nächstes mit der Leitung dran"));
        await talk.CallsAsync("IKA am 20. Januar um 16:30 Uhr in der Volkshochschule");
        talk.Hears("guel", "Ort: Volkshochschule – erledigt");
        await talk.SaysAsync("guel", "Checkliste: Ort offen");
        talk.Hears("guel", "Ort: Volkshochschule – offen");
        talk.Hears("guel", "Raum und Technik – erledigt");
        await talk.SaysAsync("dao", "Checkliste: Ort erledigt");
        talk.Hears("dao", "Das kann nur, wer gerade dran ist");
    }

    [Theory]
    [MemberData(nameof(Talk.Failures), MemberType = typeof(Talk))]
    public async Task Swap_StoreFailsAtAnyWrite_IsAgreedOnOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var talk = await StartAsync(store);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Tausch mit Bernd");
        var data = talk.DataOf("bernd", "Tausch annehmen");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("bernd", "rota.swap.agree", data.DeepClone().AsObject()));
        Assert.Equal("bernd", (await talk.MeetingsAsync())[0].Chair?.Value);
        Assert.Equal(1, talk.HeardBy("amina", "haben die Sitzungsleitung getauscht"));
        Assert.Equal(1, talk.HeardBy("bernd", "Sie leiten die Sitzung „Beirat“"));
        return writes;
    });

    private static System.Text.Json.Nodes.JsonObject Pressed(string verb, System.Text.Json.Nodes.JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["value"] = new System.Text.Json.Nodes.JsonObject
        {
            ["action"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() },
            ["trigger"] = "manual",
        },
    };

    private static async Task<Talk> StartAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.SaysAsync("katrin", Order);
        talk.Hears("katrin", "Amina Yıldız beginnt. Stimmt das?");
        Assert.Contains("Die Reihenfolge ist festgelegt.", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);
        talk.Time.Now += Duration.FromSeconds(1);
        return talk;
    }
}
