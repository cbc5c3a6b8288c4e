using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>An applicant introduces itself in a meeting: the item on the agenda, what the applicant is told of it and when, and what the cases show.</summary>
public class IntroductionTests
{
    private const string Preview = "Soll sich **Radio Nordlicht** in der nächsten Sitzung vorstellen: Beirat, Donnerstag, 14. Januar 2027, 17:00 Uhr?";

    private const string Invited = "**Radio Nordlicht** ist eingeladen, sich vorzustellen: Donnerstag, 14. Januar 2027, 17:00 Uhr. Ort: Rathaus.";

    /// <summary>The board takes items until the end of the third day before: 14 January less three is the 11th.</summary>
    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public async Task Preview_AroundTheDeadlineForItems_SaysThatTheMeetingDecides(int day, bool isLate)
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, day, 9);
        await talk.SaysAsync("katrin", "Vorstellung: Radio Nordlicht");
        talk.Hears("katrin", Preview);
        Assert.Equal(isLate, talk.LastFor("katrin").Contains("Er kommt als Dringlichkeitsantrag dazu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MainStory_PutsTheItemOnTheAgenda_AndTellsTheApplicantOnceForEachDate()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Vorstellung: Radio Nordlicht");
        talk.Hears("katrin", Preview);
        Assert.Empty(await ItemsAsync(talk));
        var data = talk.DataOf("katrin", "Einladen");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "admission.introduce", data));
        Assert.Contains("ist zur Vorstellung eingeladen", await talk.PressAsync("katrin", "admission.introduce", data), StringComparison.Ordinal);
        Assert.Contains("ist zur Vorstellung eingeladen", await talk.PressAsync("katrin", "admission.introduce", data), StringComparison.Ordinal);
        await talk.SettleAsync();
        Assert.Single(await ItemsAsync(talk), title => title == "Vorstellung: Radio Nordlicht");
        Assert.Equal((1, 0), (talk.HeardBy("fremd", Invited), talk.HeardBy("katrin", "ist eingeladen, sich vorzustellen")));
        talk.Shows(Talk.Board, "Vorstellung: Radio Nordlicht");
        foreach (var who in new[] { "katrin", "fremd" })
        {
            await ListsAsync(talk, who, "Vorstellung am 14.01.2027.");
        }

        await talk.SaysAsync("katrin", "Vorstellung: Radio Nordlicht im Plenum");
        talk.Hears("katrin", "keine Sitzung einberufen: Plenum");
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr in der VHS");
        await talk.SaysAsync("katrin", "Vorstellung: Radio Nordlicht im Plenum");
        talk.Hears("katrin", "„Radio Nordlicht“ ist schon zur Vorstellung eingeladen");

        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1. 18 Uhr");
        await talk.PressesAsync("katrin", "Verschieben");
        Assert.Equal(1, talk.HeardBy("fremd", "Der Termin für die Vorstellung von **Radio Nordlicht** hat sich geändert: Donnerstag, 21. Januar 2027, 18:00 Uhr. Ort: Rathaus."));
        await ListsAsync(talk, "fremd", "Vorstellung am 21.01.2027.");
        await talk.SaysAsync("katrin", "Beirat absagen: Sturm *Xaver*");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        Assert.Equal(1, talk.HeardBy("fremd", "Die Vorstellung von **Radio Nordlicht** am Donnerstag, 21. Januar 2027, 18:00 Uhr entfällt."));
        Assert.Equal(0, talk.HeardBy("fremd", "Xaver") + talk.HeardBy("fremd", "Sie sind herzlich eingeladen"));
        await talk.SaysAsync("fremd", "Mitgliedschaftsfälle");
        Assert.DoesNotContain("Vorstellung am", talk.LastFor("fremd"), StringComparison.Ordinal);

        await talk.SaysAsync("katrin", "Vorstellung im Plenum");
        talk.Hears("katrin", "vorstellen: Plenum, Dienstag, 9. Februar 2027, 18:00 Uhr?");
        await talk.PressesAsync("katrin", "Einladen");
        talk.Hears("fremd", "ist eingeladen, sich vorzustellen: Dienstag, 9. Februar 2027, 18:00 Uhr. Ort: VHS.");
        var heard = talk.Listen();
        await talk.WalkAsync(new LocalDateTime(2027, 2, 10, 9, 0));
        Assert.DoesNotContain(heard, one => one.Conversation == Talk.Personal("fremd"));
        await ListsAsync(talk, "katrin", "Vorgestellt am 09.02.2027.");
        await ListsAsync(talk, "fremd", "Vorgestellt am 09.02.2027.");
    }

    [Theory]
    [InlineData("katrin", "Vorstellung: Radio Nordlicht", "keine Sitzung einberufen: Beirat")]
    [InlineData("katrin", "Vorstellung: Niemand", "Es laufen: Radio Nordlicht.")]
    [InlineData("amina", "Vorstellung: Radio Nordlicht", "Das kann nur die Koordination: Katrin Vogel.")]
    [InlineData("fremd", "Vorstellung: Radio Nordlicht", "Das kann nur die Koordination: Katrin Vogel.")]
    public async Task Say_ByWhoever_IsAnsweredAsItStands(string who, string line, string expected)
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync(who, line);
        talk.Hears(who, expected);
    }

    [Fact]
    public async Task Press_OnTheApplication_LeavesItsButtons_AndAMovedMeetingIsShownAgain()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.PressesAsync("katrin", "Zur Vorstellung einladen");
        talk.Hears("katrin", Preview);
        var data = talk.DataOf("katrin", "Einladen");
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1. 18 Uhr");
        await talk.PressesAsync("katrin", "Verschieben");
        Assert.Contains("Donnerstag, 21. Januar 2027, 18:00 Uhr?", await talk.PressAsync("katrin", "admission.introduce", data), StringComparison.Ordinal);
        await talk.SettleAsync();
        Assert.Equal((0, 0), (talk.HeardBy("fremd", "sich vorzustellen"), (await ItemsAsync(talk)).Length));
        await talk.PressesAsync("katrin", "Zur Vorstellung einladen");
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Equal(1, talk.HeardBy("fremd", "ist eingeladen, sich vorzustellen: Donnerstag, 21. Januar 2027, 18:00 Uhr."));
        await talk.PressesAsync("katrin", "Beirat fragen");
        await talk.SaysAsync("fremd", "Antrag zurückziehen");
        await talk.PressesAsync("fremd", "Ja, zurückziehen");
        await talk.SaysAsync("katrin", "Vorstellung: Radio Nordlicht");
        talk.Hears("katrin", "Im Moment läuft kein Aufnahmeantrag.");
        await talk.SaysAsync("katrin", "Beirat absagen: Sturm");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        Assert.Equal(0, talk.HeardBy("fremd", "entfällt"));
    }

    /// <summary>The plenary may decide before the introduction; whoever is admitted from a later day on is still expected, and hears of a new date.</summary>
    [Fact]
    public async Task Moved_AfterTheDecision_IsToldUntilTheAdmissionTakesEffect()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Aufnahme wirksam: Radio Nordlicht ab 1.3.2027");
        await talk.PressesAsync("katrin", "So festlegen");
        await talk.SaysAsync("katrin", "Vorstellung: Radio Nordlicht");
        await talk.PressesAsync("katrin", "Einladen");
        await talk.PressesAsync("katrin", "Beirat fragen");
        foreach (var _ in (string[])["board", "plenary"])
        {
            await talk.SaysAsync("amina", "Ja");
            await talk.EndsBallotAsync();
        }

        talk.Hears("fremd", "wird ab Montag, 1. März 2027 Mitglied");
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1. 18 Uhr");
        await talk.PressesAsync("katrin", "Verschieben");
        Assert.Equal(1, talk.HeardBy("fremd", "Der Termin für die Vorstellung von **Radio Nordlicht** hat sich geändert: Donnerstag, 21. Januar 2027, 18:00 Uhr."));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Introduce_StoreFailsOnceAtEachWrite_AddsOneItemAndTellsOnce(bool isWritten)
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await Talk.AtEachWriteAsync(4, async failing =>
        {
            var (guest, name) = ("gast" + failing, "Verein " + failing);
            await talk.SaysAsync(guest, "Aufnahme beantragen: " + name);
            await talk.PressesAsync(guest, "Antrag stellen");
            await talk.SaysAsync("katrin", "Vorstellung: " + name);
            var data = talk.DataOf("katrin", "Einladen");
            var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("katrin", "admission.introduce", data));
            Assert.Equal(1, talk.HeardBy(guest, $"**{name}** ist eingeladen, sich vorzustellen"));
            Assert.Single(await ItemsAsync(talk), title => title == "Vorstellung: " + name);
            return writes;
        });
    }

    [Fact]
    public async Task Introduce_InEnglish()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Locale = "en-GB";
        await talk.SaysAsync("fremd", "Membership cases");
        await talk.SaysAsync("katrin", "Introduction: Radio Nordlicht");
        Assert.Contains("is invited to introduce itself. The item is on the agenda.", await talk.PressesAsync("katrin", "Invite"), StringComparison.Ordinal);
        talk.Hears("fremd", "**Radio Nordlicht** is invited to introduce itself: Thursday, 14 January 2027, 17:00. Place: Rathaus.");
    }

    private static async Task<string[]> ItemsAsync(Talk talk)
    {
        var meeting = (await talk.MeetingsAsync())[0];
        return [.. (await talk.Get<AgendaStore>().OfAsync(Talk.Network, meeting, TestContext.Current.CancellationToken)).Items.Select(item => item.Title).Where(title => title.StartsWith("Vorstellung", StringComparison.Ordinal))];
    }

    private static async Task ListsAsync(Talk talk, string who, string expected)
    {
        await talk.SaysAsync(who, "Mitgliedschaftsfälle");
        talk.Hears(who, expected);
    }

    private static async Task<Talk> StartAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "fremd");
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht");
        await talk.PressesAsync("fremd", "Antrag stellen");
        return talk;
    }
}
