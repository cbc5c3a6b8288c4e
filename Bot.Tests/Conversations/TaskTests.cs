using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Sessions;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Tasks: noted in a meeting, and after it.</summary>
public class TaskTests
{
    [Theory]
    [InlineData("Aufgabe Clara bis 3.4.: Saal buchen", "clara", "", "2027-04-03")]
    [InlineData("Aufgabe @Clarra bis 3. April: Saal buchen", "clara", "", "2027-04-03")]
    [InlineData("Aufgabe für Clara Neumann: Saal buchen", "clara", "", null)]
    [InlineData("Aufgabe bis nächsten Freitag an Bernd: Saal buchen", "bernd", "", "2027-01-15")]
    [InlineData("Aufgabe @Bernd Saal buchen", "bernd", "", null)]
    [InlineData("Neue Aufgabe: Saal buchen", null, "", null)]
    [InlineData("Aufgabe Hausmeister bis 3.4.: Saal buchen", null, "Hausmeister", "2027-04-03")]
    [InlineData("Aufgabe Beirat Clara: Saal buchen", "clara", "", null)]
    [InlineData("Aufgabe Dao: Saal buchen", "dao", "", null)]
    public async Task Task_AsItIsTyped_IsUnderstood(string line, string? who, string name, string? due)
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("bernd", line);
        talk.Hears("bernd", "Festgehalten.");
        var task = Assert.Single(await talk.TasksAsync());
        Assert.Equal((who, name, due, "Saal buchen"), (task.Assignee?.Value, task.AssigneeName, task.Due is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null, task.Text));
    }

    [Fact]
    public async Task Task_WithAMention_IsForWhoIsMentioned()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.PostAsync(Mentioning("<at>Clara N.</at>", "29:clara", "Aufgabe <at>Clara N.</at> bis 3.4.: Saal buchen"), "amina", null);
        await talk.PostAsync(Mentioning("<at>Gast</at>", "29:unknown", "Aufgabe <at>Gast</at>: Stühle bringen"), "amina", null);
        Assert.Equal([("clara", ""), (null, "Gast")], (await talk.TasksAsync()).Select(task => (task.Assignee?.Value, task.AssigneeName)));
    }

    [Fact]
    public async Task Task_WhoIsNotClear_IsAskedBackOnACard()
    {
        await using var talk = await Talk.OpenedAsync(change: WithAnotherClara);
        await talk.SaysAsync("amina", "Aufgabe Clara bis 3.4.: Saal buchen");
        talk.Hears("amina", "Wer ist mit „Clara“ gemeint?");
        Assert.Empty(await talk.TasksAsync());
        var data = talk.DataOf("amina", "Clara Neumann");
        Assert.Contains("Aufgabe 1 „Saal buchen“ – Clara Neumann", await talk.PressesAsync("amina", "Clara Neumann"), StringComparison.Ordinal);
        Assert.Contains("Schon festgehalten.", await talk.PressAsync("amina", "session.task", data), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Aufgabe Clara: Stühle");
        Assert.Contains("Aufgabe 2 „Stühle“ – Clara", await talk.PressesAsync("amina", "Nur den Namen festhalten"), StringComparison.Ordinal);
        Assert.Equal(["clara", null], (await talk.TasksAsync()).Select(task => task.Assignee?.Value));
    }

    [Fact]
    public async Task Task_DayThatIsNotClear_IsAskedBackOnACard()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Aufgabe Clara bis 31.2.: Saal buchen");
        talk.Hears("amina", "Noch eine Frage zur Aufgabe „Saal buchen“");
        Assert.Empty(await talk.TasksAsync());
        await talk.PressesAsync("amina", "Ohne Termin festhalten");
        Assert.Null(Assert.Single(await talk.TasksAsync()).Due);
        await talk.SaysAsync("amina", "Aufgabe Clara bis 3.1.2027: Zu spät");
        talk.Hears("amina", "Noch eine Frage zur Aufgabe „Zu spät“");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Task_UntilItIsOverdue_IsRemindedTwiceAndNeverAgain(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", "Aufgabe Clara bis 29.3.: Saal buchen");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        await talk.AtAsync(2027, 3, 28, 8, 59, 59);
        Assert.Equal(0, talk.HeardBy("clara", "Erinnerung: Ihre Aufgabe 1"));
        await talk.AtAsync(2027, 3, 28, 9); // the clocks went forward in the night
        Assert.Equal(1, talk.HeardBy("clara", "Erinnerung: Ihre Aufgabe 1 ist morgen fällig."));
        Assert.Equal(0, talk.HeardBy("amina", "Erinnerung: Ihre Aufgabe"));
        await talk.AtAsync(2027, 3, 30, 8, 59, 59);
        Assert.Equal(0, talk.HeardBy("clara", "überfällig"));
        await talk.AtAsync(2027, 3, 30, 9);
        await talk.AtAsync(2027, 4, 30, 9);
        Assert.Equal((1, 1), (talk.HeardBy("clara", "ist überfällig."), talk.HeardBy("clara", "Erinnerung: Ihre Aufgabe 1")));
        await talk.SaysAsync("katrin", "Aufgaben Beirat");
        talk.Hears("katrin", "Offene Aufgaben: 1, davon überfällig: 1");
        talk.Hears("katrin", "Überfällig · Clara Neumann, bis ");
        Assert.Contains("Aufgabe 1 ist erledigt: Saal buchen", await talk.PressesAsync("clara", "Erledigt"), StringComparison.Ordinal);
        Assert.Empty(await talk.TasksAsync());
        await talk.SaysAsync("clara", "Meine Aufgaben");
        talk.Hears("clara", "Sie haben keine offenen Aufgaben aus Sitzungen.");
    }

    [Fact]
    public async Task Task_DoneOrUndoneBefore_IsNotReminded()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Aufgabe Clara bis 29.3.: Saal buchen");
        await talk.SaysAsync("amina", "Aufgabe Clara bis 29.3.: Stühle");
        await talk.SaysAsync("amina", "Rückgängig");
        await talk.SaysAsync("bernd", "Aufgabe 1 erledigt");
        talk.Hears("bernd", "Aufgabe 1 kann nur abhaken, wer sie übernommen oder vergeben hat");
        await talk.SaysAsync("dao", "Aufgabe 1 erledigt");
        talk.Hears("dao", "Eine Aufgabe 1 finde ich für Sie nicht.");
        await talk.SaysAsync("clara", "Aufgabe 1 erledigt");
        talk.Hears("clara", "Aufgabe 1 ist erledigt: Saal buchen");
        await talk.SaysAsync("clara", "Aufgabe 2 erledigt");
        talk.Hears("clara", "Eine Aufgabe 2 finde ich für Sie nicht.");
        await talk.SaysAsync("clara", "Aufgabe erledigt");
        talk.Hears("clara", "Welche Aufgabe?");
        await talk.AtAsync(2027, 4, 30, 9);
        Assert.Equal(0, talk.HeardBy("clara", "fällig"));
        await talk.SaysAsync("amina", "Notiz: zu spät");
        Assert.Equal(MeetingTaskState.Withdrawn, (await talk.Get<TaskStore>().FindAsync(Talk.Network, 2, TestContext.Current.CancellationToken))!.Value.Value.State);
    }

    [Fact]
    public async Task Asleep_ForAWeek_SaysOnlyWhatStillHelps()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Aufgabe Clara bis 29.3.: Saal buchen");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        await talk.AtAsync(2027, 4, 5, 12);
        Assert.Equal((0, 1), (talk.HeardBy("clara", "Erinnerung"), talk.HeardBy("clara", "ist überfällig.")));
    }

    [Fact]
    public async Task Lists_AreForTheirReaders()
    {
        await using var talk = await Talk.OpenedAsync();
        foreach (var number in Enumerable.Range(1, 10))
        {
            await talk.SaysAsync("amina", $"Aufgabe Clara: Nummer {number}");
        }

        await talk.SaysAsync("clara", "Meine Aufgaben");
        talk.Hears("clara", "Ihre offenen Aufgaben: 10");
        talk.Hears("clara", "Aufgabe 8: Nummer 8");
        Assert.DoesNotContain("Aufgabe 9:", talk.LastFor("clara"), StringComparison.Ordinal);
        await talk.SaysAsync("clara", "Meine Aufgaben Seite 2");
        talk.Hears("clara", "Aufgabe 10: Nummer 10");
        await talk.SaysAsync("clara", "Meine Aufgaben");
        Assert.Contains("Ihre offenen Aufgaben: 9", await talk.PressesAsync("clara", "Erledigt"), StringComparison.Ordinal);
        await talk.SaysAsync("clara", "Meine Aufgaben", Talk.Board);
        talk.Shows(Talk.Board, "Ihre Aufgaben zeige ich nur im Einzelchat.");
        await talk.SaysAsync("bernd", "Aufgaben", Talk.Board);
        talk.Shows(Talk.Board, "Offene Aufgaben: 9, davon überfällig: 0");
        await talk.SaysAsync("dao", "Aufgaben Beirat");
        talk.Hears("dao", "zeige ich nur seinen Mitgliedern");
        await talk.SaysAsync("stranger", "Aufgaben");
        Assert.Contains("Mitglieder", talk.LastFor("stranger"), StringComparison.Ordinal);
    }

    private static NetworkSnapshot WithAnotherClara(NetworkSnapshot snapshot) => snapshot with
    {
        Network = snapshot.Network with
        {
            People = [.. snapshot.Network.People, new Person(new PersonId("clara2"), "Clara Weber", false)],
            Seats = [.. snapshot.Network.Seats, new Seat(new CommitteeId("beirat"), new PersonId("clara2"))],
        },
    };

    private static JsonObject Mentioning(string shown, string id, string text) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = shown, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "x" } }),
    };
}
