using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Domain.Records;
using Bot.Domain.Sessions;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>Meetings that go on.</content>
internal sealed partial class Talk
{
    /// <summary>The board meets on Thursday, 14 January 2027, at 17:00, led by Amina, with three items; it is 17:00.</summary>
    public static async Task<Talk> AtTheBoardAsync(Store store = Store.Sqlite, System.Func<NetworkSnapshot, NetworkSnapshot>? change = null)
    {
        var talk = await StartAsync(store, change);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        foreach (var item in new[] { "Haushalt, 15 min", "Demokratiefest", "Verschiedenes" })
        {
            await talk.SaysAsync("amina", "TOP: " + item);
        }

        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina");
        await talk.AtAsync(2027, 1, 14, 17);
        return talk;
    }

    /// <summary>The same, opened by Amina.</summary>
    public static async Task<Talk> OpenedAsync(Store store = Store.Sqlite, System.Func<NetworkSnapshot, NetworkSnapshot>? change = null)
    {
        var talk = await AtTheBoardAsync(store, change);
        await talk.SaysAsync("amina", "Sitzung eröffnen");
        talk.Hears("amina", "Eröffnet um 17:00 Uhr.");
        return talk;
    }

    /// <summary>The only meeting, also when it is over.</summary>
    public async Task<Meeting> TheMeetingAsync() => Assert.Single(await ListAsync());

    /// <summary>What was noted in it.</summary>
    public async Task<SessionRecord> RecordAsync() => await Get<SessionStore>().OfAsync(Network, (await TheMeetingAsync()).Id, Cancellation);

    /// <summary>Its agenda.</summary>
    public async Task<Agenda> AgendaAsync() => await Get<AgendaStore>().OfAsync(Network, await TheMeetingAsync(), Cancellation);

    /// <summary>The open tasks of all.</summary>
    public Task<IReadOnlyList<MeetingTask>> TasksAsync() => Get<TaskStore>().OpenAsync(Network, Cancellation);

    /// <summary>The whole register.</summary>
    public async Task<IReadOnlyList<ResolutionEntry>> RegisterAsync()
    {
        var entries = new List<ResolutionEntry>();
        await foreach (var entry in Get<ResolutionStore>().AllAsync(Network, null, Cancellation))
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Changes an item of an agenda behind everybody's back.</summary>
    public async Task ChangeItemAsync(MeetingId meeting, int number, System.Func<AgendaItem, AgendaItem> change)
    {
        var key = $"item|{meeting}|{number:000}";
        var row = (await Get<Bot.Platform.Tables.ITableStore>().GetEntityIfExistsAsync(TableNames.Meetings, Network.Value, key, Cancellation))!;
        AgendaItemRow.Write(row, change(AgendaItemRow.Read(row)));
        await Get<Bot.Platform.Tables.ITableStore>().SubmitTransactionAsync(TableNames.Meetings, [Bot.Platform.Tables.TableTransactionAction.Update(row)], Cancellation);
    }

    /// <summary>The body of a message somebody types, for races.</summary>
    public string Typed(string who, string text) => Complete(new JsonObject { ["type"] = "message", ["text"] = text }, who, null).ToJsonString();

    private async Task<IReadOnlyList<Meeting>> ListAsync()
    {
        var meetings = new List<Meeting>();
        await foreach (var meeting in Get<MeetingStore>().FromAsync(Network, new NodaTime.LocalDate(2027, 1, 1), Cancellation))
        {
            meetings.Add(meeting);
        }

        return meetings;
    }
}
