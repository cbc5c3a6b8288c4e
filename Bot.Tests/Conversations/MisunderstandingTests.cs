using System;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Texts that look like one thing and are another.</summary>
public class MisunderstandingTests
{
    [Theory]
    [InlineData("TOP Beirat: Treffen am 12. Februar um 17 Uhr im Rathaus", "Punkt 1 steht auf der Tagesordnung: **Treffen am 12. Februar um 17 Uhr im Rathaus**")]
    [InlineData("TOP Absagen klären", "Punkt 1 steht auf der Tagesordnung: **Absagen klären**")]
    [InlineData("TOP nächste Sitzung vorbereiten", "Punkt 1 steht auf der Tagesordnung: **nächste Sitzung vorbereiten**")]
    [InlineData("TOP Haushalt 2027: Entwurf", "Punkt 1 steht auf der Tagesordnung: **Haushalt 2027: Entwurf**")]
    [InlineData("TOP Beginn 14:30 Uhr, 20 min", "Punkt 1 steht auf der Tagesordnung: **Beginn 14:30 Uhr**")]
    [InlineData("TOP: Abstimmung: Wer kommt am 3.3.?", "Punkt 1 steht auf der Tagesordnung: **Abstimmung: Wer kommt am 3.3.?**")]
    [InlineData("Aufnahme beantragen: Beirat am 14. Januar e. V.", "Aufnahme beantragen")]
    [InlineData("Wann ist der Beirat am 14. Januar?", "Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr")]
    [InlineData("Ja, am 14. Januar kann ich", "Das habe ich leider nicht verstanden.")]
    [InlineData("Nein, das meinte ich nicht", "Das habe ich leider nicht verstanden.")]
    [InlineData("Ich bin am 14. Januar um 17 Uhr im Urlaub", "Das habe ich leider nicht verstanden.")]
    [InlineData("Protokoll", "Ich finde kein Protokoll")]
    [InlineData("Danke!", "Das habe ich leider nicht verstanden.")]
    public async Task Says_WhatLooksLikeSomethingElse_IsUnderstoodAsMeant(string text, string answer)
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("clara", text);
        talk.Hears("clara", answer);
        Assert.Single(await talk.MeetingsAsync());
    }

    [Fact]
    public async Task Says_TalkWithYesOrNoInIt_CastsNoVote()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke e. V.");
        foreach (var text in new[] { "Ja, gerne später", "Nein, das meinte ich nicht", "ja oder nein?", "no idea", "Januar", "yes we can" })
        {
            await talk.SaysAsync("amina", text);
        }

        talk.Shows(Talk.Board, "0 von 3 haben abgestimmt.");
        foreach (var (text, vote) in new[] { ("Ja", "Ja"), ("nein!", "Nein"), ("Ich enthalte mich", "Enthaltung"), ("ich stimme mit Nein", "Nein"), ("I vote yes", "Ja"), ("Enthaltung: Brücke", "Enthaltung") })
        {
            await talk.SaysAsync("amina", text);
            talk.Hears("amina", $"Ihre Stimme: **{vote}**.");
        }
    }

    [Fact]
    public async Task Suggests_ForUnknownText_AtMostThreeAndNeverAVote()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke e. V.");
        foreach (var text in new[] { "Tagesordnun bitte", "Jahreshauptversammlung", "ja doch nicht", "xyzzy", "Beschlusslage", "Mitgliederliste" })
        {
            await talk.SaysAsync("amina", text);
            talk.Hears("amina", "Das habe ich leider nicht verstanden. Meinten Sie:");
            var buttons = talk.Buttons(Talk.Personal("amina"));
            Assert.InRange(buttons.Length, 1, 3);
            Assert.DoesNotContain("Ja", buttons);
            Assert.NotEmpty(await talk.PressesAsync("amina", buttons[^1]));
        }
    }

    [Theory]
    [InlineData("Tagesordnun", "Tagesordnung")]
    [InlineData("Mitgleider", "Mitgliedsorganisationen (8)")]
    [InlineData("Gremein", "Gremien:")]
    [InlineData("beschluesse", "Dazu steht kein Beschluss im Verzeichnis.")]
    [InlineData("HILFE", "Das können Sie schreiben")]
    [InlineData("?", "Das können Sie schreiben")]
    public async Task Says_MistypedOrFoldedCommand_IsForgiven(string text, string answer)
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("clara", text);
        talk.Hears("clara", answer);
    }

    [Fact]
    public async Task Pressed_SeveralAnswers_AreShownTogether()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AppliesAsync("Verein Brücke e. V.");
        await talk.AppliesAsync("Radio Nordlicht");
        await talk.SaysAsync("amina", "Und wie war das mit den Abstimmungen");
        var shown = await talk.PressesAsync("amina", "Abstimmungen");
        Assert.Contains("Verein Brücke", shown, StringComparison.Ordinal);
        Assert.Contains("Radio Nordlicht", shown, StringComparison.Ordinal);
        Assert.Contains("Ihre Stimme ist gezählt", await talk.PressesAsync("amina", "Enthaltung"), StringComparison.Ordinal);
    }
    [Theory]
    [InlineData("katrin", true)]
    [InlineData("amina", false)]
    [InlineData("samira", false)]
    public async Task Help_FromSubjectToSubject_ShowsWhatOneMayType(string who, bool isCoordinator)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync(who, "Hilfe");
        var votes = await talk.PressesAsync(who, "Abstimmungen und Aufnahmen");
        Assert.Contains("**Aufnahme beantragen: Verein Brücke e. V.**", votes, StringComparison.Ordinal);
        Assert.Equal(isCoordinator, votes.Contains("Nur die Koordination", StringComparison.Ordinal));
        Assert.Equal(isCoordinator, votes.Contains("Abstimmung beenden", StringComparison.Ordinal));
        Assert.Contains("Alles Weitere nach Themen", await talk.PressesAsync(who, "Alle Themen"), StringComparison.Ordinal);
        Assert.Contains("**Gremien**", await talk.PressesAsync(who, "Mitglieder und Gremien"), StringComparison.Ordinal);
    }
}
