using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The same button twice, and two coordinators at the same time.</summary>
public class CallMeetingTogetherTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Call_PressedTwiceAtOnce_CallsAndInvitesOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Settles = false;
        var button = talk.DataOf("katrin", "Einladen");
        var said = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => talk.PressAsync("katrin", "meeting.call", button)));
        await talk.SettleAsync();
        Assert.All(said, one => Assert.Contains("Eingeladen:", one, StringComparison.Ordinal));
        Assert.Single(await talk.MeetingsAsync());
        Assert.Equal(1, talk.CountOf(Talk.Board, "Sie sind herzlich eingeladen."));
        Assert.Equal(1, talk.HeardBy("amina", "Sie sind herzlich eingeladen."));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Call_TwoCoordinatorsAtOnce_OneWinsAndTheOtherIsToldOfTheStandingMeeting(Store store)
    {
        await using var talk = await Talk.StartAsync(store, Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth", "amina");
        for (var month = 1; month <= 5; month++)
        {
            await talk.SaysAsync("katrin", $"Beirat am 14.{month}.2027 um 17 Uhr im Rathaus");
            await talk.SaysAsync("ruth", $"Beirat am 14.{month}.2027 um 18 Uhr online");
            talk.Settles = false;
            var said = await Task.WhenAll(talk.PressesAsync("katrin", "Einladen"), talk.PressesAsync("ruth", "Einladen"));
            talk.Settles = true;
            await talk.SettleAsync();
            var meeting = Assert.Single(await talk.MeetingsAsync(), meeting => meeting.Day.Month == month);
            var winner = meeting.CalledBy.Value == "katrin" ? 0 : 1;
            Assert.Contains("Eingeladen:", said[winner], StringComparison.Ordinal);
            Assert.Contains("Beirat hat an diesem Tag schon eine Sitzung:", said[1 - winner], StringComparison.Ordinal);
            Assert.Contains(winner == 0 ? "17:00 Uhr" : "18:00 Uhr", said[1 - winner], StringComparison.Ordinal);
            Assert.Equal(month, talk.CountOf(Talk.Board, "Sie sind herzlich eingeladen."));
            Assert.Equal(month, talk.HeardBy("amina", "Sie sind herzlich eingeladen."));
        }
    }

    [Fact]
    public async Task Call_DayTakenBySomebodyElse_IsSaidBeforeInvitingAndAnotherDayIsFine()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("ruth", "Beirat am 14. Januar um 18 Uhr online");
        talk.Hears("ruth", "Beirat hat an diesem Tag schon eine Sitzung: Donnerstag, 14. Januar 2027, 17:00 Uhr.");
        await talk.PressesAsync("ruth", "Prüfen", null, ("day", "2027-01-15"));
        await talk.PressesAsync("ruth", "Einladen");
        await talk.CallsAsync("IKA am 14. Januar um 17 Uhr", "ruth");
        Assert.Equal(3, (await talk.MeetingsAsync()).Count);
    }
}
