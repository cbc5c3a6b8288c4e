using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Networks. One partition a network; every change of it also rewrites the head row in the same batch, so that the head's
/// version tells whether a copy in memory is still the truth. A second kind of partition, <c>tenant|id</c>, says which networks a tenant holds.</summary>
internal sealed partial class NetworkStore(ITableStore tables, TimeProvider time)
{
    /// <summary>How long a copy is used without asking whether it is still the truth. What has effect, such as a vote,
    /// is checked against rows of its own.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<NetworkId, Copy> copies = new();

    private readonly NetworkBatches batches = new(tables);

    /// <summary>The network, or null when there is none.</summary>
    public async ValueTask<NetworkSnapshot?> FindAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // At midnight other rules may be in force, however fresh the copy is.
        if (copies.TryGetValue(network, out var copy) && now < copy.FreshUntil && copy.Day == Today(copy.Snapshot, now))
        {
            return copy.Snapshot;
        }

        if (copy is not null)
        {
            var head = await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.Head, cancellationToken);
            if (head?.ETag == copy.Snapshot.Version && copy.Day == Today(copy.Snapshot, now))
            {
                copies[network] = copy with { FreshUntil = now + Fresh };
                return copy.Snapshot;
            }
        }

        return await ReadAsync(network, now, cancellationToken);
    }

    private async Task<NetworkSnapshot?> ReadAsync(NetworkId network, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await ReadRowsAsync(network, cancellationToken) is not ({ } head, var rows))
        {
            return null;
        }

        var day = Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb[head.Text("Zone")]).Date;
        var snapshot = NetworkRows.Read(NetworkBatches.Counting(rows), day) with { Version = head.ETag };
        copies[network] = new Copy(snapshot, day, now + Fresh);
        return snapshot;
    }

    /// <summary>All rows as they were at one moment: none was written between the first and the last of them.</summary>
    private async Task<(TableEntity? Head, IReadOnlyList<TableEntity> Rows)> ReadRowsAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var head = await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.Head, cancellationToken);
        while (head is not null)
        {
            var rows = new List<TableEntity>();
            await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.All(network.Value), cancellationToken))
            {
                rows.Add(row);
            }

            var before = head;
            head = await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.Head, cancellationToken);
            if (head?.ETag == before.ETag)
            {
                return (head, rows);
            }
        }

        return (null, []);
    }

    private static LocalDate Today(NetworkSnapshot snapshot, DateTimeOffset now) =>
        Instant.FromDateTimeOffset(now).InZone(snapshot.Network.Zone).Date;

    private sealed record Copy(NetworkSnapshot Snapshot, LocalDate Day, DateTimeOffset FreshUntil);
}
