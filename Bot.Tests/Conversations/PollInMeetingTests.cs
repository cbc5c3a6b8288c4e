using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Quick polls that the chair of a meeting opens in it.</summary>
public class PollInMeetingTests
{
    private const string Line = "Umfrage: Machen wir Pause? Ja, gleich; Nein";

    private const string OnlyCoordinator = "Das kann nur die Koordination: Katrin Vogel.";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Poll_ByTheChair_RunsAQuarterOfAnHourInTheMeeting(Store store)
    {
        await using var talk = await CalledAsync(store);
        await talk.SaysAsync("bernd", Line);
        talk.Hears("bernd", OnlyCoordinator);
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("amina", Line);
        talk.Hears("amina", OnlyCoordinator);
        await talk.SaysAsync("bernd", Line);
        talk.Hears("bernd", "Soll ich diese Umfrage starten?");
        talk.Hears("bernd", "Beirat (3 Personen)");
        talk.Hears("bernd", "Donnerstag, 14. Januar 2027, 17:15 Uhr");
        var data = talk.DataOf("bernd", "Umfrage starten");
        Assert.Equal(OnlyCoordinator, await talk.PressAsync("amina", "poll.open", data));
        await talk.PressesAsync("bernd", "Umfrage starten");
        await talk.PressAsync("bernd", "poll.open", data);
        var ballot = Assert.Single(await talk.RunningBallotsAsync()).Ballot;
        Assert.Equal((BallotMode.InMeeting, (PersonId?)new PersonId("bernd"), (await talk.MeetingsAsync())[0].Id), (ballot.Mode, ballot.Chair, ballot.Meeting!.Value));
        Assert.Equal(1, talk.CountOf(Talk.Board, "Machen wir Pause?"));
        Assert.Equal(0, talk.CountOf(Talk.Plenary, "Machen wir Pause?"));
        Assert.Equal(["amina", "bernd", "clara"], (await talk.RollAsync(ballot.Id)).Select(line => line.Voter.Value).Order());
        await talk.SaysAsync("amina", "Stimme: 1");
        await talk.AtAsync(2027, 1, 14, 17, 15);
        Assert.Empty(await talk.RunningBallotsAsync());
        Assert.Equal(1, (await talk.BallotAsync(ballot.Id)).Count!.Cast);
        Assert.Empty(await talk.ResolutionsAsync());
    }

    [Fact]
    public async Task Poll_ByTheChair_IsOneAtATimeAndEndsByTheirHand()
    {
        await using var talk = await CalledAsync();
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("bernd", Line);
        await talk.PressesAsync("bernd", "Umfrage starten");
        await talk.SaysAsync("bernd", "Umfrage Beirat: Noch eine? A, B");
        Assert.Contains("In dieser Sitzung läuft schon eine Umfrage.", await talk.PressesAsync("bernd", "Umfrage starten"), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Abstimmung beenden");
        await talk.PressesAsync("bernd", "Ja, jetzt beenden");
        await talk.SaysAsync("bernd", "Umfrage Beirat: Noch eine? A, B");
        await talk.PressesAsync("bernd", "Umfrage starten");
        Assert.Single(await talk.RunningBallotsAsync());
    }

    [Theory]
    [InlineData("Umfrage Beirat: Pause? Ja, Nein bis 19:00", "Soll ich diese Umfrage starten?")]
    [InlineData("Umfrage Beirat: Pause? Ja, Nein bis 19:01", "dauert 1 bis 120 Minuten")]
    [InlineData("Umfrage Beirat: Pause? Ja, Nein bis 15.1. 17:30", "dauert 1 bis 120 Minuten")]
    [InlineData("Umfrage Plenum: Pause? Ja, Nein", "Wer wird gefragt? Bitte wählen Sie das Gremium.")]
    public async Task Poll_ByTheChair_IsShortAndForTheirCommittee(string line, string heard)
    {
        await using var talk = await CalledAsync();
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("bernd", line);
        talk.Hears("bernd", heard);
        Assert.DoesNotContain("Plenum", talk.LastFor("bernd"), StringComparison.Ordinal);
    }

    /// <summary>Who leads the board's meeting asks nobody else by a forged card, nor when it is over.</summary>
    [Fact]
    public async Task Poll_ForgedForAnotherCommitteeOrAfterTheMeeting_OpensNothing()
    {
        await using var talk = await CalledAsync();
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("bernd", Line);
        var data = talk.DataOf("bernd", "Umfrage starten");
        var forged = data.DeepClone().AsObject();
        forged["committee"] = "plenum";
        Assert.Contains("Wer wird gefragt?", await talk.PressAsync("bernd", "poll.open", forged), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina Yıldız");
        Assert.Equal(OnlyCoordinator, await talk.PressAsync("bernd", "poll.open", data.DeepClone().AsObject()));
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Bernd Krüger");
        await talk.AtAsync(2027, 1, 15, 0);
        Assert.Equal(OnlyCoordinator, await talk.PressAsync("bernd", "poll.open", data.DeepClone().AsObject()));
        Assert.Empty(await talk.RunningBallotsAsync());
    }

    [Fact]
    public async Task Poll_ByTheChair_InEnglish()
    {
        await using var talk = await CalledAsync();
        talk.Locale = "en-GB";
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("bernd", "Poll: A break? Yes, now; No");
        await talk.PressesAsync("bernd", "Start poll");
        await talk.SaysAsync("bernd", "Poll: Another? A, B");
        Assert.Contains("A poll runs in this meeting already.", await talk.PressesAsync("bernd", "Start poll"), StringComparison.Ordinal);
    }

    private static async Task<Talk> CalledAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Bernd Krüger");
        return talk;
    }
}
