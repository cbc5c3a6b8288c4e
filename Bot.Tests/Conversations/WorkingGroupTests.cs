using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The life of a working group: set up with a remit, joined, reporting, ended.</summary>
public partial class WorkingGroupTests
{
    private const string SetUp = "Abstimmung Arbeitsgruppe: AG Bildung, Auftrag: Abende für Demokratie planen, Sprecher:in: Dao Nguyen, Mitglieder: Bernd Krüger und Samira Haddad, "
        + "Laufzeit bis 31.12.2027, Bericht bis 31.3.2027 alle 6 Monate, Mitmachen: offen";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task SetUp_ByAMotionWithARemit_IsStoredWithTheGroupAndShown(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        await talk.SaysAsync("katrin", SetUp);
        talk.Hears("katrin", "Auftrag: Abende für Demokratie planen.");
        talk.Hears("katrin", "Erster Bericht bis Mittwoch, 31. März 2027, danach alle 6 Monate.");
        talk.Hears("katrin", "Sprecher:in: Dao Nguyen.");
        talk.Hears("katrin", "Erste Mitglieder: Bernd Krüger, Samira Haddad.");
        await talk.PressesAsync("katrin", "Abstimmung eröffnen");
        talk.Shows(Talk.Plenary, "Laufzeit bis Freitag, 31. Dezember 2027.");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();

        var network = (await talk.NetworkAsync()).Network;
        var group = network.Committees[^1];
        Assert.Equal(
            ("Abende für Demokratie planen", "2026-01", new LocalDate(2026, 11, 23), new LocalDate(2027, 12, 31), new LocalDate(2027, 3, 31), 6, true),
            (group.Remit!.Text, group.Remit.Resolution, group.Remit.Since, group.Remit.Until, group.Remit.ReportDue, group.Remit.ReportMonths, group.Remit.IsOpen));
        Assert.Equal(["bernd", "dao", "samira"], network.Members(group).Select(person => person.Value).Order(StringComparer.Ordinal));
        Assert.Equal("dao", network.SpeakerOf(group)!.Id.Value);
        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal("AG Bildung Auftrag: Abende für Demokratie planen. Laufzeit bis Freitag, 31. Dezember 2027. Erster Bericht bis Mittwoch, 31. März 2027, danach alle 6 Monate. Mitglieder des Bündnisses können selbst beitreten.", entry.Text);
        Assert.DoesNotContain("Dao", entry.Text, StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("katrin", "mit Auftrag und Mitgliedern wie beschlossen"));
        await talk.SaysAsync("amina", "Auftrag AG Bildung");
        talk.Hears("amina", "Eingerichtet durch Beschluss 2026-01 am Montag, 23. November 2026.");
        talk.Hears("amina", "Sprecher:in: Dao Nguyen.");
        talk.Hears("amina", "Mitglieder: 3.");
        await talk.SaysAsync("amina", "Auftrag AG Bildung", Talk.Plenary);
        Assert.DoesNotContain("Dao", talk.Last(Talk.Plenary), StringComparison.Ordinal);
        await talk.SaysAsync("samira", "Auftrag");
        talk.Hears("samira", "AG Bildung");
        await talk.SaysAsync("fremd", "Auftrag AG Bildung");
        talk.Hears("fremd", Talk.ToStrangers);
    }

    /// <summary>When the voting ends is said last, as in every other line.</summary>
    [Theory]
    [InlineData("Abstimmung Arbeitsgruppe: AG Bildung, Auftrag: Abende planen, Laufzeit bis 31.12.2027, Bericht bis 1.3.2027, bis Freitag 12 Uhr", "Bericht bis Montag, 1. März 2027.")]
    [InlineData("Abstimmung Arbeitsgruppe: AG Bildung, Bericht bis 1.3.2027, Auftrag: Abende planen; bis Freitag 12 Uhr", "Bericht bis Montag, 1. März 2027.")]
    [InlineData("Abstimmung Arbeitsgruppe: AG Bildung, Auftrag: Abende planen, Laufzeit bis 31.12.2027, bis Freitag 12 Uhr", "Laufzeit bis Freitag, 31. Dezember 2027.")]
    public async Task SetUp_WithTheEndOfTheVotingLast_IsNoPartOfTheDayBefore(string line, string expected)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", expected);
        talk.Hears("katrin", "Auftrag: Abende planen.");
        talk.Hears("katrin", "Freitag, 27. November 2026, 12:00 Uhr");
    }

    [Fact]
    public async Task SetUp_WithSomebodyUnknownOrADayThatIsNone_IsAskedBeforeAnybodyVotes()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Abstimmung Arbeitsgruppe: AG Bildung, Sprecher:in: Niemand Bekanntes, Bericht bis 31.2.2027");
        talk.Hears("katrin", "Wer ist gemeint mit: Niemand Bekanntes?");
        talk.Hears("katrin", "Welcher Tag ist gemeint mit: 31.2.2027?");
        Assert.Contains("Sprecher:in: Dao Nguyen.", await talk.PressesAsync("katrin", "Prüfen", null, ("speaker", "Dao"), ("report", "2027-03-31")), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Ändern");
        Assert.Contains("ist schon vorbei", await talk.PressesAsync("katrin", "Prüfen", null, ("until", "2026-11-22")), StringComparison.Ordinal);
        Assert.Empty(await talk.RunningBallotsAsync());
    }

    [Fact]
    public async Task Join_AnOpenGroup_IsForMembersAtOnceAndForOthersByAsking()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => With(snapshot, remit => remit with { IsOpen = true }));
        await talk.EverybodyOpensAsync("katrin", "amina", "dao", "samira");
        await talk.SaysAsync("amina", "Mitmachen AG Bildung");
        talk.Hears("amina", "Sie machen jetzt bei **AG Bildung** mit.");
        await talk.SaysAsync("samira", "Mitmachen AG Bildung");
        talk.Hears("samira", "Ich habe gefragt");
        await talk.SaysAsync("samira", "Mitmachen AG Bildung");
        Assert.Equal(1, talk.HeardBy("dao", "**Samira Haddad** möchte bei **AG Bildung** mitmachen."));
        Assert.Equal(1, talk.HeardBy("katrin", "**Samira Haddad** möchte bei **AG Bildung** mitmachen."));
        Assert.Contains("macht jetzt bei **AG Bildung** mit", await talk.PressesAsync("dao", "Aufnehmen"), StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("samira", "Sie sind jetzt in **AG Bildung** dabei."));
        // The other one comes too late and undoes nothing.
        Assert.Contains("macht jetzt bei **AG Bildung** mit", await talk.PressesAsync("katrin", "Nicht aufnehmen"), StringComparison.Ordinal);
        Assert.Equal(["amina", "dao", "samira"], await MembersAsync(talk));
        Assert.Equal(1, talk.HeardBy("samira", "AG Bildung** dabei"));
        await talk.SaysAsync("amina", "Nicht mehr mitmachen AG Bildung");
        talk.Hears("amina", "Sie machen bei **AG Bildung** nicht mehr mit.");
        Assert.Equal(["dao", "samira"], await MembersAsync(talk));
        // Whoever speaks for it and leaves does not speak for it by coming back.
        await talk.SaysAsync("dao", "Nicht mehr mitmachen AG Bildung");
        await talk.SaysAsync("dao", "Mitmachen AG Bildung");
        Assert.Equal(["dao", "samira"], await MembersAsync(talk));
        Assert.Null((await GroupAsync(talk)).Remit!.Spokesperson);
        Assert.Empty(await talk.Get<GroupStore>().WishesAsync(Talk.Network, Group, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Join_AClosedGroup_IsAskedAndAnsweredByTyping()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => With(snapshot, remit => remit));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        await talk.SaysAsync("amina", "Mitmachen AG Bildung");
        talk.Hears("amina", "Ich habe gefragt");
        await talk.SaysAsync("bernd", "Aufnehmen in AG Bildung: Amina");
        talk.Hears("bernd", "Das können nur die Sprecher:in von „AG Bildung“ und die Koordination.");
        await talk.SaysAsync("dao", "Nicht aufnehmen in AG Bildung: Amina");
        Assert.Equal(1, talk.HeardBy("amina", "**AG Bildung** nimmt Sie im Moment nicht auf."));
        Assert.Equal(["dao"], await MembersAsync(talk));
        await talk.SaysAsync("dao", "Aufnehmen in AG Bildung: Bernd Krüger");
        Assert.Equal(1, talk.HeardBy("bernd", "Sie sind jetzt in **AG Bildung** dabei."));
        Assert.Equal(["bernd", "dao"], await MembersAsync(talk));
        await talk.SaysAsync("fremd", "Mitmachen AG Bildung");
        talk.Hears("fremd", Talk.ToStrangers);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Report_Due_IsRemindedUntilGivenAndPutOnThePlenarysAgenda(Store store)
    {
        await using var talk = await Talk.StartAsync(store, snapshot => With(snapshot, remit => remit with { ReportDue = new LocalDate(2027, 1, 11), ReportMonths = 6 }));
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr im Rathaus");
        await StartAsync(talk);
        await talk.AtAsync(2026, 12, 28, 12);
        await talk.AtAsync(2027, 1, 11, 12);
        await talk.AtAsync(2027, 1, 18, 12);
        Assert.Equal(1, talk.HeardBy("dao", "Erinnerung: Der Bericht von **AG Bildung** ist bis Montag, 11. Januar 2027 fällig."));
        Assert.Equal(1, talk.HeardBy("dao", "Heute ist der Bericht von **AG Bildung** fällig."));
        Assert.Equal(1, talk.HeardBy("dao", "Der Bericht von **AG Bildung** ist seit Montag, 11. Januar 2027 überfällig."));
        Assert.Equal(0, talk.HeardBy("katrin", "Der Bericht von **AG Bildung**"));
        await talk.AtAsync(2027, 1, 25, 12);
        Assert.Equal(1, talk.HeardBy("katrin", "Zur Kenntnis: Der Bericht von **AG Bildung** ist seit Montag, 11. Januar 2027 überfällig."));
        await talk.SaysAsync("katrin", "Auftrag");
        talk.Hears("katrin", "Der Bericht ist seit Montag, 11. Januar 2027 überfällig.");
        await talk.SaysAsync("amina", "Bericht AG Bildung: Alles gut.");
        talk.Hears("amina", "Das können nur die Sprecher:in");
        Assert.Contains(
            "Er steht auf der Tagesordnung des Plenums am Dienstag, 9. Februar 2027. Nächster Bericht bis Sonntag, 11. Juli 2027.",
            await talk.PressesAsync("dao", "Bericht abgeben", null, ("report", "Zwei Abende, 80 Gäste.")), StringComparison.Ordinal);
        var heard = talk.HeardBy("dao", "Der Bericht von **AG Bildung**");
        await talk.AtAsync(2027, 2, 1, 12);
        Assert.Equal(heard, talk.HeardBy("dao", "Der Bericht von **AG Bildung**"));
        await talk.SaysAsync("amina", "Tagesordnung Plenum");
        Assert.Single(talk.LastFor("amina").Split('\n'), line => line.Contains("Bericht AG Bildung", StringComparison.Ordinal));
        await talk.SaysAsync("dao", "Bericht AG Bildung mündlich am 30.1.");
        Assert.Equal((2, new LocalDate(2027, 1, 30)), ((await GroupAsync(talk)).Remit!.LastReport!.Number, (await GroupAsync(talk)).Remit!.LastReport!.Given));
        Assert.Equal("Zwei Abende, 80 Gäste.", Assert.Single(await talk.Get<GroupStore>().ReportsAsync(Talk.Network, Group, TestContext.Current.CancellationToken)).Text);
        await talk.SaysAsync("amina", "Tagesordnung Plenum");
        Assert.Single(talk.LastFor("amina").Split('\n'), line => line.Contains("Bericht AG Bildung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_WithoutAPlenary_WaitsForTheNextOneOnce()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => With(snapshot, remit => remit));
        await talk.EverybodyOpensAsync("katrin", "dao");
        await talk.SaysAsync("dao", "Bericht AG Bildung: Eins.");
        talk.Hears("dao", "Er kommt auf die Tagesordnung, sobald zum nächsten Plenum eingeladen ist.");
        await talk.SaysAsync("dao", "Bericht AG Bildung: Zwei.");
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Tagesordnung Plenum");
        Assert.Single(talk.LastFor("katrin").Split('\n'), line => line.Contains("Bericht AG Bildung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_InterruptedAtAnyWrite_IsTakenOnceWhenItIsSaidAgain() => await Talk.AtEachWriteAsync(3, async failing =>
    {
        await using var talk = await Talk.StartAsync(change: snapshot => With(snapshot, remit => remit with { LastReport = new GroupReport(1, new LocalDate(2026, 11, 1), new PersonId("dao"), "Alt.") }));
        await talk.EverybodyOpensAsync("katrin", "dao");
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr im Rathaus");
        var writes = await talk.FailOnceAsync(failing, isWritten: true, () => talk.SaysAsync("dao", "Bericht AG Bildung: Neu."));
        await talk.SaysAsync("dao", "Bericht AG Bildung: Neu.");
        Assert.Equal((2, "Neu."), ((await GroupAsync(talk)).Remit!.LastReport!.Number, (await GroupAsync(talk)).Remit!.LastReport!.Text));
        Assert.Equal("Alt.", Assert.Single(await talk.Get<GroupStore>().ReportsAsync(Talk.Network, Group, TestContext.Current.CancellationToken)).Text);
        await talk.SaysAsync("katrin", "Tagesordnung Plenum");
        Assert.Single(talk.LastFor("katrin").Split('\n'), line => line.Contains("Bericht AG Bildung", StringComparison.Ordinal));
        return writes;
    });

    [Fact]
    public async Task Composition_IsNumbersAndGapsAndNeverAName()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => snapshot with
        {
            Network = snapshot.Network with { Organizations = [.. snapshot.Network.Organizations.Select(one => one.Id.Value == "sportbund" ? one with { Sector = Sector.Sport } : one)] },
        });
        await talk.EverybodyOpensAsync("katrin", "amina", "samira");
        await talk.SaysAsync("amina", "Zusammensetzung");
        talk.Hears("amina", "Zusammensetzung Plenum: 8 Organisationen");
        talk.Hears("amina", "Sport: 1");
        talk.Hears("amina", "Noch niemand aus");
        talk.Hears("amina", "Bei 7 Organisationen ist kein Bereich eingetragen.");
        Assert.DoesNotContain("Kreissportbund", talk.LastFor("amina"), StringComparison.Ordinal);
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "Composition advisory board", Talk.Plenary);
        talk.Shows(Talk.Plenary, "3 organisations");
        foreach (var who in new[] { "samira", "fremd" })
        {
            await talk.SaysAsync(who, "Zusammensetzung");
            Assert.DoesNotContain("8", talk.LastFor(who), StringComparison.Ordinal);
        }
    }

    private static CommitteeId Group => new("bildung");

    /// <summary>The example network with a working group for which Dao speaks.</summary>
    internal static NetworkSnapshot With(NetworkSnapshot snapshot, Func<Remit, Remit> change) => snapshot with
    {
        Network = snapshot.Network with
        {
            Committees =
            [
                .. snapshot.Network.Committees,
                new Committee(Group, CommitteeKind.WorkingGroup, "AG Bildung", [], new RulesOfProcedure { EffectiveFrom = new LocalDate(2024, 3, 12), StandingItems = Bot.Domain.Agendas.StandingItems.None })
                {
                    Remit = change(new Remit { Text = "Abende planen", Spokesperson = new PersonId("dao") }),
                },
            ],
            Seats = [.. snapshot.Network.Seats, new Seat(Group, new PersonId("dao"))],
        },
    };

    internal static async Task StartAsync(Talk talk) =>
        await talk.Get<Bot.Platform.Scheduling.DueTable>().LookAgainAsync(Subjects.Due(Talk.Network, Subjects.Group, Group.Value), TestContext.Current.CancellationToken);

    private static async Task<Committee> GroupAsync(Talk talk) => (await talk.NetworkAsync()).Network.Committee(Group)!;

    private static async Task<string[]> MembersAsync(Talk talk)
    {
        var network = (await talk.NetworkAsync()).Network;
        return [.. network.Members(network.Committee(Group)!).Select(person => person.Value).Order(StringComparer.Ordinal)];
    }
}
