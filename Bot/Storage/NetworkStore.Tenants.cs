using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <content>Which networks a tenant holds: <c>tenant|id / network</c>, with the one it had first and those that were founded beside it; and <c>chosen|account</c>
/// for everybody who belongs to several and has said which they mean.</content>
/// <remarks>What was read once is kept for good, so that a turn costs nothing more for it. When a network is added, each other network's head is written as well: by that every instance
/// notices, within <see cref="Fresh"/>, that it has to read anew.</remarks>
internal sealed partial class NetworkStore
{
    private const string TenantLead = "tenant|";

    /// <summary>Row key of what ties a tenant to its networks.</summary>
    public const string TenantRow = "network";

    private const string Further = "Further";

    private readonly ConcurrentDictionary<string, IReadOnlyList<NetworkId>> holdings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The network the tenant has had first, or null when there is none.</summary>
    public async ValueTask<NetworkSnapshot?> FindByTenantAsync(string tenant, CancellationToken cancellationToken) =>
        (await AllOfTenantAsync(tenant, cancellationToken)) is [var first, ..] ? first : null;

    /// <summary>The networks of a tenant that are there, the one it has had first before the others.</summary>
    public async ValueTask<IReadOnlyList<NetworkSnapshot>> AllOfTenantAsync(string tenant, CancellationToken cancellationToken)
    {
        if (!holdings.TryGetValue(tenant, out var holding))
        {
            if (await ReadHoldingAsync(tenant, cancellationToken) is not { } read)
            {
                return [];
            }

            holding = holdings[tenant] = read;
        }

        var found = await SnapshotsAsync(holding, cancellationToken);
        if (found.All(snapshot => NamedIn(snapshot.Beside).All(holding.Contains)))
        {
            return found;
        }

        holding = holdings[tenant] = await ReadHoldingAsync(tenant, cancellationToken) ?? holding;
        return await SnapshotsAsync(holding, cancellationToken);
    }

    /// <summary>The networks the tenant's row names, whether they are there or not.</summary>
    public async Task<IReadOnlyList<NetworkId>> OfTenantAsync(string tenant, CancellationToken cancellationToken) =>
        await ReadHoldingAsync(tenant, cancellationToken) ?? [];

    /// <summary>Which of several networks somebody has chosen; null when none.</summary>
    public async Task<NetworkId?> ChosenAsync(string tenant, string account, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, TenantLead + tenant, ChosenKey(account), cancellationToken) is { } row ? new NetworkId(row.Text("Network")) : null;

    /// <summary>Keeps which of several networks somebody has chosen. The last word counts.</summary>
    public Task ChooseAsync(string tenant, string account, NetworkId network, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(TenantLead + tenant, ChosenKey(account));
        row["Network"] = network.Value;
        return tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    /// <summary>All networks that tenants' rows name; reads the whole table.</summary>
    public async Task<IReadOnlyList<NetworkId>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<NetworkId>();
        await foreach (var row in tables.ScanAsync(TableNames.Networks, string.Empty, cancellationToken))
        {
            if (row.PartitionKey.StartsWith(TenantLead, StringComparison.Ordinal) && row.RowKey == TenantRow)
            {
                all.AddRange(Named(row));
            }
        }

        return all;
    }

    /// <summary>Stores a whole new network for a tenant that has none.</summary>
    /// <returns>False when the tenant has one already; nothing was written.</returns>
    public async Task<bool> TryCreateAsync(NetworkSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (await FindByTenantAsync(snapshot.Tenant, cancellationToken) is not null)
        {
            return false;
        }

        await WriteAsync(snapshot, cancellationToken);
        var tenant = RowFormat.NewRow(TenantLead + snapshot.Tenant, TenantRow);
        tenant["Network"] = snapshot.Network.Id.Value;
        return await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Add(tenant)], cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>Stores a whole new network beside those its tenant has. Repeating it changes nothing.</summary>
    /// <param name="snapshot">The network, with an identity made by <see cref="NetworkId.Further"/>.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    /// <returns>False when there is a network with this identity already; nothing was written.</returns>
    public async Task<bool> TryCreateBesideAsync(NetworkSnapshot snapshot, CancellationToken cancellationToken)
    {
        if ((await OfTenantAsync(snapshot.Tenant, cancellationToken)).Contains(snapshot.Network.Id))
        {
            return false;
        }

        await WriteAsync(snapshot, cancellationToken);
        await BindAsync(snapshot.Tenant, snapshot.Network.Id, cancellationToken);
        return true;
    }

    /// <summary>Makes a network that is stored one of its tenant's. Repeating it changes nothing.</summary>
    public async Task BindAsync(string tenant, NetworkId network, CancellationToken cancellationToken)
    {
        var isNamed = false;
        while (!isNamed)
        {
            var standing = await tables.GetEntityIfExistsAsync(TableNames.Networks, TenantLead + tenant, TenantRow, cancellationToken);
            var row = standing ?? RowFormat.NewRow(TenantLead + tenant, TenantRow);
            isNamed = standing is not null && Named(row).Contains(network);
            if (standing is null)
            {
                row["Network"] = network.Value;
            }
            else if (!isNamed)
            {
                row[Further] = string.Join('|', Named(row).Skip(1).Append(network).Select(id => id.Value));
            }

            var action = standing is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
            isNamed = isNamed || await tables.SubmitTransactionAsync(TableNames.Networks, [action], cancellationToken) is TransactionResult.Committed;
        }

        holdings.TryRemove(tenant, out _);
        await NoteAllBesideAsync(tenant, cancellationToken);
    }

    private async Task NoteAllBesideAsync(string tenant, CancellationToken cancellationToken)
    {
        var all = await OfTenantAsync(tenant, cancellationToken);
        var beside = all.Count > 1 ? string.Join('|', all.Select(id => id.Value)) : null;
        foreach (var each in all)
        {
            await NoteBesideAsync(each, beside, cancellationToken);
        }
    }

    /// <summary>Takes a network away from its tenant, for good; those beside it learn that it is gone. Repeating it changes nothing.</summary>
    public async Task UnbindAsync(string tenant, NetworkId network, CancellationToken cancellationToken)
    {
        var isDone = false;
        while (!isDone)
        {
            var row = await tables.GetEntityIfExistsAsync(TableNames.Networks, TenantLead + tenant, TenantRow, cancellationToken);
            var left = row is null ? [] : Named(row).Where(named => named != network).ToList();
            isDone = row is null || left.Count == Named(row).Count();
            if (!isDone)
            {
                var action = TableTransactionAction.Delete(row!);
                if (left.Count > 0)
                {
                    row!["Network"] = left[0].Value;
                    row[Further] = left.Count > 1 ? string.Join('|', left.Skip(1).Select(id => id.Value)) : null;
                    action = TableTransactionAction.Update(row);
                }

                isDone = await tables.SubmitTransactionAsync(TableNames.Networks, [action], cancellationToken) is TransactionResult.Committed;
            }
        }

        holdings.TryRemove(tenant, out _);
        copies.TryRemove(network, out _);
        await NoteAllBesideAsync(tenant, cancellationToken);
    }

    /// <summary>The rows of a tenant that are about this network: which accounts have chosen it, and, when it is the tenant's last one, its codes for setting up another and what ties the tenant to it.</summary>
    public async Task<IReadOnlyList<(string Partition, string Row)>> TiesAsync(string tenant, NetworkId network, bool isLast, CancellationToken cancellationToken)
    {
        var ties = new List<(string, string)>();
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.All(TenantLead + tenant), cancellationToken))
        {
            if (isLast || (row.RowKey != TenantRow && row.GetString("Network") == network.Value))
            {
                ties.Add((row.PartitionKey, row.RowKey));
            }
        }

        if (isLast)
        {
            await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.All(SetupCodeStore.PartitionOf(tenant)), cancellationToken))
            {
                ties.Add((row.PartitionKey, row.RowKey));
            }
        }

        return ties;
    }

    private static string ChosenKey(string account) => "chosen|" + HeardMessage.Fingerprint(account);

    private async Task NoteBesideAsync(NetworkId network, string? all, CancellationToken cancellationToken)
    {
        var isNoted = false;
        while (!isNoted && await batches.HeadAsync(network, cancellationToken) is { } head && head.GetString(NetworkRows.Beside) != all)
        {
            head[NetworkRows.Beside] = all;
            isNoted = await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Update(head)], cancellationToken) is TransactionResult.Committed;
        }

        copies.TryRemove(network, out _);
    }

    private async Task WriteAsync(NetworkSnapshot snapshot, CancellationToken cancellationToken)
    {
        foreach (var chunk in NetworkRows.Write(snapshot).Chunk(100))
        {
            await tables.SubmitTransactionAsync(TableNames.Networks, [.. chunk.Select(TableTransactionAction.Upsert)], cancellationToken);
        }
    }

    private async Task<IReadOnlyList<NetworkId>?> ReadHoldingAsync(string tenant, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, TenantLead + tenant, TenantRow, cancellationToken) is { } row ? [.. Named(row)] : null;

    private async Task<IReadOnlyList<NetworkSnapshot>> SnapshotsAsync(IReadOnlyList<NetworkId> holding, CancellationToken cancellationToken)
    {
        var found = new List<NetworkSnapshot>(holding.Count);
        foreach (var network in holding)
        {
            if (await FindAsync(network, cancellationToken) is { } snapshot)
            {
                found.Add(snapshot);
            }
        }

        return found;
    }

    private static IEnumerable<NetworkId> Named(TableEntity row) => NamedIn(row.GetString(Further)).Prepend(new NetworkId(row.Text("Network")));

    private static IEnumerable<NetworkId> NamedIn(string? ids) => (ids ?? string.Empty).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new NetworkId(id));
}
