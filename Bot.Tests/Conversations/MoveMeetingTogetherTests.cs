using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Two who move the same meeting, two instances that tell of it, and a store that fails in between.</summary>
public class MoveMeetingTogetherTests
{
    private const string News = "Diese Sitzung wurde verlegt.";

    public static TheoryData<Store, bool> Failures => Talk.Failures;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Move_TwoCoordinatorsAtOnce_OneWinsAndTheOtherIsToldHowItStands(Store store)
    {
        await using var talk = await Talk.StartAsync(store, Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        var (room, person) = (talk.Connector.In(Talk.Board).Count, talk.Connector.In(Talk.Personal("amina")).Count);
        for (var round = 1; round <= 4; round++)
        {
            await talk.SaysAsync("katrin", $"Beirat verschieben auf {round}.2.2027 um 17 Uhr");
            await talk.SaysAsync("ruth", $"Beirat verschieben auf {round}.3.2027 um 18 Uhr");
            talk.Settles = false;
            var said = await Task.WhenAll(talk.PressesAsync("katrin", "Verschieben"), talk.PressesAsync("ruth", "Verschieben"));
            talk.Settles = true;
            await talk.SettleAsync();
            var meeting = Assert.Single(await talk.MeetingsAsync());
            var winner = meeting.Day.Month == 2 ? 0 : 1;
            Assert.Equal(round, meeting.Revision);
            Assert.Contains("Verschoben:", said[winner], StringComparison.Ordinal);
            Assert.Contains("Inzwischen wurde diese Sitzung geändert:", said[1 - winner], StringComparison.Ordinal);
            Assert.Contains(winner == 0 ? "17:00 Uhr" : "18:00 Uhr", said[1 - winner], StringComparison.Ordinal);
            Assert.Equal((room + round, person + round), (talk.Connector.In(Talk.Board).Count, talk.Connector.In(Talk.Personal("amina")).Count));
            Assert.Equal([$"day|2027-{(winner == 0 ? "02" : "03")}-{round:00}|beirat"], await DaysAsync(talk));
        }
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Move_PressedFourTimesAtOnce_MovesAndTellsOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1.");
        talk.Settles = false;
        var button = talk.DataOf("katrin", "Verschieben");
        var said = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => talk.PressAsync("katrin", "meeting.move", button.DeepClone().AsObject())));
        await talk.SettleTogetherAsync(talk.Join());
        Assert.All(said, one => Assert.Contains("Verschoben:", one, StringComparison.Ordinal));
        Assert.Equal(1, Assert.Single(await talk.MeetingsAsync()).Revision);
        Assert.Equal(1, talk.CountOf(Talk.Board, News));
        Assert.Equal(1, talk.HeardBy("amina", News));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Move_OntoADayThatIsJustTaken_IsRefusedAndBothStand(Store store)
    {
        await using var talk = await Talk.StartAsync(store, Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1.");
        await talk.SaysAsync("ruth", "Beirat am 21. Januar um 18 Uhr online");
        talk.Settles = false;
        var said = await Task.WhenAll(talk.PressesAsync("katrin", "Verschieben"), talk.PressesAsync("ruth", "Einladen"));
        await talk.SettleAsync();
        var meetings = await talk.MeetingsAsync();
        if (said[0].Contains("Verschoben:", StringComparison.Ordinal))
        {
            Assert.Contains("schon eine Sitzung", said[1], StringComparison.Ordinal);
            Assert.Equal([21], meetings.Select(meeting => meeting.Day.Day));
        }
        else
        {
            Assert.Contains("Beirat hat an diesem Tag schon eine Sitzung: Donnerstag, 21. Januar 2027, 18:00 Uhr.", said[0], StringComparison.Ordinal);
            Assert.Equal([14, 21], meetings.Select(meeting => meeting.Day.Day));
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public Task Move_StoreFailsOnceAtEachWrite_IsMovedAndToldOnce(Store store, bool isWritten) => Talk.AtEachWriteAsync(4, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1.");
        var button = talk.DataOf("katrin", "Verschieben");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("katrin", "meeting.move", button.DeepClone().AsObject()));
        Assert.Equal((new LocalDate(2027, 1, 21), 1), (Assert.Single(await talk.MeetingsAsync()).Day, (await talk.MeetingsAsync())[0].Revision));
        Assert.Equal(["day|2027-01-21|beirat"], await DaysAsync(talk));
        Assert.Equal(1, talk.CountOf(Talk.Board, News));
        Assert.Equal(1, talk.HeardBy("amina", News));
        Assert.Equal(1, talk.HeardBy("katrin", News));
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task TryMoveAsync_StaleOrOntoATakenDay_WritesNothing(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 21. Januar um 17 Uhr im Rathaus");
        var meetings = talk.Get<MeetingStore>();
        var cancellation = TestContext.Current.CancellationToken;
        var first = (await talk.MeetingsAsync())[0];
        var read = (await meetings.FindAsync(Talk.Network, first.Id, cancellation))!.Value;
        Assert.False(await meetings.TryMoveAsync(Talk.Network, read with { Value = first with { Day = new LocalDate(2027, 1, 21) } }, first.Day, cancellation));
        Assert.True(await meetings.TryMoveAsync(Talk.Network, read with { Value = first with { Day = new LocalDate(2027, 1, 28) } }, first.Day, cancellation));
        Assert.False(await meetings.TryMoveAsync(Talk.Network, read with { Value = first with { Day = new LocalDate(2027, 2, 4) } }, new LocalDate(2027, 1, 28), cancellation));
        Assert.Equal(["day|2027-01-21|beirat", "day|2027-01-28|beirat"], await DaysAsync(talk));
    }

    private static async Task<string[]> DaysAsync(Talk talk)
    {
        var keys = new System.Collections.Generic.List<string>();
        await foreach (var row in talk.Get<ITableStore>().QueryAsync(TableNames.Meetings, RowRange.WithPrefix(Talk.Network.Value, "day|"), TestContext.Current.CancellationToken))
        {
            keys.Add(row.RowKey);
        }

        return [.. keys];
    }
}
