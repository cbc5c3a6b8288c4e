using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.ExampleNetwork;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Coordinators change who and what belongs to the network, by line and by card: each change is shown, confirmed once, decided anew when it is confirmed.</summary>
public class SetupTests
{
    [Theory]
    [InlineData("Gremium anlegen: AG Schule (Arbeitsgruppe)")]
    [InlineData("Organisation anlegen: Sportverein, Sport")]
    [InlineData("Vertretungen festlegen: Volkshochschule: Dao Nguyen")]
    [InlineData("Sitz geben: Beirat: Dao Nguyen")]
    [InlineData("Koordination: Dao Nguyen")]
    [InlineData("Person entfernen: Clara Neumann")]
    [InlineData("Einrichtung")]
    public async Task Lines_OfAnybodyButCoordinators_AreRefusedTypedAndPressed(string line)
    {
        await using var talk = await Talk.StartAsync();
        var before = (await talk.NetworkAsync()).Version;
        await talk.SaysAsync("amina", line);
        talk.Hears("amina", "Das kann nur die Koordination: Katrin Vogel");
        var data = new JsonObject { ["step"] = "setup.coordination.give", ["people"] = "Amina Yıldız", ["shown"] = "x" };
        foreach (var verb in new[] { "setup.form", "setup.preview", "setup.confirm" })
        {
            Assert.Contains("nur die Koordination", await talk.PressAsync("amina", verb, data), System.StringComparison.Ordinal);
        }

        Assert.Equal(before, (await talk.NetworkAsync()).Version);
    }

    [Fact]
    public async Task Organization_PressedTwiceAndByTwo_IsThereOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Organisation anlegen: Turnverein 1862, Sport, seit 1.1.2025");
        var data = talk.DataOf("katrin", "So festlegen");
        await talk.PressesAsync("katrin", "So festlegen");
        Assert.Contains("ist eingetragen", await talk.PressAsync("katrin", "setup.confirm", data), System.StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Organisation anlegen: turnverein  1862");
        talk.Hears("katrin", "„Turnverein 1862“ gibt es schon.");

        Assert.Single((await talk.NetworkAsync()).Network.Organizations, one => one.Name == "Turnverein 1862");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Organization_EnteredByTwoCoordinatorsAtOnce_IsThereOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.SetsUpAsync("Koordination: Bernd Krüger");
        await talk.SaysAsync("katrin", "Organisation anlegen: Turnverein");
        await talk.SaysAsync("bernd", "Organisation anlegen: Turnverein");
        talk.Settles = false;

        await Task.WhenAll(talk.PressesAsync("katrin", "So festlegen"), talk.PressesAsync("bernd", "So festlegen"));

        talk.Settles = true;
        await talk.SettleAsync();
        Assert.Single((await talk.NetworkAsync()).Network.Organizations, one => one.Name == "Turnverein");
    }

    [Fact]
    public async Task Preview_OvertakenByAnother_IsShownAnewAndDoesNothing()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SetsUpAsync("Koordination: Bernd Krüger");
        await talk.SaysAsync("katrin", "Vertretung Sportbund: Dao Nguyen, Gül Aydın");
        await talk.SetsUpAsync("Vertretung Sportbund: Clara Neumann", "bernd");

        Assert.Contains("Inzwischen hat sich etwas geändert", await talk.PressesAsync("katrin", "So festlegen"), System.StringComparison.Ordinal);
        Assert.Equal(["clara"], Sport(await talk.NetworkAsync()));
        await talk.PressesAsync("katrin", "So festlegen");
        Assert.Equal(["dao", "guel"], Sport(await talk.NetworkAsync()));
    }

    [Fact]
    public async Task Coordination_GivenAndTaken_IsToldOnceAndNeverTheLast()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "bernd", "clara");
        await talk.SaysAsync("katrin", "Koordination abgeben: Katrin Vogel");
        talk.Hears("katrin", "als einzige Person");
        await talk.SetsUpAsync("Koordination: Bernd Krüger");
        Assert.Equal(1, talk.HeardBy("bernd", "Katrin Vogel hat Bernd Krüger zur Koordination gemacht."));
        await talk.SetsUpAsync("Koordination: Clara Neumann", "bernd");
        Assert.Equal(1, talk.HeardBy("katrin", "Bernd Krüger hat Clara Neumann zur Koordination gemacht."));
        await talk.SetsUpAsync("Koordination abgeben: Katrin Vogel", "bernd");
        Assert.Equal(1, talk.HeardBy("katrin", "Bernd Krüger hat die Koordination von Katrin Vogel beendet."));
        Assert.Equal(1, talk.HeardBy("clara", "Bernd Krüger hat die Koordination von Katrin Vogel beendet."));

        await talk.SaysAsync("katrin", "Einrichtung");
        talk.Hears("katrin", "Das kann nur die Koordination");
    }

    [Fact]
    public async Task Coordination_TakenFromEachOtherAtOnce_LeavesOne()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SetsUpAsync("Koordination: Bernd Krüger");
        await talk.SaysAsync("katrin", "Koordination abgeben: Bernd Krüger");
        await talk.SaysAsync("bernd", "Koordination abgeben: Katrin Vogel");
        talk.Settles = false;

        await Task.WhenAll(talk.PressesAsync("katrin", "So festlegen"), talk.PressesAsync("bernd", "So festlegen"));

        Assert.Single((await talk.NetworkAsync()).Network.Coordinators);
    }

    [Fact]
    public async Task Names_ThatAreUncertain_AreAskedAndNeverGuessed()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Vertretung Sportbund: Anna");
        talk.Hears("katrin", "Vor- und Nachname");
        await talk.SaysAsync("katrin", "Vertretung Sportbund: Hanna Brand");
        talk.Hears("katrin", "„Hanna Brand“ wird neu angelegt. Ich kenne schon „Hanna Brandt“.");
        await talk.SaysAsync("katrin", "Koordination: Karla Nirgendwo");
        talk.Hears("katrin", "noch kein Teams-Konto");
        Assert.Equal(["dao"], Sport(await talk.NetworkAsync()));
    }

    [Fact]
    public async Task Account_OfSomebodyKnownByName_IsBoundByACoordinatorOnly()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SetsUpAsync("Vertretung Sportbund: Anna Muster");
        await talk.SaysAsync("fremd", "Mitglieder");
        talk.Hears("fremd", "nur für Mitglieder");
        await talk.MentionsAsync("katrin", "Vertretung Sportbund:", Talk.Board, ("29:fremd", "Anna Muster"));
        talk.Shows(Talk.Board, "„Anna Muster“ gibt es schon, ohne dieses Konto");

        await talk.MentionsAsync("katrin", "Konto von Anna Muster:", Talk.Board, ("29:fremd", "Anna M."));
        talk.Shows(Talk.Board, "Wer mit dem Konto „Anna M“ schreibt, ist ab jetzt Anna Muster.");
        await talk.PressesAsync("katrin", "So festlegen", Talk.Board);

        await talk.SaysAsync("fremd", "Mitglieder");
        talk.Hears("fremd", "Mitglied seit");
        await talk.MentionsAsync("katrin", "Konto von Edda Hoffmann:", Talk.Board, ("29:fremd", "Anna M."));
        talk.Shows(Talk.Board, "Dieses Konto gehört schon Anna Muster.");
    }

    [Fact]
    public async Task PickedAccount_WithANameBesideIt_BecomesThatPerson()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Sitz geben: Beirat");
        await talk.PressesAsync("katrin", "Prüfen", null, ("picked", "00000000-0000-0000-0000-000000000077"));
        Assert.Contains("Anna Muster", await Pressed(talk, "Prüfen", ("people", "Anna Muster"), ("picked", "00000000-0000-0000-0000-000000000077")), System.StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "So festlegen");

        var snapshot = await talk.NetworkAsync();
        var anna = snapshot.PersonOf(new Account(null, "00000000-0000-0000-0000-000000000077"))!;
        Assert.Contains(new Seat(new CommitteeId("beirat"), anna.Id), snapshot.Network.Seats);
    }

    [Fact]
    public async Task Committee_WithSomethingRunning_EndsOnlyAfterwardsAndStaysReadable()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("IKA am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Gremium beenden: IKA");
        talk.Hears("katrin", "kann noch nicht beendet werden");
        talk.Hears("katrin", "14. Januar 2027");
        await talk.SaysAsync("katrin", "IKA absagen: Grippe");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.SetsUpAsync("Gremium beenden: IKA");

        var snapshot = await talk.NetworkAsync();
        Assert.Equal("IKA", Assert.Single(snapshot.Network.FormerCommittees).Name);
        Assert.DoesNotContain(snapshot.Network.Seats, seat => seat.Committee.Value == "ika");
        Assert.False(snapshot.Rooms.ContainsKey(new CommitteeId("ika")));
        await talk.SaysAsync("katrin", "Gremien");
        Assert.DoesNotContain("IKA", talk.LastFor("katrin"), System.StringComparison.Ordinal);
        await talk.SetsUpAsync("Gremium anlegen: IKA (Arbeitskreis)");
        Assert.Single((await talk.NetworkAsync()).Network.Committees, committee => committee.Name == "IKA");
    }

    [Fact]
    public async Task Room_OfOneCommittee_IsNoOthersUntilItIsUnlinked()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Hier tagt: Plenum", Talk.Board);
        talk.Shows(Talk.Board, "Hier tagt schon „Beirat“");
        await talk.SaysAsync("katrin", "Hier tagt: Plenum");
        talk.Hears("katrin", "in den Kanal oder Gruppenchat");
        await talk.SetsUpAsync("Raum lösen: Beirat");
        await talk.SaysAsync("katrin", "Hier tagt: Plenum", Talk.Board);
        talk.Shows(Talk.Board, "Der bisherige Raum von „Plenum“ wird gelöst.");
        await talk.PressesAsync("katrin", "So festlegen", Talk.Board);

        var rooms = (await talk.NetworkAsync()).Rooms;
        Assert.Equal(ExampleSnapshot.BoardChat, rooms[new CommitteeId("plenum")]);
        Assert.False(rooms.ContainsKey(new CommitteeId("beirat")));
    }

    [Fact]
    public async Task Person_WhoLeaves_LosesSeatsRolesAndAccountAndKeepsTheName()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Person entfernen: Amina Yıldız");
        talk.Hears("katrin", "Es enden die Sitze in: Beirat, IKA");
        talk.Hears("katrin", "Kulturverein Morgenstern");
        await talk.PressesAsync("katrin", "So festlegen");

        var snapshot = await talk.NetworkAsync();
        Assert.DoesNotContain(snapshot.Network.Seats, seat => seat.Person.Value == "amina");
        Assert.Empty(snapshot.Network.RepresentedBy(new PersonId("amina")));
        Assert.Equal("Amina Yıldız", snapshot.Network.Person(new PersonId("amina"))!.Name);
        await talk.SaysAsync("amina", "Mitglieder");
        talk.Hears("amina", "nur für Mitglieder");
    }

    [Fact]
    public async Task Names_OfCommitteesAndOrganizations_CanBeChangedButNeverDoubled()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SetsUpAsync("Gremium ändern: IKA in Interkultureller Kreis");
        await talk.SaysAsync("katrin", "Gremium ändern: Interkultureller Kreis in Beirat");
        talk.Hears("katrin", "So heißt schon „Beirat“.");
        await talk.SetsUpAsync("Organisation ändern: Kreissportbund in Sportbund Zwickau, Sport");

        var network = (await talk.NetworkAsync()).Network;
        Assert.Contains(network.Committees, committee => committee.Name == "Interkultureller Kreis" && committee.Id.Value == "ika");
        Assert.Equal(Sector.Sport, Assert.Single(network.Organizations, one => one.Name == "Sportbund Zwickau").Sector);
    }

    private static string[] Sport(NetworkSnapshot snapshot) =>
        [.. snapshot.Network.Organizations.Single(one => one.Id.Value == "sportbund").Representatives.Select(person => person.Value)];

    private static Task<string> Pressed(Talk talk, string button, params (string, string)[] inputs) => talk.PressesAsync("katrin", button, null, inputs);
}
