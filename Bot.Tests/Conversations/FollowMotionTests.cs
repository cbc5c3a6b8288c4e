using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>From a typed motion to what follows from its result, for each kind.</summary>
public class FollowMotionTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Follow_AQuestion_IsRecordedAndItsNumberShown(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        await talk.OpensBallotAsync("Abstimmung Plenum: Sollen wir uns am Demokratiefest beteiligen? bis Freitag 12 Uhr, Begründung: Ein Stand.");
        await talk.SaysAsync("amina", "Ja: Demokratiefest");
        await talk.SaysAsync("bernd", "Ja");
        await talk.SaysAsync("dao", "Nein");
        await talk.AtAsync(2026, 11, 27, 12);
        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal(
            ("Sollen wir uns am Demokratiefest beteiligen?", "Sollen wir uns am Demokratiefest beteiligen? Wortlaut und Begründung: Ein Stand.", Verdict.Accepted, new LocalDate(2026, 11, 27)),
            (entry.Title, entry.Text, entry.Verdict, entry.DecidedOn));
        Assert.StartsWith("motion-", entry.Subject, StringComparison.Ordinal);
        Assert.Equal(2, talk.CountOf(Talk.Plenary, "Eingetragen als Beschluss **2026-01**."));
        Assert.Equal(1, talk.HeardBy("amina", "Eingetragen als Beschluss **2026-01**."));
        talk.Hears("katrin", "Ergebnis: angenommen");
        await talk.SaysAsync("amina", "Beschluss 2026-01");
        talk.Hears("amina", "Sollen wir uns am Demokratiefest beteiligen?");
    }

    [Fact]
    public async Task Follow_AProjectThatIsRejected_IsRecordedToo()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.OpensBallotAsync("Abstimmung Projekt Plenum: Demokratiefest");
        await talk.SaysAsync("amina", "Nein");
        await talk.EndsBallotAsync();
        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal(("Projekt: Demokratiefest", Verdict.Rejected, new LocalDate(2026, 11, 23)), (entry.Title, entry.Verdict, entry.DecidedOn));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Follow_AWorkingGroup_ComesIntoBeingOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.OpensBallotAsync("Abstimmung Arbeitsgruppe: AG Bildung");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        var committees = (await talk.NetworkAsync()).Network.Committees;
        var group = committees[^1];
        Assert.Equal((4, CommitteeKind.WorkingGroup, "AG Bildung", 1), (committees.Count, group.Kind, group.Name, group.Rules.Version));
        Assert.Equal(MajorityRule.Default, group.Rules.Majority);
        Assert.Equal(1, talk.HeardBy("katrin", "Die Arbeitsgruppe **AG Bildung** ist eingerichtet (Beschluss **2026-01**)"));
        Assert.Equal(0, talk.HeardBy("amina", "ist eingerichtet"));
        await talk.SaysAsync("katrin", "AG Bildung am 14. Januar um 17 Uhr");
        talk.Hears("katrin", "Einladung prüfen: AG Bildung");
    }

    [Fact]
    public async Task Follow_AWorkingGroupThatIsRejected_DoesNotExist()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.OpensBallotAsync("Abstimmung Arbeitsgruppe: AG Bildung");
        await talk.EndsBallotAsync();
        Assert.Equal(3, (await talk.NetworkAsync()).Network.Committees.Count);
        Assert.Equal(0, talk.HeardBy("katrin", "ist eingerichtet"));
        Assert.Equal(Verdict.Rejected, Assert.Single(await talk.ResolutionsAsync()).Verdict);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Follow_AnExpulsion_EndsTheMembershipButNoRunningBallotAndNoResult(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        await talk.OpensBallotAsync("Abstimmung Plenum: Läuft die ganze Woche? bis Freitag 12 Uhr");
        await talk.HasOldExpulsionAsync("sportbund", "am 2. November, mündlich");
        talk.Hears("dao", "Soll **Kreissportbund Musterland** aus dem Bündnis ausgeschlossen werden?");
        talk.Hears("dao", "Anhörung: am 2. November, mündlich");
        await talk.SaysAsync("dao", "Nein: Kreissportbund");
        talk.Hears("dao", "Ihre Stimme für Kreissportbund Musterland: **Nein**.");
        await talk.SaysAsync("amina", "Ja: Kreissportbund");
        await talk.SaysAsync("bernd", "Ja: Kreissportbund");
        await talk.SaysAsync("katrin", "Abstimmung beenden: Kreissportbund");
        await talk.PressesAsync("katrin", "Ja, jetzt beenden");

        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal(7, network.Organizations.Count);
        Assert.Equal(new LocalDate(2026, 11, 23), Assert.Single(network.FormerOrganizations).MemberUntil);
        Assert.Equal("Kreissportbund Musterland", network.NameOf(new VoterId("sportbund")));
        Assert.Equal("Ausschluss: Kreissportbund Musterland", Assert.Single(await talk.ResolutionsAsync()).Title);
        Assert.Equal(1, talk.HeardBy("dao", "**Kreissportbund Musterland** ist aus dem Bündnis ausgeschlossen worden (Beschluss **2026-01**); die Mitgliedschaft endete am Montag, 23. November 2026. Fragen beantwortet die Koordination: Katrin Vogel."));
        Assert.Equal(1, talk.HeardBy("katrin", "**Kreissportbund Musterland** ist ausgeschlossen (Beschluss **2026-01**)"));
        Assert.Equal(0, talk.HeardBy("amina", "ist ausgeschlossen"));

        // The ballot that ran before keeps its roll: the organization still votes there, and in no later one.
        await talk.SaysAsync("dao", "Ja: ganze Woche");
        talk.Hears("dao", "Ihre Stimme für Kreissportbund Musterland: **Ja**.");
        await talk.OpensBallotAsync("Abstimmung Plenum: Eine spätere? bis Samstag");
        Assert.Equal(0, talk.HeardBy("dao", "Eine spätere?"));
        await talk.SaysAsync("dao", "Ja: Eine spätere");
        talk.Hears("dao", "Im Moment läuft keine Abstimmung, an der Sie teilnehmen.");
        await talk.AtAsync(2026, 11, 27, 12);
        Assert.Equal(1, talk.HeardBy("bernd", "Ergebnis: angenommen\nJa\n1\nNein\n0"));
        Assert.Equal(new Tally(1, 0, 0, 7, null, 8, 0), (await talk.ResolutionsAsync())[^1].Tally);
        await talk.SaysAsync("dao", "Mitglieder");
        Assert.DoesNotContain("Gewerkschaftsjugend", talk.LastFor("dao"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_AChangeOfTheRules_RemindsTheCoordinatorToEnterThem()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.OpensBallotAsync("Abstimmung Geschäftsordnung Beirat: Ladungsfrist 14 Tage");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        Assert.Equal(1, talk.HeardBy("katrin", "Die Änderung der Geschäftsordnung ist angenommen: **Ladungsfrist 14 Tage** (Beschluss **2026-01**)."));
        Assert.Equal("Geschäftsordnung: Ladungsfrist 14 Tage", Assert.Single(await talk.ResolutionsAsync()).Title);
    }

    [Theory]
    [InlineData(3, Verdict.Accepted)]
    [InlineData(2, Verdict.Rejected)]
    public async Task Follow_ACircularResolution_NeedsEverybody(int agreeing, Verdict verdict)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "chidi");
        await talk.OpensBallotAsync("Umlaufbeschluss Beirat: Ausgabe von 200 Euro");
        talk.Shows(Talk.Board, "Umlaufbeschluss: Alle Stimmberechtigten müssen zustimmen.");
        foreach (var who in (await BoardAsync(talk)).Take(agreeing))
        {
            await talk.SaysAsync(who, "Ja");
        }

        await talk.EndsBallotAsync();
        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal(("Umlaufbeschluss: Ausgabe von 200 Euro", verdict), (entry.Title, entry.Verdict));
    }

    [Fact]
    public async Task Follow_ATieThatIsStillOpen_RecordsNothingYet()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => Talk.WithRules(snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Tie = TieRule.ChairDecides } }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.OpensBallotAsync("Abstimmung Beirat: Machen wir mit?");
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Nein");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Board, "Gleichstand, die Sitzungsleitung entscheidet");
        Assert.Empty(await talk.ResolutionsAsync());
    }

    [Fact]
    public async Task Follow_InEnglish_TellsTheNextStepInEnglish_AndRecordsInGerman()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Vote working group: Education");
        await talk.PressesAsync("katrin", "Open the ballot");
        talk.Hears("amina", "Shall the working group **Education** be set up?");
        await talk.SaysAsync("amina", "Yes");
        await talk.SaysAsync("katrin", "End a ballot");
        await talk.PressesAsync("katrin", "Yes, end now");
        Assert.Equal(1, talk.HeardBy("katrin", "The working group **Education** is set up (resolution **2026-01**)"));
        Assert.Equal("Arbeitsgruppe: Education", Assert.Single(await talk.ResolutionsAsync()).Title);
    }

    [Fact]
    public async Task Ballot_OfTheBoard_IsSeenByNobodyElse()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "dao", "samira", "fremd");
        await talk.OpensBallotAsync("Abstimmung Beirat: Geheimer Plan? bis Freitag");
        foreach (var who in new[] { "dao", "samira", "fremd" })
        {
            await talk.SaysAsync(who, "Abstimmungen");
            await talk.SaysAsync(who, "Stimmberechtigte: Plan");
            await talk.SaysAsync(who, "Befangen: Plan");
            await talk.SaysAsync(who, "Ja: Plan");
        }

        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        foreach (var who in new[] { "dao", "samira", "fremd" })
        {
            await talk.SaysAsync(who, "Beschlüsse Plan");
            await talk.SaysAsync(who, "Beschluss 2026-01");
            Assert.DoesNotContain("Geheimer", talk.Read(Talk.Personal(who)), StringComparison.Ordinal);
        }

        await talk.SaysAsync("amina", "Beschlüsse", Talk.Plenary);
        Assert.Equal(0, talk.CountOf(Talk.Plenary, "Geheimer"));
        var found = await talk.SearchesAsync("dao", "resolutions", "plan");
        Assert.DoesNotContain("Geheimer", found.ToString(), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Beschlüsse Plan");
        talk.Hears("amina", "Geheimer Plan?");
        await talk.SaysAsync("amina", "Beschluss 2026-01");
        talk.Hears("amina", "Geheimer Plan?");
    }

    private static async Task<string[]> BoardAsync(Talk talk) =>
        [.. (await talk.NetworkAsync()).Network.Seats.Where(seat => seat.Committee.Value == "beirat").Select(seat => seat.Person.Value)];
}
