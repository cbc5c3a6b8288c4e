using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Ties that the rules give to the chair, to the lot, or to another ballot.</summary>
public class BreakTieTests
{
    [Theory]
    [InlineData(Store.Sqlite, "Angenommen", Verdict.Accepted)]
    [InlineData(Store.AzureTables, "Abgelehnt", Verdict.Rejected)]
    public async Task Chair_Decides_OnceWithAReason(Store store, string button, Verdict verdict)
    {
        await using var talk = await TiedAsync(TieRule.ChairDecides, store, chair: "bernd");
        talk.Shows(Talk.Plenary, "Die Abstimmung ist beendet, aber noch nicht entschieden.");
        talk.Shows(Talk.Plenary, "Die Entscheidung liegt jetzt bei Bernd Krüger (Sitzungsleitung).");
        Assert.Empty(await talk.ResolutionsAsync());
        Assert.Equal(AdmissionState.Voting, (await talk.RunningCaseAsync("Verein Brücke"))!.State);
        Assert.Equal(0, talk.HeardBy("katrin", "Nach den Regeln entscheidet die Sitzungsleitung."));
        talk.Hears("bernd", "Stimmengleichheit: 1 Ja, 1 Nein.");
        var data = talk.DataOf("bernd", button);
        data["reason"] = "weil";
        Assert.Equal("Das entscheidet die Sitzungsleitung: Bernd Krüger.", await talk.PressAsync("katrin", "ballot.tie.decide", data));
        Assert.Contains("Bitte einen Grund nennen.", await talk.PressesAsync("bernd", button), StringComparison.Ordinal);
        await talk.AfterAsync(Duration.FromDays(2));
        await talk.PressesAsync("bernd", button, null, ("reason", "Der Verein arbeitet schon mit."));
        var word = verdict == Verdict.Accepted ? "angenommen" : "abgelehnt";
        talk.Shows(Talk.Plenary, "Ergebnis: " + word);
        talk.Shows(Talk.Plenary, $"entschieden: {word}. Begründung: Der Verein arbeitet schon mit.");
        talk.Shows(Talk.Plenary, "Eingetragen als Beschluss **2026-01**.");
        Assert.Equal(3, talk.CountOf(Talk.Plenary, "Bei Stimmengleichheit hat Bernd Krüger am")); // the ballot, its result, and the decision
        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal((verdict, 1, 1), (entry.Verdict, entry.Tally.Yes, entry.Tally.No));
        Assert.Contains("Bei Stimmengleichheit hat Bernd Krüger am", entry.Text, StringComparison.Ordinal);
        Assert.Equal(talk.Time.Now.InZone((await talk.NetworkAsync()).Network.Zone).Date, entry.DecidedOn);
        Assert.Contains("keine Stimmengleichheit (mehr)", await talk.PressAsync("bernd", "ballot.tie.decide", data), StringComparison.Ordinal);
        Assert.Single(await talk.ResolutionsAsync());
        await talk.SaysAsync("bernd", "Stichentscheid: angenommen, weil");
        talk.Hears("bernd", "Im Moment wartet keine Stimmengleichheit auf Ihre Entscheidung.");
    }

    [Fact]
    public async Task Chair_Missing_TheCoordinatorDecidesByTyping()
    {
        await using var talk = await TiedAsync(TieRule.ChairDecides);
        talk.Shows(Talk.Plenary, "weil keine Sitzungsleitung benannt ist");
        await talk.SaysAsync("amina", "Stichentscheid: angenommen, weil ich es will");
        talk.Hears("amina", "Im Moment wartet keine Stimmengleichheit auf Ihre Entscheidung.");
        await talk.SaysAsync("katrin", "Stichentscheid");
        talk.Hears("katrin", "Stimmengleichheit: 1 Ja, 1 Nein.");
        await talk.SaysAsync("katrin", "Stichentscheid: vielleicht");
        talk.Hears("katrin", "Im Moment wartet keine Stimmengleichheit");
        await talk.SaysAsync("katrin", "Stichentscheid: angenommen");
        talk.Hears("katrin", "Bitte einen Grund nennen.");
        await talk.SaysAsync("katrin", "Stichentscheid Verein Brücke: angenommen, die Zeit drängt");
        talk.Shows(Talk.Plenary, "entschieden: angenommen. Begründung: die Zeit drängt");
    }

    [Fact]
    public async Task Chair_Decides_InEnglish()
    {
        await using var talk = await TiedAsync(TieRule.ChairDecides);
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Casting vote: rejected, too early");
        talk.Hears("katrin", "At a tie Katrin Vogel decided on");
        talk.Hears("katrin", "rejected. Reason: too early");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Lot_WitnessConfirms_IsDrawnOnce(Store store)
    {
        await using var talk = await TiedAsync(TieRule.Lot, store);
        talk.Shows(Talk.Plenary, "Das Los wird gezogen, sobald die Sitzungsleitung oder die Koordination benannt hat");
        Assert.Contains("Diese Person kenne ich nicht", await talk.PressesAsync("katrin", "Als Zeug:in bitten", null, ("witness", "Niemand")), StringComparison.Ordinal);
        Assert.Contains("kann die Ziehung nicht selbst bezeugen", await talk.PressesAsync("katrin", "Als Zeug:in bitten", null, ("witness", "Katrin Vogel")), StringComparison.Ordinal);
        Assert.Contains("sobald Amina Yıldız bestätigt", await talk.PressesAsync("katrin", "Als Zeug:in bitten", null, ("witness", "Amina")), StringComparison.Ordinal);
        talk.Hears("amina", "Katrin Vogel bittet Sie, die Ziehung zu bezeugen.");
        await talk.SaysAsync("katrin", "Los ziehen: Bernd Krüger");
        talk.Hears("bernd", "Katrin Vogel bittet Sie, die Ziehung zu bezeugen.");
        Assert.Equal("Das kann nur die Person bestätigen, die als Zeug:in benannt ist.", await talk.PressesAsync("amina", "Ich bin dabei: Los ziehen"));
        await talk.SaysAsync("amina", "Ich bezeuge das Los");
        talk.Hears("amina", "Im Moment wartet keine Stimmengleichheit");
        var data = talk.DataOf("bernd", "Ich bin dabei: Los ziehen");
        Assert.Empty(await talk.ResolutionsAsync());
        await talk.SaysAsync("bernd", "Ich bezeuge das Los");
        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.True(entry.Verdict is Verdict.Accepted or Verdict.Rejected);
        talk.Shows(Talk.Plenary, "auf Veranlassung von Katrin Vogel, bezeugt von Bernd Krüger.");
        Assert.Contains("keine Stimmengleichheit (mehr)", await talk.PressAsync("bernd", "ballot.lot.draw", data), StringComparison.Ordinal);
        Assert.Equal(entry, Assert.Single(await talk.ResolutionsAsync()));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Lot_TwoInstancesAtOnce_HaveOneOutcome(Store store)
    {
        await using var talk = await TiedAsync(TieRule.Lot, store);
        await talk.SaysAsync("katrin", "Los ziehen: Bernd Krüger");
        var data = talk.DataOf("bernd", "Ich bin dabei: Los ziehen");
        var other = talk.Join();
        talk.Settles = false;
        var invoke = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "ballot.lot.draw", ["data"] = data.DeepClone() }, ["trigger"] = "manual" },
        };
        await talk.DeliverTwiceAsync(other, invoke, "bernd");
        talk.Time.Now += Duration.FromMinutes(3);
        await talk.SettleTogetherAsync(other);
        var entry = Assert.Single(await talk.ResolutionsAsync());
        var word = entry.Verdict == Verdict.Accepted ? "angenommen" : "abgelehnt";
        Assert.Equal(3, talk.CountOf(Talk.Plenary, "Bei Stimmengleichheit hat das Los entschieden: " + word)); // the ballot, its result, and the decision
        talk.Shows(Talk.Plenary, "Bei Stimmengleichheit hat das Los entschieden: " + word);
        Assert.Null(await talk.RunningCaseAsync("Verein Brücke"));
    }

    [Fact]
    public async Task Lot_DrawnOften_FallsOnBothSides()
    {
        await using var talk = await Talk.StartAsync(change: Talk.Tie(TieRule.Lot));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        var seen = new System.Collections.Generic.HashSet<Verdict>();
        for (var number = 1; number <= 40 && seen.Count < 2; number++)
        {
            await TieAsync(talk, "Verein " + number);
            await talk.SaysAsync("katrin", "Los ziehen: Bernd Krüger");
            await talk.SaysAsync("bernd", "Ich bezeuge das Los");
            seen.Add((await talk.ResolutionsAsync())[^1].Verdict);
        }

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task Repeat_ByTheRules_WaitsForTheNextBallot()
    {
        await using var talk = await TiedAsync(TieRule.Repeat);
        Assert.Empty(await talk.ResolutionsAsync());
        Assert.Equal(AdmissionState.Voting, (await talk.RunningCaseAsync("Verein Brücke"))!.State);
        await talk.SaysAsync("katrin", "Erneut abstimmen: Verein Brücke");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        talk.Shows(Talk.Plenary, "die nichts entschieden hat");
        talk.Shows(Talk.Plenary, "Der Beirat empfiehlt: **aufnehmen**");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        Assert.Equal(Verdict.Accepted, Assert.Single(await talk.ResolutionsAsync()).Verdict);
    }

    [Fact]
    public async Task Void_WhileATieWaits_HasNothingLeftToDecide()
    {
        await using var talk = await TiedAsync(TieRule.ChairDecides);
        var data = talk.DataOf("katrin", "Angenommen");
        data["reason"] = "weil";
        await talk.SaysAsync("katrin", "Abstimmung für ungültig erklären: Verein Brücke");
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", "Irrtum"));
        talk.Shows(Talk.Plenary, "Ungültig: diese Abstimmung entscheidet nichts");
        Assert.DoesNotContain("Ergebnis", talk.Last(Talk.Plenary), StringComparison.Ordinal);
        Assert.Contains("keine Stimmengleichheit (mehr)", await talk.PressAsync("katrin", "ballot.tie.decide", data), StringComparison.Ordinal);
        Assert.Empty(await talk.ResolutionsAsync());
    }

    private static async Task<Talk> TiedAsync(TieRule rule, Store store = Store.Sqlite, string? chair = null)
    {
        var talk = await Talk.StartAsync(store, Talk.Tie(rule));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await TieAsync(talk, "Verein Brücke", chair);
        return talk;
    }

    private static async Task TieAsync(Talk talk, string name, string? chair = null)
    {
        await talk.PlenaryVotesOnAsync(name);
        if (chair is not null)
        {
            await talk.LedByAsync(chair);
        }

        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Nein");
        await talk.EndsBallotAsync();
    }
}
