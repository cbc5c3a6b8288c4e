using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>From somebody who could become a partner to an application: noted, spoken with, asked again; read by coordinators only.</summary>
public class ProspectTests
{
    private const string Mosque = "Moscheeverein Zwickau";

    private const string Again = "Nachfassen bei **" + Mosque;

    private static System.Threading.CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prospect_FromTheFirstNoteToMembership_IsShownWhereItIs()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth", "amina", "bernd", "fremd");
        await talk.SaysAsync("katrin", "Interessenten");
        talk.Hears("katrin", "Noch ist niemand vorgemerkt.");
        talk.Hears("katrin", "Noch kein Mitglied aus");

        await talk.SaysAsync("katrin", $"Interessent: {Mosque}, Religionsgemeinschaften, Notiz: kam über das Fest");
        talk.Hears("katrin", "Eingetragen.");
        talk.Hears("katrin", "Stand: Vorgemerkt");
        talk.Hears("katrin", "Notiz: kam über das Fest");
        await talk.SaysAsync("katrin", "Angesprochen: Moscheeverein, gestern, meldet sich, nachfassen 3.2.");
        talk.Hears("katrin", "erinnere ich die Koordination daran");
        talk.Hears("katrin", "Stand: Angesprochen");
        talk.Hears("katrin", "meldet sich");
        await talk.SaysAsync("ruth", "Interessenten");
        talk.Hears("ruth", "Mögliche Partner (1)");
        talk.Hears("ruth", "nachfassen am");
        Assert.DoesNotContain("kam über das Fest", talk.LastFor("ruth"), StringComparison.Ordinal);

        await talk.SaysAsync("fremd", "Aufnahme beantragen: MOSCHEEVEREIN Zwickau!");
        await talk.PressesAsync("fremd", "Antrag stellen");
        talk.Said(Talk.Personal("katrin"), "Sie steht auf Ihrer Liste der Interessenten.");
        Assert.DoesNotContain("Interessent", talk.Read(Talk.Personal("fremd")), StringComparison.Ordinal);
        await talk.SaysAsync("ruth", "Interessenten Moscheeverein");
        talk.Hears("ruth", "Stand: Aufnahme beantragt");
        Assert.DoesNotContain("Aufnahme beantragen", talk.Buttons(Talk.Personal("ruth")));

        await talk.PressesAsync("katrin", "Beirat fragen");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("ruth", "Interessenten");
        talk.Hears("ruth", "Mögliche Partner (0)");
        await talk.AtAsync(2027, 2, 3, 9);
        Assert.Equal(0, talk.HeardBy("katrin", Again));
    }

    [Fact]
    public async Task FollowUp_OnItsDay_IsSaidOnceToCoordinatorsAndNobodyElse()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth", "amina");
        await talk.SaysAsync("katrin", $"Interessent: {Mosque}, Kirchen, nachfassen 3.2., Notiz: Frau Meier fragen");
        await talk.AtAsync(2027, 2, 3, 7, 59);
        Assert.Equal(0, talk.HeardBy("katrin", Again));
        await talk.AtAsync(2027, 2, 3, 8);
        await talk.RestartAsync();
        await talk.AtAsync(2027, 2, 10, 9);
        Assert.Equal((1, 1, 0), (talk.HeardBy("katrin", Again), talk.HeardBy("ruth", Again), talk.HeardBy("amina", Mosque)));
        Assert.DoesNotContain("Frau Meier", talk.LastFor("ruth"), StringComparison.Ordinal);

        await talk.PressesAsync("ruth", "Öffnen: Moscheeverein Zwickau");
        await talk.PressesAsync("ruth", "Kontakt festhalten");
        await talk.PressesAsync("ruth", "Festhalten", null, ("note", "Wollen im Sommer"), ("followup", "2027-06-01"));
        await talk.SaysAsync("katrin", "Angesprochen: Moscheeverein: doch früher");
        await talk.AtAsync(2027, 6, 1, 9);
        Assert.Equal((1, 1), (talk.HeardBy("katrin", Again), talk.HeardBy("ruth", Again)));
    }

    /// <summary>The bot slept over the day: it says it once while that is of use, and not at all later.</summary>
    [Theory]
    [InlineData(17, 1)]
    [InlineData(18, 0)]
    public async Task FollowUp_AfterAnOutage_IsSaidOnceIfStillUseful(int day, int times)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", $"Interessent: {Mosque}, Kirchen, nachfassen 3.2.");
        await talk.AtAsync(2027, 2, day, 9);
        await talk.AtAsync(2027, 2, day, 12);
        Assert.Equal(times, talk.HeardBy("katrin", Again));
    }

    /// <summary>Whoever applied meanwhile is not to be asked whether it wants to; nor whoever is off the list.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    public async Task FollowUp_OfWhoeverAppliedDeclinedOrIsOffTheList_IsNotSaid(int what, int times)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "fremd");
        await talk.SaysAsync("katrin", $"Interessent: {Mosque}, Kirchen, nachfassen 30.11.");
        await (what switch
        {
            1 => AppliesAsync(talk),
            2 => talk.SaysAsync("katrin", "Interessent lehnt ab: Moscheeverein"),
            3 => RemovesAsync(talk),
            _ => Task.CompletedTask,
        });
        await talk.AtAsync(2026, 11, 30, 9);
        Assert.Equal(times, talk.HeardBy("katrin", Again));
    }

    [Fact]
    public async Task Prospect_ByButtonsOnly_IsAddedChangedDeclinedAndRemoved()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Interessenten");
        await talk.PressesAsync("katrin", "Neu eintragen");
        Assert.Contains("Wie heißt die Organisation?", await talk.PressesAsync("katrin", "Eintragen", null, ("name", "!")), StringComparison.Ordinal);
        Assert.Contains("Stand: Vorgemerkt", await talk.PressesAsync("katrin", "Eintragen", null, ("name", Mosque), ("sector", "Religion")), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Ändern");
        Assert.Contains("Bereich: Sport", await talk.PressesAsync("katrin", "Speichern", null, ("sector", "Sport"), ("note", "Fußball")), StringComparison.Ordinal);
        Assert.Contains("Will nicht beitreten", await talk.PressesAsync("katrin", "Lehnt ab"), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Kontakt festhalten");
        Assert.Contains("Stand: Angesprochen", await talk.PressesAsync("katrin", "Festhalten"), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Aufnahme beantragen");
        Assert.Equal(Mosque, talk.Shown("katrin", "Antrag stellen").Inputs.First(input => input.GetProperty("id").GetString() == "applicant").GetProperty("value").GetString());
        await talk.SaysAsync("katrin", "Interessent streichen: Moscheeverein");
        Assert.Contains("steht nicht mehr auf der Liste", await talk.PressesAsync("katrin", "Ja, streichen"), StringComparison.Ordinal);
        Assert.Empty(await AllAsync(talk));
    }

    [Fact]
    public async Task Prospect_Typed_IsAskedForWhatIsMissingAndLedToWhatIsThere()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", $"Interessent: {Mosque}, nachfassen bald");
        talk.Hears("katrin", "habe ich nicht verstanden");
        Assert.Empty(await AllAsync(talk));
        await talk.PressesAsync("katrin", "Eintragen", null, ("followup", "2027-02-03"));
        Assert.Equal(new LocalDate(2027, 2, 3), Assert.Single(await AllAsync(talk)).Details.FollowUp);
        foreach (var (line, expected) in new[]
        {
            ("Interessent: moscheeverein zwickau, Sport", "steht schon auf der Liste"),
            ("Interessent: Kreissportbund Musterland, Sport", "ist bereits Mitglied"),
            ("Interessent: Moscheeverein Plauen, Kirchen, nachfassen 22.11.2026", "muss nach heute liegen"),
            ("Interessent: Moscheeverein Plauen, Kirchen", "Eingetragen."),
            ("Interessent ändern: Plauen, ohne Bereich, Notiz: neuer Vorstand", "Bereich: noch offen"),
            ("Interessent ändern: Plauen", "Interessent ändern"),
            ("Angesprochen: Moscheeverein, angerufen", "Welcher Interessent"),
            ("Angesprochen: Radio, angerufen", "„Radio“ steht nicht auf der Liste."),
            ("Angesprochen: Plauen, 24.11.2026, angerufen", "Ein Kontakt liegt heute"),
            ("Interessent lehnt ab: Plauen, keine Zeit", "keine Zeit"),
            ("Interessenten Seite 1", "Mögliche Partner (2)"),
        })
        {
            await talk.SaysAsync("katrin", line);
            talk.Hears("katrin", expected);
        }

        var plauen = (await AllAsync(talk)).Single(one => one.Name == "Moscheeverein Plauen");
        Assert.Equal((null, "neuer Vorstand"), (plauen.Details.Sector, plauen.Details.Note));
    }

    [Fact]
    public async Task Prospect_InEnglish_IsKeptTheSameWay()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-US";
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Prospect: Mosque association, religious communities, follow up on 3 February");
        talk.Hears("katrin", "State: Noted");
        await talk.SaysAsync("katrin", "Contacted: Mosque, will call back");
        talk.Hears("katrin", "State: Contacted");
        await talk.SaysAsync("katrin", "Prospect declines: Mosque");
        talk.Hears("katrin", "Does not want to join");
        await talk.SaysAsync("katrin", "Prospects");
        talk.Hears("katrin", "Possible partners (1)");
        await talk.SaysAsync("katrin", "Remove prospect: Mosque");
        await talk.PressesAsync("katrin", "Yes, remove");
        Assert.Empty(await AllAsync(talk));
    }

    /// <summary>Whoever does not coordinate is answered as if there were no list, whatever is on it; coordinators only where nobody reads along.</summary>
    [Fact]
    public async Task Prospects_ForEverybodyElse_AreNotThere()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        string[] lines = ["Interessenten", "Interessenten Moscheeverein", $"Interessent: {Mosque}, Kirchen", "Angesprochen: Moscheeverein, x", "Interessent lehnt ab: Moscheeverein", "Interessent streichen: Moscheeverein", "Interessent ändern: Moscheeverein, Sport"];
        var before = await HeardAsync(talk, lines);
        await talk.SaysAsync("katrin", lines[2]);
        var id = Assert.Single(await AllAsync(talk)).Id.Value;

        Assert.Equal(before, await HeardAsync(talk, lines));
        foreach (var verb in Bot.Turns.RightOf.ListedVerbs.Where(verb => verb.StartsWith("prospect.", StringComparison.Ordinal)))
        {
            Assert.Contains("Das kann nur die Koordination", await talk.PressAsync("amina", verb, new System.Text.Json.Nodes.JsonObject { ["prospect"] = id, ["name"] = "Radio" }), StringComparison.Ordinal);
        }

        Assert.Equal(Mosque, Assert.Single(await AllAsync(talk)).Name);
        await talk.SaysAsync("katrin", "Interessenten", Talk.Board);
        Assert.DoesNotContain(Mosque, talk.Read(Talk.Board), StringComparison.Ordinal);
    }

    /// <summary>The log says who kept which, never what is noted; whoever asks for their own data reads that they noted one, and no more; after two years without a word it goes.</summary>
    [Fact]
    public async Task Prospect_IsAuditedShownToWhoNotedItAndForgotten()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", $"Interessent: {Mosque}, Kirchen, Notiz: Frau Meier");
        await talk.SaysAsync("katrin", "Änderungsverlauf");
        talk.Hears("katrin", "Liste der Interessenten geführt");
        talk.Hears("katrin", Mosque);
        Assert.DoesNotContain("Frau Meier", talk.LastFor("katrin"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Meine Daten");
        talk.Hears("katrin", "Dass Sie Interessenten eingetragen oder angesprochen haben");
        await talk.SaysAsync("katrin", "Aufbewahrung Interessenten: 36 Monate");
        talk.Hears("katrin", "Interessenten: künftig 36 Monate statt 24 Monate.");

        await talk.AtAsync(2028, 11, 1, 9);
        Assert.Single(await AllAsync(talk));
        await talk.AtAsync(2028, 12, 1, 9);
        Assert.Empty(await AllAsync(talk));
    }

    private static async Task AppliesAsync(Talk talk)
    {
        await talk.SaysAsync("fremd", "Aufnahme beantragen: " + Mosque);
        await talk.PressesAsync("fremd", "Antrag stellen");
    }

    private static async Task RemovesAsync(Talk talk)
    {
        await talk.SaysAsync("katrin", "Interessent streichen: Moscheeverein");
        await talk.PressesAsync("katrin", "Ja, streichen");
    }

    private static async Task<string[]> HeardAsync(Talk talk, string[] lines)
    {
        var heard = new System.Collections.Generic.List<string>();
        foreach (var line in lines)
        {
            await talk.SaysAsync("amina", line);
            heard.Add(talk.LastFor("amina"));
        }

        return [.. heard];
    }

    private static Task<System.Collections.Generic.IReadOnlyList<Prospect>> AllAsync(Talk talk) => talk.Get<ProspectStore>().AllAsync(Talk.Network, Cancellation);
}
