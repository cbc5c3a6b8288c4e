using System;
using System.Threading.Tasks;
using Bot.Tests.Platform.Activities;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>One meeting as a calendar file: by the button on its card, and typed.</summary>
public class MeetingFileTests
{
    private const string Meeting = "Beirat am 14. Januar um 17 Uhr im Rathaus";

    [Fact]
    public async Task Button_OnTheCard_OffersTheMeetingAndHandsItOver()
    {
        await using var drive = await LoopbackServer.StartAsync(201, "{}");
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync(Meeting);
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr");
        var button = talk.DataOf("amina", "In den Kalender");
        Assert.Equal("Die Kalenderdatei steht unten bereit.", await talk.PressesAsync("amina", "In den Kalender"));
        var offered = FileTests.Attachment(talk, "amina");
        Assert.Equal("sitzung-2027-03-11.ics", offered.GetProperty("name").GetString());
        await talk.SaysAsync("amina", "Kalenderdatei Beirat");
        offered = FileTests.Attachment(talk, "amina");
        Assert.Equal("sitzung-2027-01-14.ics", offered.GetProperty("name").GetString());
        await FileTests.AnswerAsync(talk, "amina", "accept", offered, drive.Url + "/upload");
        var file = drive.Single.Body;
        Assert.Contains("DTSTART;TZID=Europe/Berlin:20270114T170000", file, StringComparison.Ordinal);
        Assert.DoesNotContain("20270311", file, StringComparison.Ordinal);
        Assert.Contains("METHOD:PUBLISH", file, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Rathaus", file, StringComparison.Ordinal);
        Assert.NotNull(button["meeting"]);
    }

    [Fact]
    public async Task File_OfAMeetingOfOthersOrOfNone_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("amina", "Kalenderdatei Beirat");
        talk.Hears("amina", "Für „Beirat“ ist keine Sitzung geplant, die in einen Kalender könnte.");
        await talk.CallsAsync(Meeting);
        var button = talk.DataOf("amina", "In den Kalender");
        await talk.SaysAsync("dao", "Kalenderdatei Beirat");
        talk.Hears("dao", "Beirat");
        Assert.DoesNotContain("2027", talk.LastFor("dao"), StringComparison.Ordinal);
        foreach (var who in new[] { "dao", "fremd" })
        {
            Assert.Contains("Mitglieder", await talk.PressAsync(who, "calendar.meeting", button.DeepClone().AsObject()), StringComparison.Ordinal);
        }

        Assert.Contains("nur im Einzelchat: Schreiben Sie mir dort „Kalenderdatei Beirat“", await talk.PressAsync("amina", "calendar.meeting", button.DeepClone().AsObject(), Talk.Board), StringComparison.Ordinal);
        button["meeting"] = "gibt-es-nicht";
        Assert.Contains("Mitglieder", await talk.PressAsync("amina", "calendar.meeting", button), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Kalenderdatei Beirat", Talk.Board);
        talk.Shows(Talk.Board, "nur im Einzelchat");
    }

    [Fact]
    public async Task File_InEnglish_IsOffered()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync(Meeting);
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "calendar file board");
        Assert.Equal("meeting-2027-01-14.ics", FileTests.Attachment(talk, "amina").GetProperty("name").GetString());
    }
}
