using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Features.Rules.SetElectionRule;
using Bot.Storage;
using Bot.Texts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>How the plenary elects: shown, set by typing and by the form, taken back, and kept by an election that runs.</summary>
public class SetElectionRuleTests
{
    private const string FromNewYear = "Regel Plenum Wahl: Listenwahl zugelassen, Sitze nach Sainte-Laguë, höchstens 3 Wahlgänge, Amtszeit 3 Jahre ab 1.1.2027";

    [Fact]
    public async Task Set_ByTyping_IsShownBackWithExamplesAndHoldsFromItsDay()
    {
        await using var talk = await ElectionTests.StartAsync();
        await talk.SaysAsync("amina", "Regeln Plenum");
        talk.Hears("amina", "Listenwahl nicht zugelassen");
        talk.Hears("amina", "Bis einschließlich Wahlgang 1 ist mehr als die Hälfte nötig; 11 genügen, 10 nicht.");
        Assert.DoesNotContain("Listen mit 100", talk.LastFor("amina"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", FromNewYear);
        talk.Hears("katrin", "Neue Regel: Plenum, Wahl");
        talk.Hears("katrin", "Gilt ab Freitag, 1. Januar 2027 (Fassung 2):");
        talk.Hears("katrin", "Listenwahl zugelassen (bisher: Listenwahl nicht zugelassen)");
        talk.Hears("katrin", "Amtszeit: 36 Monate (bisher: Amtszeit: 24 Monate)");
        talk.Hears("katrin", "Beispiel mit 8 Sitzen und Listen mit 100, 80, 30 und 20 Stimmen: Sie bekommen 3, 3, 1 und 1 Sitze.");
        Assert.Equal(1, (await PlenumAsync(talk)).Timeline.Latest);

        // An election called before keeps the rule it was called under.
        await ElectionTests.CallAsync(talk);
        var data = talk.DataOf("katrin", "Festlegen");
        Assert.Contains("Festgelegt. Plenum, Wahl", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);
        Assert.Contains("Fassung 2", await talk.PressAsync("katrin", "rules.election.set", data), StringComparison.Ordinal);
        var plenum = await PlenumAsync(talk);
        var next = plenum.Timeline.InForce(new LocalDate(2027, 1, 1));
        Assert.Equal((2, ElectionRule.Default, "List allowed", SeatMethod.SainteLague, 3, 36), (plenum.Timeline.Latest, plenum.Rules.Elections, next.Elections.Allows(ElectionMethod.List) ? "List allowed" : "", next.Elections.Seats, next.Elections.MostRounds, next.Elections.TermMonths));
        Assert.Equal(7, next.BallotDays);
        await talk.SaysAsync("amina", "Regeln Plenum");
        talk.Hears("amina", "Gilt ab 01.01.2027: Wahl (Fassung 2)");
        await talk.AtAsync(2027, 1, 1, 0);
        var election = (await talk.Get<ElectionStore>().AllAsync(Talk.Network, TestContext.Current.CancellationToken))[0];
        Assert.Equal((ElectionRule.Default, 1), (election.Rule, election.RulesVersion));
        Assert.Equal(2, (await PlenumAsync(talk)).Rules.Version);
    }

    [Fact]
    public async Task Set_ByTheForm_TakesEachField_AndAsksBackWhatDoesNotAddUp()
    {
        await using var talk = await ElectionTests.StartAsync();
        await talk.SaysAsync("katrin", "Regeln Plenum");
        Assert.Contains("Zugelassene Arten der Wahl", await talk.PressesAsync("katrin", "Regel ändern", null, ("kind", "Election")), StringComparison.Ordinal);
        (string, string)[] inputs =
        [
            ("allowed", "Joint,SeatBySeat"), ("method", "List"), ("seats", "HareNiemeyer"), ("absolute", "2"), ("rounds", "5"), ("tie", "Lot"), ("secrecy", "Open"), ("term", "12"), ("acceptance", "14"),
            ("from", "2026-11-23"),
        ];
        Assert.Contains("So geht die Regel nicht auf", await talk.PressesAsync("katrin", "Prüfen", null, inputs), StringComparison.Ordinal);
        inputs[0] = ("allowed", "Joint,List");
        Assert.Contains("bei Gleichstand sofort das Los (bisher: bei Gleichstand eine Stichwahl und danach das Los)", await talk.PressesAsync("katrin", "Prüfen", null, inputs), StringComparison.Ordinal);
        Assert.Contains("Zugelassene Arten der Wahl", await talk.PressesAsync("katrin", "Ändern"), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Prüfen");
        await talk.PressesAsync("katrin", "Festlegen");
        Assert.Equal("List;Open;2;5;12;14;Joint+List;HareNiemeyer;Lot", (await PlenumAsync(talk)).Rules.Elections.ToCode());
    }

    [Theory]
    [InlineData("Regel Plenum Wahl: nach Gefühl ab heute", "Das verstehe ich an dieser Stelle nicht: „nach Gefühl“.")]
    [InlineData("Regel Plenum Wahl: Amtszeit 11 Jahre ab heute", "Das verstehe ich an dieser Stelle nicht: „Amtszeit 11 Jahre“.")]
    [InlineData("Regel Plenum Wahl: Gesamtwahl nicht zugelassen ab heute", "So geht die Regel nicht auf")]
    [InlineData("Regel Plenum Wahl: Listenwahl zugelassen", "Ab wann soll die Regel gelten?")]
    [InlineData("Regel Plenum Wahl: Listenwahl zugelassen ab 22.11.2026", "Regeln gelten nicht rückwirkend")]
    [InlineData("Regel Plenum Wahl: geheim ab heute", "gilt diese Regel schon")]
    [InlineData("Regel Plenum Wahl", "Regel ändern: Plenum, Wahl")]
    public async Task Set_WithSomethingUnclear_AsksAndStoresNothing(string said, string heard)
    {
        await using var talk = await ElectionTests.StartAsync();
        await talk.SaysAsync("katrin", said);
        talk.Hears("katrin", heard);
        Assert.DoesNotContain("Festlegen", talk.Buttons(Talk.Personal("katrin")));
        Assert.Equal(1, (await PlenumAsync(talk)).Timeline.Latest);
    }

    [Fact]
    public async Task TakeBack_OfAChangeToCome_LeavesTheRuleAsItWas()
    {
        await using var talk = await ElectionTests.StartAsync();
        await talk.SaysAsync("katrin", FromNewYear);
        await talk.PressesAsync("katrin", "Festlegen");
        await talk.SaysAsync("katrin", "Regeln Plenum");
        Assert.Contains("Änderung zurücknehmen: Plenum, Wahl", await talk.PressesAsync("katrin", "Zurücknehmen"), StringComparison.Ordinal);
        Assert.Contains("Zurückgenommen. Plenum, Wahl", await talk.PressesAsync("katrin", "Zurücknehmen"), StringComparison.Ordinal);
        Assert.Equal(ElectionRule.Default, (await PlenumAsync(talk)).Timeline.InForce(new LocalDate(2027, 1, 1)).Elections);
    }

    [Fact]
    public async Task Set_ByAnybodyElse_OrForged_ChangesNothing()
    {
        await using var talk = await ElectionTests.StartAsync();
        await talk.SaysAsync("katrin", FromNewYear);
        var data = talk.DataOf("katrin", "Festlegen");
        foreach (var verb in new[] { "rules.election.edit", "rules.election.preview", "rules.election.takeback.ask", "rules.election.set" })
        {
            Assert.Contains("Das kann nur die Koordination", await talk.PressAsync("amina", verb, data.DeepClone().AsObject()), StringComparison.Ordinal);
            Assert.Contains("Das kann nur die Koordination", await talk.PressAsync("fremd", verb, data.DeepClone().AsObject()), StringComparison.Ordinal);
        }

        foreach (var (name, value) in new[] { ("rule", "List;Secret;99;4;24;7;List;DHondt;Lot"), ("rule", "x"), ("day", "gestern"), ("committee", "beirat"), ("committee", "x"), ("latest", "9") })
        {
            var forged = data.DeepClone().AsObject();
            forged[name] = value;
            Assert.DoesNotContain("Festgelegt", await talk.PressAsync("katrin", "rules.election.set", forged), StringComparison.Ordinal);
        }

        Assert.Equal(1, (await PlenumAsync(talk)).Timeline.Latest);
    }

    /// <summary>Whatever a rule is shown as can be typed, in both languages, and is the same rule then.</summary>
    [Fact]
    public void Words_OfAnyRule_AreReadBackAsTheSameRule() => Prop.ForAll(Rules(), rule => new[] { Reader.German, Reader.English }.All(reader =>
        ElectionRuleReader.Read(new ElectionRule { Allowed = ElectionMethods.None }, string.Join(", ", ElectionRuleWords.Clauses(reader, rule)), out var unclear) == rule && unclear.Count == 0)).QuickCheckThrowOnFailure();

    private static Arbitrary<ElectionRule> Rules() =>
        (from method in Gen.Elements(Enum.GetValues<ElectionMethod>())
         from others in Gen.Choose(0, 15)
         from seats in Gen.Elements(Enum.GetValues<SeatMethod>())
         from tie in Gen.Elements(Enum.GetValues<ElectionTie>())
         from secrecy in Gen.Elements(BallotSecrecy.Open, BallotSecrecy.Secret)
         from absolute in Gen.Choose(0, 9)
         from most in Gen.Choose(1, 9)
         from term in Gen.Choose(1, 120)
         from acceptance in Gen.Choose(1, 60)
         select new ElectionRule
         {
             Method = method, Allowed = (ElectionMethods)(others | (1 << (int)method)), Seats = seats, Tie = tie, Secrecy = secrecy, AbsoluteRounds = absolute, MostRounds = most, TermMonths = term,
             AcceptanceDays = acceptance,
         }).ToArbitrary();

    private static async Task<Committee> PlenumAsync(Talk talk) => (await talk.NetworkAsync()).Network.GeneralAssembly!;
}
