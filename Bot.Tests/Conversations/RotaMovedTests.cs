using System.Linq;
using System.Threading.Tasks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Leading in turn when meetings are moved and cancelled: the turn goes with the meeting, and comes back with a cancelled one.</summary>
public class RotaMovedTests
{
    [Fact]
    public async Task Moved_ItsHostStays_CountsOnceAndOnTheNewDay()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await MoveAsync(talk, "Beirat verschieben auf 21.1. 18 Uhr: Saal belegt");
        Assert.Equal("amina", Assert.Single(await talk.MeetingsAsync()).Chair?.Value);
        await talk.SaysAsync("clara", "Sitzungsleitung Beirat reihum");
        talk.Hears("clara", "Amina Yıldız leitet die Sitzung am Donnerstag, 21. Januar 2027. Danach ist Bernd Krüger dran.");
        await talk.AtAsync(2027, 1, 15, 9);
        await talk.SaysAsync("clara", "Sitzungsleitung Beirat reihum");
        talk.Hears("clara", "Amina Yıldız: 0-mal geleitet");
        Assert.False((await talk.MeetingsAsync())[0].TakesAttendanceAt((await talk.NetworkAsync()).Network.Zone, talk.Time.Now));
        await talk.AtAsync(2027, 1, 21, 19);
        await talk.SaysAsync("clara", "Sitzungsleitung Beirat reihum");
        talk.Hears("clara", "Amina Yıldız: 1-mal geleitet");
        Assert.Equal(1, talk.HeardBy("amina", "Sie leiten die Sitzung „Beirat“"));
    }

    /// <summary>What was ticked before the invitation, and after it, goes along with the meeting to its new day.</summary>
    [Fact]
    public async Task Moved_ItsChecklistGoesAlong()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "dao", "guel");
        await talk.SaysAsync("katrin", "Sitzungsleitung IKA reihum: Gül, Dao");
        await talk.PressesAsync("katrin", "Festlegen");
        await talk.AtAsync(2026, 12, 9, 8);
        await talk.PressesAsync("guel", "Speichern", null, ("done", "Room"));
        await talk.CallsAsync("IKA am 20. Januar um 16:30 Uhr in der Volkshochschule");
        await talk.SaysAsync("guel", "Checkliste: Ort erledigt");
        await MoveAsync(talk, "IKA verschieben auf 27.1. 16:30 Uhr");
        await MoveAsync(talk, "IKA verschieben auf 28.1. 16:30 Uhr");
        await talk.SaysAsync("guel", "Checkliste");
        talk.Hears("guel", "28. Januar 2027");
        talk.Hears("guel", "Raum und Technik – erledigt");
        talk.Hears("guel", "Ort: Volkshochschule – erledigt");
        await talk.SaysAsync("guel", "Checkliste: Raum offen");
        talk.Hears("guel", "Raum und Technik – offen");
    }

    [Fact]
    public async Task Moved_OverAnotherTurn_NobodyLosesOrGainsATurn()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        await MoveAsync(talk, "Beirat vom 14.1. auf den 18.2. verschieben");
        Assert.Equal([("bernd", 11), ("amina", 18)], (await talk.MeetingsAsync()).Select(meeting => (meeting.Chair!.Value.Value, meeting.Day.Day)));
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        Assert.Equal("clara", (await talk.MeetingsAsync())[2].Chair?.Value);
        await talk.SaysAsync("bernd", "Sitzungsleitung Beirat reihum");
        talk.Hears("bernd", "Bernd Krüger leitet die Sitzung am Donnerstag, 11. Februar 2027. Danach ist Amina Yıldız dran.");
        await talk.CallsAsync("Beirat am 15. April um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 13. Mai um 17 Uhr im Rathaus");
        Assert.Equal(["bernd", "amina", "clara", "amina", "bernd"], (await talk.MeetingsAsync()).Select(meeting => meeting.Chair?.Value));
    }

    /// <summary>Amina asks Bernd to swap; before he answers, her meeting moves behind his. Each leads the meeting of the other, wherever it stands now.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Swap_AgreedAfterAMove_TakesTheMeetingsAndNotTheirOldPlaces(bool agrees)
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Tausch mit Bernd");
        await MoveAsync(talk, "Beirat vom 14.1. auf den 18.2. verschieben");
        await talk.SaysAsync("bernd", agrees ? "Tausch annehmen" : "Tausch ablehnen");
        Assert.Equal(agrees ? ["amina", "bernd"] : ["bernd", "amina"], (await talk.MeetingsAsync()).Select(meeting => meeting.Chair?.Value));
        await talk.AtAsync(2027, 2, 19, 9);
        await talk.SaysAsync("clara", "Sitzungsleitung Beirat reihum");
        talk.Hears("clara", "Amina Yıldız: 1-mal geleitet");
        talk.Hears("clara", "Bernd Krüger: 1-mal geleitet");
    }

    [Fact]
    public async Task Cancelled_AfterASwap_GivesTheTurnBackToWhoeverLedIt_AndCountsForNobody()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Tausch mit Bernd");
        await talk.SaysAsync("bernd", "Tausch annehmen");
        await talk.SaysAsync("katrin", "Beirat absagen: Glatteis");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.AtAsync(2027, 1, 15, 9);
        await talk.SaysAsync("clara", "Sitzungsleitung Beirat reihum");
        talk.Hears("clara", "Amina Yıldız: 0-mal geleitet");
        talk.Hears("clara", "Bernd Krüger: 0-mal geleitet");
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 8. April um 17 Uhr im Rathaus");
        Assert.Equal(["amina", "bernd", "clara"], (await talk.MeetingsAsync()).Where(meeting => meeting.State != Bot.Domain.Meetings.MeetingState.Cancelled).Select(meeting => meeting.Chair?.Value));
    }

    /// <summary>The meeting is cancelled while a swap is asked for: agreeing then swaps the turns to come.</summary>
    [Fact]
    public async Task Swap_AgreedAfterACancellation_TakesTheTurnsToCome()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Tausch mit Bernd");
        await talk.SaysAsync("katrin", "Beirat absagen: Glatteis");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.SaysAsync("bernd", "Tausch annehmen");
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        Assert.Equal(["bernd", "amina"], (await talk.MeetingsAsync()).Where(meeting => meeting.State != Bot.Domain.Meetings.MeetingState.Cancelled).Select(meeting => meeting.Chair?.Value));
    }

    private static async Task MoveAsync(Talk talk, string line)
    {
        await talk.SaysAsync("katrin", line);
        await talk.PressesAsync("katrin", "Verschieben");
    }

    private static async Task<Talk> StartAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat reihum: Amina, Bernd, Clara");
        await talk.PressesAsync("katrin", "Festlegen");
        talk.Time.Now += Duration.FromSeconds(1);
        return talk;
    }
}
