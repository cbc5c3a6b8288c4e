using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>How a working group ends, or does not.</content>
public partial class WorkingGroupTests
{
    [Fact]
    public async Task Term_ComingToItsEnd_IsAskedAndNeverEndsByTheClock()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => With(snapshot, remit => remit with { Until = new LocalDate(2027, 2, 1) }));
        await talk.EverybodyOpensAsync("katrin", "dao");
        await StartAsync(talk);
        await talk.AtAsync(2026, 12, 7, 12);
        await talk.AtAsync(2027, 1, 18, 12);
        foreach (var who in new[] { "katrin", "dao" })
        {
            Assert.Equal(2, talk.HeardBy(who, "Die Laufzeit von **AG Bildung** geht bis Montag, 1. Februar 2027. Verlängern oder abschließen?"));
        }

        await talk.AtAsync(2027, 2, 2, 12);
        Assert.Equal(1, talk.HeardBy("katrin", "Die Laufzeit von **AG Bildung** ist seit Montag, 1. Februar 2027 vorbei; die Gruppe besteht weiter."));
        Assert.Null((await GroupAsync(talk)).EndedOn);
        await talk.SaysAsync("katrin", "Auftrag verlängern AG Bildung bis 31.12.2027");
        talk.Hears("katrin", "Warum endet sie an einem anderen Tag?");
        await talk.SetsUpAsync("Auftrag verlängern AG Bildung bis 31.12.2027, Grund: Beschluss 2027-05");
        var remit = (await GroupAsync(talk)).Remit!;
        Assert.Equal((new LocalDate(2027, 12, 31), "Beschluss 2027-05", "dao"), (remit.Until, remit.Reason, remit.Spokesperson?.Value));
        await talk.AtAsync(2027, 3, 2, 12);
        Assert.Equal(1, talk.HeardBy("katrin", "vorbei; die Gruppe besteht weiter"));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task End_ByResolution_WaitsForWhatRunsAndTellsTheMembers(Store store)
    {
        await using var talk = await Talk.StartAsync(store, snapshot => With(snapshot, remit => remit));
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        await talk.CallsAsync("AG Bildung am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal("dao", (await talk.TheMeetingAsync()).Chair?.Value);
        await talk.SaysAsync("katrin", "Abstimmung: AG Bildung auflösen");
        talk.Hears("katrin", "Soll die Arbeitsgruppe **AG Bildung** aufgelöst werden?");
        await talk.PressesAsync("katrin", "Abstimmung eröffnen");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        Assert.Equal("Auflösung: AG Bildung", Assert.Single(await talk.ResolutionsAsync()).Title);
        Assert.Equal(1, talk.HeardBy("katrin", "Sie endet, sobald das hier vorbei oder abgesagt ist:"));
        Assert.Null((await GroupAsync(talk)).EndedOn);
        await talk.SaysAsync("katrin", "AG Bildung am 15. Januar um 17 Uhr im Rathaus");
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Single(await talk.MeetingsAsync());
        await talk.SaysAsync("amina", "Mitmachen AG Bildung");
        talk.Hears("amina", "dort beginnt nichts Neues mehr");
        await talk.SaysAsync("katrin", "AG Bildung absagen: aufgelöst");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.AtAsync(2026, 11, 24, 9);
        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal(new LocalDate(2026, 11, 24), Assert.Single(network.FormerCommittees).EndedOn);
        Assert.DoesNotContain(network.Seats, seat => seat.Committee == Group);
        Assert.Equal(1, talk.HeardBy("dao", "Die Arbeitsgruppe **AG Bildung** ist aufgelöst (Beschluss 2026-01)."));
        await talk.SaysAsync("amina", "Auftrag AG Bildung");
        talk.Hears("amina", "Aufgelöst am Dienstag, 24. November 2026 durch Beschluss 2026-01.");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task End_WhileAMeetingIsCalledBeforeAnyWrite_NeverLeavesAMeetingOfWhatHasEnded(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await Talk.StartAsync(store, snapshot => With(Talk.WithRuth(snapshot), remit => remit));
        await talk.EverybodyOpensAsync("katrin", "ruth", "dao");
        await talk.SaysAsync("ruth", "AG Bildung am 14. Januar um 17 Uhr im Rathaus");
        var call = talk.Pressed("ruth", "meeting.call", talk.DataOf("ruth", "Einladen"));
        await talk.SaysAsync("katrin", "Gremium beenden: AG Bildung");
        var writes = await talk.InterruptAsync(write, talk.Join(), call, () => talk.PressesAsync("katrin", "So festlegen"));
        await AssertOneOfBothAsync(talk);
        return writes;
    });

    [Fact]
    public async Task Call_WhileTheGroupIsEndedBeforeAnyWrite_NeverLeavesAMeetingOfWhatHasEnded() => await Talk.AtEachWriteAsync(1, async write =>
    {
        await using var talk = await Talk.StartAsync(change: snapshot => With(Talk.WithRuth(snapshot), remit => remit));
        await talk.EverybodyOpensAsync("katrin", "ruth", "dao");
        await talk.SaysAsync("katrin", "Gremium beenden: AG Bildung");
        var end = talk.Pressed("katrin", "setup.confirm", talk.DataOf("katrin", "So festlegen"));
        await talk.SaysAsync("ruth", "AG Bildung am 14. Januar um 17 Uhr im Rathaus");
        var writes = await talk.InterruptAsync(write, talk.Join(), end, () => talk.PressesAsync("ruth", "Einladen"));
        await AssertOneOfBothAsync(talk);
        return writes;
    });

    private static async Task AssertOneOfBothAsync(Talk talk)
    {
        var hasEnded = (await GroupAsync(talk)).EndedOn is not null;
        var meetings = (await talk.MeetingsAsync()).Count(meeting => meeting.State == MeetingState.Invited);
        Assert.Equal(1, (hasEnded ? 1 : 0) + meetings);
    }
}
