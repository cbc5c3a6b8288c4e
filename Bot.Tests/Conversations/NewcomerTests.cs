using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Somebody whose account the network does not know says that they belong, and a coordinator says who it is.</summary>
public class NewcomerTests
{
    private const string Ask = "Ich gehöre dazu";

    private const string Told = "Die Koordination erfährt, dass Sie mir geschrieben haben";

    [Fact]
    public async Task Newcomer_OfAKnownName_IsMatchedWithTwoPressesAndGreeted()
    {
        await using var talk = await Talk.StartAsync(change: WithFrieda);
        await talk.EverybodyOpensAsync("katrin", "frieda");
        talk.Hears("frieda", "Ihr Konto kenne ich noch nicht.");
        await talk.SaysAsync("frieda", "Mitglieder");
        talk.Hears("frieda", Talk.ToStrangers);

        await talk.SaysAsync("frieda", Ask);
        talk.Hears("frieda", Told);
        talk.Hears("katrin", "Das Konto **frieda** schreibt mir");
        talk.Hears("katrin", "Prüfen Sie auf einem anderen Weg");
        await talk.SaysAsync("katrin", "Einrichtung");
        talk.Hears("katrin", "Neue Konten, die zugeordnet werden wollen: 1");
        await talk.SaysAsync("katrin", "Neue Konten");

        await talk.PressesAsync("katrin", "Das ist frieda");
        await talk.PressesAsync("katrin", "So festlegen");

        talk.Hears("frieda", "Jetzt kenne ich Sie: Sie sind **frieda**");
        await talk.SaysAsync("frieda", Ask);
        talk.Hears("frieda", "Ihr Konto kenne ich schon");
        await talk.SaysAsync("katrin", "Neue Konten");
        talk.Hears("katrin", "Gerade wartet niemand");
    }

    /// <summary>Members are matched one by one, often after the first invitation: it must not pass them by.</summary>
    [Fact]
    public async Task Newcomer_MatchedAfterAnInvitationAndACallToVote_GetsBothAtOnce_AndNobodyElseTwice()
    {
        await using var talk = await Talk.StartAsync(change: WithFrieda);
        await talk.EverybodyOpensAsync("katrin", "amina", "frieda");
        await talk.SetsUpAsync("Sitz Beirat: frieda");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Abstimmung Beirat: Machen wir mit? bis 30.11. 12 Uhr");
        await talk.PressesAsync("katrin", "Abstimmung eröffnen");
        Assert.Equal(0, talk.CountOf(Talk.Personal("frieda"), "herzlich eingeladen"));

        await talk.SaysAsync("frieda", Ask);
        await talk.PressesAsync("katrin", "Das ist frieda");
        await talk.PressesAsync("katrin", "So festlegen");

        Assert.Equal((1, 1), (talk.CountOf(Talk.Personal("frieda"), "herzlich eingeladen"), talk.CountOf(Talk.Personal("frieda"), "Machen wir mit?")));
        Assert.Equal((1, 1), (talk.CountOf(Talk.Personal("amina"), "herzlich eingeladen"), talk.CountOf(Talk.Personal("amina"), "Machen wir mit?")));
    }

    [Fact]
    public async Task Newcomer_OfAnotherName_IsMatchedByTheFormWhichKeepsTheAccount()
    {
        await using var talk = await Talk.StartAsync(change: WithFrieda);
        await talk.SaysAsync("schmetterling", Ask);

        await talk.PressesAsync("katrin", "Einer Person zuordnen");
        await talk.PressesAsync("katrin", "Prüfen", null, ("whose", "frieda"), ("picked", "29:schmetterling"));
        await talk.PressesAsync("katrin", "So festlegen");

        talk.Hears("schmetterling", "Sie sind **frieda**");
    }

    [Fact]
    public async Task Newcomer_NobodyKnows_BecomesANewPerson()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("schmetterling", Ask);

        await talk.PressesAsync("katrin", "Als neue Person anlegen");
        await talk.PressesAsync("katrin", "Prüfen", null, ("people", "Greta Falter"), ("picked", "29:schmetterling"));
        await talk.PressesAsync("katrin", "So festlegen");

        talk.Hears("schmetterling", "Sie sind **Greta Falter**");
    }

    [Fact]
    public async Task Newcomer_Typed_IsMatchedAndDismissedInTheChat()
    {
        await using var talk = await Talk.StartAsync(change: WithFrieda);
        await talk.SaysAsync("schmetterling", Ask);
        await talk.SaysAsync("motte", Ask);

        await talk.SetsUpAsync("Konto von frieda: schmetterling");
        await talk.SaysAsync("katrin", "Gehört nicht dazu: motte");

        talk.Hears("katrin", "**motte** ist beiseitegelegt.");
        talk.Hears("schmetterling", "Sie sind **frieda**");
        talk.Hears("motte", Told);
        await talk.SaysAsync("katrin", "Gehört nicht dazu: falter");
        talk.Hears("katrin", "Gerade wartet niemand");
    }

    [Fact]
    public async Task Newcomer_AskingAgain_IsAnnouncedOnceAndAnewOnlyAfterAMonth()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("motte", Ask);
        await talk.SaysAsync("motte", Ask);
        Assert.Equal(1, talk.HeardBy("katrin", "Das Konto **motte**"));
        await talk.PressesAsync("katrin", "Gehört nicht dazu");
        await talk.SaysAsync("motte", Ask);
        talk.Hears("motte", Told);
        Assert.Equal(1, talk.HeardBy("katrin", "Das Konto **motte**"));

        talk.Time.Now += Newcomer.KeptFor - NodaTime.Duration.FromSeconds(1);
        await talk.SettleAsync();
        await talk.SaysAsync("motte", Ask);
        Assert.Equal(1, talk.HeardBy("katrin", "Das Konto **motte**"));
        talk.Time.Now += NodaTime.Duration.FromSeconds(1);
        await talk.SettleAsync();
        await talk.SaysAsync("motte", Ask);
        Assert.Equal(2, talk.HeardBy("katrin", "Das Konto **motte**"));
    }

    [Fact]
    public async Task Newcomer_WhoeverItIs_LearnsNothingOfWhoIsKnown()
    {
        await using var talk = await Talk.StartAsync(change: WithFrieda);
        await talk.SaysAsync("frieda", Ask);
        await talk.SaysAsync("motte", Ask);
        Assert.Equal(talk.LastFor("frieda"), talk.LastFor("motte"));

        await talk.SaysAsync("motte", Ask, Talk.Board);
        talk.Shows(Talk.Board, "Schreiben Sie mir das bitte im Einzelchat");
        foreach (var line in new[] { "Neue Konten", "Gehört nicht dazu: frieda", "Konto von frieda: motte" })
        {
            await talk.SaysAsync("motte", line);
            Assert.DoesNotContain("frieda", talk.LastFor("motte"), System.StringComparison.Ordinal);
            await talk.SaysAsync("amina", line);
            talk.Hears("amina", "Das kann nur die Koordination");
        }
    }

    [Fact]
    public async Task Newcomer_WithTheAccountOfALockedProfile_IsBoundToNobodyElse()
    {
        await using var talk = await Talk.StartAsync(change: WithFrieda);
        await talk.SaysAsync("amina", "Profil sperren");
        await talk.SaysAsync("amina", Ask);
        talk.Hears("amina", Told);
        talk.Hears("katrin", "Es gehört zum gesperrten Profil **Amina Yıldız**.");
        Assert.Equal(["Gehört nicht dazu"], talk.Buttons(Talk.Personal("katrin")));

        await talk.SaysAsync("katrin", "Konto von frieda: Amina Yıldız");

        talk.Hears("katrin", "Dieses Konto gehört zum gesperrten Profil „Amina Yıldız“.");
        Assert.DoesNotContain("So festlegen", talk.Buttons(Talk.Personal("katrin")));
    }

    /// <summary>An application can make an account known as well.</summary>
    [Fact]
    public async Task Newcomer_KnownInAnotherWay_WaitsNoMoreAndIsNotGreetedAMonthLater()
    {
        await using var talk = await Talk.StartAsync(change: WithFrieda);
        await talk.SaysAsync("schmetterling", Ask);
        var change = new NetworkChange
        {
            By = new PersonId("katrin"), At = talk.Time.Now, Accounts = new Dictionary<PersonId, Account?> { [new PersonId("frieda-lind")] = new Account("29:schmetterling", null) },
        };
        Assert.True(await talk.Get<NetworkStore>().TryChangeAsync(await talk.NetworkAsync(), change, TestContext.Current.CancellationToken));

        await talk.SaysAsync("katrin", "Neue Konten");
        talk.Hears("katrin", "Gerade wartet niemand");
        talk.Time.Now += Newcomer.KeptFor;
        await talk.SettleAsync();
        Assert.Equal(0, talk.HeardBy("schmetterling", "Jetzt kenne ich Sie"));
        Assert.Null(await talk.Get<NewcomerStore>().FindAsync(Talk.Network, Newcomer.KeyOf(new Account("29:schmetterling", null)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Newcomers_MoreThanCanWait_AreSentToTheCoordinators()
    {
        await using var talk = await Talk.StartAsync();
        foreach (var number in Enumerable.Range(1, Newcomer.Most))
        {
            await talk.SaysAsync("fremd" + number, Ask);
            talk.Hears("fremd" + number, Told);
        }

        await talk.SaysAsync("motte", Ask);
        talk.Hears("motte", "Zurzeit warten zu viele Anfragen.");
        await talk.SaysAsync("fremd1", Ask);
        talk.Hears("fremd1", Told);
        await talk.SaysAsync("katrin", "Neue Konten Seite 3");
        talk.Hears("katrin", "fremd20");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Newcomer_AskingSeveralTimesAtOnce_IsAnnouncedOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        talk.Join();
        talk.Settles = false;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => talk.SaysAsync("motte", Ask)));

        talk.Settles = true;
        await talk.SettleAsync();
        Assert.Equal(1, talk.HeardBy("katrin", "Das Konto **motte**"));
    }

    private static NetworkSnapshot WithFrieda(NetworkSnapshot snapshot) => snapshot with
    {
        Network = snapshot.Network with { People = [.. snapshot.Network.People, new Person(new PersonId("frieda-lind"), "frieda", IsCoordinator: false)] },
    };
}
