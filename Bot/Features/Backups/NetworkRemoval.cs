using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Deliveries;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups;

/// <summary>What a removal takes away.</summary>
/// <param name="Name">The network's name; null where an interrupted removal has taken it away already, or a restore never brought it.</param>
/// <param name="Tenant">The tenant it lives in.</param>
/// <param name="IsBegun">Whether a removal was begun and interrupted.</param>
/// <param name="Rows">How many rows of each kind, by table and kind; those of the tenant that go along are among them.</param>
internal sealed record RemovalPlan(string? Name, string Tenant, bool IsBegun, IReadOnlyDictionary<string, int> Rows);

/// <summary>Deletes a network for good, with everything in shared places that is its own; other networks of the store keep every row.</summary>
/// <remarks>Source: a processor deletes all personal data at the end of the service (GDPR, Art. 28 (3) (g)). Under a mark that stands until all is done: where its people and rooms can be reached, as far as no
/// other network of the tenant reaches them there; the head, from which on nobody sees the network any more; what ties the tenant to it; all its rows, table by table, until a reading finds none; then the store
/// is told to forget what was removed. A process that dies anywhere between leaves the mark, and the same order goes on. Only the note of which networks lie beside each other changes in the others' heads.</remarks>
internal sealed class NetworkRemoval(ITableStore tables, NetworkStore networks)
{
    /// <summary>How often the tables are read at most: a bot that still runs writes more while rows go.</summary>
    private const int MostReadings = 20;

    /// <summary>Counts what would go; changes nothing.</summary>
    /// <exception cref="LeaveException">There is no such network.</exception>
    public async Task<RemovalPlan> PlanAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var (snapshot, mark) = (await networks.FindAsync(network, cancellationToken), await RemovalMark.FindAsync(tables, network, cancellationToken));
        var tenant = snapshot?.Tenant ?? mark?.Tenant ?? string.Empty;
        var shared = await SharedAsync(network, snapshot, tenant, cancellationToken);
        var counted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in NetworkHoldings.Tables)
        {
            await foreach (var row in tables.ScanAsync(table, string.Empty, cancellationToken))
            {
                if (NetworkHoldings.OwnerOf(table, row) == network.Value || shared.Contains((table, row.PartitionKey, row.RowKey)))
                {
                    var kind = KindOf(table, row, network, tenant);
                    counted[kind] = counted.GetValueOrDefault(kind) + 1;
                }
            }
        }

        return snapshot is null && mark is null && counted.Count == 0
            ? throw new LeaveException($"There is no network '{network.Value}'. The order networks lists those there are.")
            : new RemovalPlan(snapshot?.Network.Name, tenant, mark is not null, counted);
    }

    /// <summary>Deletes it.</summary>
    /// <param name="network">Which.</param>
    /// <param name="plan">As <see cref="PlanAsync"/> has found it.</param>
    /// <param name="name">The name that was given; the caller has compared it.</param>
    /// <param name="cancellationToken">Stops it; it can be gone on with.</param>
    /// <returns>How many rows were removed by this run.</returns>
    /// <exception cref="BackupException">Something was written to the network during each reading.</exception>
    public async Task<int> RunAsync(NetworkId network, RemovalPlan plan, string name, CancellationToken cancellationToken)
    {
        if (!plan.IsBegun)
        {
            await RemovalMark.Of(name, plan.Tenant).SetAsync(tables, network, cancellationToken);
        }

        var removed = await RemoveSharedAsync(network, plan.Tenant, cancellationToken);
        await NetworkClearing.RemoveHeadAsync(tables, network, cancellationToken);
        removed += plan.Name is null ? 0 : 1;
        if (plan.Tenant.Length > 0)
        {
            await networks.UnbindAsync(plan.Tenant, network, cancellationToken);
        }

        var reading = 1;
        for (int found; (found = await NetworkClearing.RemoveRowsAsync(tables, network, cancellationToken)) > 0; reading++)
        {
            removed += found;
            if (reading == MostReadings)
            {
                throw new BackupException("Something is still written to the network: a bot runs on this store. Stop it and give the order once more; what is gone stays gone.");
            }
        }

        // While the mark stands, so that whoever dies here forgets it the next time; and once more, so that nothing of the mark is left either.
        await tables.ForgetRemovedAsync(cancellationToken);
        await RemovalMark.RemoveAsync(tables, network, cancellationToken);
        await tables.ForgetRemovedAsync(cancellationToken);
        return removed;
    }

    /// <summary>Whether the name given is the network's: of one whose name is gone already by what the mark knows of it; of half a restore its identity stands for the name.</summary>
    public async Task<bool> IsNamedAsync(NetworkId network, RemovalPlan plan, string name, CancellationToken cancellationToken) => plan.Name is { } known
        ? string.Equals(known, name, StringComparison.Ordinal)
        : await RemovalMark.FindAsync(tables, network, cancellationToken) is { } mark ? mark.IsOf(name) : name == network.Value;

    private async Task<int> RemoveSharedAsync(NetworkId network, string tenant, CancellationToken cancellationToken)
    {
        var shared = await SharedAsync(network, await networks.FindAsync(network, cancellationToken), tenant, cancellationToken);
        var load = new RowLoad(tables, cancellationToken);
        foreach (var (table, partition, row) in shared)
        {
            // What ties the tenant to the network goes after the head: until then the network is whole.
            if (!(table == TableNames.Networks && row == NetworkStore.TenantRow))
            {
                await load.AddAsync(table, TableTransactionAction.Remove(partition, row));
            }
        }

        await load.EndAsync();
        return shared.Count;
    }

    /// <summary>Rows of the tenant that go with the network: all when it is the tenant's last one; otherwise those nobody else of the tenant needs.</summary>
    private async Task<IReadOnlySet<(string Table, string Partition, string Row)>> SharedAsync(NetworkId network, NetworkSnapshot? snapshot, string tenant, CancellationToken cancellationToken)
    {
        var shared = new SortedSet<(string Table, string Partition, string Row)>();
        if (tenant.Length == 0)
        {
            return shared;
        }

        var others = (await networks.OfTenantAsync(tenant, cancellationToken)).Where(other => other != network).ToList();
        var needed = new HashSet<(string, string)>();
        foreach (var other in others)
        {
            needed.UnionWith(await networks.FindAsync(other, cancellationToken) is { } beside ? NetworkHoldings.ConversationsOf(beside) : new HashSet<(string, string)>());
        }

        var own = snapshot is null ? new HashSet<(string, string)>() : NetworkHoldings.ConversationsOf(snapshot);
        await foreach (var row in tables.QueryAsync(ConversationBook.Table, RowRange.All(tenant), cancellationToken))
        {
            var key = (row.PartitionKey, row.RowKey);
            var isAnothers = NetworkHoldings.OwnerOf(ConversationBook.Table, row) is { Length: > 0 } owner && owner != network.Value;
            if (!isAnothers && (others.Count == 0 || (own.Contains(key) && !needed.Contains(key))))
            {
                shared.Add((ConversationBook.Table, row.PartitionKey, row.RowKey));
            }
        }

        foreach (var (partition, row) in await networks.TiesAsync(tenant, network, isLast: others.Count == 0, cancellationToken))
        {
            shared.Add((TableNames.Networks, partition, row));
        }

        return shared;
    }

    /// <summary>A kind as the list of kept rows knows it: the table, and how the row keys begin or the partition is called.</summary>
    private static string KindOf(string table, TableEntity row, NetworkId network, string tenant)
    {
        var kind = KeptRows.All.FirstOrDefault(rows => rows.Table == table && rows.Fits(network.Value, tenant, row.PartitionKey, row.RowKey));
        var word = kind is null ? string.Empty : kind.Key.Split('|')[^1] is { Length: > 0 } key ? key : kind.Partition.Split('|')[0];
        return word.Length == 0 || word == "{0}" || word == table ? table : $"{table}: {word}";
    }
}
