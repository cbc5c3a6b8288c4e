using System;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Somebody is threatened: the profile is hidden at once, and comes back as it was.</summary>
public class ProfileLockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Lock_ByOneself_HidesAtOnceAndUnlocksAsItWas(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.SaysAsync("amina", "Meine Mail: a@example.org");
        await talk.PressesAsync("amina", "Speichern");
        var before = (await talk.NetworkAsync()).Network.Person(new PersonId("amina"))!;

        await talk.SaysAsync("amina", "Profil sperren");
        talk.Hears("amina", "Ihr Profil ist gesperrt.");
        var locked = await talk.NetworkAsync();
        var person = locked.Network.Person(new PersonId("amina"))!;
        Assert.Equal((Person.NameOfLocked, null), (person.Name, person.Mail));
        Assert.False(locked.Accounts.ContainsKey(person.Id));
        Assert.Equal(1, talk.HeardBy("katrin", $"{before.Name} hat das Profil von {before.Name} gesperrt."));

        await talk.SaysAsync("amina", "Tagesordnung");
        talk.Hears("amina", Talk.ToStrangers);
        var sent = talk.Connector.In(Talk.Personal("amina")).Count;
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal(sent, talk.Connector.In(Talk.Personal("amina")).Count);

        await talk.SaysAsync("amina", "Profil entsperren");
        talk.Hears("amina", "Ihr Profil ist entsperrt.");
        Assert.Equal(before, (await talk.NetworkAsync()).Network.Person(new PersonId("amina")));
        await talk.SaysAsync("amina", "Meine Daten");
        talk.Hears("amina", before.Name);
    }

    /// <summary>Who comes, who stands on a roll, who is found by name: only coordinators, and they only in 1:1, read the name.</summary>
    [Fact]
    public async Task Lock_ByACoordinator_HidesTheNameFromEverybodyElse()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.OpensBallotAsync("Abstimmung Projekt Beirat: Neues Banner?");
        await talk.SaysAsync("bernd", "Stimmberechtigte: Neues Banner");
        talk.Hears("bernd", "Amina");
        await talk.SaysAsync("katrin", "Profil sperren: Amina");
        talk.Hears("katrin", "Das Profil von Amina");
        talk.Hears("katrin", "ist gesperrt");

        await talk.SaysAsync("bernd", "Stimmberechtigte: Neues Banner");
        Assert.DoesNotContain("Amina", talk.LastFor("bernd"), StringComparison.Ordinal);
        talk.Hears("bernd", Person.NameOfLocked);
        await talk.SaysAsync("katrin", "Stimmberechtigte: Neues Banner", Talk.Board);
        Assert.DoesNotContain("Amina", talk.Last(Talk.Board), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Stimmberechtigte: Neues Banner");
        talk.Hears("katrin", "Amina");

        // Whoever holds the device can neither lift it nor learn that it is locked.
        await talk.SaysAsync("amina", "Profil entsperren");
        talk.Hears("amina", "Hier ist kein Profil gesperrt");
        await talk.SaysAsync("fremd", "Profil entsperren");
        Assert.Equal(talk.LastFor("amina"), talk.LastFor("fremd"));
        Assert.Contains("nicht gesperrt", await talk.PressesAsync("katrin", "Entsperren"), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Stimmberechtigte: Neues Banner");
        talk.Hears("bernd", "Amina");
    }

    /// <summary>While the profile is locked the network changes in every way: the name that is kept stays.</summary>
    [Fact]
    public async Task Name_OfALockedProfile_OutlivesChangesOfTheNetwork()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        var before = (await talk.NetworkAsync()).Network.Person(new PersonId("amina"))!.Name;
        await talk.SaysAsync("katrin", "Profil sperren: Amina");
        await talk.SetsUpAsync("Person entfernen: " + before);
        await talk.SetsUpAsync("Koordination: Bernd Krüger");
        Assert.Equal(before, (await talk.NetworkAsync()).Network.Person(new PersonId("amina"))!.HiddenName);
        await talk.SaysAsync("katrin", "Profil entsperren: Amina");
        Assert.Equal(before, (await talk.NetworkAsync()).Network.Person(new PersonId("amina"))!.Name);
    }

    [Theory]
    [InlineData("bernd", "Profil sperren: Amina")]
    [InlineData("bernd", "Profil entsperren: Amina")]
    [InlineData("fremd", "Profil sperren")]
    public async Task Lock_BySomebodyWhoMayNot_ChangesNothing(string who, string line)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line.Contains("entsperren", StringComparison.Ordinal) ? "Profil sperren: Amina" : "hallo");
        var before = (await talk.NetworkAsync()).Version;
        await talk.SaysAsync(who, line);
        await talk.PressAsync(who, "profile.unlock", new JsonObject { ["person"] = "amina" });
        await talk.PressAsync(who, "profile.unlock", []);
        Assert.Equal(before, (await talk.NetworkAsync()).Version);
    }

    [Fact]
    public async Task Lock_WhenTheStoreFailsOnce_HoldsAndIsToldOnce() => await Talk.AtEachWriteAsync(3, async failing =>
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.OpensAsync("amina");
        var writes = await talk.FailOnceAsync(failing, isWritten: true, () => talk.SaysAsync("amina", "Profil sperren"));
        // Who is not told that it is done says it again.
        if (!talk.LastFor("amina").Contains("Ihr Profil ist gesperrt", StringComparison.Ordinal))
        {
            await talk.SaysAsync("amina", "Profil sperren");
        }

        Assert.True((await talk.NetworkAsync()).Network.Person(new PersonId("amina"))!.IsLocked);
        Assert.Null(await talk.Get<CalendarAddressStore>().OfAsync(Talk.Network, new PersonId("amina"), Cancellation));
        // Once for each time it was said.
        Assert.InRange(talk.HeardBy("katrin", "das Profil von"), 1, 2);
        return writes;
    });
}
