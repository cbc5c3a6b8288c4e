using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Minutes;
using Bot.Domain.Records;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A whole quarter of the advisory board as one conversation: plan, invite, answer, items, another hour, meeting, votes, tasks, minutes, correction, approval.</summary>
public class QuarterStoryTests
{
    [Fact]
    public async Task Quarter_FromTheInvitationToTheApprovedMinutes()
    {
        await using var talk = await Talk.StartAsync(hasStandingItems: true);
        await PlayAsync(talk);
    }

    /// <summary>Plays the story in a network where something stands on every agenda.</summary>
    internal static async Task PlayAsync(Talk talk)
    {
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");

        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus: Demokratiefest");
        talk.Hears("bernd", "Sie sind herzlich eingeladen.");
        await talk.SaysAsync("amina", "Ich komme zum Beirat");
        await talk.SaysAsync("clara", "Ich kann nicht zum Beirat");
        await talk.SaysAsync("bernd", "TOP: Stand Demokratiefest, 15 min");
        await talk.SaysAsync("amina", "TOP: Neue Räume");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina");

        await talk.SaysAsync("katrin", "Beirat verschieben auf 14. Januar 18 Uhr");
        Assert.Contains("Verschoben:", await talk.PressesAsync("katrin", "Verschieben"), StringComparison.Ordinal);
        talk.Hears("bernd", "18:00 Uhr");
        await talk.SaysAsync("amina", "Ich komme zum Beirat");

        await talk.WalkAsync(new LocalDateTime(2027, 1, 14, 18, 0));
        await MeetAsync(talk);
        await MinutesAreDraftedAsync(talk);

        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        talk.Hears("bernd", "Neue Räume");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Bernd");
        await talk.WalkAsync(new LocalDateTime(2027, 3, 11, 17, 0));
        Assert.Equal((1, 1), (talk.HeardBy("bernd", "ist morgen fällig."), talk.HeardBy("bernd", "ist überfällig.")));
        await talk.SaysAsync("bernd", "Sitzung eröffnen");
        await talk.SaysAsync("bernd", "Protokoll genehmigen");
        Assert.Contains("Genehmigt ohne Einwand in der Sitzung vom 11.03.2027", await talk.PressesAsync("bernd", "Ohne Einwand genehmigt"), StringComparison.Ordinal);
        var minutes = await talk.MinutesAsync((await talk.MeetingsAsync())[0].Id);
        Assert.Equal((MinutesState.Approved, 2), (minutes.State, minutes.Version));
    }

    private static async Task MeetAsync(Talk talk)
    {
        await talk.SaysAsync("amina", "Sitzung eröffnen");
        await talk.SaysAsync("amina", "Anwesend");
        await talk.SaysAsync("bernd", "Anwesend");
        var place = (await talk.AgendaAsync()).Items.ToList().FindIndex(item => item.Title == "Stand Demokratiefest") + 1;
        await talk.SaysAsync("amina", $"TOP {place} aufrufen");
        talk.Hears("amina", $"Jetzt: TOP {place}, Stand Demokratiefest");
        await talk.SaysAsync("amina", "Jetzt abstimmen: Unterstützen wir das Fest?");
        await talk.PressesAsync("amina", "Jetzt abstimmen");
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Ja");
        await talk.SaysAsync("amina", "Abstimmung beenden");
        await talk.PressesAsync("amina", "Ja, jetzt beenden");
        await talk.SaysAsync("amina", "Beschluss: Das Fest findet am Marktplatz statt. 2 ja, 0 nein");
        await talk.SaysAsync("amina", "Aufgabe Bernd bis 1.3.: Saal buchen");
        await talk.SaysAsync("bernd", "Notiz: Die Stadt stellt den Storm.");
        await talk.AtAsync(2027, 1, 14, 18, 20);
        await talk.SaysAsync("amina", "TOP erledigt");
        await talk.SaysAsync("amina", $"TOP {place + 1} vertagen");
        await talk.AtAsync(2027, 1, 14, 19, 30);
        await talk.SaysAsync("amina", "Sitzung schließen");
        await talk.PressesAsync("amina", "Ja, jetzt schließen");
        var register = await talk.ResolutionsAsync();
        Assert.Equal(["Unterstützen wir das Fest?", "Das Fest findet am Marktplatz statt."], register.Select(entry => entry.Text.Length > 0 ? entry.Text : entry.Title));
        Assert.All(register, entry => Assert.Equal(Verdict.Accepted, entry.Verdict));
        Assert.Null(ResolutionChain.FirstBroken(register));
        Assert.Equal(AgendaItemState.Postponed, (await talk.AgendaAsync()).Items.Single(item => item.Title == "Neue Räume").State);
    }

    private static async Task MinutesAreDraftedAsync(Talk talk)
    {
        Assert.Equal(1, talk.HeardBy("amina", "Der Entwurf des Protokolls liegt vor."));
        await talk.PressesAsync("amina", "An das Gremium geben");
        Assert.Contains("Der Entwurf ist beim Gremium.", await talk.PressesAsync("amina", "Ja, verteilen"), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Protokoll Beirat");
        talk.Hears("bernd", "Die Stadt stellt den Storm.");
        talk.Hears("bernd", "Unterstützen wir das Fest?");
        await talk.SaysAsync("bernd", "Protokoll Beirat öffentlich");
        Assert.DoesNotContain("Bernd", talk.LastFor("bernd"), StringComparison.Ordinal);
        await CorrectedAsync(talk);
    }

    private static async Task CorrectedAsync(Talk talk)
    {
        var body = await talk.BodyAsync((await talk.TheMeetingAsync()).Id);
        var item = body.Items.Single(one => one.Title == "Stand Demokratiefest");
        Assert.Single(item.Ballots);
        Assert.Equal("2027-02", item.Entries.Single(entry => entry.Kind == SessionEntryKind.Decision).Resolution);
        var line = item.Entries.Where(entry => entry.IsReplaceable).ToList().FindIndex(entry => entry.Kind == SessionEntryKind.Note) + 1;
        await talk.SaysAsync("bernd", $"Berichtigung zum Protokoll: TOP {item.Place}, Zeile {line}: Die Stadt stellt den Strom.");
        await talk.PressesAsync("bernd", "Vorschlagen");
        await talk.PressesAsync("amina", "Berichtigungen entscheiden");
        Assert.Contains("Berichtigung 1 ist angenommen", await talk.PressesAsync("amina", "Annehmen"), StringComparison.Ordinal);
        await talk.SaysAsync("clara", "Protokoll Beirat 14.1.");
        talk.Hears("clara", "Notiz: Die Stadt stellt den Strom.");
    }
}
