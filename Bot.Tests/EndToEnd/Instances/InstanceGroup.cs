using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>Several real processes of the bot on one account of a real Azurite, with a network of many organizations.</summary>
internal sealed class InstanceGroup : IAsyncDisposable
{
    private readonly List<(Uri Address, BotProcess Process)> running = [];
    private readonly TemporaryFolder folder = new();
    private readonly string account;

    private InstanceGroup(string account, ITableStore tables, GatedConnector connector)
    {
        (this.account, Tables, Connector) = (account, tables, connector);
        Channel = new Channel(connector);
    }

    /// <summary>The rows all instances share.</summary>
    public ITableStore Tables { get; }

    /// <summary>Where all instances speak.</summary>
    public GatedConnector Connector { get; }

    /// <summary>Delivers to the instances.</summary>
    public Channel Channel { get; }

    /// <summary>The network.</summary>
    public static NetworkId Network => ExampleSnapshot.Create().Network.Id;

    /// <summary>Where each instance listens, and its process.</summary>
    public IReadOnlyList<(Uri Address, BotProcess Process)> Running => running;

    /// <summary>Stores the network; no instance runs yet. Skips the test without Node.</summary>
    public static async Task<InstanceGroup> CreateAsync(int members, CancellationToken cancellationToken)
    {
        var empty = await Azurite.RequireEmptyAccountAsync(cancellationToken);
        var tables = new RestTableStore(TableConnectionString.Parse(empty), new TableClientOptions(), TimeProvider.System, NullLogger<RestTableStore>.Instance);
        await new TableCreation(tables).StartingAsync(cancellationToken);
        var snapshot = WithMembers(members);
        await new DigestStore(tables).LeaveOffAsync(snapshot.Network.Id, cancellationToken);
        await new NetworkStore(tables, TimeProvider.System).TryCreateAsync(snapshot, cancellationToken);
        return new InstanceGroup(empty, tables, await GatedConnector.StartAsync(cancellationToken));
    }

    /// <summary>Short name of a member, by number.</summary>
    public static string Member(int number) => "m" + number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>A day to come, as people write it; eight weeks ahead is longer than any notice period.</summary>
    public static string DayAhead(int days = 56) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("d.M.yyyy", CultureInfo.InvariantCulture);

    /// <summary>Starts one more instance and waits until it listens; the channel learns of it.</summary>
    public async Task<BotProcess> StartAsync(CancellationToken cancellationToken, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{NodePeers.FreePort()}");
        var bot = BotProcess.Start(
            address, folder.Path,
            [
                "--Playground:Enabled=false", "--ExampleNetwork:Enabled=false", "--Tables:ConnectionString=" + account, "--Limits:SenderBurst=100000",
                "--Scheduling:SafetySeconds=1", .. settings,
            ]);
        running.Add((address, bot));
        await bot.PrintsAsync("Application started", cancellationToken);
        Channel.Instances = [.. Channel.Instances, address];
        return bot;
    }

    /// <summary>Starts so many at the same time.</summary>
    public async Task StartManyAsync(int count, CancellationToken cancellationToken, params string[] settings)
    {
        var before = Channel.Instances;
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => StartAsync(cancellationToken, settings)));
        Channel.Instances = [.. before, .. running.Select(one => one.Address).Except(before)];
    }

    /// <summary>From now on the channel knows nothing of it.</summary>
    public void Forget(BotProcess bot)
    {
        var gone = running.Single(one => one.Process == bot);
        running.Remove(gone);
        Channel.Instances = [.. Channel.Instances.Where(address => address != gone.Address)];
    }

    public async ValueTask DisposeAsync()
    {
        Connector.Open();
        foreach (var (_, process) in running)
        {
            await process.DisposeAsync();
        }

        Channel.Dispose();
        await Connector.DisposeAsync();
        folder.Dispose();
    }

    private static NetworkSnapshot WithMembers(int members)
    {
        var snapshot = ExampleSnapshot.Create();
        var numbers = Enumerable.Range(0, members).ToList();
        var network = snapshot.Network;
        return snapshot with
        {
            Network = network with
            {
                Organizations =
                [
                    .. network.Organizations,
                    .. numbers.Select(number => new MemberOrganization(
                        new OrganizationId("o" + Member(number)), "Verein " + Member(number), new LocalDate(2025, 1, 1), [new PersonId(Member(number))])),
                ],
                People = [.. network.People, .. numbers.Select(number => new Person(new PersonId(Member(number)), "Mitglied " + Member(number), false))],
            },
            Accounts = snapshot.Accounts.Select(pair => (pair.Key, Account: new Account(pair.Value.TeamsId, null)))
                .Concat(numbers.Select(number => (Key: new PersonId(Member(number)), Account: new Account("29:" + Member(number), null))))
                .ToDictionary(pair => pair.Key, pair => pair.Account),
        };
    }
}
