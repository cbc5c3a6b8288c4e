using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Two do something with the same meeting on two instances, the second before each write of the first: one of the two came first, and everybody is told that once.</summary>
public class MeetingRaceTests
{
    private static readonly LocalDate First = new(2027, 1, 14), Second = new(2027, 1, 21);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Move_CancelledBeforeAnyOfItsWrites_IsCancelledOrAskedAgain(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await AskedAsync(store);
        var cancel = talk.Pressed("ruth", "meeting.cancel", talk.DataOf("ruth", "Sitzung absagen"));
        var writes = await talk.InterruptAsync(write, talk.Join(), cancel, () => talk.PressesAsync("katrin", "Verschieben"));
        await IsMovedOrCancelledAsync(talk);
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Cancel_MovedBeforeAnyOfItsWrites_IsCancelledOrAskedAgain(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await AskedAsync(store);
        var move = talk.Pressed("katrin", "meeting.move", talk.DataOf("katrin", "Verschieben"));
        var writes = await talk.InterruptAsync(write, talk.Join(), move, () => talk.PressesAsync("ruth", "Sitzung absagen"));
        await IsMovedOrCancelledAsync(talk);
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Reply_MovedBeforeAnyOfItsWrites_IsAskedAnew(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await AskedAsync(store);
        var move = talk.Pressed("katrin", "meeting.move", talk.DataOf("katrin", "Verschieben"));
        var writes = await talk.InterruptAsync(write, talk.Join(), move, () => talk.PressesAsync("amina", "Ich komme"));
        await IsAskedAnewAsync(talk);
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Move_AnsweredBeforeAnyOfItsWrites_IsAskedAnew(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await AskedAsync(store);
        var accept = talk.Pressed("amina", "reply.accept", talk.DataOf("amina", "Ich komme"));
        var writes = await talk.InterruptAsync(write, talk.Join(), accept, () => talk.PressesAsync("katrin", "Verschieben"));
        await IsAskedAnewAsync(talk);
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite, true)]
    [InlineData(Store.AzureTables, true)]
    [InlineData(Store.Sqlite, false)]
    [InlineData(Store.AzureTables, false)]
    public async Task OpenAndCancel_TheOtherBeforeAnyWrite_OneOfThemStands(Store store, bool isOpening) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina");
        await talk.AtAsync(2027, 1, 14, 16, 30);
        await talk.SaysAsync("amina", "Sitzung");
        await talk.SaysAsync("katrin", "Beirat absagen");
        var (open, cancel) = (talk.DataOf("amina", "Sitzung eröffnen"), talk.DataOf("katrin", "Sitzung absagen"));
        var writes = isOpening
            ? await talk.InterruptAsync(write, talk.Join(), talk.Pressed("katrin", "meeting.cancel", cancel), () => talk.PressesAsync("amina", "Sitzung eröffnen"))
            : await talk.InterruptAsync(write, talk.Join(), talk.Pressed("amina", "session.open", open), () => talk.PressesAsync("katrin", "Sitzung absagen"));
        var isOpened = (await talk.MeetingsAsync()) is [{ State: MeetingState.InSession }];
        var record = await talk.Get<SessionStore>().OfAsync(Talk.Network, new MeetingId(open["meeting"]!.GetValue<string>()), Cancellation);
        Assert.Equal(isOpened ? [SessionEntryKind.Opened] : [], record.Entries.Select(entry => entry.Kind));
        Assert.Equal(isOpened ? (1, 0) : (0, 1), (talk.CountOf(Talk.Board, "Eröffnet um"), talk.CountOf(Talk.Board, "fällt aus")));
        return writes;
    });

    /// <summary>Katrin was asked whether to move the board's meeting, Ruth whether to cancel it, Amina whether she comes.</summary>
    private static async Task<Talk> AskedAsync(Store store)
    {
        var talk = await Talk.StartAsync(store, Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1.");
        await talk.SaysAsync("ruth", "Beirat absagen");
        return talk;
    }

    /// <summary>Who was asked whether to cancel the meeting of the 14th has not cancelled that of the 21st.</summary>
    private static async Task IsMovedOrCancelledAsync(Talk talk)
    {
        var days = new System.Collections.Generic.List<string>();
        await foreach (var row in talk.Get<ITableStore>().QueryAsync(TableNames.Meetings, RowRange.WithPrefix(Talk.Network.Value, "day|"), Cancellation))
        {
            days.Add(row.RowKey);
        }

        var isMoved = await talk.MeetingsAsync() is [{ State: MeetingState.Invited }];
        Assert.Equal(isMoved ? ["day|2027-01-21|beirat"] : [], days);
        Assert.Equal(isMoved ? (1, 0) : (0, 1), (talk.CountOf(Talk.Board, "Diese Sitzung wurde verlegt."), talk.CountOf(Talk.Board, "fällt aus")));
        Assert.Equal(isMoved ? (1, 0) : (0, 1), (talk.HeardBy("amina", "Diese Sitzung wurde verlegt."), talk.HeardBy("amina", "fällt aus")));
    }

    private static async Task IsAskedAnewAsync(Talk talk)
    {
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((Second, 1), (meeting.Day, meeting.AskedRevision));
        Assert.Empty((await talk.Get<ReplyStore>().OfAsync(Talk.Network, meeting, Cancellation)).Items);
        Assert.Equal((1, 1), (talk.HeardBy("amina", "Diese Sitzung wurde verlegt."), talk.CountOf(Talk.Board, "Diese Sitzung wurde verlegt.")));
        await talk.PressesAsync("amina", "Ich komme");
        Assert.Equal(new PersonId("amina"), Assert.Single((await talk.Get<ReplyStore>().OfAsync(Talk.Network, meeting, Cancellation)).Items).Person);
        Assert.NotEqual(First, meeting.Day);
    }
}
