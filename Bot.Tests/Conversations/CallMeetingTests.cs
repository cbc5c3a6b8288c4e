using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Meetings called by chat: what is understood, what is asked back, who may.</summary>
public class CallMeetingTests
{
    [Theory]
    [InlineData("Beirat am 14. Januar um 17 Uhr im Rathaus", "Beirat", "Donnerstag, 14. Januar 2027, 17:00 Uhr", "Rathaus")]
    [InlineData("beirat am 14.1. 17 uhr im rathaus", "Beirat", "Donnerstag, 14. Januar 2027, 17:00 Uhr", "rathaus")]
    [InlineData("Berat am 14. Janaur um 17 Uhr im Rathaus", "Beirat", "Donnerstag, 14. Januar 2027, 17:00 Uhr", "Rathaus")]
    [InlineData("Am 14.01.2027 um 17:00 Uhr tagt im Rathaus der Beirat", "Beirat", "Donnerstag, 14. Januar 2027, 17:00 Uhr", "Rathaus")]
    [InlineData("Bündnis-Sitzung am 12. Januar 18 Uhr online", "Plenum", "Dienstag, 12. Januar 2027, 18:00 Uhr", "online")]
    [InlineData("Buendnis-Sitzung am 12. Jaenner 18 Uhr online", "Plenum", "Dienstag, 12. Januar 2027, 18:00 Uhr", "online")]
    [InlineData("IKA am 20. Januar halb sieben abends", "IKA", "Mittwoch, 20. Januar 2027, 18:30 Uhr", "Volkshochschule, Raum 3")]
    [InlineData("Sitzung planen: Beirat am 14. Januar 17 Uhr", "Beirat", "Donnerstag, 14. Januar 2027, 17:00 Uhr", "Rathaus, Zimmer 12")]
    [InlineData("Beirat in zwei Wochen um 17 Uhr in der Volkshochschule, Raum 4", "Beirat", "Montag, 7. Dezember 2026, 17:00 Uhr", "Volkshochschule, Raum 4")]
    [InlineData("Beirat am 14. Januar um 17 Uhr im Rathaus, 2. Stock: Haushalt 2027", "Beirat", "Haushalt 2027", "Rathaus")]
    public async Task Call_InOneLine_ShowsWhatWasUnderstood(string line, string committee, string when, string where)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", "Einladung prüfen: " + committee);
        talk.Hears("katrin", when);
        talk.Hears("katrin", where);
        talk.Hears("katrin", "Die Ladungsfrist von");
        Assert.Contains("Einladen", talk.Buttons(Talk.Personal("katrin")));
        Assert.Empty(await talk.MeetingsAsync());
    }

    [Fact]
    public async Task Call_CommitteeAtTheEnd_LeavesNoArticleInThePlace()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Am 14.01.2027 um 17:00 Uhr tagt im Rathaus der Beirat");
        Assert.Equal("Rathaus", Assert.Single(await talk.MeetingsAsync()).Place);
    }

    [Fact]
    public async Task Call_PlenumNextTuesdayOnline_IsTooLateForAnOrdinaryInvitation()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Plenum nächsten Dienstag 18:30 online: Haushalt");
        talk.Hears("katrin", "Dienstag, 24. November 2026, 18:30 Uhr");
        talk.Hears("katrin", "online");
        talk.Hears("katrin", "Haushalt");
        talk.Hears("katrin", "Die Ladungsfrist von 14 Tagen ist nicht mehr zu halten; letzter Tag wäre Montag, 9. November 2026 gewesen.");
        Assert.DoesNotContain("Einladen", talk.Buttons(Talk.Personal("katrin")));

        Assert.Contains("Grund der Dringlichkeit", await talk.PressesAsync("katrin", "Als Sondersitzung einladen"), StringComparison.Ordinal);
        Assert.Empty(await talk.MeetingsAsync());
        await talk.PressesAsync("katrin", "Als Sondersitzung einladen", null, ("reason", "Haushaltssperre"));
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((MeetingKind.Urgent, "Haushaltssperre", "Haushalt"), (meeting.Kind, meeting.Reason, meeting.Topic));
        talk.Shows(Talk.Plenary, "Plenum (Sondersitzung): Dienstag, 24. November 2026, 18:30 Uhr");
        talk.Shows(Talk.Plenary, "Haushaltssperre");
        talk.Shows(Talk.Plenary, "1. Bestätigung der Dringlichkeit");
    }

    [Theory]
    [InlineData("Sondersitzung morgen 18 Uhr: Brandanschlag", "Plenum")]
    [InlineData("Sondersitzung Beirat morgen 18 Uhr: Brandanschlag", "Beirat")]
    [InlineData("Beirat Sondersitzung morgen um 18 Uhr: Brandanschlag", "Beirat")]
    public async Task Call_UrgentWithReason_TakesItFromTheLine(string line, string committee)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", "Einladung prüfen: " + committee);
        talk.Hears("katrin", "Dienstag, 24. November 2026, 18:00 Uhr");
        talk.Hears("katrin", "Brandanschlag");
        await talk.PressesAsync("katrin", "Als Sondersitzung einladen");
        Assert.Equal("Brandanschlag", Assert.Single(await talk.MeetingsAsync()).Reason);
    }

    [Theory]
    [InlineData("Beirat am 14. Januar", "Um wie viel Uhr?", "2027-01-14", "17:00")]
    [InlineData("Beirat um 17:30 Uhr", "An welchem Tag?", null, "17:30")]
    [InlineData("Beirat am 31.2. um 17 Uhr", "„31.2.“ gibt es im Kalender nicht.", null, "17:00")]
    [InlineData("Beirat am 14.1.2020 um 17 Uhr", "liegt in der Vergangenheit", null, "17:00")]
    [InlineData("Beirat gestern um 17 Uhr", "liegt in der Vergangenheit", null, "17:00")]
    [InlineData("Beirat am 14. Januar oder 15. Januar um 17 Uhr", "Da stehen mehrere Tage: Donnerstag, 14. Januar 2027 / Freitag, 15. Januar 2027.", null, "17:00")]
    [InlineData("Beirat am 14. Januar um 7", "ist nicht eindeutig. Welche Uhrzeit ist gemeint: 07:00 Uhr / 19:00 Uhr?", "2027-01-14", "19:00")]
    [InlineData("Beirat am Freitag, 14. Januar um 17 Uhr", "Wochentag und Datum passen nicht zusammen", null, "17:00")]
    [InlineData("Beirat am 28. März 2027 um 2:30 Uhr", "wegen der Zeitumstellung", "2027-03-28", null)]
    [InlineData("Vorstand am 14. Januar um 17 Uhr", "Um welches Gremium geht es?", "2027-01-14", "17:00")]
    [InlineData("Sitzung planen", "An welchem Tag?", null, null)]
    public async Task Call_SomethingMissingOrDoubtful_AsksWithOneCardFilledIn(string line, string question, string? day, string? start)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        Assert.Single(talk.Connector.In(Talk.Personal("katrin")));
        talk.Hears("katrin", "Sitzung planen");
        talk.Hears("katrin", question);
        var inputs = CardReading.Inputs(talk.Connector.In(Talk.Personal("katrin"))[^1].Content).ToDictionary(
            input => input.GetProperty("id").GetString()!, input => input.TryGetProperty("value", out var value) ? value.GetString() : null);
        Assert.Equal((day, start), (inputs["day"], inputs["start"]));
        Assert.Equal(line.Contains("Beirat", StringComparison.Ordinal) ? "beirat" : null, inputs["committee"]);
    }

    [Fact]
    public async Task Call_FormThenPreviewThenInvite_CallsTheMeeting()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat um 17:30 Uhr");
        var preview = await talk.PressesAsync("katrin", "Prüfen", null, ("day", "2027-01-14"), ("topic", "Klausur *2027*"));
        Assert.Contains("Donnerstag, 14. Januar 2027, 17:30 Uhr", preview, StringComparison.Ordinal);
        var form = await talk.PressesAsync("katrin", "Ändern");
        Assert.Contains("Sitzung planen", form, StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Prüfen", null, ("start", "16:30"));
        await talk.PressesAsync("katrin", "Einladen");
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((new LocalDate(2027, 1, 14), new LocalTime(16, 30), "Klausur *2027*", "Rathaus, Zimmer 12"), (meeting.Day, meeting.Start, meeting.Topic, meeting.Place));
    }

    [Theory]
    [InlineData("2020-01-14", "17:00", "Dienstag, 14. Januar 2020, 17:00 Uhr ist schon vorbei.")]
    [InlineData("2027-03-28", "02:30", "weil die Uhr vorgestellt wird")]
    [InlineData("31.02.2027", "17:00", "An welchem Tag?")]
    [InlineData("2027-01-14", "25:99", "Um wie viel Uhr?")]
    public async Task Preview_OfWhatCannotBe_SaysItOnTheForm(string day, string start, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Sitzung planen");
        var shown = await talk.PressesAsync("katrin", "Prüfen", null, ("committee", "beirat"), ("day", day), ("start", start));
        Assert.Contains(said, shown, StringComparison.Ordinal);
        Assert.Contains("Sitzung planen", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("einladen", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2027, 1, 6, 23, 59, "Einladen")]
    [InlineData(2027, 1, 7, 0, 0, "Als Sondersitzung einladen")]
    public async Task Call_AroundTheLastDayOfNotice_IsOrdinaryOrUrgent(int year, int month, int day, int hour, int minute, string button)
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.AtAsync(year, month, day, hour, minute);
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr");
        Assert.Contains(button, talk.Buttons(Talk.Personal("katrin")));
    }

    [Fact]
    public async Task Call_NoticeRunsOutBetweenPreviewAndInvite_AsksForTheReason()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.AtAsync(2027, 1, 6, 23, 59);
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr");
        var preview = talk.DataOf("katrin", "Einladen");
        await talk.AtAsync(2027, 1, 7, 0);
        var shown = await talk.PressAsync("katrin", "meeting.call", preview.DeepClone().AsObject());
        Assert.Contains("Die Ladungsfrist von 7 Tagen ist nicht mehr zu halten", shown, StringComparison.Ordinal);
        Assert.Empty(await talk.MeetingsAsync());
        preview["reason"] = "zu spät bemerkt";
        await talk.PressAsync("katrin", "meeting.call", preview);
        Assert.Equal(MeetingKind.Urgent, Assert.Single(await talk.MeetingsAsync()).Kind);
    }

    [Theory]
    [InlineData("bernd", "Beirat am 14. Januar um 17 Uhr im Rathaus")]
    [InlineData("samira", "Sitzung planen")]
    [InlineData("fremd", "Sondersitzung morgen 18 Uhr: Anlass")]
    [InlineData("bernd", "Beirat absagen: keine Lust")]
    public async Task Call_ByAnybodyElse_NamesTheCoordinator(string who, string line)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync(who, line);
        talk.Hears(who, "Das kann nur die Koordination: Katrin Vogel.");
        Assert.Empty(talk.Buttons(Talk.Personal(who)));
    }

    [Fact]
    public async Task Call_PreviewInTheGroupChatPressedBySomebodyElse_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "am 14. Januar um 17 Uhr im Rathaus", Talk.Board);
        talk.Shows(Talk.Board, "Einladung prüfen: Beirat");
        foreach (var button in new[] { "Einladen", "Ändern", "Verwerfen" })
        {
            Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressesAsync("bernd", button, Talk.Board));
        }

        Assert.Empty(await talk.MeetingsAsync());
        await talk.PressesAsync("katrin", "Einladen", Talk.Board);
        Assert.Single(await talk.MeetingsAsync());
    }

    [Fact]
    public async Task Call_Discarded_CallsNothing()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal("Verworfen. Es ist nichts geschehen.", await talk.PressesAsync("katrin", "Verwerfen"));
        Assert.Empty(await talk.MeetingsAsync());
    }

    [Fact]
    public async Task Call_LongAndHostileTexts_StayTextAndAreRefusedWhenTooLong()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus: **<at>alle</at>** [x](http://böse.example) {{DATE(2027)}}");
        await talk.PressesAsync("katrin", "Einladen");
        var raw = talk.Connector.In(Talk.Board)[^1].Content.GetRawText();
        Assert.DoesNotContain("**<at>", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](", raw, StringComparison.Ordinal);

        await talk.SaysAsync("katrin", "Beirat am 21. Januar um 17 Uhr: " + new string('ä', 201));
        talk.Hears("katrin", "Das ist zu lang: höchstens 200 Zeichen.");
        await talk.SaysAsync("katrin", "Beirat am 21. Januar um 17 Uhr: " + new string('ä', 200));
        Assert.Contains("Einladen", talk.Buttons(Talk.Personal("katrin")));
    }

    [Fact]
    public async Task Call_ForgedIdentities_AreAnsweredNotStumbledOver()
    {
        await using var talk = await Talk.StartAsync();
        foreach (var forged in new[] { "../x", "a/b", "a?b#c", "%2F", "\u0001", new string('x', 600), "ä", "|" })
        {
            Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("katrin", "meeting.cancel", new JsonObject { ["meeting"] = forged }), StringComparison.Ordinal);
            Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("katrin", "agenda.propose", new JsonObject { ["meeting"] = forged, ["itemTitle"] = "x" }), StringComparison.Ordinal);
            Assert.StartsWith("Diese Abstimmung gibt es nicht mehr.", await talk.PressAsync("amina", "ballot.vote", new JsonObject { ["ballot"] = forged, ["option"] = "Yes", ["voter"] = forged }), StringComparison.Ordinal);
            Assert.StartsWith("Diesen Antrag gibt es nicht mehr.", await talk.PressAsync("katrin", "admission.consult", new JsonObject { ["admission"] = forged }), StringComparison.Ordinal);
            Assert.Contains("Gremium", await talk.PressAsync("katrin", "meeting.call", new JsonObject { ["committee"] = forged, ["day"] = "2027-01-14", ["start"] = "17:00" }), StringComparison.Ordinal);
        }
    }
}
