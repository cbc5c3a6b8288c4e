using System;
using System.Linq;
using System.Threading.Tasks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Days and times that could be meant in several ways: asked back on one card, with a button for each answer, and the same answer typed.</summary>
public class AskBackTests
{
    [Fact]
    public async Task Call_MorningOrEvening_IsAnsweredWithAButton()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um halb sieben im Rathaus: Haushalt");
        talk.Hears("katrin", "„halb sieben“ ist nicht eindeutig. Welche Uhrzeit ist gemeint: 06:30 Uhr / 18:30 Uhr?");
        talk.Hears("katrin", "Statt „halb sieben“ können Sie auch schreiben: 18:30 Uhr.");
        Assert.Equal(["06:30 Uhr", "18:30 Uhr"], talk.Buttons(Talk.Personal("katrin")).Take(2));

        Assert.Contains("Donnerstag, 14. Januar 2027, 18:30 Uhr", await talk.PressesAsync("katrin", "18:30 Uhr"), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Einladen");
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((new LocalDate(2027, 1, 14), new LocalTime(18, 30), "Rathaus", "Haushalt"), (meeting.Day, meeting.Start, meeting.Place, meeting.Topic));
    }

    [Theory]
    [InlineData("07:00 Uhr", 7, 9)]
    [InlineData("19:00 Uhr", 19, 21)]
    public async Task Call_MorningOrEveningOfARange_KeepsItsEnd(string button, int start, int end)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar von 7 bis 9 im Rathaus");
        await talk.PressesAsync("katrin", button);
        await talk.PressesAsync("katrin", "Einladen");
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((new LocalTime(start, 0), new LocalTime(end, 0)), (meeting.Start, meeting.End));
    }

    [Theory]
    [InlineData("Beirat am 14. Januar um halb sieben", "Beirat am 14. Januar um 18:30 Uhr", "Donnerstag, 14. Januar 2027, 18:30 Uhr")]
    [InlineData("Beirat am Dienstag, 14. Januar um 17 Uhr", "Beirat am 14.01.2027 um 17 Uhr", "Donnerstag, 14. Januar 2027, 17:00 Uhr")]
    [InlineData("Beirat nach den Winterferien um 17 Uhr", "Beirat am 23.02.2027 um 17 Uhr", "Dienstag, 23. Februar 2027, 17:00 Uhr")]
    [InlineData("Beirat KW 12 um 17 Uhr", "Beirat Dienstag KW 12 um 17 Uhr", "Dienstag, 23. März 2027, 17:00 Uhr")]
    [InlineData("Beirat und IKA am 14. Januar um 17 Uhr", "IKA am 14. Januar um 17 Uhr", "Einladung prüfen: IKA")]
    public async Task Call_WhatIsAsked_IsAnsweredByTyping(string doubtful, string clear, string understood)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", doubtful);
        talk.Hears("katrin", "Sitzung planen");
        Assert.DoesNotContain("Einladen", talk.Buttons(Talk.Personal("katrin")));
        await talk.SaysAsync("katrin", clear);
        talk.Hears("katrin", understood);
        Assert.Contains("Einladen", talk.Buttons(Talk.Personal("katrin")));
    }

    [Theory]
    [InlineData("Beirat am Dienstag, 14. Januar um 17 Uhr", "Do, 14.01.2027", "Donnerstag, 14. Januar 2027, 17:00 Uhr")]
    [InlineData("Beirat am Dienstag, 14. Januar um 17 Uhr", "Di, 12.01.2027", "Dienstag, 12. Januar 2027, 17:00 Uhr")]
    [InlineData("Beirat am 14.1.2026 um 17 Uhr", "Do, 14.01.2027", "Donnerstag, 14. Januar 2027, 17:00 Uhr")]
    [InlineData("Beirat Montag nach Ostern um 17 Uhr", "Mo, 05.04.2027", "Montag, 5. April 2027, 17:00 Uhr")]
    [InlineData("Beirat Dienstag Ende Januar um 17 Uhr", "Di, 26.01.2027", "Dienstag, 26. Januar 2027, 17:00 Uhr")]
    [InlineData("Beirat am 14.1.2030 um 17 Uhr", "Mo, 14.01.2030", "Montag, 14. Januar 2030, 17:00 Uhr")]
    public async Task Call_SeveralDays_AreAnsweredWithAButton(string line, string button, string understood)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        Assert.Contains(understood, await talk.PressesAsync("katrin", button), StringComparison.Ordinal);
        Assert.Empty(await talk.MeetingsAsync());
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Single(await talk.MeetingsAsync());
    }

    [Fact]
    public async Task Call_SeveralCommittees_IsAskedWhich()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat und IKA am 14. Januar um 17 Uhr");
        talk.Hears("katrin", "Da stehen mehrere Gremien: Beirat, IKA.");
        Assert.Equal(["Beirat", "IKA"], talk.Buttons(Talk.Personal("katrin")).Take(2));
        Assert.Contains("Einladung prüfen: IKA", await talk.PressesAsync("katrin", "IKA"), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Equal("ika", Assert.Single(await talk.MeetingsAsync()).Committee.Value);
    }

    [Fact]
    public async Task Call_HalfSixInEnglish_OffersThreeLikelyTimes()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Board on Thursday after Easter at half six");
        talk.Hears("katrin", "“half six” is not clear");
        Assert.Equal(3, talk.Buttons(Talk.Personal("katrin")).Count(button => button.EndsWith(":30", StringComparison.Ordinal)));
        Assert.Contains("Thursday, 1 April 2027, 18:30", await talk.PressesAsync("katrin", "18:30"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Beirat am 14. Januar von 17 bis 19 Uhr", "17:00 Uhr bis 19:00 Uhr")]
    [InlineData("Beirat am 14. Januar um 17 Uhr, 90 min", "17:00 Uhr bis 18:30 Uhr")]
    [InlineData("Beirat am 14. Januar um 22 Uhr für drei Stunden", "22:00 Uhr bis 01:00 Uhr")]
    public async Task Call_WithItsEnd_ShowsAndKeepsIt(string line, string shown)
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("amina");
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", shown);
        await talk.PressesAsync("katrin", "Ändern");
        await talk.PressesAsync("katrin", "Prüfen");
        talk.Hears("katrin", shown);
        await talk.PressesAsync("katrin", "Einladen");
        talk.Hears("amina", shown);
        Assert.NotNull(Assert.Single(await talk.MeetingsAsync()).End);
    }

    [Theory]
    [InlineData("31.2.", "„31.2.“ gibt es im Kalender nicht.")]
    [InlineData("29.2.2027", "„29.2.2027“ gibt es im Kalender nicht.")]
    [InlineData("Dienstag KW 54", "gibt es im Kalender nicht.")]
    public async Task Call_DayThatIsNone_OffersNoButtonForIt(string day, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", $"Beirat am {day} um 17 Uhr");
        talk.Hears("katrin", said);
        Assert.Equal(["Prüfen"], talk.Buttons(Talk.Personal("katrin")));
    }

    [Fact]
    public async Task Call_HourThatComesTwice_IsAskedAndMeansTheFirst()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 31.10.2027 um 2:30 Uhr");
        talk.Hears("katrin", "zuerst in Sommerzeit, eine Stunde später in Winterzeit. Ist das erste Mal gemeint?");
        await talk.PressesAsync("katrin", "02:30 Uhr");
        await talk.PressesAsync("katrin", "Einladen");
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal(Instant.FromUtc(2027, 10, 31, 0, 30), meeting.StartsAt(DateTimeZoneProviders.Tzdb["Europe/Berlin"]));
    }

    [Fact]
    public async Task Motion_DeadlineInDoubt_IsAnsweredWithAButton()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Abstimmung Plenum: Sollen wir das Fest verlegen? bis Dienstag, 16. Dezember 12 Uhr");
        talk.Hears("katrin", "Wochentag und Datum passen nicht zusammen");
        Assert.Contains("Mittwoch, 16. Dezember 2026, 12:00 Uhr", await talk.PressesAsync("katrin", "Mi, 16.12.2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_EndInDoubt_IsAnsweredWithAButton()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Umfrage Beirat: Welche Farbe? Rot, Grün bis 4. Dezember um 7");
        talk.Hears("katrin", "Bis wann? „7“ ist nicht eindeutig.");
        Assert.Contains("Freitag, 4. Dezember 2026, 19:00 Uhr", await talk.PressesAsync("katrin", "19:00 Uhr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Election_DeadlineInDoubt_IsAsked()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Wahl: Beirat: 2 Sitze, Vorschläge bis Ende Januar, Wahl bis 31.2.");
        talk.Hears("katrin", "„Ende Januar“ ist kein bestimmter Tag.");
        talk.Hears("katrin", "„31.2.“ gibt es im Kalender nicht.");
    }

    [Fact]
    public async Task Rule_FirstDayInDoubt_IsAskedAndTheRuleKept()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Regel Plenum Aufnahme: Zweidrittel der abgegebenen Ja- und Nein-Stimmen ab Ende Januar");
        talk.Hears("katrin", "„Ende Januar“ ist kein bestimmter Tag.");
        talk.Hears("katrin", "zwei Drittel");
    }

    [Fact]
    public async Task Picked_ForgedDay_CountsAsMissing()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um halb sieben");
        var data = talk.DataOf("katrin", "18:30 Uhr");
        data["pickedTime"] = "25:99";
        data["pickedDay"] = "31.02.2027";
        Assert.Contains("Sitzung planen", await talk.PressAsync("katrin", "meeting.preview", data), StringComparison.Ordinal);
        Assert.Contains("Das kann nur die Koordination", await talk.PressAsync("bernd", "meeting.preview", data), StringComparison.Ordinal);
    }
}
