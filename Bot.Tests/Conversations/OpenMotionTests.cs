using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Ballots opened by chat: what is understood, what is asked back, what the preview says, who may.</summary>
public class OpenMotionTests
{
    private const string Open = "Abstimmung eröffnen";

    [Theory]
    [InlineData("Abstimmung Plenum: Sollen wir uns am Demokratiefest beteiligen? bis Freitag 12 Uhr", "Plenum", "Sollen wir uns am Demokratiefest beteiligen?", "Freitag, 27. November 2026, 12:00 Uhr")]
    [InlineData("Abstimmung: Sollen wir uns am Demokratiefest beteiligen? bis Freitag 12 Uhr im Plenum", "Plenum", "Sollen wir uns am Demokratiefest beteiligen?", "Freitag, 27. November 2026, 12:00 Uhr")]
    [InlineData("Abstimmung im Beirat bis Freitag 12 Uhr: Sollen wir uns am Demokratiefest beteiligen?", "Beirat", "Sollen wir uns am Demokratiefest beteiligen?", "Freitag, 27. November 2026, 12:00 Uhr")]
    [InlineData("abstimung beirat: sollen wir? bis 27.11. 12 uhr", "Beirat", "sollen wir?", "Freitag, 27. November 2026, 12:00 Uhr")]
    [InlineData("Abstimmung Beirat: Sollen wir am 3. Oktober feiern?", "Beirat", "Sollen wir am 3. Oktober feiern?", "Donnerstag, 26. November 2026, 18:00 Uhr")]
    [InlineData("Abstimmung Beirat: Soll das Plenum bis Mai tagen? bis Freitag", "Beirat", "Soll das Plenum bis Mai tagen?", "Freitag, 27. November 2026, 18:00 Uhr")]
    [InlineData("Abstimmung Beirat: Haushalt 2027 bis Freitag 24 Uhr", "Beirat", "Haushalt 2027", "Samstag, 28. November 2026, 00:00 Uhr")]
    [InlineData("Abstimmung Beirat: Machen wir mit? bis 18 Uhr", "Beirat", "Machen wir mit?", "Montag, 23. November 2026, 18:00 Uhr")]
    [InlineData("Abstimmung Projekt Plenum: Demokratiefest bis Freitag 12 Uhr", "Plenum", "Projekt: Demokratiefest", "Freitag, 27. November 2026, 12:00 Uhr")]
    [InlineData("Abstimmung Arbeitsgruppe: AG Bildung", "Plenum", "Arbeitsgruppe: AG Bildung", "Montag, 30. November 2026, 18:00 Uhr")]
    [InlineData("Abstimmung Geschäftsordnung Beirat: Ladungsfrist 14 Tage, bis Freitag", "Beirat", "Geschäftsordnung: Ladungsfrist 14 Tage", "Freitag, 27. November 2026, 18:00 Uhr")]
    [InlineData("Umlaufbeschluss Beirat: Ausgabe von 200 Euro bis Freitag 12 Uhr", "Beirat", "Ausgabe von 200 Euro", "Freitag, 27. November 2026, 12:00 Uhr")]
    [InlineData("vote board: Shall we take part? until Friday 12:00", "Beirat", "Shall we take part?", "Freitag, 27. November 2026, 12:00 Uhr")]
    public async Task Open_InOneLine_ShowsWhatWasUnderstood(string line, string committee, string heading, string until)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", "Abstimmung prüfen: " + committee);
        talk.Hears("katrin", heading + "\n");
        talk.Hears("katrin", until);
        talk.Hears("katrin", line.StartsWith("Umlauf", StringComparison.Ordinal) ? "Alle Stimmberechtigten müssen zustimmen." : "mehr als die Hälfte der Ja- und Nein-Stimmen (Fassung 1)");
        talk.Hears("katrin", "namentlich");
        talk.Hears("katrin", committee == "Plenum" ? "Stimmberechtigt\n8" : "Stimmberechtigt\n3");
        Assert.Contains(Open, talk.Buttons(Talk.Personal("katrin")));
        Assert.Empty(await RunningAsync(talk));
    }

    [Theory]
    [InlineData("Abstimmung", "Worüber soll abgestimmt werden?", "Um welches Gremium geht es?")]
    [InlineData("Abstimmung: Machen wir mit? bis Freitag", "Um welches Gremium geht es?", "Machen wir mit?")]
    [InlineData("Abstimmung Beirat: Machen wir mit? bis 31.2.", "„31.2.“ gibt es im Kalender nicht.", "Machen wir mit?")]
    [InlineData("Abstimmung Beirat: Machen wir mit? bis gestern 12 Uhr", "liegt in der Vergangenheit", "Machen wir mit?")]
    [InlineData("Abstimmung Beirat: Machen wir mit? bis 9 Uhr", "liegt in der Vergangenheit", "Machen wir mit?")]
    [InlineData("Abstimmung Beirat: Machen wir mit? bis 23. Januar 2027", "höchstens 60 Tage dauern, also bis Freitag, 22. Januar 2027", "Machen wir mit?")]
    [InlineData("Abstimmung Beirat: Machen wir mit? befangen: Amina, Unbekannt", "finde ich nicht: Unbekannt", "Machen wir mit?")]
    [InlineData("Abstimmung Arbeitsgruppe: Beirat", "Ein Gremium dieses Namens gibt es schon: Beirat.", "Beirat")]
    [InlineData("Abstimmung Arbeitsgruppe IKA: AG Bildung", "Darüber entscheidet nur das Plenum.", "AG Bildung")]
    public async Task Open_SomethingMissingOrWrong_AsksWithOneCardFilledIn(string line, string question, string kept)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        var message = Assert.Single(talk.Connector.In(Talk.Personal("katrin")));
        talk.Hears("katrin", "Abstimmung vorbereiten");
        talk.Hears("katrin", question);
        Assert.Contains(kept, message.Content.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Open, talk.Buttons(Talk.Personal("katrin")));
    }

    [Fact]
    public async Task Open_FormThenPreviewThenOpen_AnnouncesTheBallotOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        await talk.SaysAsync("katrin", "Abstimmung: Machen wir mit? bis Freitag 12 Uhr");
        var preview = await talk.PressesAsync("katrin", "Prüfen", null, ("committee", "plenum"), ("wording", "Ein Stand *und* zwei Leute."), ("conflicted", "sportbund"));
        Assert.Contains("Ohne Stimmrecht: Kreissportbund Musterland (Befangenheit).", preview, StringComparison.Ordinal);
        Assert.Contains("Stimmberechtigt\n7", preview, StringComparison.Ordinal);
        var form = await talk.PressesAsync("katrin", "Ändern");
        Assert.Contains("Abstimmung vorbereiten", form, StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Prüfen", null, ("time", "13:00"));
        var data = talk.DataOf("katrin", Open);
        (data["title"], data["wording"]) = ("Machen wir mit?", "Ein Stand *und* zwei Leute.");
        Assert.Contains("Die Abstimmung ist eröffnet: **Machen wir mit?**. Stimmberechtigt: 7. Abstimmen bis Freitag, 27. November 2026, 13:00 Uhr.", await talk.PressesAsync("katrin", Open), StringComparison.Ordinal);
        Assert.Contains("Die Abstimmung ist eröffnet", await talk.PressAsync("katrin", "motion.open", data), StringComparison.Ordinal);
        data["title"] = "Etwas anderes?";
        Assert.Contains("Aus dieser Vorschau ist schon eine Abstimmung geworden, und dabei bleibt es: **Machen wir mit?**", await talk.PressAsync("katrin", "motion.open", data), StringComparison.Ordinal);
        var record = Assert.Single(await RunningAsync(talk));
        Assert.Equal(("Machen wir mit?", "Ein Stand *und* zwei Leute.", MotionKind.General), (record.Motion.Title, record.Motion.Text, record.Motion.Kind));
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "Machen wir mit?"));
        Assert.Equal(1, talk.HeardBy("amina", "Ihre Stimme ist gefragt."));
        talk.Hears("amina", "Wortlaut und Begründung: Ein Stand *und* zwei Leute.");
        talk.Hears("dao", "Kreissportbund Musterland hat in dieser Abstimmung kein Stimmrecht (Befangenheit).");
        Assert.Equal(0, talk.HeardBy("dao", "Ihre Stimme ist gefragt."));
        Assert.DoesNotContain("Ja", talk.Buttons(Talk.Personal("dao")));
        await talk.SaysAsync("dao", "Ja");
        talk.Hears("dao", "In dieser Abstimmung haben Sie kein Stimmrecht (Befangenheit).");
    }

    [Fact]
    public async Task Open_DeadlinePassesBetweenPreviewAndOpening_IsAskedAgain()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Abstimmung Beirat: Machen wir mit? bis heute 12 Uhr");
        await talk.AtAsync(2026, 11, 23, 12);
        var shown = await talk.PressesAsync("katrin", Open);
        Assert.Contains("Montag, 23. November 2026, 12:00 Uhr ist schon vorbei.", shown, StringComparison.Ordinal);
        Assert.Empty(await RunningAsync(talk));
    }

    [Fact]
    public async Task Open_InTheRoomOfACommittee_IsThatCommittees()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Abstimmung: Machen wir mit? bis Freitag", Talk.Board);
        talk.Shows(Talk.Board, "Abstimmung prüfen: Beirat");
    }

    [Theory]
    [InlineData("amina", "Das kann nur die Koordination: Katrin Vogel.")]
    [InlineData("fremd", "Das kann nur die Koordination: Katrin Vogel.")]
    public async Task Open_ByOthers_IsRefusedTypedAndPressed(string who, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", who);
        await talk.SaysAsync(who, "Abstimmung Beirat: Machen wir mit? bis Freitag");
        talk.Hears(who, said);
        await talk.SaysAsync("katrin", "Abstimmung Beirat: Machen wir mit? bis Freitag");
        var data = talk.DataOf("katrin", Open);
        data["title"] = "Machen wir mit?";
        foreach (var verb in new[] { "motion.open", "motion.preview", "motion.edit", "motion.dismiss" })
        {
            Assert.Equal(said, await talk.PressAsync(who, verb, data));
        }

        Assert.Empty(await RunningAsync(talk));
    }

    [Fact]
    public async Task Open_EditedBeforeAndAfterOpening_IsTakenAnewAndThenStands()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsAsync("m1", "katrin", "Abstimmung Beirat: Machen wir mit? bis Freitag");
        await talk.EditsAsync("m1", "katrin", "Abstimmung Beirat: Machen wir es? bis Freitag");
        Assert.Equal(1, talk.HeardBy("katrin", "Abstimmung prüfen"));
        talk.Hears("katrin", "Machen wir es?");
        await talk.PressesAsync("katrin", Open);
        await talk.EditsAsync("m1", "katrin", "Abstimmung Beirat: Machen wir das? bis Freitag");
        talk.Hears("katrin", "Die Abstimmung ist schon eröffnet, und dabei bleibt es: **Machen wir es?**.");
        Assert.Equal("Machen wir es?", Assert.Single(await RunningAsync(talk)).Motion.Title);
        await talk.SaysAsAsync("m2", "katrin", "Abstimmung Beirat: Noch etwas? bis Freitag");
        var stale = talk.DataOf("katrin", Open);
        await talk.DeletesAsync("m2", "katrin");
        talk.Shows(Talk.Personal("katrin"), "Die Nachricht wurde gelöscht, also ist nichts geschehen.");
        stale["title"] = "Noch etwas?";
        await talk.PressAsync("katrin", "motion.open", stale);
        Assert.Single(await RunningAsync(talk));
    }

    [Fact]
    public async Task Open_InEnglish_SpeaksEnglish()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Circular resolution board: Shall we spend 200 euros? until Friday 12:00");
        talk.Hears("katrin", "Check the ballot: Beirat");
        talk.Hears("katrin", "all entitled must agree. Silence, abstention or a no is no agreement");
        Assert.Contains("The ballot is open: **Shall we spend 200 euros?**. Entitled: 3.", await talk.PressesAsync("katrin", "Open the ballot"), StringComparison.Ordinal);
        talk.Hears("amina", "Shall we spend 200 euros?");
        Assert.Equal(BallotMode.Circular, Assert.Single(await RunningAsync(talk)).Ballot.Mode);
    }

    private static Task<IReadOnlyList<BallotRecord>> RunningAsync(Talk talk) =>
        talk.Get<BallotStore>().RunningAsync(Talk.Network, TestContext.Current.CancellationToken);
}
