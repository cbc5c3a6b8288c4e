using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using NodaTime;

namespace Bot.Tests.EndToEnd;

/// <summary>The first day of whoever brings the bot to an organization, as the README tells it: from a bot without a network to the first meeting.</summary>
/// <param name="story">A bot on an empty store, and windows of people it does not know.</param>
/// <param name="pictures">Folder of the README's pictures, to be drawn anew; null to draw none.</param>
internal sealed class FirstDay(PlaygroundStory story, string? pictures)
{
    /// <summary>The lines an administrator pastes, as the README shows them.</summary>
    public const string List = """
        Liste einlesen:
        Organisation;Bereich;Mitglied seit;Vertreten durch;Mail
        Kulturverein Morgenstern e. V.;Kultur;1.3.2019;Amina Yıldız;amina@morgenstern.example
        Kirchgemeinde St. Lukas;Kirche;12.5.2020;Bernd Krüger;bernd@lukas.example
        Sportbund Musterstadt;Sport;1.1.2021;Dao Nguyen;
        """;

    /// <summary>Long enough for any notice period.</summary>
    private const int DaysAhead = 56;

    private static readonly LocalDate Today = LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().Date);

    /// <summary>Names of the pictures, in the order of the guide; the file's name follows.</summary>
    public static IReadOnlyList<string> Pictures { get; } = ["day-1-code", "day-2-setup", "day-3-list", "day-4-room", "day-5-account", "day-6-call", "day-7-delivery"];

    /// <summary>Walks through it and fails where something else is seen than the guide says.</summary>
    public async Task PlayAsync()
    {
        var katrin = await story.WindowOfAsync("katrin");
        await FoundAsync(katrin);
        await ImportAsync(katrin);
        await BoardAsync(katrin);
        var amina = await story.WindowOfAsync("amina");
        await MatchAsync(katrin, amina, "Amina Yıldız", "day-5-account");
        await MeetAsync(katrin, amina);
        await LateAsync(katrin, await story.WindowOfAsync("bernd"));
    }

    private async Task FoundAsync(PlaygroundPage katrin)
    {
        await katrin.SeesAsync("Hier ist noch kein Bündnis eingerichtet");
        await katrin.TypeAsync(story.SetupLine);
        await katrin.SeesAsync("Der Code stimmt.");
        await katrin.FillAsync("Name des Bündnisses", "Bündnis Musterstadt");
        await katrin.ChooseAsync("Bundesland", "Sachsen");
        await PictureAsync(katrin, "day-1-code", story.SetupLine);
        await katrin.PressAsync("Einrichten");
        await katrin.SeesAsync("„Bündnis Musterstadt“ ist eingerichtet");
        await katrin.TypeAsync("Einrichtung");
        await katrin.SeesAsync("Viele auf einmal nimmt „Liste einlesen“.");
        await PictureAsync(katrin, "day-2-setup", "Einrichtung von", "Einrichten und ändern");
    }

    private async Task ImportAsync(PlaygroundPage katrin)
    {
        await katrin.TypeAsync("Liste einlesen");
        await katrin.SeesAsync("Schicken Sie mir hier eine Excel- oder CSV-Datei");
        await katrin.TypeAsync(List);
        await katrin.SeesAsync("Neu: 3, geändert: 0, unverändert: 0, Zeilen mit Fehlern: 0.");
        await PictureAsync(katrin, "day-3-list", "Liste einlesen: Vorschau");
        await katrin.PressAsync("Einlesen");
        await katrin.SeesAsync("Eingelesen. Neu: 3, geändert: 0.");
        await katrin.SeesAsync("Noch kein Konto kenne ich von: Amina Yıldız, Bernd Krüger, Dao Nguyen.");
    }

    private async Task BoardAsync(PlaygroundPage katrin)
    {
        await katrin.TypeAsync("Gremium anlegen: Beirat (Beirat)");
        await katrin.PressAsync("So festlegen");
        await katrin.SeesAsync("„Beirat“ ist angelegt");
        await katrin.TypeAsync("Sitz geben: Beirat: Amina Yıldız, Bernd Krüger");
        await katrin.SeesAsync("Einen Sitz in „Beirat“ erhält");
        await katrin.PressAsync("So festlegen");
        await katrin.SeesAsync("In „Beirat“ hat jetzt einen Sitz");
        await katrin.ChooseChatAsync(PlaygroundChat.Group);
        await katrin.TypeAsync("Hier tagt: Beirat");
        await katrin.SeesAsync("Hier tagt dann „Beirat“");
        await PictureAsync(katrin, "day-4-room", "Hier tagt: Beirat");
        await katrin.PressAsync("So festlegen");
        await katrin.SeesAsync("Hier tagt jetzt „Beirat“.");
        await katrin.ChooseChatAsync(PlaygroundChat.Personal);
    }

    private async Task MatchAsync(PlaygroundPage katrin, PlaygroundPage who, string name, string? picture = null)
    {
        await who.SeesAsync("Ihr Konto kenne ich noch nicht.");
        await who.TypeAsync("Ich gehöre dazu");
        await who.SeesAsync("Sobald Ihr Konto zugeordnet ist, melde ich mich bei Ihnen.");
        await katrin.SeesAsync($"Das ist {name}");
        if (picture is not null)
        {
            await PictureAsync(katrin, picture, "Wer ist das?");
        }

        await katrin.PressAsync($"Das ist {name}");
        await katrin.SeesAsync($"Wer mit dem gewählten Konto schreibt, ist ab jetzt {name}.");
        await katrin.PressAsync("So festlegen");
        await katrin.SeesAsync($"Das Konto von {name} ist verbunden.");
        await who.SeesAsync("Jetzt kenne ich Sie: Sie sind");
    }

    private async Task MeetAsync(PlaygroundPage katrin, PlaygroundPage amina)
    {
        await katrin.TypeAsync($"Beirat am {Today.PlusDays(DaysAhead).ToString("d.M.uuuu", CultureInfo.InvariantCulture)} um 17 Uhr im Rathaus");
        await katrin.SeesAsync("Einladung prüfen: Beirat");
        await PictureAsync(katrin, "day-6-call", "Einladung prüfen: Beirat");
        await katrin.PressAsync("Einladen");
        await katrin.SeesAsync("Die Mitglieder werden jetzt benachrichtigt");
        await amina.SeesAsync("Sie sind herzlich eingeladen.");
        await amina.ChooseChatAsync(PlaygroundChat.Group);
        await amina.SeesAsync("Punkte können bis");
        await katrin.TypeAsync("Zustellung");
        await katrin.SeesAsync("Einladung: 2 von 3 erreicht");
        await katrin.SeesAsync("Fehlt ein Konto, dann bitten Sie die Person");
        await PictureAsync(katrin, "day-7-delivery", "Zustellung");
    }

    /// <summary>Who is known only after the invitation gets it all the same.</summary>
    private async Task LateAsync(PlaygroundPage katrin, PlaygroundPage bernd)
    {
        await MatchAsync(katrin, bernd, "Bernd Krüger");
        await bernd.SeesAsync("Sie sind herzlich eingeladen.");
        await katrin.TypeAsync("Zustellung");
        await katrin.SeesAsync("Einladung: 3 von 3 erreicht");
    }

    private Task PictureAsync(PlaygroundPage page, string name, string from, string? before = null) =>
        pictures is null ? Task.CompletedTask : page.PictureAsync(Path.Combine(pictures, name + ".png"), from, before);
}
