using System;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Votes in a meeting that goes on late: they are taken as long as it goes on, and end with it.</summary>
public class VoteInLongMeetingTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task AfterMidnight_VotesPollsAndAttendanceGoOn_UntilTheMeetingEnds(Store store)
    {
        await using var talk = await OpenedAsync("Beirat am 14. Januar von 21 bis 1 Uhr im Rathaus", store);
        await talk.AtAsync(2027, 1, 14, 23, 55);
        await OpensAsync(talk, "Vor Mitternacht?");
        await talk.AtAsync(2027, 1, 15, 0, 5);
        Assert.Single(await talk.RunningBallotsAsync());
        await talk.SaysAsync("bernd", "Ja");
        talk.Hears("bernd", "Vor Mitternacht?");
        await talk.AtAsync(2027, 1, 15, 0, 10);
        Assert.Empty(await talk.RunningBallotsAsync());
        await OpensAsync(talk, "Nach Mitternacht?");
        Assert.Single(await talk.RunningBallotsAsync());
        await talk.SaysAsync("clara", "Ich bin da");
        talk.Hears("clara", "Clara Neumann");
        await talk.SaysAsync("amina", "Umfrage Beirat: Pause? Ja, Nein");
        talk.Hears("amina", "Soll ich diese Umfrage starten?");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Closing_EndsWhatRuns_AndItIsCountedAndRecorded(Store store)
    {
        await using var talk = await OpenedAsync("Beirat am 14. Januar um 17 Uhr im Rathaus", store);
        await OpensAsync(talk, "Stellen wir den Antrag?");
        await talk.SaysAsync("bernd", "Ja");
        var ballot = Assert.Single(await talk.RunningBallotsAsync()).Ballot;
        await talk.AtAsync(2027, 1, 14, 17, 5);
        await talk.SaysAsync("amina", "Sitzung schließen");
        talk.Hears("amina", "Abstimmungen, die damit enden: 1");
        await talk.PressesAsync("amina", "Ja, jetzt schließen");
        Assert.Empty(await talk.RunningBallotsAsync());
        var counted = await talk.BallotAsync(ballot.Id);
        Assert.Equal((1, Instant.FromUtc(2027, 1, 14, 16, 5)), (counted.Result!.Tally.Yes, counted.Ballot.EndsAt));
        await talk.SaysAsync("clara", "Nein");
        Assert.Equal(0, (await talk.BallotAsync(ballot.Id)).Result!.Tally.No);
        Assert.Equal("Stellen wir den Antrag?", Assert.Single(await talk.RegisterAsync()).Title);
    }

    [Fact]
    public async Task Closing_BeforeAVoteHasBegun_DeclaresItVoid()
    {
        await using var talk = await OpenedAsync("Beirat am 14. Januar um 17 Uhr im Rathaus", change: snapshot => Talk.WithRules(
            snapshot, "beirat", rules => rules with { Usual = rules.Usual with { Secrecy = SecrecyRule.OnRequestOf(2) } }));
        await OpensAsync(talk, "Stellen wir den Antrag?");
        var ballot = Assert.Single(await talk.RunningBallotsAsync()).Ballot;
        Assert.True(ballot.OpenedAt > Instant.FromUtc(2027, 1, 14, 16, 0));
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Equal(VoidWords.ByClosing, (await talk.BallotAsync(ballot.Id)).Ballot.Voided!.Reason);
        await talk.AtAsync(2027, 1, 14, 18);
        Assert.Empty(await talk.RegisterAsync());
    }

    /// <summary>What was opened without a meeting goes on.</summary>
    [Fact]
    public async Task Closing_LeavesBallotsOverDaysAlone()
    {
        await using var talk = await OpenedAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.OpensBallotAsync("Abstimmung Beirat: Kaufen wir Stühle? bis 20.1. 12 Uhr");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Single(await talk.RunningBallotsAsync());
    }

    [Fact]
    public async Task Vote_NeverRunsLongerThanTheMeetingCan()
    {
        await using var talk = await OpenedAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, 23, 50);
        await OpensAsync(talk, "Noch schnell?");
        Assert.Equal(Instant.FromUtc(2027, 1, 14, 23, 0), Assert.Single(await talk.RunningBallotsAsync()).Ballot.ClosesAt);
        await talk.SaysAsync("amina", "Umfrage Beirat: Pause? Ja, Nein bis 15.1. 0:30");
        talk.Hears("amina", "endet spätestens mit ihr");
        await talk.AtAsync(2027, 1, 15, 0);
        Assert.Empty(await talk.RunningBallotsAsync());
        Assert.Equal(MeetingState.Closed, (await talk.TheMeetingAsync()).State);
    }

    private static async Task OpensAsync(Talk talk, string question)
    {
        await talk.SaysAsync("amina", "Jetzt abstimmen: " + question);
        Assert.Contains(":", await talk.PressesAsync("amina", "Jetzt abstimmen", null, ("question", question), ("minutes", "15")), StringComparison.Ordinal);
    }

    private static async Task<Talk> OpenedAsync(string line, Store store = Store.Sqlite, Func<NetworkSnapshot, NetworkSnapshot>? change = null)
    {
        var talk = await Talk.StartAsync(store, change);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.CallsAsync(line);
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina");
        var meeting = await talk.TheMeetingAsync();
        await talk.AtAsync(2027, 1, 14, meeting.Start.Hour);
        await talk.SaysAsync("amina", "Sitzung eröffnen");
        return talk;
    }
}
