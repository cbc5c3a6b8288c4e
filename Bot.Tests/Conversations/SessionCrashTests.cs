using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Sessions;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store fails once while a meeting is opened, led through its items, or something noted is taken back or ticked off: in the end it was done once.</summary>
public class SessionCrashTests
{
    private const string Assigned = "Aufgabe Clara bis 3.4.: Saal buchen";

    public static TheoryData<Store, bool> Failures => Talk.Failures;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Open_StoreFailsAtAnyWrite_IsOpenedAndToldOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(4, store, async failing =>
    {
        await using var talk = await Talk.AtTheBoardAsync(store);
        await talk.SaysAsync("amina", "Sitzung");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("amina", "Sitzung eröffnen"));
        Assert.Equal(SessionEntryKind.Opened, Assert.Single((await talk.RecordAsync()).Entries).Kind);
        Assert.Equal((1, 1), (talk.CountOf(Talk.Board, "Eröffnet um 17:00 Uhr."), talk.HeardBy("katrin", "Eröffnet um 17:00 Uhr.")));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Next_StoreFailsAtAnyWrite_GoesOneOn(Store store, bool isWritten) => await Talk.AtEachWriteAsync(1, store, async failing =>
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", "Sitzung");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("amina", "Nächster TOP"));
        Assert.Equal((1, 2), ((await talk.RecordAsync()).CurrentItem, (await talk.RecordAsync()).Entries.Count));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Undo_StoreFailsAtAnyWrite_TakesOneBackAndItsTaskWithIt(Store store, bool isWritten) => await Talk.AtEachWriteAsync(1, store, async failing =>
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", "Beschluss: Das Fest findet statt.");
        await talk.SaysAsync("amina", Assigned);
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("amina", "Rückgängig"));
        Assert.Equal([false, false, true], (await talk.RecordAsync()).Entries.Select(entry => entry.UndoneAt is not null));
        Assert.Empty(await talk.TasksAsync());
        Assert.Equal(MeetingTaskState.Withdrawn, await StateAsync(talk));
        await talk.AtAsync(2027, 4, 30, 9);
        Assert.Equal(0, talk.HeardBy("clara", "fällig"));
        Assert.Equal("Das Fest findet statt.", Assert.Single(await talk.RegisterAsync()).Text);
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Finish_StoreFailsAtAnyWrite_IsDoneAndNotReminded(Store store, bool isWritten) => await Talk.AtEachWriteAsync(1, store, async failing =>
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", Assigned);
        await talk.SaysAsync("clara", "Meine Aufgaben");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("clara", "Erledigt"));
        Assert.Empty(await talk.TasksAsync());
        Assert.Equal(MeetingTaskState.Done, await StateAsync(talk));
        await talk.AtAsync(2027, 4, 30, 9);
        Assert.Equal(0, talk.HeardBy("clara", "fällig"));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Remind_StoreFailsAtAnyWrite_SaysItOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(2, store, async failing =>
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", Assigned);
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        await talk.AtAsync(2027, 4, 2, 8, 59, 59);
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.AtAsync(2027, 4, 2, 9));
        Assert.Equal(1, talk.HeardBy("clara", "Erinnerung: Ihre Aufgabe 1"));
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Finish_ItsEntryIsTakenBackBeforeAnyOfItsWrites_IsSettledOnce(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", Assigned);
        await talk.SaysAsync("clara", "Meine Aufgaben");
        var undo = talk.Pressed("amina", "session.undo", talk.DataOf("amina", "Rückgängig"));
        var writes = await talk.InterruptAsync(write, talk.Join(), undo, () => talk.PressesAsync("clara", "Erledigt"));
        await IsSettledOnceAsync(talk);
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Undo_ItsTaskIsDoneBeforeAnyOfItsWrites_IsSettledOnce(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", Assigned);
        await talk.SaysAsync("clara", "Meine Aufgaben");
        var done = talk.Pressed("clara", "task.done", talk.DataOf("clara", "Erledigt"));
        var writes = await talk.InterruptAsync(write, talk.Join(), done, () => talk.PressesAsync("amina", "Rückgängig"));
        await IsSettledOnceAsync(talk);
        return writes;
    });

    /// <summary>The entry is taken back in any case; its task is withdrawn with it, or was done before.</summary>
    private static async Task IsSettledOnceAsync(Talk talk)
    {
        Assert.NotNull((await talk.RecordAsync()).Entries[^1].UndoneAt);
        Assert.Empty(await talk.TasksAsync());
        Assert.NotEqual(MeetingTaskState.Open, await StateAsync(talk));
    }

    private static async Task<MeetingTaskState> StateAsync(Talk talk) =>
        (await talk.Get<TaskStore>().FindAsync(Talk.Network, 1, TestContext.Current.CancellationToken))!.Value.Value.State;
}
