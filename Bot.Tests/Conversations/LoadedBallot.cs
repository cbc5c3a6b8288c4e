using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Tests.Conversations;

/// <summary>A network of very many organizations and several instances of the bot on one Azurite, with the real pause between updates of a card.</summary>
internal sealed class LoadedBallot : IAsyncDisposable
{
    private const int Side = 24;

    private readonly List<RunningBot> bots = [];
    private readonly List<StoreFaults> faults = [];
    private readonly SettableTime time = new(Instant.FromUtc(2026, 11, 23, 9, 0));
    private readonly RecordingConnector connector = new();
    private readonly ConcurrentQueue<TimeSpan> updates = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly int voters;

    private LoadedBallot(int voters) => this.voters = voters;

    /// <summary>When the card in the room was replaced.</summary>
    public IReadOnlyList<TimeSpan> Updates => [.. updates];

    /// <summary>How many transactions on ballots met a conflict.</summary>
    public int Conflicts => faults.Sum(each => each.ConflictsIn(TableNames.Ballots));

    /// <summary>Starts the instances on a network with so many voters.</summary>
    public static async Task<LoadedBallot> StartAsync(int voters, int instances, CancellationToken cancellationToken)
    {
        var load = new LoadedBallot(voters);
        var account = await Azurite.RequireEmptyAccountAsync(cancellationToken);
        var tables = new RestTableStore(TableConnectionString.Parse(account), new TableClientOptions(), TimeProvider.System, NullLogger<RestTableStore>.Instance);
        await new TableCreation(tables).StartingAsync(cancellationToken);
        await new NetworkStore(tables, load.time).TryCreateAsync(load.Network(), cancellationToken);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Tables:ConnectionString"] = account, ["ExampleNetwork:Enabled"] = "false", ["Limits:SenderBurst"] = "1000000",
        };
        for (var instance = 0; instance < instances; instance++)
        {
            load.faults.Add(new StoreFaults());
            load.bots.Add(new RunningBot(load.time, load.connector, settings, load.faults[^1], cardPause: TimeSpan.FromSeconds(2)));
        }

        return load;
    }

    /// <summary>Opens a ballot for a minute; its card stands in the plenary's channel.</summary>
    public async Task OpenAsync(BallotId id, BallotSecrecy secrecy, CancellationToken cancellationToken)
    {
        var services = bots[0].Services;
        var network = (await services.GetRequiredService<NetworkStore>().FindByTenantAsync(ExampleSnapshot.Tenant, cancellationToken))!.Network;
        var plenary = network.GeneralAssembly!;
        var ballot = new Ballot(id, time.Now, time.Now + Duration.FromMinutes(1), MajorityRule.Default, null) { Secrecy = secrecy };
        var motion = new Motion(MotionKind.Poll, plenary.Id, "Frage", id.Value);
        var card = await connector.SendToConversationAsync("http://127.0.0.1:9/connector", ExampleSnapshot.PlenaryChannel, MessageActivity.Text("card"), cancellationToken);
        var ledger = services.GetRequiredService<DeliveryLedger>();
        var (_, row, line) = await ledger.ClaimAsync(Subjects.Filed(network.Id, Subjects.Ballot, id.Value), "ballot", ConversationBook.RoomKey(ExampleSnapshot.PlenaryChannel), cancellationToken);
        await ledger.SaveAsync(row, line with { State = DeliveryState.Sent, ConversationId = ExampleSnapshot.PlenaryChannel, ServiceUrl = "http://127.0.0.1:9/connector", ActivityId = card }, cancellationToken);
        await services.GetRequiredService<BallotStore>().OpenAsync(network.Id, new BallotRecord(ballot, motion, null), network.Electorate(plenary), cancellationToken);
        await services.GetRequiredService<DueTable>().AddAsync(Subjects.Due(network.Id, Subjects.Ballot, id.Value), [ballot.ClosesAt.ToDateTimeOffset()], cancellationToken);
        updates.Clear();
        connector.OnWire = (_, _) => updates.Enqueue(clock.Elapsed);
    }

    /// <summary>So many press at the same time, each at any of the instances.</summary>
    /// <returns>The answers, in the order of the votes.</returns>
    public async Task<string[]> VoteAsync(BallotId id, IReadOnlyList<(int Voter, VoteOption Option)> votes, CancellationToken cancellationToken)
    {
        var answers = new string[votes.Count];
        var bound = new ParallelOptions { MaxDegreeOfParallelism = Side, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(votes.Index(), bound, async (vote, token) =>
        {
            using var content = new StringContent(Body(id, vote.Item.Voter, vote.Item.Option), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var response = await bots[vote.Index % bots.Count].Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, token);
            answers[vote.Index] = await response.Content.ReadAsStringAsync(token);
        });
        return answers;
    }

    /// <summary>The minute is over.</summary>
    public void End() => time.Now += Duration.FromSeconds(61);

    /// <summary>All instances do what is due, at the same time.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => Task.WhenAll(bots.Select(bot => bot.SettleAsync(cancellationToken)));

    /// <summary>The ballot as it is stored, and its roll.</summary>
    public async Task<(BallotRecord Record, IReadOnlyList<RollEntry> Roll)> StoredAsync(BallotId id, CancellationToken cancellationToken)
    {
        var store = bots[0].Services.GetRequiredService<BallotStore>();
        var network = ExampleSnapshot.Create().Network.Id;
        return ((await store.FindAsync(network, id, cancellationToken))!.Value.Value, [.. (await store.RollAsync(network, id, cancellationToken)).Select(line => line.Value)]);
    }

    /// <summary>How many rows are kept about how often the ballot's cards may change.</summary>
    public async Task<int> PacesAsync(BallotId id, CancellationToken cancellationToken)
    {
        var subject = Subjects.Filed(ExampleSnapshot.Create().Network.Id, Subjects.Ballot, id.Value);
        var kept = 0;
        await foreach (var _ in bots[0].Services.GetRequiredService<ITableStore>().QueryAsync(DeliveryLedger.Table, RowRange.All("pace|" + subject), cancellationToken))
        {
            kept++;
        }

        return kept;
    }

    /// <summary>Whose vote it is.</summary>
    public static VoterId VoterOf(int voter) => new(NameOf(voter));

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots)
        {
            await bot.DisposeAsync();
        }
    }

    private static string NameOf(int voter) => string.Create(CultureInfo.InvariantCulture, $"v{voter:0000}");

    private static string Body(BallotId id, int voter, VoteOption option) => new JsonObject
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["id"] = Guid.NewGuid().ToString(),
        ["channelId"] = "msteams",
        ["serviceUrl"] = "http://127.0.0.1:9/connector",
        ["locale"] = "de-DE",
        ["from"] = new JsonObject { ["id"] = "29:" + NameOf(voter) },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = "a:personal-" + NameOf(voter), ["conversationType"] = "personal", ["tenantId"] = ExampleSnapshot.Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ExampleSnapshot.Tenant } },
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "ballot.vote",
                ["data"] = new JsonObject { ["ballot"] = id.Value, ["option"] = option.ToString(), ["voter"] = NameOf(voter) },
            },
            ["trigger"] = "manual",
        },
    }.ToJsonString();

    private NetworkSnapshot Network()
    {
        var example = ExampleSnapshot.Create();
        var everybody = Enumerable.Range(0, voters).Select(NameOf).ToList();
        return example with
        {
            Network = example.Network with
            {
                Organizations = [.. everybody.Select(name => new MemberOrganization(new OrganizationId(name), "Verein " + name, new LocalDate(2024, 3, 12), [new PersonId(name)]))],
                People = [.. example.Network.People, .. everybody.Select(name => new Person(new PersonId(name), "Vertretung " + name, IsCoordinator: false))],
            },
            Accounts = new Dictionary<PersonId, Account>(example.Accounts.Concat(everybody.Select(name => KeyValuePair.Create(new PersonId(name), new Account("29:" + name, null))))),
        };
    }
}
