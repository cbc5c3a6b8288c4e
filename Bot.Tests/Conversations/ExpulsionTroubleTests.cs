using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Two who propose the same expulsion in one moment, a store that fails, a case that stands still, and a ballot that is taken again.</summary>
public class ExpulsionTroubleTests
{
    private const string Line = "Ausschluss beantragen: Kreissportbund, weil er stört";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Propose_ByTwoInTheSameMoment_MakesOneCaseAndTellsTheSecond(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "bernd", "clara", "dao");
        var other = talk.Join();
        await talk.SaysAsync("bernd", Line);
        await talk.SaysAsync("clara", Line);
        var data = talk.DataOf("clara", "Ausschluss beantragen");
        data["reasons"] = "weil er stört";
        var first = talk.Complete(Pressed(data), "clara", null).ToJsonString();
        talk.Settles = false;
        var hasRaced = false;
        talk.Faults.BeforeWrite = async table =>
        {
            if (table == TableNames.Admissions && !hasRaced)
            {
                hasRaced = true;
                using var response = await Talk.SendAsync(other, first);
                Assert.Contains("ist beantragt", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        };

        Assert.Contains("läuft schon. Die Koordination weiß davon.", await talk.PressesAsync("bernd", "Ausschluss beantragen"), StringComparison.Ordinal);
        Assert.True(hasRaced);
        talk.Faults.BeforeWrite = null;
        Assert.Equal("clara", Assert.Single(await talk.Get<ExpulsionStore>().RunningAsync(Talk.Network, TestContext.Current.CancellationToken)).ProposedBy.Value);
        talk.Settles = true;
        await talk.SettleAsync();
        Assert.Equal(1, talk.HeardBy("dao", "ist der Ausschluss aus dem Bündnis beantragt"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Follow_StoreFailsOnceAtAWrite_EndsOneMembershipOnceOnTheDayOfTheDecision(bool isWritten)
    {
        for (var failing = 1; failing <= 120; failing += 5)
        {
            await using var talk = await Talk.StartAsync();
            await talk.EverybodyOpensAsync("katrin", "bernd", "dao");
            await ToThePlenaryAsync(talk);
            await talk.SaysAsync("bernd", "Ja");
            talk.Settles = false;
            await talk.EndsBallotAsync();
            talk.Settles = true;
            talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            await Record.ExceptionAsync(talk.SettleAsync);
            var writes = talk.Faults.Writes;
            talk.Faults.Count();
            for (var minutes = 0; minutes < 10; minutes += 2)
            {
                await talk.AfterAsync(Duration.FromMinutes(2));
            }

            Assert.Single(await talk.ResolutionsAsync());
            var network = (await talk.NetworkAsync()).Network;
            Assert.Equal((7, new LocalDate(2026, 11, 23)), (network.Organizations.Count, Assert.Single(network.FormerOrganizations).MemberUntil));
            Assert.Equal((1, 1), (talk.HeardBy("dao", "ist aus dem Bündnis ausgeschlossen worden"), talk.HeardBy("katrin", "ist ausgeschlossen (Beschluss")));
            if (writes < failing)
            {
                return;
            }
        }

        Assert.Fail("More writes than thought for one decision.");
    }

    [Fact]
    public async Task Stalled_AfterTheHearing_IsReportedAMonthLaterAndNotWhileThereIsTimeToAnswer()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "bernd", "dao");
        await talk.SaysAsync("bernd", Line + "; Frist 60 Tage");
        await talk.PressesAsync("bernd", "Ausschluss beantragen");
        var heard = talk.Listen();
        await talk.WalkAsync(new LocalDateTime(2027, 3, 2, 0, 0));
        var reports = heard.Where(one => one.Words.Contains("seit mindestens 30 Tagen nichts geschehen", StringComparison.Ordinal)).ToList();
        Assert.Equal([new LocalDate(2027, 2, 22), new LocalDate(2027, 3, 1)], reports.Select(one => one.At.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date));
        Assert.All(reports, one => Assert.Contains("„Ausschluss an den Beirat“ (Koordination)", one.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plenary_WhoseBallotIsVoidAndTakenAgain_DecidesWithTheNewOne()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "bernd", "dao");
        await ToThePlenaryAsync(talk);
        await talk.SaysAsync("katrin", "Abstimmung für ungültig erklären");
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", "Irrtum"));
        await talk.SaysAsync("katrin", "Mitgliedschaftsfälle");
        talk.Hears("katrin", "Die Abstimmung im Plenum über den Ausschluss hat nichts entschieden");
        await talk.SaysAsync("katrin", "Abstimmung wiederholen");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        talk.Shows(Talk.Plenary, "Mündlich angehört am Montag, 23. November 2026: Nein");
        await talk.SaysAsync("bernd", "Ja");
        await talk.EndsBallotAsync();
        Assert.Equal(7, (await talk.NetworkAsync()).Network.Organizations.Count);
        Assert.Single(await talk.ResolutionsAsync());
    }

    private static async Task ToThePlenaryAsync(Talk talk)
    {
        await talk.SaysAsync("katrin", Line);
        await talk.PressesAsync("katrin", "Ausschluss beantragen");
        await talk.SaysAsync("katrin", "Anhörung festhalten: Kreissportbund: Nein");
        await talk.PressesAsync("katrin", "Anhörung festhalten");
        await talk.SaysAsync("katrin", "Ausschluss ohne Empfehlung");
        Assert.Contains("stimmt gerade das Plenum ab", await talk.PressesAsync("katrin", "Ja, so abstimmen lassen", null, ("reason", "eilig")), StringComparison.Ordinal);
    }

    private static JsonObject Pressed(JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "expulsion.propose", ["data"] = data.DeepClone() }, ["trigger"] = "manual" },
    };
}
