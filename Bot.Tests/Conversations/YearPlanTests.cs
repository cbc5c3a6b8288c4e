using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The year on one card, and from proposals to meetings.</summary>
public class YearPlanTests
{
    [Fact]
    public async Task Plan_ByTheCoordinator_ShowsAllCommitteesByMonth()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Jahresplan 2027");
        foreach (var line in new[] { "Jahresplan 2027", "Januar 2027", "Do, 14.01.2027, 17:00 Uhr: Beirat (eingeladen)", "März 2027", "Di, 09.03.2027, 18:00 Uhr: Plenum (Vorschlag)", "IKA (Vorschlag)" })
        {
            talk.Hears("katrin", line);
        }
    }

    [Fact]
    public async Task Plan_ByOthers_ShowsOnlyWhatTheyMayKnowAndNoButtons()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("hanna", "Jahresplan 2027");
        talk.Hears("hanna", "Plenum (Vorschlag)");
        Assert.DoesNotContain("Beirat", talk.LastFor("hanna"), StringComparison.Ordinal);
        Assert.DoesNotContain("IKA", talk.LastFor("hanna"), StringComparison.Ordinal);
        Assert.Empty(talk.Buttons(Talk.Personal("hanna")));
        await talk.SaysAsync("samira", "Jahresplan 2027");
        Assert.DoesNotContain("Beirat", talk.LastFor("samira"), StringComparison.Ordinal);
        await talk.SaysAsync("stranger", "Jahresplan 2027");
        Assert.DoesNotContain("Plenum (", talk.LastFor("stranger"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Jahresplan 2027", Talk.Plenary);
        Assert.DoesNotContain("Beirat", talk.Last(Talk.Plenary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_OneProposal_GoesThroughTheUsualPreview()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Jahresplan 2027");
        Assert.Contains("Dienstag, 9. März 2027", await talk.PressesAsync("katrin", "Vorschlag prüfen", null, ("proposal", "plenum|2027-03-09")), StringComparison.Ordinal);
        Assert.Contains("Eingeladen", await talk.PressesAsync("katrin", "Einladen"), StringComparison.Ordinal);
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal(("plenum", "Rathaus, Ratssaal"), (meeting.Committee.Value, meeting.Place));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Plan_AllOfACommittee_CallsEachOnceHoweverOftenItIsPressed(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.SaysAsync("katrin", "Jahresplan 2027");
        var shown = await talk.PressesAsync("katrin", "Alle prüfen", null, ("allOf", "plenum"));
        Assert.Contains("Dienstag, 9. März 2027, 18:00 Uhr", shown, StringComparison.Ordinal);
        Assert.Empty(await talk.MeetingsAsync());
        var data = talk.DataOf("katrin", "Alle einladen");
        Assert.Contains("eingeladen", await talk.PressAsync("katrin", "meeting.call.all", data.DeepClone().AsObject()), StringComparison.Ordinal);
        await talk.PressAsync("katrin", "meeting.call.all", data.DeepClone().AsObject());
        var meetings = await talk.MeetingsAsync();
        Assert.Equal(["2027-03-09", "2027-06-08", "2027-09-14", "2027-12-14"], meetings.Select(meeting => meeting.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "meeting.call.all", data));
        await talk.SaysAsync("katrin", "Jahresplan Plenum 2027");
        Assert.DoesNotContain("Vorschlag", talk.LastFor("katrin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_NothingChosenOrForged_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Jahresplan 2027");
        Assert.Contains("Bitte wählen Sie zuerst", await talk.PressesAsync("katrin", "Vorschlag prüfen"), StringComparison.Ordinal);
        Assert.Contains("Bitte wählen Sie zuerst", await talk.PressesAsync("katrin", "Vorschlag prüfen", null, ("proposal", "plenum|9999-01-01")), StringComparison.Ordinal);
        Assert.Contains("Bitte wählen Sie zuerst", await talk.PressesAsync("katrin", "Alle prüfen", null, ("allOf", "nirgends")), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Jahresplan 2099");
        talk.Hears("katrin", "für die Jahre 2025 bis 2031");
    }

    [Fact]
    public async Task Clash_InThePreviewAndThePlan_TellsNamesToTheCoordinatorOnly()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 12. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "IKA am 12. Januar um 19:30 Uhr");
        talk.Hears("katrin", "Achtung: Zur selben Zeit ist „Beirat“ (17:00 Uhr). In beiden sitzen 1: Amina Yıldız.");
        await talk.PressesAsync("katrin", "Einladen");
        await talk.SaysAsync("katrin", "Jahresplan 2027");
        talk.Hears("katrin", "In beiden sitzen 1: Amina Yıldız.");
        await talk.SaysAsync("amina", "Jahresplan 2027");
        talk.Hears("amina", "das betrifft eine Person");
        Assert.DoesNotContain("Amina Yıldız", talk.LastFor("amina"), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Jahresplan 2027");
        Assert.DoesNotContain("IKA", talk.LastFor("bernd"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_SixtyCommittees_FitsAndIsPaged()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => snapshot with
        {
            Network = snapshot.Network with
            {
                Committees =
                [
                    .. snapshot.Network.Committees,
                    .. Enumerable.Range(1, 60).Select(number => snapshot.Network.Committees[2] with { Id = new CommitteeId("ag" + number), Name = "Arbeitsgruppe " + new string('x', 80) + number }),
                ],
            },
        });
        await talk.SaysAsync("katrin", "Jahresplan 2027");
        talk.Hears("katrin", "Seite 1 von");
        await talk.SaysAsync("katrin", "Jahresplan 2027 Seite 3");
        talk.Hears("katrin", "Seite 3 von");
    }
}
