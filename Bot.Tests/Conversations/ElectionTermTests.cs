using System;
using System.Threading.Tasks;
using Bot.Features.Elections;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>When a term begins and ends, and that cards somebody was asked by show how it is now.</summary>
public class ElectionTermTests
{
    private const string FromFebruary = "Wahl Beirat: 1 Sitz, Vorschläge bis 14.12., Wahl bis 21.12., Amtszeit ab 1.2.2027";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Term_WithAFirstDayChosen_BeginsAtMidnightOfThatDay(Store store)
    {
        await using var talk = await ElectedAsync(store, FromFebruary);
        await talk.PressesAsync("guel", "Wahl annehmen");
        talk.Shows(Talk.Plenary, "Die Wahl ist abgeschlossen. Amtszeit: 01.02.2027 bis 31.01.2029.");
        Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal(3, (await ElectionTests.BoardAsync(talk)).Count);
        await talk.SaysAsync("katrin", "Wahl Beirat: 1 Sitz, Vorschläge bis 14.1., Wahl bis 21.1.");
        Assert.Contains("Für Beirat läuft schon eine Wahl.", await talk.PressesAsync("katrin", "Wahl ausrufen"), StringComparison.Ordinal);
        await talk.AtAsync(2027, 1, 31, 23, 59, 59);
        Assert.Equal(3, (await ElectionTests.BoardAsync(talk)).Count);
        await talk.AtAsync(2027, 2, 1, 0);
        Assert.Equal("guel", Assert.Single(await ElectionTests.BoardAsync(talk)).Value);
        Assert.Equal(2, talk.CountOf(Talk.Plenary, "Die Wahl ist abgeschlossen.")); // the call's card and the result, said once

        // The next term does not overlap this one, unless nobody says when it begins.
        await talk.SaysAsync("katrin", "Wahl Beirat: 1 Sitz, Vorschläge bis 14.3., Wahl bis 21.3., Amtszeit ab 31.1.2029");
        talk.Hears("katrin", "Die laufende Amtszeit endet erst am Mittwoch, 31. Januar 2029. Die neue kann am Donnerstag, 1. Februar 2029 beginnen.");
        Assert.Contains("Erster Tag\n01.02.2029", await talk.PressesAsync("katrin", "Prüfen", null, ("termDay", "2029-02-01")), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Wahl Beirat: 1 Sitz, Vorschläge bis 14.3., Wahl bis 21.3.");
        talk.Hears("katrin", "Die laufende Amtszeit würde bis Mittwoch, 31. Januar 2029 dauern.");
        await talk.PressesAsync("katrin", "Wahl ausrufen");
        talk.Shows(Talk.Plenary, "Eine Wahl beginnt");
    }

    [Theory]
    [InlineData("Amtszeit ab 1.11.2026", "Am Sonntag, 1. November 2026 kann die Amtszeit nicht beginnen: frühestens am Montag, 21. Dezember 2026, wenn die Wahl endet")]
    [InlineData("Amtszeit ab 20.12.2026", "Am Sonntag, 20. Dezember 2026 kann die Amtszeit nicht beginnen: frühestens am Montag, 21. Dezember 2026")]
    [InlineData("Amtszeit ab 31.2.2027", "gibt es im Kalender nicht")]
    [InlineData("Amtszeit ab irgendwann", "„irgendwann“ gibt es im Kalender nicht")]
    [InlineData("Amtszeit ab Ende Januar", "Ende Januar")]
    [InlineData("Amtszeit ab 1.1.2030", "spätestens am Donnerstag, 21. Dezember 2028.")]
    public async Task Term_OnADayThatCannotBe_IsAnsweredWithTheReason(string said, string heard)
    {
        await using var talk = await ElectionTests.StartAsync();
        await talk.SaysAsync("katrin", "Wahl Beirat: 1 Sitz, Vorschläge bis 14.12., Wahl bis 21.12., " + said);
        talk.Hears("katrin", heard);
        Assert.DoesNotContain("Wahl ausrufen", talk.Buttons(Talk.Personal("katrin")));
    }

    [Fact]
    public async Task Term_WhenAllAnswerAfterTheDayChosen_BeginsThen()
    {
        await using var talk = await ElectedAsync(Store.Sqlite, "Wahl Beirat: 1 Sitz, Vorschläge bis 14.12., Wahl bis 21.12., Amtszeit ab 22.12.2026");
        await talk.AtAsync(2026, 12, 24, 12);
        await talk.PressesAsync("guel", "Wahl annehmen");
        talk.Shows(Talk.Plenary, "Amtszeit: 24.12.2026 bis 23.12.2028.");
        Assert.Equal("guel", Assert.Single(await ElectionTests.BoardAsync(talk)).Value);
    }

    [Fact]
    public async Task Expiry_IsToldInTheMorningOfTheNetwork()
    {
        await using var talk = await ElectedAsync(Store.Sqlite, FromFebruary);
        await talk.PressesAsync("guel", "Wahl annehmen");
        await talk.AtAsync(2027, 2, 1, 0);
        await talk.AtAsync(2028, 12, 6, 7, 59, 59);
        Assert.Equal(0, talk.HeardBy("katrin", "Die Amtszeit von Beirat endet am"));
        await talk.AtAsync(2028, 12, 6, 8);
        Assert.Equal(1, talk.HeardBy("katrin", "Die Amtszeit von Beirat endet am"));
    }

    [Theory]
    [InlineData("Europe/Berlin", 6)]
    [InlineData("Pacific/Auckland", -4)]
    [InlineData("America/Los_Angeles", 15)]
    public void ExpiryAt_InAnyZone_IsEightInTheMorningThere(string zone, int hourInUtc)
    {
        var network = ExampleSnapshot.Create().Network with { Zone = DateTimeZoneProviders.Tzdb[zone] };
        var last = new LocalDate(2028, 7, 31);
        Assert.Equal(last.PlusDays(-28).AtMidnight().InUtc().ToInstant() + Duration.FromHours(hourInUtc), ElectionMoments.ExpiryAt(network, last, 28));
    }

    [Fact]
    public async Task Cards_SomebodyWasAskedBy_ShowHowItIsNow()
    {
        await using var talk = await ElectionTests.StartAsync();
        await ElectionTests.CallAsync(talk);
        await talk.SaysAsync("bernd", "Vorschlag Beirat: Dao Nguyen");
        Assert.Equal(1, talk.HeardBy("dao", "Sie sind vorgeschlagen."));
        await talk.SaysAsync("dao", "Kandidatur Beirat: ja");
        Assert.Equal((0, 0), (talk.HeardBy("dao", "Sie sind vorgeschlagen."), talk.HeardBy("dao", "Ich stehe zur Wahl")));
        await talk.SaysAsync("amina", "Ich kandidiere: Beirat");
        await talk.AtAsync(2026, 12, 14, 18);
        await ElectionTests.VoteAsync(talk, "1 ja, 2 ja", "1 ja, 2 ja", "1 ja, 2 ja", "1 ja, 2 ja", "1 ja, 2 ja");
        await talk.AtAsync(2026, 12, 21, 18);
        Assert.Equal(1, talk.HeardBy("dao", "Nehmen Sie die Wahl an?"));
        await talk.SaysAsync("dao", "Wahl annehmen: Beirat");
        Assert.Equal((0, 1), (talk.HeardBy("dao", "Nehmen Sie die Wahl an?"), talk.HeardBy("dao", "Sie sind gewählt. Ihre Antwort ist notiert.")));
        await talk.AtAsync(2026, 12, 28, 18);
        Assert.Equal((0, 1), (talk.HeardBy("amina", "Nehmen Sie die Wahl an?"), talk.HeardBy("amina", "Sie sind gewählt. Die Zeit für eine Antwort ist vorbei.")));
    }

    private static async Task<Talk> ElectedAsync(Store store, string call)
    {
        var talk = await ElectionTests.StartAsync(store);
        await ElectionTests.CallAsync(talk, call);
        await talk.SaysAsync("guel", "Ich kandidiere: Beirat");
        await talk.AtAsync(2026, 12, 14, 18);
        await ElectionTests.VoteAsync(talk, "1 ja", "1 ja", "1 ja", "1 ja", "1 ja");
        await talk.AtAsync(2026, 12, 21, 18);
        return talk;
    }
}
