using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Rules of procedure: who reads them, who sets them, from when they hold, and what happens when two set them.</summary>
public class SetRulesTests
{
    private const string TwoThirdsFromNewYear = "Regel Plenum Aufnahme: Zweidrittel der abgegebenen Ja- und Nein-Stimmen ab 1.1.2027";

    private const string OnlyCoordinator = "Das kann nur die Koordination";

    [Fact]
    public async Task Show_Rules_IsForThoseWhoBelongAndTellsEachWithItsExample()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.SaysAsync("amina", "Abstimmungsregeln Plenum");
        talk.Hears("amina", "Abstimmungsregeln: Plenum");
        talk.Hears("amina", "Fassung 1, gilt seit 12.03.2024.");
        talk.Hears("amina", "Sachantrag · Projekt · Arbeitsgruppe · Aufnahme · Ausschluss · Geschäftsordnung · alle übrigen Entscheidungen");
        talk.Hears("amina", "mehr als die Hälfte der Ja- und Nein-Stimmen");
        talk.Hears("amina", "Betroffene stimmen mit");
        talk.Hears("amina", "Beispiel: Bei 12 Ja, 5 Nein, 3 Enthaltungen von 30 Stimmberechtigten heißt das Ergebnis „angenommen“: 12 von 17 Ja- und Nein-Stimmen; nötig: mehr als die Hälfte, also 9. Gerade noch angenommen: 9 zu 8. Nicht mehr: 8 zu 8.");
        talk.Hears("amina", "Einstimmigkeit aller Stimmberechtigten");
        talk.Hears("amina", "in der Regel Gesamtwahl");
        Assert.Empty(talk.Buttons(Talk.Personal("amina")));
        await talk.SaysAsync("bernd", "Regeln IKA");
        talk.Hears("bernd", "Die Regeln eines Gremiums zeige ich seinen Mitgliedern");
        await talk.SaysAsync("fremd", "Regeln Plenum");
        talk.Hears("fremd", "nur für Mitglieder");
        await talk.SaysAsync("katrin", "Regeln", Talk.Board);
        talk.Shows(Talk.Board, "Abstimmungsregeln: Beirat");
        Assert.Empty(talk.Buttons(Talk.Board));
        await talk.SaysAsync("amina", "Regeln Plenum", Talk.Board);
        talk.Shows(Talk.Board, "Die Regeln eines Gremiums zeige ich seinen Mitgliedern");
        await talk.SaysAsync("amina", "Regeln");
        talk.Hears("amina", "Die Regeln welches Gremiums?");
        Assert.Contains("Abstimmungsregeln: IKA", await talk.PressesAsync("amina", "Regeln zeigen", null, ("committee", "ika")), StringComparison.Ordinal);
        Assert.Contains("zeige ich seinen Mitgliedern", await talk.PressAsync("bernd", "rules.show", new JsonObject { ["committee"] = "ika" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_ByTyping_IsPreviewedStoredOnceAndShownAsToCome()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", TwoThirdsFromNewYear);
        talk.Hears("katrin", "Neue Regel: Plenum, Aufnahme");
        talk.Hears("katrin", "Gilt ab Freitag, 1. Januar 2027 (Fassung 2):");
        talk.Hears("katrin", "mindestens zwei Drittel der Ja- und Nein-Stimmen (bisher: mehr als die Hälfte der Ja- und Nein-Stimmen)");
        talk.Hears("katrin", "Gerade noch angenommen: 16 zu 8. Nicht mehr: 15 zu 8.");
        Assert.Equal(1, (await PlenumAsync(talk)).Timeline.Latest);
        var confirm = talk.DataOf("katrin", "Festlegen");
        Assert.Equal("Festgelegt. Plenum, Aufnahme: Die neue Regel gilt ab Freitag, 1. Januar 2027 (Fassung 2).", (await talk.PressesAsync("katrin", "Festlegen")).Trim());
        Assert.Contains("Fassung 2", await talk.PressAsync("katrin", "rules.set", confirm), StringComparison.Ordinal);

        var plenum = await PlenumAsync(talk);
        Assert.Equal((2, 1), (plenum.Timeline.Latest, plenum.Rules.Version));
        var next = plenum.Timeline.InForce(new LocalDate(2027, 1, 1));
        Assert.Equal((14, "Rathaus, Ratssaal", 7, plenum.Rules.Rhythm), (next.Notice.Days, next.UsualPlace, next.BallotDays, next.Rhythm));
        Assert.Equal((new PersonId("katrin"), talk.Time.Now), (next.SetBy, next.SetAt));
        await talk.SaysAsync("amina", "Regeln Plenum");
        talk.Hears("amina", "Gilt ab 01.01.2027: Aufnahme (Fassung 2)");
    }

    [Theory]
    [InlineData("Regel Plenum Aufnahme: 66 Prozent ab 1.1.2027", "Mit Prozenten rechne ich nicht")]
    [InlineData("Regel Plenum Aufnahme: absolute Mehrheit ab 1.1.2027", "„absolute Mehrheit“ kann zweierlei heißen. Meinen Sie „mehr als die Hälfte der Ja- und Nein-Stimmen“ oder „mehr als die Hälfte aller Stimmberechtigten“?")]
    [InlineData("Regel Plenum Aufnahme: zwei Drittel", "Ab wann soll die Regel gelten?")]
    [InlineData("Regel Plenum Aufnahme: zwei Drittel ab 22.11.2026", "Regeln gelten nicht rückwirkend: frühestens ab Montag, 23. November 2026.")]
    [InlineData("Regel Plenum Aufnahme: zwei Drittel ab 31.2.2027", "„31.2.2027“ gibt es im Kalender nicht.")]
    [InlineData("Regel Plenum Aufnahme: einfache Mehrheit ab 1.1.2027", "gilt diese Regel schon")]
    [InlineData("Regel Plenum Aufnahme", "Regel ändern: Plenum, Aufnahme")]
    [InlineData("Regel Plenum: zwei Drittel ab heute", "Für welche Entscheidung?")]
    [InlineData("Regel: zwei Drittel ab heute", "Für welches Gremium und welche Entscheidung?")]
    public async Task Set_WithSomethingUnclear_AsksAndStoresNothing(string said, string heard)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", said);
        talk.Hears("katrin", heard);
        Assert.DoesNotContain("Festlegen", talk.Buttons(Talk.Personal("katrin")));
        Assert.Equal(1, (await PlenumAsync(talk)).Timeline.Latest);
    }

    [Fact]
    public async Task Set_ByAnybodyElse_IsRefusedAtEachStep()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("amina", TwoThirdsFromNewYear);
        talk.Hears("amina", OnlyCoordinator);
        await talk.SaysAsync("katrin", TwoThirdsFromNewYear, Talk.Plenary);
        talk.Shows(Talk.Plenary, "Regeln lege ich im Einzelchat fest.");
        await talk.SaysAsync("katrin", TwoThirdsFromNewYear);
        var data = talk.DataOf("katrin", "Festlegen");
        foreach (var verb in new[] { "rules.edit", "rules.preview", "rules.takeback.ask", "rules.set" })
        {
            Assert.Contains(OnlyCoordinator, await talk.PressAsync("amina", verb, data.DeepClone().AsObject()), StringComparison.Ordinal);
            Assert.Contains(OnlyCoordinator, await talk.PressAsync("fremd", verb, data.DeepClone().AsObject()), StringComparison.Ordinal);
        }

        foreach (var (name, value) in new[] { ("rule", "majority=all"), ("kind", "Poll"), ("day", "gestern"), ("committee", "x") })
        {
            var forged = data.DeepClone().AsObject();
            forged[name] = value;
            Assert.DoesNotContain("Festgelegt", await talk.PressAsync("katrin", "rules.set", forged), StringComparison.Ordinal);
        }

        Assert.Equal(1, (await PlenumAsync(talk)).Timeline.Latest);
    }

    [Fact]
    public async Task Set_ByTheForm_TakesEachFieldAndAsksBackWhatItCannotRead()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Regeln Plenum");
        Assert.Contains("Wen der Ausschluss betrifft", await talk.PressesAsync("katrin", "Regel ändern", null, ("kind", "Expulsion")), StringComparison.Ordinal);
        (string, string)[] inputs =
        [
            ("majority", "mindestens drei Viertel aller Stimmberechtigten"), ("quorum", "ein Drittel"), ("tie", "Repeat"), ("secrecy", "request"), ("asking", "lalala"),
            ("change", "false"), ("concerned", "false"), ("circular", "einstimmig"), ("voters", "MemberOrganizations"), ("abstentions", "true"), ("from", "2026-11-23"),
        ];
        Assert.Contains("„lalala“ verstehe ich nicht als Regel", await talk.PressesAsync("katrin", "Prüfen", null, inputs), StringComparison.Ordinal);
        inputs[4] = ("asking", "ein Zehntel");
        var preview = await talk.PressesAsync("katrin", "Prüfen", null, inputs);
        Assert.Contains("Gilt ab Montag, 23. November 2026 (Fassung 2):", preview, StringComparison.Ordinal);
        Assert.Contains("Betroffene stimmen nicht mit (bisher: Betroffene stimmen mit)", preview, StringComparison.Ordinal);
        Assert.Contains("Regel ändern: Plenum, Ausschluss", await talk.PressesAsync("katrin", "Ändern"), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Prüfen");
        await talk.PressesAsync("katrin", "Festlegen");
        Assert.Equal(
            "majority=entitled>=3/4;tie=repeat;quorum>=1/3;abstentions-block;v2|circular=yes+no>=1/1;tie=rejected;v2|secret=request:1/10|voters=organizations|vote=final|concerned=excluded",
            (await PlenumAsync(talk)).Rules.DecisionOn(MotionKind.Expulsion).ToCode());
    }

    [Fact]
    public async Task Set_CorrectedBeforeItsDay_KeepsAllVersionsAndTheLastHolds()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await SetsAsync(talk, TwoThirdsFromNewYear);
        await talk.SaysAsync("katrin", "Regel Plenum Aufnahme: drei Viertel ab 1.2.2027");
        talk.Hears("katrin", "(Fassung 3)");
        Assert.Contains("Fassung 4", await talk.PressesAsync("katrin", "Statt der schon festgelegten"), StringComparison.Ordinal);
        Assert.Equal("yes+no>1/2", await MajorityOnAsync(talk, new LocalDate(2027, 1, 31)));
        Assert.Equal("yes+no>=3/4", await MajorityOnAsync(talk, new LocalDate(2027, 2, 1)));
        await talk.SaysAsync("katrin", "Regeln Plenum");
        Assert.Contains("Änderung zurücknehmen: Plenum, Aufnahme", await talk.PressesAsync("katrin", "Zurücknehmen"), StringComparison.Ordinal);
        Assert.Contains("Zurückgenommen. Plenum, Aufnahme", await talk.PressesAsync("katrin", "Zurücknehmen"), StringComparison.Ordinal);
        Assert.Equal("yes+no>1/2", await MajorityOnAsync(talk, new LocalDate(2027, 2, 1)));
        Assert.Equal([1, 2, 3, 4, 5], (await PlenumAsync(talk)).Timeline.Versions.Select(rules => rules.Version).Order());
    }

    [Fact]
    public async Task Set_FromAStalePreview_ShowsTheNewStateFirstAndLosesNothing()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        await talk.SaysAsync("katrin", TwoThirdsFromNewYear);
        await talk.SaysAsync("ruth", "Regel Plenum Projekt: geheim ab 1.12.2026");
        await talk.PressesAsync("katrin", "Festlegen");
        var again = await talk.PressesAsync("ruth", "Festlegen");
        Assert.Contains("Inzwischen hat jemand die Regeln dieses Gremiums geändert.", again, StringComparison.Ordinal);
        Assert.Contains("(Fassung 3)", again, StringComparison.Ordinal);
        Assert.Contains("Festgelegt", await talk.PressesAsync("ruth", "Festlegen"), StringComparison.Ordinal);
        var timeline = (await PlenumAsync(talk)).Timeline;
        Assert.Equal((4, 3), (timeline.Latest, timeline.InForce(new LocalDate(2026, 12, 1)).Version));
        Assert.Equal("yes+no>=2/3", await MajorityOnAsync(talk, new LocalDate(2027, 1, 1)));
        Assert.Equal(SecrecyRule.Always, timeline.InForce(new LocalDate(2027, 1, 1)).DecisionOn(MotionKind.Project).Secrecy);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Set_ByTwoAtOnce_GivesNoNumberTwiceAndTellsTheSecond(Store store)
    {
        await using var talk = await Talk.StartAsync(store, Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        await talk.SaysAsync("katrin", TwoThirdsFromNewYear);
        await talk.SaysAsync("ruth", "Regel Plenum Projekt: geheim ab 1.12.2026");
        talk.Settles = false;
        var replies = await Task.WhenAll(talk.PressesAsync("katrin", "Festlegen"), talk.PressesAsync("ruth", "Festlegen"));
        Assert.Single(replies, reply => reply.Contains("Festgelegt", StringComparison.Ordinal));
        Assert.Single(replies, reply => reply.Contains("Inzwischen hat jemand", StringComparison.Ordinal));
        talk.Settles = true;
        var second = replies[0].Contains("Inzwischen", StringComparison.Ordinal) ? "katrin" : "ruth";
        Assert.Contains("Festgelegt", await talk.PressesAsync(second, "Festlegen"), StringComparison.Ordinal);
        var timeline = (await PlenumAsync(talk)).Timeline;
        Assert.Equal(Enumerable.Range(1, timeline.Latest), timeline.Versions.Select(rules => rules.Version).Order());
        var last = timeline.InForce(new LocalDate(2027, 1, 1));
        Assert.Equal((new Fraction(2, 3), SecrecyRule.Always), (last.DecisionOn(MotionKind.Admission).Majority.Fraction, last.DecisionOn(MotionKind.Project).Secrecy));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task NewVersion_AtMidnightInBerlin_HoldsFromThatSecondOn(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin");
        await SetsAsync(talk, TwoThirdsFromNewYear);
        talk.Time.SetBerlin(2026, 12, 31, 23, 59, 59);
        Assert.Equal(1, (await PlenumAsync(talk)).Rules.Version);
        talk.Time.SetBerlin(2027, 1, 1, 0);
        Assert.Equal(2, (await PlenumAsync(talk)).Rules.Version);
    }

    [Fact]
    public async Task RunningBallot_WhenRulesChange_KeepsItsVersionAndTheNextHasTheNew()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await SetsAsync(talk, "Regel Plenum Aufnahme: zwei Drittel der Ja- und Nein-Stimmen ab heute");
        foreach (var (who, vote) in new[] { ("amina", "Ja"), ("bernd", "Nein"), ("dao", "Ja") })
        {
            await talk.SaysAsync(who, vote);
        }

        await talk.EndsBallotAsync();
        talk.Said(Talk.Plenary, "Ergebnis: angenommen");
        talk.Said(Talk.Plenary, "mehr als die Hälfte der Ja- und Nein-Stimmen (Fassung 1)");
        await talk.PlenaryVotesOnAsync("Radio Nordlicht");
        foreach (var (who, vote) in new[] { ("amina", "Ja"), ("bernd", "Nein") })
        {
            await talk.SaysAsync(who, vote);
        }

        await talk.EndsBallotAsync();
        talk.Said(Talk.Plenary, "mindestens zwei Drittel der Ja- und Nein-Stimmen (Fassung 2)");
        talk.Said(Talk.Plenary, "1 von 2 Ja- und Nein-Stimmen; nötig: mindestens zwei Drittel, also 2");
        talk.Shows(Talk.Plenary, "Das Plenum hat anders entschieden, als der Beirat empfohlen hatte.");
    }

    [Fact]
    public async Task Set_InEnglish_ReadsAndSaysEnglish()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Rule plenary admission: two thirds of those present, quorum: half, in a tie the lot decides, from 1 January 2027");
        talk.Hears("katrin", "New rule: Plenum, admission");
        talk.Hears("katrin", "In force from Friday, 1 January 2027 (version 2):");
        talk.Hears("katrin", "at least two thirds of those present (so far: more than half of the yes and no votes)");
        talk.Hears("katrin", "Carried only just: 14 of 20 present. No longer: 13 of 20 present.");
        Assert.Contains("Done. Plenum, admission: the new rule is in force from Friday, 1 January 2027 (version 2).", await talk.PressesAsync("katrin", "Set"), StringComparison.Ordinal);
        Assert.Equal("present>=2/3;tie=lot;quorum>=1/2;v2", (await PlenumAsync(talk)).Timeline.InForce(new LocalDate(2027, 1, 1)).DecisionOn(MotionKind.Admission).Majority.ToCode());
    }

    internal static async Task SetsAsync(Talk talk, string line)
    {
        await talk.SaysAsync("katrin", line);
        Assert.Contains("Festgelegt", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);
    }

    internal static async Task<string> MajorityOnAsync(Talk talk, LocalDate day) =>
        (await PlenumAsync(talk)).Timeline.InForce(day).DecisionOn(MotionKind.Admission).Majority.ToCode().Split(';')[0];

    internal static async Task<Committee> PlenumAsync(Talk talk) => (await talk.NetworkAsync()).Network.GeneralAssembly!;
}
