using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Microsoft.Data.Sqlite;
using NodaTime;
using Xunit;

namespace Bot.Tests.Secrecy;

/// <summary>A network of twenty organizations that votes in secret again and again, while somebody watches everything.</summary>
internal sealed class SecretScene : IAsyncDisposable
{
    /// <summary>How many vote.</summary>
    public const int Voters = 20;

    private readonly EvidenceLog log;
    private readonly EvidenceTelemetry telemetry = new();
    private readonly string? connectionString;
    private readonly List<SeenMessage> messages = [];
    private readonly List<SeenRequest> requests = [];
    private int ballots;

    private SecretScene(Talk talk, EvidenceLog log, string? connectionString)
    {
        Talk = talk;
        this.log = log;
        this.connectionString = connectionString;
        log.Now = () => talk.Time.Now;
        telemetry.Now = () => talk.Time.Now;
        talk.Connector.OnWire = (conversation, content) =>
        {
            lock (messages)
            {
                messages.Add(new SeenMessage(talk.Time.Now, conversation, content.GetRawText()));
            }
        };
    }

    /// <summary>The dialogue.</summary>
    public Talk Talk { get; }

    /// <summary>Those who vote, in the order of the roll.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(0, Voters).Select(number => string.Create(CultureInfo.InvariantCulture, $"v{number:00}"))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Everybody opens their 1:1 chat; the bot logs as much as it can.</summary>
    public static async Task<SecretScene> StartAsync(Store store)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
            ["Logging:LogLevel:Quartz"] = "Trace",
            ["Logging:LogLevel:System.Net.Http"] = "Trace",
        };
        var account = store == Store.AzureTables ? await Azurite.RequireEmptyAccountAsync(Cancellation) : null;
        if (account is not null)
        {
            settings["Tables:ConnectionString"] = account;
        }

        var seen = new EvidenceLog();
        var talk = await Talk.StartAsync(Store.Sqlite, Twenty, settings, seen);
        var scene = new SecretScene(talk, seen, account);
        foreach (var who in Names)
        {
            await talk.OpensAsync(who);
        }

        await talk.SaysAsync("v00", "hallo", Talk.Plenary);
        return scene;
    }

    /// <summary>Opens a ballot and announces it.</summary>
    /// <param name="form">What its papers look like; null for a question of yes or no.</param>
    /// <param name="kind">What it is on.</param>
    /// <param name="options">What can be chosen; null where nothing can.</param>
    public async Task<BallotId> OpenAsync(PaperForm? form = null, MotionKind kind = MotionKind.Poll, IReadOnlyList<string>? options = null)
    {
        var id = new BallotId(string.Create(CultureInfo.InvariantCulture, $"secret{++ballots:000}"));
        var network = (await Talk.NetworkAsync()).Network;
        var plenary = network.GeneralAssembly!;
        var opening = Opening.Of(network, plenary, new Motion(kind, plenary.Id, "Frage " + id.Value, id.Value) { Options = options ?? [] }, id, Talk.Time.Now, Talk.Time.Now + Duration.FromDays(3));
        await Talk.Get<BallotOpener>().OpenAsync(Talk.Network, opening with { Ballot = opening.Ballot with { Secrecy = BallotSecrecy.Secret, Form = form ?? new PaperForm.Question() } }, [], Cancellation);
        await Talk.SettleAsync();
        lock (messages)
        {
            messages.Clear();
        }

        requests.Clear();
        log.Take();
        telemetry.Take();
        return id;
    }

    /// <summary>Everybody votes, in any order, after any time, some by pressing, some by typing.</summary>
    /// <param name="chosen">The choice of each.</param>
    /// <param name="random">Says who, when and how.</param>
    /// <param name="typing">How many of a hundred type.</param>
    /// <param name="change">What the attacker's helper does to the data of a pressed button; null for nothing.</param>
    public async Task VoteAsync(IReadOnlyList<VoteOption> chosen, Random random, int typing = 33, Action<JsonObject>? change = null)
    {
        foreach (var voter in Enumerable.Range(0, Voters).OrderBy(_ => random.Next()))
        {
            Talk.Time.Now += Duration.FromMilliseconds(random.Next(1_000, 3_000_000));
            await CastAsync(Names[voter], chosen[voter], isTyped: random.Next(100) < typing, change);
        }
    }

    /// <summary>The time passes until the ballot has ended; what is due then is done when said so.</summary>
    public async Task EndAsync(bool counts = true)
    {
        Talk.Time.Now += Duration.FromDays(4);
        if (counts)
        {
            await Talk.SettleAsync();
        }
    }

    /// <summary>Everything there is to see now.</summary>
    public async Task<Evidence> SeizeAsync(BallotId ballot)
    {
        var files = connectionString is null ? Files() : [];
        lock (messages)
        {
            return new Evidence(Talk.Network.Value + "|" + ballot.Value, Names)
            {
                Files = files,
                Log = log.Take(),
                Telemetry = telemetry.Take(),
                Messages = [.. messages],
                Requests = [.. requests],
                Rows = Rows(),
            };
        }
    }

    /// <summary>The ballot as it is stored.</summary>
    public async Task<BallotRecord> RecordAsync(BallotId ballot) => (await Talk.Get<BallotStore>().FindAsync(Talk.Network, ballot, Cancellation))!.Value.Value;

    public async ValueTask DisposeAsync()
    {
        await Talk.DisposeAsync();
        telemetry.Dispose();
    }

    /// <summary>Somebody fills in the paper on their card and presses a button, as a client does.</summary>
    /// <param name="who">Who.</param>
    /// <param name="button">Its title.</param>
    /// <param name="fill">What they fill in, by the card's inputs; null for nothing.</param>
    /// <param name="change">What the attacker's helper does to the data; null for nothing.</param>
    /// <param name="isTitled">Whether the client sends the button's title too, as some do.</param>
    public Task<SeenRequest> PressAsync(
        string who, string button, Func<IReadOnlyList<JsonElement>, IEnumerable<(string Input, string Value)>>? fill = null, Action<JsonObject>? change = null, bool isTitled = false)
    {
        var (action, inputs) = Talk.Shown(who, button);
        var data = JsonNode.Parse(action.GetProperty("data").GetRawText())!.AsObject();
        var isAlone = CardReading.TextOf(action, "associatedInputs").Equals("none", StringComparison.OrdinalIgnoreCase);
        foreach (var (input, value) in isAlone ? [] : inputs.Where(input => input.TryGetProperty("value", out _)).Select(input => (CardReading.TextOf(input, "id"), CardReading.TextOf(input, "value"))).Concat(fill?.Invoke(inputs) ?? []))
        {
            data[input] = value;
        }

        change?.Invoke(data);
        var pressed = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "ballot.vote", ["data"] = data };
        if (isTitled)
        {
            pressed["title"] = action.GetProperty("title").GetString();
        }

        return SendAsync(who, new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = new JsonObject { ["action"] = pressed, ["trigger"] = "manual" } }, isTyped: false);
    }

    /// <summary>Somebody types their choice.</summary>
    public Task<SeenRequest> TypeAsync(string who, string text) => SendAsync(who, new JsonObject { ["type"] = "message", ["text"] = text }, isTyped: true);

    /// <summary>All rows of all tables as they are now.</summary>
    public IReadOnlyList<SeenRow> Rows() =>
        connectionString is null ? SqliteRows() : AzureRows(NodePeers.RunAsync("tables.mjs", ["all", connectionString], Cancellation).GetAwaiter().GetResult());

    private Task<SeenRequest> CastAsync(string who, VoteOption option, bool isTyped, Action<JsonObject>? change)
    {
        var word = option switch { VoteOption.Yes => "Ja", VoteOption.No => "Nein", _ => "Enthaltung" };
        return isTyped ? TypeAsync(who, word) : PressAsync(who, word, change: change);
    }

    private async Task<SeenRequest> SendAsync(string who, JsonObject activity, bool isTyped)
    {
        var body = Talk.Complete(activity, who, null).ToJsonString();
        var at = Talk.Time.Now;
        using var response = await Talk.SendAsync(body);
        var answer = await response.Content.ReadAsByteArrayAsync(Cancellation);
        var text = Encoding.UTF8.GetString(answer);
        var request = new SeenRequest(at, who, isTyped ? null : Encoding.UTF8.GetByteCount(body), answer.Length, text);
        requests.Add(request);
        await Talk.SettleAsync();
        Assert.Contains("Ihre Stimme ist gezählt", isTyped ? Talk.LastFor(who) : text, StringComparison.Ordinal);
        return request;
    }

    private SeenFile[] Files() =>
    [
        .. Directory.GetFiles(Talk.DataFolder).Select(path =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new BinaryReader(file);
            return new SeenFile(Path.GetFileName(path), Encoding.Latin1.GetString(reader.ReadBytes((int)file.Length)));
        }),
    ];

    private SeenRow[] SqliteRows()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Talk.DataFolder, "tables.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, partition_key, row_key, written, properties || etag FROM entities JOIN tables ON id = table_id ORDER BY name, partition_key, row_key";
        using var reader = command.ExecuteReader();
        var rows = new List<SeenRow>();
        while (reader.Read())
        {
            rows.Add(new SeenRow(reader.GetString(0), reader.GetString(1), reader.GetString(2), new DateTimeOffset(reader.GetInt64(3), TimeSpan.Zero), reader.GetString(4)));
        }

        return [.. rows];
    }

    private static SeenRow[] AzureRows(string json)
    {
        using var all = JsonDocument.Parse(json);
        return
        [
            .. all.RootElement.EnumerateArray().Select(row => new SeenRow(
                row.GetProperty("table").GetString()!, row.GetProperty("partition").GetString()!, row.GetProperty("row").GetString()!,
                row.GetProperty("timestamp").GetDateTimeOffset(), row.GetProperty("text").GetString()!)),
        ];
    }

    private static NetworkSnapshot Twenty(NetworkSnapshot example)
    {
        var grown = Names.Aggregate(example, (snapshot, who) => Talk.With(snapshot, who, "Vertretung " + who));
        return grown with
        {
            Network = grown.Network with
            {
                Organizations = [.. Names.Select(who => new MemberOrganization(new OrganizationId(who), "Verein " + who, new LocalDate(2024, 3, 12), [new PersonId(who)]))],
            },
        };
    }
}
