using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Agenda items, typed and from the card.</summary>
public class CollectItemsTests
{
    [Theory]
    [InlineData("TOP: Stand Demokratiefest, 15 min", "Stand Demokratiefest", "Stand Demokratiefest (15 Min.)")]
    [InlineData("top stand demokratiefest (15 Minuten)", "stand demokratiefest", "stand demokratiefest (15 Min.)")]
    [InlineData("TOP Beirat: Stand Demokratiefest", "Stand Demokratiefest", "1. Stand Demokratiefest")]
    [InlineData("TOP für den Berat: Stand Demokratiefest", "Stand Demokratiefest", "1. Stand Demokratiefest")]
    [InlineData("TOP vorschlagen: Stand Demokratiefest 15'", "Stand Demokratiefest", "(15 Min.)")]
    [InlineData("Item: Festival, 15 minutes", "Festival", "Festival (15 Min.)")]
    [InlineData("TOP: 10 Jahre Bündnis", "10 Jahre Bündnis", "1. 10 Jahre Bündnis")]
    [InlineData("TOP: Frage\r\nmit\tUmbruch", "Frage mit Umbruch", "1. Frage mit Umbruch")]
    public async Task Propose_Typed_AddsTheItem(string line, string title, string shown)
    {
        await using var talk = await BoardMeetingAsync();
        await talk.SaysAsync("bernd", line);
        talk.Hears("bernd", $"Punkt 1 steht auf der Tagesordnung: **{title}**");
        talk.Hears("bernd", shown);
    }

    [Fact]
    public async Task Propose_UpdatesTheAnnouncementInPlace()
    {
        await using var talk = await BoardMeetingAsync();
        var room = talk.Connector.In(Talk.Board).Count;
        var hers = talk.Connector.In(Talk.Personal("amina")).Count;
        await talk.SaysAsync("bernd", "TOP: Stand Demokratiefest");
        await talk.SaysAsync("bernd", "TOP: Haushalt");
        Assert.Equal((room, hers), (talk.Connector.In(Talk.Board).Count, talk.Connector.In(Talk.Personal("amina")).Count));
        talk.Shows(Talk.Board, "1. Stand Demokratiefest\n2. Haushalt");
        talk.Hears("amina", "1. Stand Demokratiefest\n2. Haushalt");
    }

    [Fact]
    public async Task Propose_OnTheCardInTheRoom_AddsTheItem()
    {
        await using var talk = await BoardMeetingAsync();
        await talk.PressesAsync("bernd", "TOP vorschlagen", Talk.Board);
        var shown = await talk.PressesAsync("bernd", "Vorschlagen", Talk.Board, ("itemTitle", "Haushalt"), ("itemMinutes", "30"));
        Assert.Contains("Punkt 1 steht auf der Tagesordnung: **Haushalt**", shown, StringComparison.Ordinal);
        talk.Hears("amina", "1. Haushalt (30 Min.)");
    }

    [Fact]
    public async Task Propose_SeveralMeetings_AsksWhich()
    {
        await using var talk = await BoardMeetingAsync();
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        await talk.SaysAsync("bernd", "TOP: Haushalt, 20 min");
        talk.Hears("bernd", "Für welche Sitzung ist „Haushalt“?");
        Assert.Equal(["Plenum, Di, 12.01.2027", "Beirat, Do, 14.01.2027"], talk.Buttons(Talk.Personal("bernd")));
        Assert.Contains("1. Haushalt (20 Min.)", await talk.PressesAsync("bernd", "Plenum, Di, 12.01.2027"), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "TOP Plenum: Wahlen");
        talk.Hears("bernd", "Punkt 2 steht auf der Tagesordnung: **Wahlen**");
        await talk.SaysAsync("bernd", "TOP");
        talk.Hears("bernd", "TOP vorschlagen");
        var meeting = CardReading.Inputs(talk.Connector.In(Talk.Personal("bernd"))[^1].Content).First().GetProperty("choices")[1].GetProperty("value").GetString()!;
        var shown = await talk.PressesAsync("bernd", "Vorschlagen", null, ("meeting", meeting), ("itemTitle", "Klausur"));
        Assert.Contains("Beirat", shown, StringComparison.Ordinal);
        Assert.Contains("1. Klausur", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_WithoutTitle_ShowsTheForm()
    {
        await using var talk = await BoardMeetingAsync();
        foreach (var line in new[] { "TOP", "TOP:", "TOP vorschlagen", "TOP Beirat:" })
        {
            await talk.SaysAsync("bernd", line);
            talk.Hears("bernd", "Punkt vorschlagen – Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr");
        }
    }

    [Theory]
    [InlineData(2027, 1, 11, 23, 59, 59, true)]
    [InlineData(2027, 1, 12, 0, 0, 0, false)]
    public async Task Propose_AroundTheDeadline_IsAnUrgentMotionAfterwards(int year, int month, int day, int hour, int minute, int second, bool isTaken)
    {
        await using var talk = await BoardMeetingAsync();
        talk.Hears("amina", "Punkte können bis Montag, 11. Januar 2027, 23:59 Uhr vorgeschlagen werden");
        await talk.AtAsync(year, month, day, hour, minute, second);
        await talk.SaysAsync("bernd", "TOP: Haushalt");
        talk.Hears("bernd", isTaken ? "Punkt 1 steht auf der Tagesordnung" : "Die Frist ist vorbei, daher steht Punkt 1 als Dringlichkeitsantrag auf der Tagesordnung: **Haushalt**.");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task Propose_AroundTheLongestTitle_IsTakenOrRefused(int length, bool isTaken)
    {
        await using var talk = await BoardMeetingAsync();
        await talk.SaysAsync("bernd", "TOP: " + new string('ü', length));
        talk.Hears("bernd", isTaken ? "Punkt 1 steht auf der Tagesordnung" : "Das ist zu lang: höchstens 200 Zeichen.");
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("240", true)]
    [InlineData("241", false)]
    [InlineData("99999", false)]
    public async Task Propose_AroundTheMinutes_IsTakenOrRefused(string minutes, bool isTaken)
    {
        await using var talk = await BoardMeetingAsync();
        var said = isTaken ? "Punkt 1 steht auf der Tagesordnung" : "Die Dauer muss zwischen 1 und 240 Minuten liegen.";
        await talk.PressesAsync("amina", "TOP vorschlagen");
        var data = talk.DataOf("amina", "Vorschlagen");
        data["itemTitle"] = "Haushalt";
        data["itemMinutes"] = minutes;
        Assert.Contains(said, await talk.PressAsync("amina", "agenda.propose", data), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", $"TOP: Haushalt, {minutes} min");
        talk.Hears("bernd", said);
    }

    [Fact]
    public async Task Propose_EmptyOrNoNumberOnTheCard_IsRefused()
    {
        await using var talk = await BoardMeetingAsync();
        await talk.PressesAsync("amina", "TOP vorschlagen");
        var data = talk.DataOf("amina", "Vorschlagen");
        data["itemTitle"] = " \u0001\n ";
        Assert.Equal("Worum soll es bei dem Punkt gehen?", await talk.PressAsync("amina", "agenda.propose", data));
        data["itemTitle"] = "Haushalt";
        data["itemMinutes"] = "viel";
        Assert.Equal("Die Dauer muss zwischen 1 und 240 Minuten liegen.", await talk.PressAsync("amina", "agenda.propose", data));
    }

    [Fact]
    public async Task Propose_SameTitleAgain_StandsOnce()
    {
        await using var talk = await BoardMeetingAsync();
        await talk.SaysAsync("bernd", "TOP: Haushalt");
        await talk.SaysAsync("amina", "TOP: HAUSHALT");
        talk.Hears("amina", "Punkt 1 steht auf der Tagesordnung: **Haushalt**");
        await talk.SaysAsync("amina", "Tagesordnung");
        Assert.DoesNotContain("2. ", talk.LastFor("amina"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Propose_ManyAtOnce_GetDifferentNumbers(Store store)
    {
        await using var talk = await BoardMeetingAsync(store);
        talk.Settles = false;
        await Task.WhenAll(Enumerable.Range(1, 9).Select(number => talk.SaysAsync(number % 2 == 0 ? "amina" : "bernd", $"TOP: Punkt {(char)('A' + number)}")));
        await talk.SettleAsync();
        await talk.SaysAsync("amina", "Tagesordnung");
        var lines = talk.LastFor("amina").Split('\n').Where(line => line.Contains(". Punkt ", StringComparison.Ordinal)).ToList();
        Assert.Equal(Enumerable.Range(1, 9).Select(number => $"{number}"), lines.Select(line => line.Split('.')[0]));
        Assert.Equal(9, lines.Select(line => line.Split('.')[1]).Distinct().Count());
    }

    [Theory]
    [InlineData("samira")]
    [InlineData("fremd")]
    [InlineData("dao")]
    public async Task Propose_ByAnOutsider_IsRefused(string who)
    {
        await using var talk = await BoardMeetingAsync();
        await talk.SaysAsync(who, "TOP Beirat: Haushalt");
        talk.Hears(who, who == "dao" ? "Termine von „Beirat“ zeige ich nur Mitgliedern dieses Gremiums" : "Das ist nur für Mitglieder des Bündnisses.");
        await talk.PressesAsync("amina", "TOP vorschlagen");
        var data = talk.DataOf("amina", "Vorschlagen");
        data["itemTitle"] = "Haushalt";
        Assert.StartsWith(who == "fremd" ? Talk.ToStrangers : "Diese Sitzung gibt es nicht mehr.", await talk.PressAsync(who, "agenda.propose", data), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Tagesordnung");
        talk.Hears("amina", "Noch keine Punkte.");
    }

    [Fact]
    public async Task Propose_BoardCardPressedInThePlenary_TellsNothingThere()
    {
        await using var talk = await BoardMeetingAsync();
        await talk.PressesAsync("amina", "TOP vorschlagen");
        var data = talk.DataOf("amina", "Vorschlagen");
        data["itemTitle"] = "Haushalt";
        Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("amina", "agenda.propose", data, Talk.Plenary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_ForAnUrgentMeeting_CountsFromTwo()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Sondersitzung Beirat morgen 18 Uhr: Anlass");
        await talk.PressesAsync("katrin", "Als Sondersitzung einladen");
        await talk.SaysAsync("bernd", "TOP: Haushalt");
        talk.Hears("bernd", "Punkt 2 steht auf der Tagesordnung: **Haushalt**");
        talk.Hears("bernd", "1. Bestätigung der Dringlichkeit\n2. Haushalt");
    }

    [Fact]
    public async Task Propose_MarkupMentionsAndLinks_StayText()
    {
        await using var talk = await BoardMeetingAsync();
        await talk.SaysAsync("bernd", "TOP: **fett** <at>Katrin</at> [Klick](https://böse.example) <b>x</b> &amp; ${a} \u202Eumgedreht");
        var raw = talk.Connector.In(Talk.Board)[^1].Content.GetRawText();
        foreach (var markup in new[] { "**fett", "<at>", "[Klick](", "<b>", "${a", "\u202E" })
        {
            Assert.DoesNotContain(markup, raw, StringComparison.Ordinal);
        }

        talk.Shows(Talk.Board, "**fett**");
    }

    [Fact]
    public async Task Propose_FortyLongItems_StayOnACardThatTeamsTakes()
    {
        await using var talk = await BoardMeetingAsync();
        for (var number = 1; number <= 40; number++)
        {
            await talk.SaysAsync("bernd", $"TOP: {number:00} " + string.Concat(Enumerable.Repeat("*\"ü", 65)) + ", 240 min");
            talk.Hears("bernd", $"Punkt {number} steht auf der Tagesordnung");
        }

        await talk.SaysAsync("bernd", "TOP: einer zu viel");
        talk.Hears("bernd", "Die Tagesordnung ist voll: mehr als 40 Punkte gehen nicht.");
    }

    private static async Task<Talk> BoardMeetingAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        return talk;
    }
}
