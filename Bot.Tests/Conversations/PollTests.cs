using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Mood polls, from the typed line to the counts.</summary>
public class PollTests
{
    [Fact]
    public async Task Poll_ByAnybodyButACoordinator_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("amina", "Umfrage Beirat: Welches Motto? Vielfalt, Mut");
        talk.Hears("amina", "Katrin Vogel");
        await talk.SaysAsync("katrin", "Umfrage Beirat: Welches Motto? Vielfalt, Mut");
        foreach (var title in new[] { "Umfrage starten", "Ändern", "Verwerfen" })
        {
            var data = talk.DataOf("katrin", title);
            Assert.Contains("Katrin Vogel", await talk.PressAsync("amina", data["verb"]?.ToString() ?? VerbOf(title), data), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Poll_WithSomethingMissing_ShowsTheFormFilledIn()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Umfrage: Welches Motto? Vielfalt, Mut");
        talk.Hears("katrin", "Wer wird gefragt? Bitte wählen Sie das Gremium.");
        var preview = await talk.PressesAsync("katrin", "Prüfen", null, ("committee", "beirat"), ("kind", "One"), ("question", "Welches Motto?"), ("options", "Vielfalt; Mut"), ("anonymous", "true"));
        Assert.Contains("Soll ich diese Umfrage starten?", preview, StringComparison.Ordinal);
        Assert.Contains("Beirat (3 Personen)", preview, StringComparison.Ordinal);
        Assert.Contains("Antworten weniger als 5, wird nichts gezeigt.", preview, StringComparison.Ordinal);
        Assert.Contains("Donnerstag, 26. November 2026, 18:00 Uhr", preview, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Umfrage Beirat: Was? Nur eins", "mindestens 2 und höchstens 12")]
    [InlineData("Umfrage Beirat: Was? A, a", "„A“ steht zweimal da")]
    [InlineData("Terminumfrage Beirat: Wann? 14.1. 17 Uhr, irgendwann", "„irgendwann“ ist kein Termin")]
    [InlineData("Terminumfrage Beirat: Wann? 25.11. 17 Uhr, 14.1. 17 Uhr", "liegt vor dem Ende der Umfrage")]
    [InlineData("Umfrage Beirat: Was? A, B bis 1.9.2027", "höchstens 60 Tage")]
    [InlineData("Umfrage Beirat: Was? A, B bis heute 9 Uhr", "nicht eindeutig")]
    public async Task Poll_ThatCannotBe_ShowsTheFormWithTheReason(string line, string reason)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", reason);
        Assert.DoesNotContain("Umfrage starten", talk.Buttons(Talk.Personal("katrin")));
    }

    private static string VerbOf(string title) => title switch { "Umfrage starten" => "poll.open", "Ändern" => "poll.edit", _ => "poll.dismiss" };
}
