using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Meetings that will not take place.</summary>
public class CancelMeetingTests
{
    [Fact]
    public async Task Cancel_ByChat_TellsThoseWhoWereToldOnceAndFreesTheDay()
    {
        await using var talk = await Talk.StartAsync();
        talk.Connector.NotInstalled.Add("29:clara");
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat absagen: zu viele krank");
        talk.Hears("katrin", "Soll diese Sitzung abgesagt werden? Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr");
        var button = talk.DataOf("katrin", "Sitzung absagen");
        Assert.Contains("Abgesagt: **Beirat", await talk.PressesAsync("katrin", "Sitzung absagen"), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "Diese Sitzung fällt aus: **Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr**");
        talk.Shows(Talk.Board, "zu viele krank");
        talk.Hears("amina", "Diese Sitzung fällt aus");

        Assert.Contains("Abgesagt: **Beirat", await talk.PressAsync("katrin", "meeting.cancel", button), StringComparison.Ordinal);
        await talk.AtAsync(2027, 1, 13, 12);
        Assert.Equal(1, talk.CountOf(Talk.Board, "fällt aus"));
        Assert.Equal(1, talk.HeardBy("amina", "fällt aus"));
        Assert.Equal(0, talk.HeardBy("clara", "fällt aus"));
        Assert.Equal(0, talk.HeardBy("dao", "fällt aus"));
        Assert.Equal(0, talk.CountOf(Talk.Board, "Erinnerung"));

        await talk.SaysAsync("bernd", "nächster Beirat?");
        talk.Hears("bernd", "Für „Beirat“ ist noch keine Sitzung geplant.");
    }

    [Fact]
    public async Task Cancel_OpenedBeforeItsTime_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, 16, 30);
        await talk.SaysAsync("katrin", "Beirat absagen");
        var button = talk.DataOf("katrin", "Sitzung absagen");
        await talk.SaysAsync("katrin", "Sitzung eröffnen");
        Assert.Equal(
            "Die Sitzung am Donnerstag, 14. Januar 2027 ist schon eröffnet und kann nicht mehr abgesagt werden.", await talk.PressAsync("katrin", "meeting.cancel", button));
        Assert.Equal(MeetingState.InSession, Assert.Single(await talk.MeetingsAsync()).State);
    }

    [Fact]
    public async Task Cancel_AnotherWasClosedBeforeItsTime_MeansTheOneThatIsAhead()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr in der VHS");
        await talk.AtAsync(2027, 1, 14, 16, 15);
        await talk.SaysAsync("katrin", "Sitzung eröffnen");
        await talk.SaysAsync("katrin", "Sitzung schließen: ja");

        await talk.SaysAsync("amina", "nächster Beirat?");
        talk.Hears("amina", "11. März 2027");
        await talk.SaysAsync("amina", "TOP: Neuer Punkt");
        talk.Hears("amina", "Neuer Punkt");
        await talk.SaysAsync("amina", "Kalenderdatei Beirat");
        Assert.Equal("sitzung-2027-03-11.ics", FileTests.Attachment(talk, "amina").GetProperty("name").GetString());
        await talk.SaysAsync("katrin", "Beirat absagen");
        talk.Hears("katrin", "Soll diese Sitzung abgesagt werden? Beirat: Donnerstag, 11. März 2027, 17:00 Uhr");
    }

    [Fact]
    public async Task Cancel_Done_FreesTheDay()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal(MeetingState.Invited, Assert.Single(await talk.MeetingsAsync()).State);
    }

    [Fact]
    public async Task Cancel_SomebodyLeftTheBoardAfterBeingInvited_IsStillTold()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "clara");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.LeavesTheBoardAsync("clara");
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        talk.Hears("clara", "Diese Sitzung fällt aus");
    }

    [Fact]
    public async Task Cancel_SeveralMeetings_AsksWhichOnOneCard()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        await talk.SaysAsync("katrin", "Sitzung absagen: Sturm");
        talk.Hears("katrin", "Welche Sitzung soll abgesagt werden?");
        var plenary = (await talk.MeetingsAsync())[0];
        Assert.Equal("plenum", plenary.Committee.Value);
        Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressesAsync("katrin", "Sitzung absagen"), StringComparison.Ordinal);
        Assert.Contains("Abgesagt: **Plenum", await talk.PressesAsync("katrin", "Sitzung absagen", null, ("meeting", plenary.Id.Value)), StringComparison.Ordinal);
        Assert.Equal("beirat", Assert.Single(await talk.MeetingsAsync()).Committee.Value);
    }

    [Fact]
    public async Task Cancel_PressedByAMemberOrAfterTheBeginning_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat absagen");
        var data = talk.DataOf("katrin", "Sitzung absagen");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("bernd", "meeting.cancel", data.DeepClone().AsObject()));
        talk.Time.SetBerlin(2027, 1, 14, 17);
        Assert.Contains("ist schon vorbei", await talk.PressAsync("katrin", "meeting.cancel", data), StringComparison.Ordinal);
        Assert.Equal(MeetingState.Invited, Assert.Single(await talk.MeetingsAsync()).State);
    }

    [Fact]
    public async Task Card_OfACancelledMeeting_SaysSoAndItsOldButtonIsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.PressesAsync("amina", "TOP vorschlagen");
        var old = talk.DataOf("amina", "Vorschlagen");
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        var invitation = talk.Connector.In(Talk.Board)[1];
        Assert.Contains("Diese Sitzung ist abgesagt.", CardReading.Words(invitation.Content), StringComparison.Ordinal);
        Assert.Empty(CardReading.Actions(invitation.Content));
        old["itemTitle"] = "Zu spät";
        Assert.StartsWith("Die Sitzung am Donnerstag, 14. Januar 2027 ist abgesagt.\nBeirat: Donnerstag, 14. Januar", await talk.PressAsync("amina", "agenda.propose", old), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_OfAMeetingThatIsGone_SaysSo()
    {
        await using var talk = await Talk.StartAsync();
        foreach (var verb in new[] { "agenda.propose", "meeting.cancel" })
        {
            var said = await talk.PressAsync("katrin", verb, new JsonObject { ["meeting"] = "00000000000000000000000000000000", ["itemTitle"] = "x" });
            Assert.Equal("Diese Sitzung gibt es nicht mehr. „Nächste Sitzung“ zeigt, was geplant ist.", said);
        }
    }
}
