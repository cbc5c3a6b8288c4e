using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Records;
using Bot.Domain.Sessions;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Several lead and note at the same moment, on two instances; messages come twice; the store fails in between.</summary>
public class SessionRaceTests
{
    private static readonly string[] Leaders = ["katrin", "amina"];

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Notes_AtTheSameSecondOnTwoInstances_AreNumberedWithoutGaps(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        var other = talk.Join();
        talk.Settles = false;
        var bodies = Enumerable.Range(1, 4).SelectMany(number => new[]
        {
            talk.Typed("amina", "Beschluss: Nummer " + number), talk.Typed("katrin", "Notiz: Nummer " + number), talk.Typed("bernd", $"Aufgabe Clara bis 3.4.: Nummer {number}"),
        }).ToList();
        await SendAllAsync(talk, other, bodies);
        await talk.SettleTogetherAsync(other);
        var record = await talk.RecordAsync();
        Assert.Equal(Enumerable.Range(1, 13), record.Entries.Select(entry => entry.Number));
        Assert.Equal([4, 4, 4], new[] { SessionEntryKind.Decision, SessionEntryKind.Note, SessionEntryKind.Task }.Select(kind => record.Standing.Count(entry => entry.Kind == kind)));
        Assert.Equal([1, 2, 3, 4], (await talk.TasksAsync()).Select(task => task.Number));
        Assert.Equal([1, 2, 3, 4], record.Entries.Where(entry => entry.Task is not null).Select(entry => entry.Task!.Value).Order());
        talk.Settles = true;
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        await talk.SettleTogetherAsync(other);
        var register = await talk.RegisterAsync();
        Assert.Equal(["2027-01", "2027-02", "2027-03", "2027-04"], register.Select(entry => entry.Number.ToString()));
        Assert.Equal(record.Decisions.Select(entry => entry.Text), register.Select(entry => entry.Text));
        Assert.Null(ResolutionChain.FirstBroken(register));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task SameMessage_ToTwoInstances_IsNotedOnce(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        var other = talk.Join();
        await talk.DeliverTwiceAsync(other, new JsonObject { ["type"] = "message", ["text"] = "Aufgabe Clara: Saal buchen", ["id"] = "7" }, "amina");
        await talk.DeliverTwiceAsync(other, new JsonObject { ["type"] = "message", ["text"] = "Beschluss: Saal", ["id"] = "8" }, "amina");
        Assert.Equal(3, (await talk.RecordAsync()).Entries.Count);
        Assert.Single(await talk.TasksAsync());
        await talk.SaysAsync("amina", "Sitzung");
        await talk.DeliverTwiceAsync(other, Press("session.next", talk.DataOf("amina", "Nächster TOP")), "amina");
        Assert.Equal(4, (await talk.RecordAsync()).Entries.Count);
        Assert.Equal(1, (await talk.RecordAsync()).CurrentItem);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Undo_PressedOrTypedByTwoAtOnce_UndoesOne(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        var other = talk.Join();
        foreach (var number in new[] { 1, 2, 3, 4, 5 })
        {
            await talk.SaysAsync("amina", "Notiz: Nummer " + number);
        }

        await talk.SaysAsync("katrin", "Sitzung");
        await talk.SaysAsync("amina", "Sitzung");
        talk.Settles = false;
        var bodies = Leaders.Select(who => talk.Complete(Press("session.undo", talk.DataOf(who, "Rückgängig")), who, null).ToJsonString()).ToList();
        await SendAllAsync(talk, other, bodies);
        Assert.Equal([1, 2, 3, 4], await NotesAsync(talk));
        Assert.Contains("Das war schon zurückgenommen", await talk.PressesAsync("amina", "Rückgängig"), StringComparison.Ordinal);
        await talk.DeliverTwiceAsync(other, new JsonObject { ["type"] = "message", ["text"] = "Rückgängig", ["id"] = "9" }, "amina");
        Assert.Equal([1, 2, 3], await NotesAsync(talk));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Next_PressedByTwoAtOnce_GoesOneOn(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        var other = talk.Join();
        await talk.SaysAsync("katrin", "Sitzung");
        await talk.SaysAsync("amina", "Sitzung");
        talk.Settles = false;
        await SendAllAsync(talk, other, [.. Leaders.Select(who => talk.Complete(Press("session.next", talk.DataOf(who, "Nächster TOP")), who, null).ToJsonString())]);
        Assert.Equal(1, (await talk.RecordAsync()).CurrentItem);
        Assert.Contains("Ihr Druck hat nichts bewirkt", await talk.PressesAsync("amina", "Nächster TOP"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task CloseAndNoteAndUndo_AtOnce_AgreeWithTheRegister(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        var other = talk.Join();
        await talk.SaysAsync("amina", "Beschluss: Erster");
        talk.Settles = false;
        List<string> bodies = [talk.Typed("katrin", "Rückgängig"), talk.Typed("amina", "Sitzung schließen: ja"), talk.Typed("katrin", "Beschluss: Zweiter"), talk.Typed("amina", "Sitzung schließen: ja")];
        await SendAllAsync(talk, other, bodies);
        await talk.SettleTogetherAsync(other);
        var record = await talk.RecordAsync();
        Assert.Equal(SessionEntryKind.Closed, record.Entries[^1].Kind);
        Assert.Single(record.Entries, entry => entry.Kind == SessionEntryKind.Closed);
        Assert.Equal(record.Decisions.Select(entry => entry.Text), (await talk.RegisterAsync()).Select(entry => entry.Text));
        Assert.Equal(1, talk.CountOf(Talk.Board, "Die Sitzung ist geschlossen:"));
    }

    [Theory]
    [MemberData(nameof(Talk.Failures), MemberType = typeof(Talk))]
    public async Task Close_StoreFailsAtAnyWrite_RecordsAndTellsOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(4, async failing =>
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", "Nächster TOP");
        await talk.SaysAsync("amina", "Beschluss: Erster. 2 ja");
        await talk.SaysAsync("amina", "Beschluss: Zweiter");
        await talk.SaysAsync("amina", "Sitzung schließen");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("amina", "Ja, jetzt schließen"));
        Assert.Equal(["Erster.", "Zweiter"], (await talk.RegisterAsync()).Select(entry => entry.Text));
        Assert.Single((await talk.RecordAsync()).Entries, entry => entry.Kind == SessionEntryKind.Closed);
        Assert.Equal(AgendaItemState.Done, (await talk.AgendaAsync()).Items[0].State);
        Assert.Equal(1, talk.CountOf(Talk.Board, "Im Beschlussbuch stehen daraus: 2027-01, 2027-02."));
        return writes;
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Task_StoreFailsAtAnyWrite_ComesIntoBeingWithItsEntry(bool isWritten) => await Talk.AtEachWriteAsync(3, async failing =>
    {
        await using var talk = await Talk.OpenedAsync();
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.SaysAsAsync("7", "amina", "Aufgabe Clara bis 3.4.: Saal buchen"));
        var entries = (await talk.RecordAsync()).Entries.Where(entry => entry.Kind == SessionEntryKind.Task).Select(entry => entry.Task).ToList();
        Assert.Equal(entries, (await talk.TasksAsync()).Select(task => (int?)task.Number));
        Assert.True(entries.Count <= 1);
        return writes;
    });

    private static async Task<IEnumerable<int>> NotesAsync(Talk talk) =>
        (await talk.RecordAsync()).Standing.Where(entry => entry.Kind == SessionEntryKind.Note).Select(entry => int.Parse(entry.Text[^1..], System.Globalization.CultureInfo.InvariantCulture));

    private static async Task SendAllAsync(Talk talk, Bot.Tests.TestSupport.RunningBot other, IReadOnlyList<string> bodies)
    {
        foreach (var response in await Task.WhenAll(bodies.Select((body, index) => index % 2 == 0 ? talk.SendAsync(body) : Talk.SendAsync(other, body))))
        {
            response.Dispose();
        }
    }

    private static JsonObject Press(string verb, JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = "0",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() }, ["trigger"] = "manual" },
    };
}
