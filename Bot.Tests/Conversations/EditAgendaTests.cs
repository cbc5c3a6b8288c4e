using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Agendas as they are arranged: typed and pressed, in order, with clock times, and by several at once.</summary>
public class EditAgendaTests
{
    /// <summary>"TOP 5 nach Ostern" is a title; "TOP 2 nach dem Haushalt" asks back where both are on the agenda.</summary>
    [Fact]
    public async Task Beside_WhatIsNoPosition_IsATitle_AndAnItemsNameIsAskedBack()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "TOP: Haushalt");
        await talk.SaysAsync("katrin", "TOP 5 nach Ostern");
        talk.Hears("katrin", "Punkt 2 steht auf der Tagesordnung: **5 nach Ostern**");
        await talk.SaysAsync("katrin", "TOP 2 vor dem Haushalt");
        talk.Hears("katrin", "TOP 2 vor TOP 1");
        await talk.SaysAsync("katrin", "TOP 7 nach Haushalt"); // there is no item 7
        talk.Hears("katrin", "Punkt 3 steht auf der Tagesordnung: **7 nach Haushalt**");
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Item 3 before the Haushalt");
        talk.Hears("katrin", "Item 3 before item 1");
        await talk.SaysAsync("katrin", "Item 3 before item 1");
        talk.Shows(Talk.Board, "1. 7 nach Haushalt\n2. Haushalt\n3. 5 nach Ostern");
    }

    [Fact]
    public async Task Edit_Typed_ShowsTheNewOrder()
    {
        await using var talk = await BoardAgendaAsync();
        await talk.SaysAsync("katrin", "TOP 3 nach oben");
        talk.Hears("katrin", "**Cafe** ist jetzt Punkt 2.");
        Assert.Equal("Aula Cafe Bus Demo", await OrderAsync(talk));
        await talk.SaysAsync("katrin", "TOP 4 vor TOP 1");
        Assert.Equal("Demo Aula Cafe Bus", await OrderAsync(talk));
        await talk.SaysAsync("katrin", "TOP 1 ans Ende");
        Assert.Equal("Aula Cafe Bus Demo", await OrderAsync(talk));
        await talk.SaysAsync("katrin", "TOP 1 nach oben");
        Assert.Equal("Aula Cafe Bus Demo", await OrderAsync(talk));
        await talk.SaysAsync("katrin", "TOP 9 nach oben");
        talk.Hears("katrin", "Diesen Punkt gibt es auf der Tagesordnung nicht.");
        talk.Shows(Talk.Board, "1. Aula\n2. Cafe\n3. Bus\n4. Demo");
    }

    [Fact]
    public async Task Edit_InEnglish_IsUnderstoodAndAnswered()
    {
        await using var talk = await BoardAgendaAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "move item 3 up");
        talk.Hears("katrin", "**Cafe** is now item 2.");
        await talk.SaysAsync("katrin", "Item 2 presented by Anna Berg");
        talk.Hears("katrin", "2. Cafe · presented by Anna Berg");
        await talk.SaysAsync("katrin", "withdraw item 2");
        talk.Hears("katrin", "Shall **Cafe** be taken off the agenda?");
        Assert.Contains("**Cafe** is no longer on the agenda.", await talk.PressesAsync("katrin", "Yes, withdraw it"), StringComparison.Ordinal);
        Assert.Equal("Aula Bus Demo", await OrderAsync(talk));
    }

    [Fact]
    public async Task Edit_WithMinutes_ShowsClockTimesAndWarnsWhenItDoesNotFit()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar von 18 bis 19 Uhr im Rathaus");
        await talk.SaysAsync("bernd", "TOP: Haushalt, 5 min");
        await talk.SaysAsync("bernd", "TOP: Demokratiefest");
        await talk.SaysAsync("katrin", "TOP 2 15 min");
        talk.Hears("katrin", "1. Haushalt (5 Min.) · 18:00–18:05");
        talk.Hears("katrin", "2. Demokratiefest (15 Min.) · 18:05–18:20");
        talk.Hears("katrin", "Zusammen 20 Minuten, bis 18:20 Uhr.");
        await talk.SaysAsync("katrin", "TOP 2 dauert 56 Minuten");
        talk.Hears("katrin", "Das passt nicht: Die Punkte dauern 61 Minuten, bis zum Ende um 19:00 Uhr sind es 60.");
        talk.Shows(Talk.Board, "Das passt nicht");
        await talk.SaysAsync("katrin", "TOP 1 ohne Dauer");
        talk.Hears("katrin", "Zusammen 56 Minuten; Punkte ohne Dauer: 1.");
        await talk.SaysAsync("katrin", "TOP 1 241 min");
        talk.Hears("katrin", "Die Dauer muss zwischen 1 und 240 Minuten liegen.");
    }

    [Fact]
    public async Task Edit_WithButtons_DoesTheSame()
    {
        await using var talk = await BoardAgendaAsync();
        await talk.SaysAsync("katrin", "Tagesordnung bearbeiten");
        talk.Hears("katrin", "Tagesordnung bearbeiten – Beirat");
        var down = talk.DataOf("katrin", "1 nach unten");
        Assert.Contains("**Aula** ist jetzt Punkt 2.", await talk.PressesAsync("katrin", "1 nach unten"), StringComparison.Ordinal);
        await talk.PressAsync("katrin", "agenda.change", down);
        Assert.Equal("Bus Aula Cafe Demo", await OrderAsync(talk));
        Assert.Contains("Punkt 3: Cafe", await talk.PressesAsync("katrin", "3 ändern"), StringComparison.Ordinal);
        Assert.Contains("Die Dauer muss", await talk.PressesAsync("katrin", "Speichern", null, ("minutes", "0")), StringComparison.Ordinal);
        Assert.Contains("So heißt schon Punkt 1.", await talk.PressesAsync("katrin", "Speichern", null, ("title", "bus"), ("minutes", "10")), StringComparison.Ordinal);
        var saved = await talk.PressesAsync("katrin", "Speichern", null, ("title", "Café am Markt"), ("minutes", "10"), ("presenter", "Anna"));
        Assert.Contains("3. Café am Markt (10 Min.) · Vortrag: Anna", saved, StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "3 ändern");
        Assert.Contains("Soll **Café am Markt** von der Tagesordnung", await talk.PressesAsync("katrin", "Zurückziehen"), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Zur Tagesordnung");
        Assert.Equal("Bus Aula Café am Markt Demo", await OrderAsync(talk));
        await talk.PressesAsync("katrin", "3 ändern");
        await talk.PressesAsync("katrin", "Zurückziehen");
        await talk.PressesAsync("katrin", "Ja, zurückziehen");
        Assert.Equal("Bus Aula Demo", await OrderAsync(talk));
    }

    [Fact]
    public async Task Edit_ByWhoProposed_IsTheirOwnItemOnly()
    {
        await using var talk = await BoardAgendaAsync();
        await talk.SaysAsync("amina", "TOP: Eigenes");
        await talk.SaysAsync("amina", "TOP 5 umbenennen: Mein Punkt");
        talk.Hears("amina", "Punkt 5 ist geändert: **Mein Punkt**");
        foreach (var line in new[] { "TOP 5 nach oben", "TOP 1 zurückziehen", "TOP 1 10 min", "TOP 1 an das Plenum verweisen" })
        {
            await talk.SaysAsync("amina", line);
            talk.Hears("amina", "Das darf nur, wer die Sitzung leitet");
        }

        await talk.SaysAsync("amina", "TOP 5 zurückziehen");
        await talk.PressesAsync("amina", "Ja, zurückziehen");
        Assert.Equal("Aula Bus Cafe Demo", await OrderAsync(talk));
    }

    [Fact]
    public async Task Edit_ByTheChair_IsAllowedForThatMeetingOnly()
    {
        await using var talk = await BoardAgendaAsync();
        await talk.AtAsync(2027, 1, 14, 16, 30);
        await talk.SaysAsync("clara", "TOP 2 nach oben");
        talk.Hears("clara", "Das darf nur, wer die Sitzung leitet");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Clara Neumann");
        await talk.SaysAsync("clara", "TOP 2 nach oben");
        Assert.Equal("Bus Aula Cafe Demo", await OrderAsync(talk));
    }

    [Theory]
    [InlineData("dao")]
    [InlineData("fremd")]
    public async Task Edit_ByAnOutsiderOrElsewhere_TellsNothing(string who)
    {
        await using var talk = await BoardAgendaAsync();
        await talk.SaysAsync(who, "TOP 1 im Beirat nach unten");
        Assert.DoesNotContain("Aula", talk.LastFor(who), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Tagesordnung bearbeiten");
        var data = talk.DataOf("katrin", "1 nach unten");
        var edit = talk.DataOf("katrin", "1 ändern");
        foreach (var (verb, carried) in new[] { ("agenda.change", data), ("agenda.item", edit), ("agenda.edit", edit), ("agenda.item.save", edit) })
        {
            Assert.StartsWith(who == "fremd" ? Talk.ToStrangers : "Diese Sitzung gibt es nicht mehr.", await talk.PressAsync(who, verb, carried), StringComparison.Ordinal);
            Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("katrin", verb, carried, Talk.Plenary), StringComparison.Ordinal);
        }

        Assert.Equal("Aula Bus Cafe Demo", await OrderAsync(talk));
    }

    [Fact]
    public async Task Edit_SeveralAgendas_AsksWhichAndDoesItThere()
    {
        await using var talk = await BoardAgendaAsync();
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        await talk.SaysAsync("katrin", "TOP Plenum: Erstes");
        await talk.SaysAsync("katrin", "TOP Plenum: Zweites");
        await talk.SaysAsync("katrin", "TOP 2 nach oben");
        talk.Hears("katrin", "Welche Tagesordnung ist gemeint?");
        Assert.Contains("**Zweites** ist jetzt Punkt 1.", await talk.PressesAsync("katrin", "Plenum, Di, 12.01.2027"), StringComparison.Ordinal);
        Assert.Equal("Aula Bus Cafe Demo", await OrderAsync(talk));
        await talk.SaysAsync("katrin", "TOP 2 im Beirat nach oben");
        Assert.Equal("Bus Aula Cafe Demo", await OrderAsync(talk));
        await talk.SaysAsync("katrin", "TOP 1 ans Ende", Talk.Board);
        Assert.Equal("Aula Cafe Demo Bus", await OrderAsync(talk));
    }

    [Fact]
    public async Task Edit_AfterTheMeeting_ChangesNothingMore()
    {
        await using var talk = await BoardAgendaAsync();
        await talk.SaysAsync("katrin", "Tagesordnung bearbeiten");
        var data = talk.DataOf("katrin", "1 nach unten");
        await talk.AtAsync(2027, 1, 15, 0, 0, 1);
        Assert.StartsWith("Die Sitzung vom Donnerstag, 14. Januar 2027 ist vorbei", await talk.PressAsync("katrin", "agenda.change", data), StringComparison.Ordinal);
        Assert.Equal("Aula Bus Cafe Demo", await OrderAsync(talk));
    }

    [Fact]
    public async Task UrgentMotion_AfterTheDeadline_IsMarkedAndTakenUpOrNot()
    {
        await using var talk = await BoardAgendaAsync();
        await talk.AtAsync(2027, 1, 13, 12);
        await talk.SaysAsync("amina", "TOP: Eilantrag");
        talk.Hears("amina", "Die Frist ist vorbei, daher steht Punkt 5 als Dringlichkeitsantrag auf der Tagesordnung: **Eilantrag**.");
        talk.Shows(Talk.Board, "5. Eilantrag · Dringlichkeitsantrag, über die Aufnahme entscheidet die Sitzung");
        await talk.SaysAsync("katrin", "TOP 1 aufnehmen");
        talk.Hears("katrin", "Das ist kein Dringlichkeitsantrag");
        await talk.SaysAsync("amina", "TOP 5 aufnehmen");
        talk.Hears("amina", "Das darf nur, wer die Sitzung leitet");
        await talk.AtAsync(2027, 1, 14, 17, 30);
        await talk.SaysAsync("katrin", "TOP 5 aufnehmen");
        talk.Hears("katrin", "5. Eilantrag · Dringlichkeitsantrag, aufgenommen");
        await talk.SaysAsync("katrin", "TOP 5 nicht aufnehmen");
        talk.Hears("katrin", "5. Eilantrag · Dringlichkeitsantrag, nicht aufgenommen");
        await talk.SaysAsync("bernd", "TOP: Noch einer");
        talk.Hears("bernd", "als Dringlichkeitsantrag auf der Tagesordnung: **Noch einer**");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Edit_ManyAtOnceInTwoInstances_LosesNoItem(Store store)
    {
        await using var talk = await BoardAgendaAsync(store);
        talk.Settles = false;
        string[] lines =
        [
            "TOP 4 vor TOP 1", "TOP 1 ans Ende", "TOP 2 10 min", "TOP 3 Vortrag: Anna", "TOP: Esel", "TOP: Fest", "TOP 2 an den Anfang", "TOP 3 vertraulich", "TOP 1 nach TOP 3",
        ];
        await Task.WhenAll(lines.Select(line => talk.SaysAsync("katrin", line)));
        await talk.SettleAsync();
        Assert.Equal(["Aula", "Bus", "Cafe", "Demo", "Esel", "Fest"], (await OrderAsync(talk)).Split(' ').Order(StringComparer.Ordinal));
        var agenda = await AgendaAsync(talk);
        Assert.Equal(Enumerable.Range(1, 6), agenda.Items.Select(agenda.PlaceOf));
        Assert.Equal(6, agenda.Items.Select(item => item.Number).Distinct().Count());
        Assert.Single(agenda.Items, item => item.Minutes == 10);
        Assert.Single(agenda.Items, item => item.Presenter == "Anna");
        Assert.Single(agenda.Items, item => item.IsConfidential);
    }

    private static async Task<Talk> BoardAgendaAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        foreach (var title in new[] { "Aula", "Bus", "Cafe", "Demo" })
        {
            await talk.SaysAsync("bernd", "TOP: " + title);
        }

        return talk;
    }

    private static async Task<Bot.Domain.Agendas.Agenda> AgendaAsync(Talk talk) => await talk.Get<AgendaStore>().OfAsync(
        Talk.Network, (await talk.MeetingsAsync()).First(meeting => meeting.Committee.Value == "beirat"), TestContext.Current.CancellationToken);

    private static async Task<string> OrderAsync(Talk talk) => string.Join(' ', (await AgendaAsync(talk)).Items.Select(item => item.Title));
}
