using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Two coordinators set rules in the same moment, one between the other's reading and writing.</summary>
public class SetRulesRaceTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Set_BetweenReadingAndWriting_OverwritesNothingAndIsShownTheNewState(Store store)
    {
        await using var talk = await Talk.StartAsync(store, Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        var other = talk.Join();
        await talk.SaysAsync("katrin", "Regel Plenum Aufnahme: zwei Drittel der Ja- und Nein-Stimmen ab 1.1.2027");
        await talk.SaysAsync("ruth", "Regel Plenum Projekt: geheim ab 1.12.2026");
        var first = talk.Complete(Pressed(talk.DataOf("ruth", "Festlegen")), "ruth", null).ToJsonString();
        talk.Settles = false;
        var hasRaced = false;
        talk.Faults.BeforeWrite = async table =>
        {
            if (table == TableNames.Networks && !hasRaced)
            {
                hasRaced = true;
                using var response = await Talk.SendAsync(other, first);
                Assert.Contains("Festgelegt", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        };

        Assert.Contains("Inzwischen hat jemand die Regeln dieses Gremiums geändert.", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);

        Assert.True(hasRaced);
        talk.Faults.BeforeWrite = null;
        talk.Time.Now += Duration.FromSeconds(6);
        var timeline = (await talk.NetworkAsync()).Network.GeneralAssembly!.Timeline;
        Assert.Equal([1, 2], timeline.Versions.Select(rules => rules.Version).Order());
        Assert.Equal(SecrecyRule.Always, timeline.InForce(new LocalDate(2026, 12, 1)).DecisionOn(MotionKind.Project).Secrecy);
        Assert.Contains("Festgelegt", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);
        talk.Time.Now += Duration.FromSeconds(6);
        var last = (await talk.NetworkAsync()).Network.GeneralAssembly!.Timeline.InForce(new LocalDate(2027, 1, 1));
        Assert.Equal((new Fraction(2, 3), SecrecyRule.Always), (last.DecisionOn(MotionKind.Admission).Majority.Fraction, last.DecisionOn(MotionKind.Project).Secrecy));
    }

    private static JsonObject Pressed(JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "rules.set", ["data"] = data.DeepClone() }, ["trigger"] = "manual" },
    };
}
