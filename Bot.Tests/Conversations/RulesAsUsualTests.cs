using System;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A kind of decision with a rule of its own is decided as usual again.</summary>
public class RulesAsUsualTests
{
    [Fact]
    public async Task Set_AsUsual_TypedFromADayOn_FollowsTheUsualRuleAndRunningBallotsKeepTheirs()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await SetRulesTests.SetsAsync(talk, "Regel Plenum Aufnahme: zwei Drittel der Ja- und Nein-Stimmen ab heute");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.SaysAsync("katrin", "Regel Plenum Aufnahme: wie üblich");
        talk.Hears("katrin", "Ab wann soll die Regel gelten?");
        await talk.SaysAsync("katrin", "Regel Plenum: wie üblich ab heute");
        talk.Hears("katrin", "Für welche Entscheidung?");
        await talk.SaysAsync("katrin", "Regel Plenum alle übrigen: wie üblich ab heute");
        talk.Hears("katrin", "Das ist die übliche Regel selbst.");
        await talk.SaysAsync("katrin", "Regel Plenum Projekt: wie üblich ab heute");
        talk.Hears("katrin", "gilt diese Regel schon");
        await talk.SaysAsync("katrin", "Regel Plenum Aufnahme: wieder wie üblich ab 24.11.2026");
        talk.Hears("katrin", "Gilt ab Dienstag, 24. November 2026 (Fassung 3):");
        talk.Hears("katrin", "Von diesem Tag an wird darüber wieder wie üblich entschieden");
        talk.Hears("katrin", "mehr als die Hälfte der Ja- und Nein-Stimmen (bisher: mindestens zwei Drittel der Ja- und Nein-Stimmen)");
        talk.Hears("katrin", "Gerade noch angenommen: 9 zu 8. Nicht mehr: 8 zu 8.");
        var confirm = talk.DataOf("katrin", "Festlegen");
        Assert.Equal("Festgelegt. Plenum, Aufnahme: Ab Dienstag, 24. November 2026 wird wieder wie üblich entschieden (Fassung 3).", (await talk.PressesAsync("katrin", "Festlegen")).Trim());
        Assert.Contains("(Fassung 3)", await talk.PressAsync("katrin", "rules.set", confirm), StringComparison.Ordinal);
        Assert.Equal(3, (await SetRulesTests.PlenumAsync(talk)).Timeline.Latest);
        await talk.SaysAsync("amina", "Regeln Plenum");
        talk.Hears("amina", "Darüber wird dann wieder wie üblich entschieden.");

        await talk.AtAsync(2026, 11, 24, 9);
        Assert.True((await SetRulesTests.PlenumAsync(talk)).Rules.IsUsual(MotionKind.Admission));
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Nein");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "mindestens zwei Drittel der Ja- und Nein-Stimmen (Fassung 2)");
        await SetRulesTests.SetsAsync(talk, "Regel Plenum alle übrigen: geheim ab heute");
        await talk.PlenaryVotesOnAsync("Radio Nordlicht");
        Assert.True(Assert.Single(await talk.RunningBallotsAsync()).Ballot.IsSecret);
    }

    [Fact]
    public async Task Set_AsUsual_OnTheCard_IsASwitchOnlyWhereThereIsAnOwnRule()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await SetRulesTests.SetsAsync(talk, "Regel Plenum Aufnahme: zwei Drittel der Ja- und Nein-Stimmen ab heute");
        await talk.SaysAsync("katrin", "Regeln Plenum");
        Assert.DoesNotContain("Wieder wie alle übrigen", await talk.PressesAsync("katrin", "Regel ändern", null, ("kind", "Project")), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Regeln Plenum");
        Assert.Contains("Wieder wie alle übrigen", await talk.PressesAsync("katrin", "Regel ändern", null, ("kind", "Admission")), StringComparison.Ordinal);
        Assert.Contains("Ab wann soll die Regel gelten?", await talk.PressesAsync("katrin", "Prüfen", null, ("asUsual", "true"), ("majority", "Unsinn"), ("from", "")), StringComparison.Ordinal);
        Assert.Contains("Von diesem Tag an wird darüber wieder wie üblich entschieden", await talk.PressesAsync("katrin", "Prüfen", null, ("asUsual", "true"), ("from", "2026-12-01")), StringComparison.Ordinal);
        Assert.Contains("Regel ändern: Plenum, Aufnahme", await talk.PressesAsync("katrin", "Ändern"), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Prüfen");
        await talk.PressesAsync("katrin", "Festlegen");
        var timeline = (await SetRulesTests.PlenumAsync(talk)).Timeline;
        Assert.Equal((false, true), (timeline.InForce(new LocalDate(2026, 11, 30)).IsUsual(MotionKind.Admission), timeline.InForce(new LocalDate(2026, 12, 1)).IsUsual(MotionKind.Admission)));
        await talk.SaysAsync("katrin", "Regeln Plenum");
        await talk.PressesAsync("katrin", "Zurücknehmen");
        await talk.PressesAsync("katrin", "Zurücknehmen");
        Assert.Equal("yes+no>=2/3", await SetRulesTests.MajorityOnAsync(talk, new LocalDate(2026, 12, 1)));
    }

    [Fact]
    public async Task Set_AsUsual_InEnglish()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Rule plenary admission: two thirds from today");
        await talk.PressesAsync("katrin", "Set");
        await talk.SaysAsync("katrin", "Rule plenary admission: as usual from 1 January 2027");
        talk.Hears("katrin", "From that day on it is decided as usual again, by the rule for all other decisions.");
        Assert.Contains("from Friday, 1 January 2027 it is decided as usual again (version 3).", await talk.PressesAsync("katrin", "Set"), StringComparison.Ordinal);
    }
}
