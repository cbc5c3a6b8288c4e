using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Elections of the advisory board as dialogues.</summary>
public class ElectionTests
{
    internal static readonly string[] Voters = ["amina", "bernd", "clara", "dao", "edda", "frank", "guel", "hanna"];

    private const string Call = "Wahl Beirat: 2 Sitze, Vorschläge bis 14.12., Wahl bis 21.12.";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Election_FromTheCallToTheEndOfTheTerm(Store store)
    {
        await using var talk = await StartAsync(store);
        await talk.SaysAsync("katrin", Call);
        talk.Hears("katrin", "So würde die Wahl ausgerufen. Stimmt alles?");
        talk.Hears("katrin", "Montag, 14. Dezember 2026, 18:00 Uhr");
        talk.Hears("katrin", "Montag, 21. Dezember 2026, 18:00 Uhr");
        await talk.PressesAsync("katrin", "Wahl ausrufen");
        talk.Shows(Talk.Plenary, "Eine Wahl beginnt: Vorschläge sind willkommen.");
        talk.Hears("hanna", "Vorschläge werden bis Montag, 14. Dezember 2026, 18:00 Uhr gesammelt.");

        // Names, consent, withdrawal.
        await talk.SaysAsync("amina", "Ich kandidiere: Beirat");
        await talk.PressesAsync("clara", "Ich kandidiere");
        await talk.SaysAsync("bernd", "Vorschlag Beirat: Dao Nguyen");
        talk.Hears("dao", "Sie sind vorgeschlagen. Stehen Sie zur Wahl?");
        await talk.PressesAsync("dao", "Ich stehe zur Wahl");
        await talk.PressesAsync("bernd", "Jemanden vorschlagen");
        await talk.PressesAsync("bernd", "Vorschlagen", null, ("name", "Gül Aydın"));
        await talk.SaysAsync("guel", "Kandidatur Beirat: ja");
        await talk.SaysAsync("bernd", "Vorschlag Beirat: Edda");
        talk.Hears("edda", "Sie sind vorgeschlagen.");
        await talk.SaysAsync("frank", "Ich kandidiere: Beirat");
        await talk.SaysAsync("frank", "Kandidatur Beirat: zurückziehen");
        talk.Shows(Talk.Plenary, "Es kandidieren (4): Amina Yıldız, Clara Neumann, Dao Nguyen, Gül Aydın.");

        // Round 1 needs more than half: only Amina has it.
        await talk.AtAsync(2026, 12, 14, 18);
        talk.Shows(Talk.Plenary, "Wahl: Beirat, 1. Wahlgang");
        talk.Shows(Talk.Plenary, "Wählen Sie höchstens 2.");
        await VoteAsync(talk, "1, 2", "1, 3", "1, 2", "1, 3", "1, 4", "1, 4", "2, 4", "3");
        talk.Hears("hanna", "Was gewählt wurde, ist geheim.");
        await talk.AtAsync(2026, 12, 21, 18);
        // On the ballot's card and in the message that says the result.
        Assert.Equal(2, talk.CountOf(Talk.Plenary, "1. Amina Yıldız: 6"));
        talk.Hears("katrin", "Zu wenige haben die nötige Mehrheit erreicht: weiterer Wahlgang mit Clara Neumann, Dao Nguyen, Gül Aydın; Sitze: 1.");
        await talk.PressesAsync("katrin", "Wahlgang eröffnen");

        // Round 2: the most votes are enough, two stand level.
        talk.Shows(Talk.Plenary, "Wahl: Beirat, 2. Wahlgang");
        await VoteAsync(talk, "1", "1", "1", "2", "2", "2", "3", "Enthaltung");
        await talk.AtAsync(2026, 12, 28, 18);
        talk.Hears("katrin", "Gleich viele Stimmen an der Grenze der Sitze: Stichwahl zwischen Clara Neumann, Dao Nguyen; Sitze: 1.");
        await talk.SaysAsync("katrin", "Stichwahl: Beirat");
        talk.Shows(Talk.Plenary, "Stichwahl: Genau diese hatten gleich viele Stimmen an der Grenze der Sitze.");

        // Round 3: level again, the lot decides before a witness.
        await VoteAsync(talk, "1", "1", "1", "1", "2", "2", "2", "2");
        await talk.AtAsync(2027, 1, 4, 18);
        talk.Hears("katrin", "Wieder gleich viele Stimmen: Zwischen Clara Neumann, Dao Nguyen entscheidet das Los");
        await talk.PressesAsync("katrin", "Los ziehen lassen");
        talk.Shows(Talk.Plenary, "Das Los braucht eine Zeugin oder einen Zeugen.");
        foreach (var notFit in new[] { "katrin", "clara" })
        {
            await talk.SaysAsync(notFit, "Los bezeugen: Beirat");
            talk.Hears(notFit, "Das Los braucht eine zweite Person als Zeugin oder Zeugen");
        }

        await talk.PressesAsync("bernd", "Los bezeugen", Talk.Plenary);
        var election = (await talk.Get<ElectionStore>().AllAsync(Talk.Network, TestContext.Current.CancellationToken))[0];
        var (winner, loser) = (election.Lots[0].Order[0].Value, election.Lots[0].Order[1].Value);

        // Acceptance: the winner of the lot declines, the other moves up.
        talk.Hears("amina", "Sie sind gewählt. Nehmen Sie die Wahl an?");
        await talk.PressesAsync("amina", "Wahl annehmen");
        await talk.SaysAsync(winner, "Wahl ablehnen: Beirat");
        talk.Hears(loser, "Ein Sitz ist frei geworden, Sie rücken nach.");
        Assert.Contains(new PersonId("bernd"), await BoardAsync(talk));
        await talk.SaysAsync(loser, "Wahl annehmen");
        Assert.Equal(new[] { "amina", loser }.Order(), (await BoardAsync(talk)).Select(person => person.Value).Order());
        talk.Shows(Talk.Plenary, "Die Wahl ist abgeschlossen. Amtszeit: 04.01.2027 bis 03.01.2029.");
        talk.Shows(Talk.Plenary, "1. Wahlgang (mehr als die Hälfte nötig): Amina Yıldız: 6; Clara Neumann: 3; Dao Nguyen: 3; Gül Aydın: 3. Abgegeben 8, davon leer 0, nicht abgestimmt 0, stimmberechtigt 8, ausgeschlossen 0.");
        talk.Shows(Talk.Plenary, "veranlasst von Katrin Vogel, bezeugt von Bernd Krüger".Replace("veranlasst", "Veranlasst", StringComparison.Ordinal));
        var resolution = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal("Wahl: Beirat", resolution.Title);
        Assert.Contains("3. Wahlgang (die meisten Stimmen genügen): Clara Neumann: 4; Dao Nguyen: 4.", resolution.Text, StringComparison.Ordinal);

        // Somebody leaves; the next substitute had a vote in round 2.
        await talk.SaysAsync("katrin", "Ausgeschieden: Amina aus Beirat");
        talk.Hears("katrin", "Gefragt wird als Nächstes: Gül Aydın.");
        await talk.PressesAsync("katrin", "Ja, ausgeschieden");
        Assert.Equal(loser, Assert.Single(await BoardAsync(talk)).Value);
        await talk.PressesAsync("guel", "Wahl annehmen");
        Assert.Equal(new[] { "guel", loser }.Order(), (await BoardAsync(talk)).Select(person => person.Value).Order());
        talk.Hears("katrin", "Jemand ist nachgerückt.");

        // The term ends: the coordinator is told twice, and begins with the next election.
        await talk.AtAsync(2028, 11, 8, 12);
        Assert.Equal(1, talk.HeardBy("katrin", "Die Amtszeit von Beirat endet am Mittwoch, 3. Januar 2029."));
        await talk.AtAsync(2028, 12, 6, 12);
        await talk.AtAsync(2028, 12, 20, 12);
        Assert.Equal(2, talk.HeardBy("katrin", "Die Amtszeit von Beirat endet am Mittwoch, 3. Januar 2029."));
        Assert.Contains("Wahl vorbereiten", await talk.PressesAsync("katrin", "Neue Wahl vorbereiten"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_AreShownToWhoVotesOnly_AndAreTakenUntilTheDeadline()
    {
        await using var talk = await StartAsync();
        await CallAsync(talk);
        await talk.SaysAsync("amina", "Ich kandidiere: Beirat");
        await talk.SaysAsync("amina", "Vorschlag Beirat: Samira Haddad");
        talk.Hears("samira", "Sie sind vorgeschlagen.");
        Assert.DoesNotContain("Amina", talk.LastFor("samira"), StringComparison.Ordinal);
        await talk.SaysAsync("samira", "Wahl");
        Assert.DoesNotContain("Amina", talk.LastFor("samira"), StringComparison.Ordinal);
        await talk.SaysAsync("fremd", "Wahl Beirat");
        talk.Hears("fremd", "Das ist nur für Mitglieder des Bündnisses.");
        await talk.SaysAsync("amina", "Wahl", Talk.Board);
        Assert.DoesNotContain("Es kandidieren", talk.Last(Talk.Board), StringComparison.Ordinal);
        await talk.SaysAsync("fremd", "Vorschlag Beirat: Amina");
        talk.Hears("fremd", "Das ist nur für Mitglieder");
        await talk.SaysAsync("bernd", "Vorschlag Beirat: Mustermann");
        talk.Hears("bernd", "„Mustermann“ kenne ich nicht.");
        talk.Time.SetBerlin(2026, 12, 14, 18);
        talk.Settles = false;
        Assert.StartsWith("Die Frist für Vorschläge endete am", await talk.PressesAsync("bernd", "Ich kandidiere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Election_ByTheClock_OpensWithThoseWhoConsented_AndNobodyMeansEmptySeats()
    {
        await using var talk = await StartAsync();
        await CallAsync(talk);
        await talk.SaysAsync("bernd", "Vorschlag Beirat: Edda");
        await talk.AtAsync(2026, 12, 14, 18);
        talk.Shows(Talk.Plenary, "Die Wahl ist abgeschlossen. Niemand hat einen Sitz angenommen.");
        talk.Shows(Talk.Plenary, "Unbesetzte Sitze: 2.");
        Assert.Equal(3, (await BoardAsync(talk)).Count);
        Assert.Contains("Niemand hat einen Sitz angenommen.", Assert.Single(await talk.ResolutionsAsync()).Text, StringComparison.Ordinal);
        await CallAsync(talk, "Wahl Beirat: 2 Sitze, Vorschläge bis 14.1., Wahl bis 21.1.");
    }

    [Fact]
    public async Task Election_NotMoreNamesThanSeats_MarksEach_AndSilenceIsARefusal()
    {
        await using var talk = await StartAsync();
        await CallAsync(talk);
        await talk.SaysAsync("amina", "Ich kandidiere: Beirat");
        await talk.SaysAsync("dao", "Ich kandidiere: Beirat");
        talk.Shows(Talk.Plenary, "Es kandidieren nicht mehr, als Sitze zu vergeben sind.");
        await talk.SaysAsync("katrin", "Wahl eröffnen: Beirat");
        talk.Hears("katrin", "Wahl vor Ablauf der Frist eröffnen? Es kandidieren 2 für 2 Sitze.");
        await talk.PressesAsync("katrin", "Jetzt eröffnen");
        await VoteAsync(talk, "1 ja, 2 nein", "1 ja, 2 ja", "1 ja, 2 nein", "1 ja, 2 ja", "1 ja, 2 ja");
        await talk.AtAsync(2026, 12, 21, 18);
        talk.Hears("dao", "Sie sind gewählt. Nehmen Sie die Wahl an?");
        await talk.PressesAsync("amina", "Wahl annehmen");
        var late = talk.DataOf("dao", "Wahl annehmen");
        await talk.AtAsync(2026, 12, 28, 17, 59, 59);
        Assert.Equal(3, (await BoardAsync(talk)).Count);
        await talk.AtAsync(2026, 12, 28, 18);
        Assert.Equal("amina", Assert.Single(await BoardAsync(talk)).Value);
        talk.Shows(Talk.Plenary, "Dao Nguyen: hat nicht rechtzeitig geantwortet");
        talk.Shows(Talk.Plenary, "Unbesetzte Sitze: 1.");
        Assert.StartsWith("Darauf konnte bis", await talk.PressAsync("dao", "election.accept", late), StringComparison.Ordinal);

        // A by-election leaves the others in office.
        await CallAsync(talk, "Nachwahl Beirat: 1 Sitz, Vorschläge bis 14.1., Wahl bis 21.1., Einzelwahl");
        await talk.SaysAsync("guel", "Ich kandidiere: Beirat");
        await talk.AtAsync(2027, 1, 14, 18);
        await VoteAsync(talk, "1 ja", "1 ja", "1 ja", "1 ja", "1 ja");
        await talk.AtAsync(2027, 1, 21, 18);
        await talk.SaysAsync("guel", "Wahl annehmen: Beirat");
        Assert.Equal(["amina", "guel"], (await BoardAsync(talk)).Select(person => person.Value).Order());
    }

    [Fact]
    public async Task Election_OfFewerThanFiveSecretPapers_IsDecidedWithoutTellingCounts()
    {
        await using var talk = await StartAsync();
        await CallAsync(talk, "Wahl Beirat: 1 Sitz, Vorschläge bis 14.12., Wahl bis 21.12.");
        await talk.SaysAsync("amina", "Ich kandidiere: Beirat");
        await talk.SaysAsync("dao", "Ich kandidiere: Beirat");
        await talk.AtAsync(2026, 12, 14, 18);
        await VoteAsync(talk, "1", "2", "2", "2");
        await talk.AtAsync(2026, 12, 21, 18);
        talk.Shows(Talk.Plenary, "Es wurden weniger als 5 geheime Stimmzettel abgegeben.");
        talk.Hears("dao", "Sie sind gewählt.");
        Assert.DoesNotContain("Dao Nguyen: 3", talk.Read(Talk.Plenary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leading_IsForCoordinatorsOnly_AndOnlyOneElectionRuns()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("amina", Call);
        talk.Hears("amina", "Das kann nur die Koordination");
        await CallAsync(talk);
        await talk.SaysAsync("katrin", Call);
        Assert.Contains("Für Beirat läuft schon eine Wahl.", await talk.PressesAsync("katrin", "Wahl ausrufen"), StringComparison.Ordinal);
        foreach (var verb in new[] { "election.start", "election.cancel", "election.runoff", "election.lot.ask", "election.end", "election.leave" })
        {
            var data = talk.DataOf("amina", "Ich kandidiere");
            data["body"] = "beirat";
            data["person"] = "bernd";
            Assert.Contains("Koordination", await talk.PressAsync("amina", verb, data), StringComparison.Ordinal);
        }

        await talk.SaysAsync("katrin", "Wahl absagen: Beirat");
        await talk.PressesAsync("katrin", "Ja, Wahl absagen");
        talk.Shows(Talk.Plenary, "Die Wahl ist abgesagt.");
        await CallAsync(talk);
    }

    [Fact]
    public async Task Call_WithSomethingMissing_AsksWithOneForm_InEnglishToo()
    {
        await using var talk = await StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Election advisory board: 2 seats, nominations until 14 December");
        talk.Hears("katrin", "Please fill in what is missing.");
        Assert.Contains("Something is missing", await talk.PressesAsync("katrin", "Check"), StringComparison.Ordinal);
        Assert.Contains("Is everything right?", await talk.PressesAsync("katrin", "Check", null, ("voteDay", "2026-12-21")), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Call the election");
        await talk.SaysAsync("amina", "I stand: advisory board");
        talk.Hears("amina", "Standing (1): Amina Yıldız.");
    }

    internal static async Task<Talk> StartAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync(["katrin", "samira", .. Voters]);
        return talk;
    }

    internal static async Task CallAsync(Talk talk, string line = Call)
    {
        await talk.SaysAsync("katrin", line);
        await talk.PressesAsync("katrin", "Wahl ausrufen");
    }

    internal static async Task VoteAsync(Talk talk, params string[] papers)
    {
        foreach (var (number, paper) in papers.Index())
        {
            await talk.SaysAsync(Voters[number], "Stimme: " + paper);
        }
    }

    internal static async Task<System.Collections.Generic.IReadOnlyList<PersonId>> BoardAsync(Talk talk)
    {
        var network = (await talk.NetworkAsync()).Network;
        return network.Members(network.AdvisoryBoard!);
    }
}
