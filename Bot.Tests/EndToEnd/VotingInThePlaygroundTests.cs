using System;
using System.Globalization;
using System.Threading.Tasks;
using NodaTime;
using Xunit;

namespace Bot.Tests.EndToEnd;

/// <summary>What a coordinator and two members do with votes, in the real Playground, in a real browser: rules, a motion, a void ballot taken again, polls, an election.</summary>
public class VotingInThePlaygroundTests
{
    private static readonly LocalDate Today = LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().Date);

    [Fact]
    public async Task Coordinator_SetsARuleAndHasAMotionVotedOnAgain()
    {
        await using var story = await PlaygroundStory.StartAsync(TestContext.Current.CancellationToken);
        var katrin = await story.WindowOfAsync("katrin");
        var amina = await story.WindowOfAsync("amina");
        var bernd = await story.WindowOfAsync("bernd");

        await katrin.TypeAsync($"Regel Beirat Projekt: zwei Drittel der Ja- und Nein-Stimmen ab {Day(1)}");
        await katrin.SeesAsync("Neue Regel: Beirat, Projekt");
        await PlaygroundStory.PictureAsync(katrin, "v1-rule");
        await katrin.PressAsync("Festlegen");
        await katrin.SeesAsync("Festgelegt. Beirat, Projekt");
        await katrin.TypeAsync("Regeln Beirat");
        await katrin.SeesAsync("Abstimmungsregeln: Beirat");
        await PlaygroundStory.PictureAsync(katrin, "v2-rules");

        await katrin.TypeAsync($"Abstimmung Beirat: Nehmen wir am Demokratiefest teil? bis {Day(3)} 12 Uhr");
        await katrin.SeesAsync("Abstimmung prüfen: Beirat");
        await PlaygroundStory.PictureAsync(katrin, "v3-motion");
        await katrin.PressAsync("Abstimmung eröffnen");
        await amina.SeesAsync("Nehmen wir am Demokratiefest teil?");
        await amina.PressAsync("Nein");
        await amina.SeesAsync("Danke, Ihre Stimme ist gezählt.");
        await PlaygroundStory.PictureAsync(amina, "v4-vote");
        await katrin.TypeAsync("Abstimmung ungültig: Demokratiefest");
        await katrin.FillAsync("Grund", "Der Antrag war unklar");
        await PlaygroundStory.PictureAsync(katrin, "v5-void");
        await katrin.PressAsync("Ja, für ungültig erklären");
        await amina.SeesAsync("Der Antrag war unklar");
        await PlaygroundStory.PictureAsync(amina, "v6-voided");
        await katrin.TypeAsync("Abstimmung wiederholen: Demokratiefest");
        await katrin.SeesAsync("Jetzt erneut abstimmen lassen?");
        await PlaygroundStory.PictureAsync(katrin, "v7-repeat");
        await katrin.PressAsync("Ja, wiederholen");
        await amina.SeesAsync("Diese Abstimmung wiederholt die vom");
        await amina.TypeAsync("Ja: Demokratiefest");
        await bernd.TypeAsync("Enthaltung");
        await bernd.SeesAsync("Danke, Ihre Stimme ist gezählt.");
        await bernd.TypeAsync("Stimmberechtigte");
        await bernd.SeesAsync("Amina Yıldız");
        await PlaygroundStory.PictureAsync(bernd, "v8-roll");
        await katrin.TypeAsync("Abstimmung beenden");
        await katrin.PressAsync("Ja, jetzt beenden");
        await amina.SeesAsync("Ergebnis: angenommen");
        await PlaygroundStory.PictureAsync(amina, "v9-result");
        await katrin.SeesAsync("Eingetragen als Beschluss");
        await katrin.TypeAsync("Beschlüsse");
        await katrin.SeesAsync("Nehmen wir am Demokratiefest teil? · angenommen");
        await PlaygroundStory.PictureAsync(katrin, "v10-register");
    }

    [Fact]
    public async Task Coordinator_AsksForAMoodAndForADate()
    {
        await using var story = await PlaygroundStory.StartAsync(TestContext.Current.CancellationToken);
        var katrin = await story.WindowOfAsync("katrin");
        var amina = await story.WindowOfAsync("amina");
        var bernd = await story.WindowOfAsync("bernd");

        await katrin.TypeAsync($"Terminumfrage Beirat: Wann tagen wir? {Day(40)} 17 Uhr, {Day(41)} 18:30 bis {Day(5)}");
        await katrin.SeesAsync("Soll ich diese Umfrage starten?");
        await PlaygroundStory.PictureAsync(katrin, "p1-dates");
        await katrin.PressAsync("Umfrage starten");
        await amina.SeesAsync("Wann tagen wir?");
        await PlaygroundStory.PictureAsync(amina, "p2-paper");
        await amina.TypeAsync("Stimme: 1 wenn nötig, 2");
        await bernd.TypeAsync("Stimme: 2");
        await bernd.SeesAsync("Danke, Ihre Stimme ist gezählt.");
        await PlaygroundStory.PictureAsync(bernd, "p3-voted");
        await katrin.TypeAsync("Abstimmung beenden");
        await katrin.PressAsync("Ja, jetzt beenden");
        await amina.SeesAsync("Am besten passt:");
        await PlaygroundStory.PictureAsync(amina, "p4-result");
        await PlaygroundStory.PictureAsync(katrin, "p5-coordinator");

        await katrin.TypeAsync($"Rangfolge Beirat mit Namen: Was zuerst? Fest, Lesung, Ausflug bis {Day(5)}");
        await katrin.PressAsync("Umfrage starten");
        await amina.SeesAsync("Was zuerst?");
        await PlaygroundStory.PictureAsync(amina, "p6-ranking");
        await amina.TypeAsync("Stimme: 2>1>3");
        await katrin.TypeAsync("Abstimmung beenden");
        await katrin.PressAsync("Ja, jetzt beenden");
        await amina.SeesAsync("Platz 1: Lesung");
        await PlaygroundStory.PictureAsync(amina, "p7-order");
    }

    [Fact]
    public async Task Members_ElectTheBoard()
    {
        await using var story = await PlaygroundStory.StartAsync(TestContext.Current.CancellationToken);
        var katrin = await story.WindowOfAsync("katrin");
        var amina = await story.WindowOfAsync("amina");
        var bernd = await story.WindowOfAsync("bernd");

        await katrin.TypeAsync($"Wahl Beirat: 2 Sitze, Vorschläge bis {Day(8)}, Wahl bis {Day(15)}");
        await katrin.SeesAsync("So würde die Wahl ausgerufen. Stimmt alles?");
        await PlaygroundStory.PictureAsync(katrin, "e1-call");
        await katrin.PressAsync("Wahl ausrufen");
        await amina.SeesAsync("Vorschläge werden bis");
        await PlaygroundStory.PictureAsync(amina, "e2-called");
        await amina.PressAsync("Ich kandidiere");
        await amina.TypeAsync("Vorschlag Beirat: Bernd Krüger");
        await bernd.SeesAsync("Sie sind vorgeschlagen. Stehen Sie zur Wahl?");
        await bernd.PressAsync("Ich stehe zur Wahl");
        await PlaygroundStory.PictureAsync(bernd, "e3-consent");
        await katrin.TypeAsync("Wahl eröffnen: Beirat");
        await katrin.SeesAsync("Wahl vor Ablauf der Frist eröffnen?");
        await PlaygroundStory.PictureAsync(katrin, "e4-open");
        await katrin.PressAsync("Jetzt eröffnen");
        await amina.SeesAsync("Wahl: Beirat, 1. Wahlgang");
        await PlaygroundStory.PictureAsync(amina, "e5-paper");
        await amina.TypeAsync("Stimme: 1 ja, 2 ja");
        await amina.SeesAsync("Danke, Ihre Stimme ist gezählt.");
        await bernd.TypeAsync("Stimme: 1 ja, 2 ja");
        await bernd.SeesAsync("Danke, Ihre Stimme ist gezählt.");
        await katrin.TypeAsync("Abstimmung beenden");
        await katrin.PressAsync("Ja, jetzt beenden");
        await amina.SeesAsync("Sie sind gewählt. Nehmen Sie die Wahl an?");
        await PlaygroundStory.PictureAsync(amina, "e6-elected");
        await amina.PressAsync("Wahl annehmen");
        await bernd.TypeAsync("Wahl annehmen: Beirat");
        await katrin.SeesAsync("Die Wahl ist abgeschlossen.");
        await PlaygroundStory.PictureAsync(katrin, "e7-done");
    }

    [Fact]
    public async Task Members_ElectTheBoardByLists()
    {
        await using var story = await PlaygroundStory.StartAsync(TestContext.Current.CancellationToken);
        var katrin = await story.WindowOfAsync("katrin");
        var amina = await story.WindowOfAsync("amina");
        var bernd = await story.WindowOfAsync("bernd");

        await katrin.TypeAsync("Regel Plenum Wahl: Listenwahl zugelassen ab heute");
        await katrin.SeesAsync("Festlegen");
        await PlaygroundStory.PictureAsync(katrin, "l1-rule");
        await katrin.PressAsync("Festlegen");
        await katrin.SeesAsync("Festgelegt.");
        await katrin.TypeAsync($"Wahl Beirat: 2 Sitze, Listenwahl, Vorschläge bis {Day(8)}, Wahl bis {Day(15)}");
        await katrin.SeesAsync("Sitze nach d’Hondt");
        await PlaygroundStory.PictureAsync(katrin, "l2-call");
        await katrin.PressAsync("Wahl ausrufen");
        await amina.SeesAsync("Noch ist keine Liste eingereicht.");
        await amina.TypeAsync("Liste Beirat: Vielfalt: Amina Yıldız");
        await bernd.TypeAsync("Liste Beirat: Nachbarn: Bernd Krüger");
        await bernd.SeesAsync("Liste „Nachbarn“: Bernd Krüger");
        await amina.TypeAsync("Wahl");
        await amina.SeesAsync("Liste „Nachbarn“: Bernd Krüger");
        await PlaygroundStory.PictureAsync(amina, "l3-lists");
        await katrin.TypeAsync("Wahl eröffnen: Beirat");
        await katrin.PressAsync("Jetzt eröffnen");
        await amina.SeesAsync("Wahl: Beirat, 1. Wahlgang");
        await PlaygroundStory.PictureAsync(amina, "l4-paper");
        await amina.TypeAsync("Stimme: Vielfalt");
        await amina.SeesAsync("Danke, Ihre Stimme ist gezählt.");
        await bernd.TypeAsync("Stimme: Nachbarn");
        await bernd.SeesAsync("Danke, Ihre Stimme ist gezählt.");
        await katrin.TypeAsync("Abstimmung beenden");
        await katrin.PressAsync("Ja, jetzt beenden");
        await amina.SeesAsync("Sie sind gewählt. Nehmen Sie die Wahl an?");
        await PlaygroundStory.PictureAsync(amina, "l5-elected");
        await amina.PressAsync("Wahl annehmen");
        await bernd.PressAsync("Wahl annehmen");
        await katrin.SeesAsync("Die Wahl ist abgeschlossen.");
        await PlaygroundStory.PictureAsync(katrin, "l6-done");
    }

    /// <summary>A day so many days from today, as one types it.</summary>
    private static string Day(int days) => Today.PlusDays(days).ToString("d.M.yyyy", CultureInfo.InvariantCulture);
}
