using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The first run: a code in the log, whoever brings it in 1:1 becomes coordinator, and nobody else ever learns or gets anything.</summary>
public class FoundNetworkTests
{
    [Fact]
    public async Task EmptyStore_FromTheCodeToTheFirstAnsweredInvitation_NeedsNoDeveloper()
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);
        await talk.SaysAsync("amina", "Wann ist die nächste Sitzung?");
        talk.Hears("amina", "noch kein Bündnis eingerichtet");
        Assert.DoesNotContain(log.Code, talk.LastFor("amina"), System.StringComparison.Ordinal);

        await talk.FoundsAsync(log);
        Assert.Contains("Gremium anlegen", await talk.PressesAsync("katrin", "Einrichtung"), System.StringComparison.Ordinal);
        var said = await talk.SetsUpAsync("Gremium anlegen: Beirat (Beirat)");
        Assert.Contains("„Beirat“ ist angelegt", said, System.StringComparison.Ordinal);
        await talk.SetsUpAsync("Organisation anlegen: Sportbund, Sport, seit 1.1.2025");
        await talk.SetsUpAsync("Organisation anlegen: Kulturverein Brücke e. V., Kultur und Kunst, seit 1.3.2024");
        await talk.MentionsAsync("katrin", "Vertretung Sportbund:", Talk.Plenary, ("29:amina", "Amina Yıldız"), ("29:bernd", "Bernd Krüger"));
        await talk.PressesAsync("katrin", "So festlegen", Talk.Plenary);
        await talk.SetsUpAsync("Vertretung Kulturverein: Edda Hoffmann");
        await talk.SetsUpAsync("Hier tagt: Bündnis-Sitzung", where: Talk.Plenary);
        await talk.SetsUpAsync("Sitz Beirat: Amina Yıldız");

        await talk.OpensAsync("amina");
        await talk.SaysAsync("katrin", "Bündnis-Sitzung am 14. Januar um 18 Uhr im Rathaus");
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Contains("14. Januar", talk.Read(Talk.Plenary), System.StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Ich komme");

        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal(["Katrin Vogel"], network.Coordinators.Select(person => person.Name));
        var sport = Assert.Single(network.Organizations, one => one.Name == "Sportbund");
        Assert.Equal(["Amina Yıldız", "Bernd Krüger"], sport.Representatives.Select(person => network.Person(person)!.Name));
        Assert.Equal((new LocalDate(2025, 1, 1), Bot.Domain.Committees.Sector.Sport), (sport.MemberSince, sport.Sector));
        var meeting = Assert.Single(await talk.Get<MeetingStore>().AllAsync(network.Id, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        var amina = (await talk.NetworkAsync()).PersonOf(new Account("29:amina", null))!;
        Assert.NotNull(await talk.Get<ReplyStore>().FindAsync(network.Id, meeting, amina.Id, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Code_BroughtByTwoInTheSameSecond_MakesOneCoordinator(Store store)
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log, store);
        talk.Settles = false;

        await Task.WhenAll(talk.SaysAsync("katrin", "Einrichten: " + log.Code), talk.SaysAsync("bernd", "Einrichten: " + log.Code.ToLowerInvariant().Replace("-", " ", System.StringComparison.Ordinal)));

        talk.Settles = true;
        await talk.SettleAsync();
        var winner = talk.Buttons(Talk.Personal("katrin")).Contains("Einrichten") ? "katrin" : "bernd";
        var loser = winner == "katrin" ? "bernd" : "katrin";
        talk.Hears(loser, "schon jemand anderes benutzt");
        var forged = new JsonObject { ["name"] = "Meins", ["land"] = "Saxony", ["zone"] = "Europe/Berlin", ["plenary"] = "Plenum" };
        Assert.Contains("noch kein Bündnis", await talk.PressAsync(loser, "setup.found", forged), System.StringComparison.Ordinal);
        await talk.PressesAsync(winner, "Einrichten", null, ("name", "Unser Bündnis"), ("land", "Saxony"));
        Assert.Equal("Unser Bündnis", (await talk.NetworkAsync()).Network.Name);
        Assert.True((await talk.NetworkAsync()).PersonOf(new Account("29:" + winner, null))!.IsCoordinator);
    }

    /// <summary>Whoever opens an empty chat does not know that they must speak first.</summary>
    [Fact]
    public async Task Chat_OpenedBeforeThereIsANetwork_SaysOnceHowOneIsSetUp_AndARoomStaysQuiet()
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);

        await talk.OpensAsync("katrin");
        await talk.OpensAsync("katrin");

        Assert.Equal(1, talk.CountOf(Talk.Personal("katrin"), "noch kein Bündnis eingerichtet"));
        Assert.DoesNotContain(log.Code, talk.LastFor("katrin"), System.StringComparison.Ordinal);
        await talk.FoundsAsync(log);
        await talk.OpensAsync("amina");
        talk.Hears("amina", "Ihr Konto kenne ich noch nicht.");
    }

    [Fact]
    public async Task Code_TypedInAConversation_IsBurntAndAnotherIsPrinted()
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);
        var burnt = log.Code;

        await talk.SaysAsync("katrin", "Einrichten: " + burnt, Talk.Board);
        talk.Shows(Talk.Board, "gilt nicht mehr");
        await talk.SaysAsync("katrin", "Einrichten: " + burnt);

        talk.Hears("katrin", "Dieser Code stimmt nicht");
        Assert.Equal(2, log.Codes.Count);
        await talk.FoundsAsync(log);
        Assert.Equal("Bündnis Zwickau", (await talk.NetworkAsync()).Network.Name);
    }

    [Fact]
    public async Task Codes_ThatAreWrong_CloseTheDoorForTheirSenderForAnHourAndForNobodyElse()
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);
        for (var guess = 0; guess < SetupCodeStore.MostGuesses; guess++)
        {
            await talk.SaysAsync("samira", $"Einrichten: AAAA-AAAA-AAAA-AAAA-AAA{guess}");
            talk.Hears("samira", "Dieser Code stimmt nicht");
        }

        await talk.SaysAsync("samira", "Einrichten: " + log.Code);
        talk.Hears("samira", "zu viele falsche Codes");
        await talk.AfterAsync(SetupCodeStore.GuessPause - Duration.FromSeconds(1));
        await talk.SaysAsync("samira", "Einrichten: " + log.Code);
        talk.Hears("samira", "zu viele falsche Codes");
        await talk.FoundsAsync(log);

        Assert.Equal(["Katrin Vogel"], (await talk.NetworkAsync()).Network.People.Select(person => person.Name));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task Code_AroundTheEndOfItsTime_IsTakenOnlyBefore(int seconds, bool isTaken)
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);
        var first = log.Code;
        await talk.AfterAsync(SetupCodeStore.Life + Duration.FromSeconds(seconds));

        await talk.SaysAsync("katrin", "Einrichten: " + first);

        Assert.Equal(isTaken, talk.Buttons(Talk.Personal("katrin")).Contains("Einrichten"));
        Assert.Equal(isTaken ? 1 : 2, log.Codes.Count);
    }

    [Fact]
    public Task Founding_WhereverTheProcessDies_CanBeRepeatedAndIsThereOnce() => Talk.AtEachWriteAsync(3, async failing =>
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);
        await talk.SaysAsync("katrin", "Einrichten: " + log.Code);
        var writes = await talk.FailOnceAsync(failing, isWritten: failing % 2 == 0, () => talk.PressesAsync("katrin", "Einrichten", null, ("name", "Bündnis Zwickau"), ("land", "Saxony")));

        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal(("Bündnis Zwickau", "Plenum", "Katrin Vogel"), (network.Name, Assert.Single(network.Committees).Name, Assert.Single(network.People).Name));
        return writes;
    });

    /// <summary>What is kept too long would otherwise stay for good where no committee ever gets a rhythm.</summary>
    [Fact]
    public async Task Founding_PlansTheMonthlyDeletion_WithoutAnyRhythm()
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);
        await talk.FoundsAsync(log);
        var id = (await talk.NetworkAsync()).Network.Id;
        var planned = await talk.Get<RetentionStore>().ProgressAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal(new LocalDate(2027, 1, 1), planned!.Value.Value.Next.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date);
    }

    [Fact]
    public async Task Form_WithBadInput_AsksAgainAndKeepsWhatWasTyped()
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);
        await talk.SaysAsync("katrin", "Einrichten: " + log.Code);

        var asked = await talk.PressesAsync("katrin", "Einrichten", null, ("name", new string('x', 101)), ("land", "Atlantis"), ("zone", "Mitteleuropa"), ("plenary", ""));

        Assert.Contains("höchstens 100 Zeichen", asked, System.StringComparison.Ordinal);
        Assert.Contains("Bundesland", asked, System.StringComparison.Ordinal);
        Assert.Contains("Diese Zeitzone kenne ich nicht", asked, System.StringComparison.Ordinal);
        Assert.Contains("wie das Plenum heißt", asked, System.StringComparison.Ordinal);
        Assert.Null(await talk.Get<NetworkStore>().FindByTenantAsync(ExampleSnapshot.Tenant, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task NetworkThatIsThere_NeitherPrintsACodeNorTakesOne()
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);
        var code = log.Code;
        await talk.FoundsAsync(log);

        await talk.SaysAsync("samira", "Einrichten: " + code);
        talk.Hears("samira", "Dieser Code stimmt nicht");
        await talk.RestartAsync();

        Assert.Single(log.Codes);
        Assert.DoesNotContain(log.Lines, line => line.Contains("Katrin", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task FirstRun_InEnglish_IsToldInEnglish()
    {
        var log = new CodeLog();
        await using var talk = await Talk.StartEmptyAsync(log);
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "hello");
        talk.Hears("katrin", "No alliance is set up here yet");
        await talk.SaysAsync("katrin", "set up: " + log.Code);
        await talk.PressesAsync("katrin", "Set up", null, ("name", "Alliance"), ("land", "Saxony"));
        await talk.SaysAsync("katrin", "add committee: School (working group), confidential");
        talk.Hears("katrin", "“School” (Working group) will be added.");
        await talk.PressesAsync("katrin", "Set it so");

        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal(("Plenary", "Opening"), (network.GeneralAssembly!.Name, network.GeneralAssembly.Rules.StandingItems.First[0].Title));
        Assert.True(Assert.Single(network.Committees, committee => committee.Name == "School").IsConfidential);
    }
}
