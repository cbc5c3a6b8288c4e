using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The main job, told as a dialogue: a meeting called by chat, an item, an admission voted on, the decision and the membership recorded.</summary>
public class FromMeetingToMembershipTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task MainStory_InGerman_EndsWithResolutionAndMembership(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        foreach (var who in new[] { "katrin", "amina", "bernd", "samira" })
        {
            await talk.OpensAsync(who);
            talk.Hears(who, "Guten Tag!");
        }

        await talk.SaysAsync("amina", "hallo", Talk.Board);
        await talk.SaysAsync("amina", "hallo", Talk.Plenary);

        // Schedule
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Hears("katrin", "Donnerstag, 14. Januar 2027, 17:00 Uhr");
        talk.Hears("katrin", "Rathaus");
        var done = await talk.PressesAsync("katrin", "Einladen");
        Assert.Contains("Eingeladen: **Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr**", done, System.StringComparison.Ordinal);
        talk.Shows(Talk.Board, "Sie sind herzlich eingeladen.");
        talk.Hears("amina", "Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr");
        Assert.Equal(1, talk.CountOf(Talk.Board, "Sie sind herzlich eingeladen."));

        // Ask
        await talk.SaysAsync("bernd", "Wann ist die nächste Sitzung?");
        talk.Hears("bernd", "Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr");
        talk.Hears("bernd", "Noch keine Punkte.");

        // Collect
        await talk.SaysAsync("bernd", "TOP: Stand Demokratiefest, 15 min");
        talk.Hears("bernd", "Punkt 1 steht auf der Tagesordnung: **Stand Demokratiefest**");
        talk.Shows(Talk.Board, "Stand Demokratiefest (15 Min.)");
        await talk.SaysAsync("amina", "Tagesordnung");
        talk.Hears("amina", "1. Stand Demokratiefest (15 Min.)");

        // Vote
        await talk.SaysAsync("katrin", "Aufnahme beantragen: Verein Brücke e. V.");
        await talk.PressesAsync("katrin", "Antrag stellen", null, ("representative", "samira"));
        talk.Hears("amina", "Empfehlung zur Aufnahme: Verein Brücke e. V.");
        Assert.Contains("Ihre Stimme ist gezählt", await talk.PressesAsync("amina", "Ja"), System.StringComparison.Ordinal);
        await talk.PressesAsync("bernd", "Ja", Talk.Board);
        talk.Shows(Talk.Board, "2 von 3 haben abgestimmt.");
        await talk.PressesAsync("katrin", "Abstimmung beenden");
        await talk.PressesAsync("katrin", "Ja, jetzt beenden");
        talk.Hears("bernd", "Der Beirat empfiehlt: **aufnehmen** (Ja: 2, Nein: 0, Enthaltung: 0).");
        talk.Shows(Talk.Plenary, "Aufnahme: Verein Brücke e. V.");

        Assert.Contains("Ihre Stimme für Kulturverein Morgenstern e. V.: **Nein**", await talk.PressesAsync("amina", "Nein"), System.StringComparison.Ordinal);
        Assert.Contains("Ihre Stimme für Kulturverein Morgenstern e. V.: **Ja**", await talk.PressesAsync("amina", "Ja"), System.StringComparison.Ordinal);
        Assert.Contains("bereits gezählt", await talk.PressesAsync("amina", "Ja"), System.StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Ja: Verein Brücke");
        talk.Hears("bernd", "Ihre Stimme für Evangelische Kirchgemeinde St. Lukas: **Ja**");
        talk.Shows(Talk.Plenary, "2 von 8 haben abgestimmt.");
        var tooLate = talk.DataOf("amina", "Nein");
        talk.Time.SetBerlin(2026, 11, 25, 12);
        await talk.SaysAsync("katrin", "Abstimmung beenden");
        await talk.PressesAsync("katrin", "Ja, jetzt beenden");
        talk.Said(Talk.Plenary, "Ergebnis: angenommen");
        talk.Said(Talk.Plenary, "Eingetragen als Beschluss **2026-01**.");
        talk.Shows(Talk.Plenary, "Neu im Bündnis: **Verein Brücke e. V.**.");
        talk.Hears("samira", "Herzlich willkommen bei **Bündnis für Demokratie und Toleranz Musterstadt**!");

        Assert.Contains(
            "Die Abstimmung endete am Mittwoch, 25. November 2026, 12:00 Uhr.",
            await talk.PressAsync("amina", "ballot.vote", tooLate),
            System.StringComparison.Ordinal);

        await talk.SaysAsync("amina", "Beschlüsse 2026");
        talk.Hears("amina", "2026-01 · Aufnahme: Verein Brücke e. V. · angenommen");
        talk.Hears("amina", "Ja: 2; Nein: 0; Enthaltungen: 0; Nicht abgestimmt: 6");
        await talk.SaysAsync("samira", "Mitglieder");
        talk.Hears("samira", "Mitgliedsorganisationen (9)");
    }
}
