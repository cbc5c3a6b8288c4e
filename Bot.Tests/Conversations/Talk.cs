using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Which store a conversation runs on.</summary>
public enum Store
{
    /// <summary>A SQLite file.</summary>
    Sqlite,

    /// <summary>Azure Table storage, played by a real Azurite.</summary>
    AzureTables,
}

/// <summary>A dialogue with the whole bot: people say and press, and read what they are shown.</summary>
internal sealed partial class Talk : IAsyncDisposable
{
    /// <summary>The advisory board's group chat.</summary>
    public const string Board = ExampleSnapshot.BoardChat;

    /// <summary>The plenary's channel.</summary>
    public const string Plenary = ExampleSnapshot.PlenaryChannel;

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> settings;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, JsonElement> replaced = new(StringComparer.Ordinal);
    private readonly List<RunningBot> others = [];
    private RunningBot bot;

    private readonly Microsoft.Extensions.Logging.ILoggerProvider? log;

    private Talk(Dictionary<string, string> settings, Instant start, Microsoft.Extensions.Logging.ILoggerProvider? log = null)
    {
        this.settings = settings;
        this.log = log;
        Time = new SettableTime(start);
        // The clock stands still while people talk, so nobody's bucket of turns would ever fill again.
        settings.TryAdd("Limits:SenderBurst", "1000000");
        // Few dialogues are about the weekly overview; in the others nobody waits for it.
        settings.TryAdd("ExampleNetwork:Digest", "false");
        if (!settings.ContainsKey("Tables:ConnectionString"))
        {
            settings.TryAdd("Tables:DataFolder", folder.Path);
        }

        bot = new RunningBot(Time, Connector, settings, Faults, log);
    }

    /// <summary>The clock.</summary>
    public SettableTime Time { get; }

    /// <summary>What was sent where.</summary>
    public RecordingConnector Connector { get; } = new();

    /// <summary>When the store fails.</summary>
    public StoreFaults Faults { get; private set; } = new();

    /// <summary>Whether everything due is done after each thing said or pressed. Switched off for races.</summary>
    public bool Settles { get; set; } = true;

    /// <summary>Language of what people's clients send.</summary>
    public string Locale { get; set; } = "de-DE";

    /// <summary>The bot's services.</summary>
    public IServiceProvider Services => bot.Services;

    /// <summary>The folder of the SQLite file.</summary>
    public string DataFolder => folder.Path;

    /// <summary>Speaks HTTP to the bot.</summary>
    public HttpClient Http => bot.Client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The network as it is stored now.</summary>
    public async Task<NetworkSnapshot> NetworkAsync() =>
        await Get<NetworkStore>().FindByTenantAsync(ExampleSnapshot.Tenant, Cancellation) ?? throw new InvalidOperationException("No network.");

    /// <summary>A service of the bot.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Starts the bot with the example network on an empty store, on Monday, 23 November 2026, 10:00 in Berlin.</summary>
    /// <param name="store">On which store.</param>
    /// <param name="change">Changes the network before it is stored; null for the example as it is.</param>
    /// <param name="settings">Further settings of the bot; null for none.</param>
    /// <param name="log">Takes the log lines; null for nobody.</param>
    /// <param name="hasStandingItems">Whether something stands on every agenda, as the example has it. Dialogues that are not about that are told without, so that the first item
    /// somebody proposes has the number 1.</param>
    public static async Task<Talk> StartAsync(
        Store store = Store.Sqlite, Func<NetworkSnapshot, NetworkSnapshot>? change = null, IReadOnlyDictionary<string, string>? settings = null,
        Microsoft.Extensions.Logging.ILoggerProvider? log = null, bool hasStandingItems = false)
    {
        var chosen = new Dictionary<string, string>(settings ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        if (store == Store.AzureTables)
        {
            chosen["Tables:ConnectionString"] = await Azurite.RequireEmptyAccountAsync(Cancellation);
        }

        var isAsItIs = change is null && hasStandingItems;
        if (!isAsItIs)
        {
            chosen["ExampleNetwork:Enabled"] = "false";
        }

        var talk = new Talk(chosen, Instant.FromUtc(2026, 11, 23, 9, 0), log);
        if (!isAsItIs)
        {
            var example = hasStandingItems ? ExampleSnapshot.Create() : WithoutStandingItems(ExampleSnapshot.Create());
            await talk.SeedAsync(change?.Invoke(example) ?? example);
        }

        await talk.SettleAsync();
        return talk;
    }

    /// <summary>Ends the process and starts it again on the same store.</summary>
    public async Task RestartAsync()
    {
        await bot.DisposeAsync();
        Faults = new StoreFaults();
        bot = new RunningBot(Time, Connector, settings, Faults);
        await SettleAsync();
    }

    /// <summary>Starts a second instance on the same store; it ends with the talk. What people say still goes to the first.</summary>
    public RunningBot Join()
    {
        var other = new RunningBot(Time, Connector, settings);
        others.Add(other);
        return other;
    }

    private async Task SeedAsync(NetworkSnapshot snapshot)
    {
        if (settings["ExampleNetwork:Digest"] == "false")
        {
            await Get<DigestStore>().LeaveOffAsync(snapshot.Network.Id, Cancellation);
        }

        foreach (var committee in snapshot.Network.Committees.Where(committee => committee.Rules.Rhythm is not null))
        {
            var subject = Subjects.Due(snapshot.Network.Id, Subjects.Rhythm, committee.Id.Value);
            await Get<DueTable>().AddAsync(subject, [Time.GetUtcNow()], Cancellation);
        }

        Assert.True(await Get<NetworkStore>().TryCreateAsync(snapshot, Cancellation));
    }

    /// <summary>Moves the clock to a local moment in Berlin and does what is due there.</summary>
    public async Task AtAsync(int year, int month, int day, int hour, int minute = 0, int second = 0)
    {
        Time.SetBerlin(year, month, day, hour, minute, second);
        await SettleAsync();
    }

    /// <summary>Moves the clock forward and does what is due there.</summary>
    public async Task AfterAsync(Duration passed)
    {
        Time.Now += passed;
        await SettleAsync();
    }

    /// <summary>Somebody opens their 1:1 chat with the bot for the first time.</summary>
    public Task OpensAsync(string who) => PostAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" }, who, null);

    /// <summary>Somebody types, in their 1:1 chat or, mentioning the bot, in a conversation.</summary>
    public Task SaysAsync(string who, string text, string? where = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = where is null ? text : "<at>Koordinationsbot</at> " + text };
        if (where is not null)
        {
            activity["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>Koordinationsbot</at>",
                ["mentioned"] = new JsonObject { ["id"] = "28:22222222-2222-2222-2222-222222222222", ["name"] = "Koordinationsbot" },
            });
        }

        return PostAsync(activity, who, where);
    }

    /// <summary>Somebody presses a button, found by its title on the newest card that has it, with the card's inputs as they stand or as given.</summary>
    /// <returns>What the card or the client shows afterwards.</returns>
    public async Task<string> PressesAsync(string who, string button, string? where = null, params (string Input, string Value)[] inputs)
    {
        var (message, shown, action) = Find(who, button, where);
        var data = DataOf(action);
        foreach (var input in CardReading.Inputs(shown).Where(input => input.TryGetProperty("value", out _)))
        {
            data[input.GetProperty("id").GetString()!] = input.GetProperty("value").ToString();
        }

        foreach (var (input, value) in inputs)
        {
            data[input] = value;
        }

        return await PressAsync(who, action.GetProperty("verb").GetString()!, data, where, message.Id);
    }

    /// <summary>The data a button carries, to be sent later as from a stale card.</summary>
    public JsonObject DataOf(string who, string button, string? where = null) => DataOf(Find(who, button, where).Action);

    /// <summary>A button somebody sees, and the inputs on the same card.</summary>
    public (JsonElement Action, IReadOnlyList<JsonElement> Inputs) Shown(string who, string button) =>
        Find(who, button, null) is var found ? (found.Action, [.. CardReading.Inputs(found.Shown)]) : default;

    private static JsonObject DataOf(JsonElement action) =>
        action.TryGetProperty("data", out var data) ? JsonNode.Parse(data.GetRawText())!.AsObject() : [];

    private (ShownMessage Message, JsonElement Shown, JsonElement Action) Find(string who, string button, string? where)
    {
        var conversation = where ?? Personal(who);
        var card = Connector.In(conversation).Reverse()
            .Select(message => (Message: message, Shown: replaced.GetValueOrDefault(message.Id + who, message.Content)))
            .FirstOrDefault(candidate => CardReading.Actions(candidate.Shown).Any(action => TitleOf(action) == button));
        Assert.True(card.Message is not null, $"{who} sees no button \"{button}\". Shown: {Read(conversation)}");
        return (card.Message, card.Shown, CardReading.Actions(card.Shown).First(candidate => TitleOf(candidate) == button));
    }

    /// <summary>Somebody sends a button's verb with any data, as a forged or stale card would.</summary>
    public async Task<string> PressAsync(string who, string verb, JsonObject data, string? where = null, string messageId = "0")
    {
        var reply = await PostAsync(Invoke(verb, data, messageId), who, where);
        Assert.Equal(200, reply.GetProperty("statusCode").GetInt32());
        var value = reply.GetProperty("value");
        if (value.ValueKind == JsonValueKind.Object)
        {
            replaced[messageId + who] = value.Clone();
            Assert.Empty(CardRules.BrokenByCard(value));
            return CardReading.Words(value);
        }

        return value.GetString()!;
    }

    /// <summary>How many messages were sent and how often one was replaced, everywhere.</summary>
    public (int Sent, int Updates) Traffic => (Connector.Count, Connector.Updates);

    /// <summary>Does what is due.</summary>
    public async Task SettleAsync()
    {
        await bot.SettleAsync(Cancellation);
        Assert.Empty(Connector.Violations);
    }

    /// <summary>Waits until nothing is done in the background.</summary>
    public Task IdleAsync() => bot.IdleAsync();

    /// <summary>Does what is due, in both instances at the same time.</summary>
    public async Task SettleTogetherAsync(RunningBot other)
    {
        await Task.WhenAll(bot.SettleAsync(Cancellation), other.SettleAsync(Cancellation));
        Assert.Empty(Connector.Violations);
    }

    /// <summary>Presses a button when the bot is about to fail: the client is told that something went wrong, or nothing at all.</summary>
    public async Task PressExpectingFaultAsync(string who, string button)
    {
        var (message, _, action) = Find(who, button, null);
        var invoke = Invoke(action.GetProperty("verb").GetString()!, DataOf(action), message.Id);
        var reply = await PostAsync(invoke, who, null);
        Assert.Equal(500, reply.GetProperty("statusCode").GetInt32());
    }

    /// <summary>Somebody's 1:1 chat.</summary>
    public static string Personal(string who) => "a:personal-" + who;

    public async ValueTask DisposeAsync()
    {
        foreach (var other in others)
        {
            await other.DisposeAsync();
        }

        await bot.DisposeAsync();
        folder.Dispose();
    }

    private static string? TitleOf(JsonElement action) => action.TryGetProperty("title", out var title) ? title.GetString()?.Trim() : null;
}
