using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>How people can be reached: field by field with consent, one person at a time, seen by whoever was asked for.</summary>
public class ContactTests
{
    private const string Nothing = "gibt es keine Kontaktdaten, die Sie sehen dürfen.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task LookUp_WithConsentAndWithdrawn_ToldOnlyMeanwhileAndSeen(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.SaysAsync("amina", "Kontakt Telefon: 0341 4711 für meine Gremien");
        talk.Hears("amina", "Gespeichert.");
        await talk.SaysAsync("bernd", "Kontakt Amina Yıldız");
        talk.Hears("bernd", "Telefon: 0341 4711");
        await talk.SaysAsync("fremd", "Kontakt Amina Yıldız");
        Assert.DoesNotContain("4711", talk.LastFor("fremd"), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Wer hat nachgesehen?");
        talk.Hears("amina", "23.11.2026");
        talk.Hears("amina", "Bernd Krüger");
        await talk.SaysAsync("amina", "Kontakt Telefon löschen");
        await talk.SaysAsync("bernd", "Kontakt Amina Yıldız");
        talk.Hears("bernd", Nothing);
        Assert.Equal(2, (await talk.Get<ContactStore>().LookedAsync(Talk.Network, new PersonId("amina"), Cancellation)).Count);
        await talk.AfterAsync(Duration.FromDays(366));
        Assert.Empty(await talk.Get<ContactStore>().LookedAsync(Talk.Network, new PersonId("amina"), Cancellation));
    }

    /// <summary>Nobody, several, somebody without a sheet, somebody without consent: the same sentence, as many writes and reads.</summary>
    [Fact]
    public async Task LookUp_OfWhatMayNotBeTold_TellsNothingOfWhatThereIs()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("amina", "Kontakt Telefon: 0341 4711");
        await talk.SaysAsync("bernd", "Kontakt Niemand");
        var trips = new System.Collections.Generic.List<int>();
        foreach (var name in new[] { "Amina Yıldız", "Clara Neumann", "Gibt Esnicht" })
        {
            var before = talk.Faults.Trips;
            talk.Settles = false;
            await talk.SaysAsync("bernd", "Kontakt " + name);
            trips.Add(talk.Faults.Trips - before);
            talk.Settles = true;
            talk.Hears("bernd", $"Zu „{name}“ " + Nothing);
        }

        Assert.Single(trips.Distinct());
    }

    [Fact]
    public async Task LookUp_MoreThanTheDayAllows_IsRefusedUntilTheNextDay()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("amina", "Kontakt Mail: amina@example.org für alle Mitglieder");
        for (var number = 1; number <= ContactSheet.LookUpsADay; number++)
        {
            await talk.SaysAsync("bernd", "Kontakt Amina Yıldız");
            talk.Hears("bernd", "amina@example.org");
        }

        await talk.SaysAsync("bernd", "Kontakt Amina Yıldız");
        talk.Hears("bernd", "Mehr geht an einem Tag nicht.");
        Assert.Equal(ContactSheet.LookUpsADay, (await talk.Get<ContactStore>().LookedAsync(Talk.Network, new PersonId("amina"), Cancellation)).Count);
        await talk.AtAsync(2026, 11, 24, 0, 1);
        await talk.SaysAsync("bernd", "Kontakt Amina Yıldız");
        talk.Hears("bernd", "amina@example.org");
    }

    /// <summary>Of many look-ups at once none is free.</summary>
    [Fact]
    public async Task LookUp_ManyAtOnce_AreCountedEach()
    {
        await using var talk = await Talk.StartAsync();
        var store = talk.Get<ContactStore>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => store.TryCountAsync(Talk.Network, new PersonId("bernd"), new LocalDate(2026, 11, 23), ContactSheet.LookUpsADay, talk.Time.Now, Cancellation)));
        Assert.Equal(ContactSheet.LookUpsADay, taken.OfType<int>().Distinct().Count());
    }

    [Fact]
    public async Task Card_FilledInSavedAndWithdrawn_KeepsWhatItSays()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "My contact");
        Assert.Contains("Saved.", await talk.PressesAsync("amina", "Save", null, ("Function", "Office"), ("FunctionFor", "Members"), ("Mail", "a@example.org"), ("MailFor", "gibt es nicht")), StringComparison.Ordinal);
        var sheet = await talk.Get<ContactStore>().OfAsync(Talk.Network, new PersonId("amina"), Cancellation);
        Assert.Equal(new ContactEntry("Office", ContactAudience.Members), sheet.Entries[ContactField.Function]);
        Assert.Equal(ContactAudience.Nobody, sheet.Entries[ContactField.Mail].Audience);
        await talk.PressesAsync("amina", "Save", null, ("Mail", "unsinn"));
        Assert.Equal(sheet.Entries, (await talk.Get<ContactStore>().OfAsync(Talk.Network, new PersonId("amina"), Cancellation)).Entries);
        await talk.PressesAsync("amina", "Withdraw everything");
        Assert.Empty((await talk.Get<ContactStore>().OfAsync(Talk.Network, new PersonId("amina"), Cancellation)).Entries);
    }

    /// <summary>Whoever leaves or is threatened is told to nobody, and nothing of it is left.</summary>
    [Fact]
    public async Task LookUp_OfALockedOrFormerPerson_TellsNothing()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("amina", "Kontakt Telefon: 0341 4711 für alle");
        await talk.SaysAsync("amina", "Profil sperren");
        await talk.SaysAsync("bernd", "Kontakt Amina Yıldız");
        talk.Hears("bernd", Nothing);
        await talk.SaysAsync("katrin", "Kontakt Amina Yıldız");
        talk.Hears("katrin", "0341 4711");
        await talk.SaysAsync("amina", "Profil entsperren");
        await talk.SaysAsync("amina", "Meine Daten löschen");
        await talk.PressesAsync("amina", "Endgültig löschen");
        Assert.Empty((await talk.Get<ContactStore>().OfAsync(Talk.Network, new PersonId("amina"), Cancellation)).Entries);
        Assert.Empty(await talk.Get<ContactStore>().LookedAsync(Talk.Network, new PersonId("amina"), Cancellation));
    }
}
