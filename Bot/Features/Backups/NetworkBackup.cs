using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Deliveries;
using Bot.Platform.Sealing;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups;

/// <summary>What a backup holds.</summary>
/// <param name="Manifest">Of what, and when.</param>
/// <param name="Rows">Rows that count.</param>
/// <param name="Partitions">Partitions they lie in.</param>
/// <param name="Papers">Papers of secret ballots that are not counted yet.</param>
/// <param name="Unknown">Partitions, with their tables, that belong to no network this version knows; not in the backup.</param>
internal sealed record BackupSummary(BackupManifest Manifest, int Rows, int Partitions, int Papers, IReadOnlyCollection<string> Unknown);

/// <summary>Writes a network into one file while the bot runs, as it was at one moment.</summary>
/// <remarks>All tables are read through and written down, then read through again. What changed between is written down once more, in place of what stands before it in the file, until one
/// reading finds every row in the version that was written down. All of them were in the store at the moment that reading began: each was there before it, and each was still there after it,
/// since versions never come back. Addresses of conversations are no part of that moment; they are read last, and only say where people can be reached.</remarks>
internal sealed class NetworkBackup(ITableStore tables, NetworkStore networks, TimeProvider time)
{
    /// <summary>How often the tables are read at most.</summary>
    public const int MostReadings = 20;

    /// <summary>Writes the backup; the file is not completed, which whoever opened it does when this has returned.</summary>
    /// <exception cref="BackupException">There is no such network, or it was written to during each reading.</exception>
    public async Task<BackupSummary> WriteAsync(NetworkId network, SealedWriter file, CancellationToken cancellationToken)
    {
        var snapshot = await networks.FindAsync(network, cancellationToken) ?? throw new BackupException($"There is no network '{network.Value}'.");
        var version = typeof(NetworkBackup).Assembly.GetName().Version?.ToString(3) ?? string.Empty;
        var manifest = new BackupManifest(BackupManifest.Current, network.Value, snapshot.Network.Name, snapshot.Tenant, time.GetUtcNow(), version);
        BackupRecords.Write(file, RecordKind.Manifest, manifest.ToBytes());

        var run = new Run(network, file, [.. (await networks.AllAsync(cancellationToken)).Select(known => known.Value), NetworkSnapshot.Nobody.Value, string.Empty]);
        await FirstReadingAsync(run, cancellationToken);
        for (var reading = 2; await ReadAgainAsync(run, cancellationToken) > 0; reading++)
        {
            if (reading == MostReadings)
            {
                throw new BackupException($"Something was written to the network during each of {MostReadings} readings. Try again at a quieter time; nothing was stored.");
            }
        }

        await ConversationsAsync(run, cancellationToken);
        var rows = run.Seen.Values.Sum(print => print.Rows);
        BackupRecords.Write(file, RecordKind.End, Encoding.ASCII.GetBytes(rows.ToString(CultureInfo.InvariantCulture)));
        return new BackupSummary(manifest, rows, run.Seen.Values.Count(print => print.Rows > 0), run.Papers.Values.Sum(), run.Unknown);
    }

    private async Task FirstReadingAsync(Run run, CancellationToken cancellationToken)
    {
        foreach (var table in OfOneMoment)
        {
            string? current = null;
            await ReadAsync(
                run,
                table,
                row =>
                {
                    if (current != row.PartitionKey)
                    {
                        BackupRecords.WritePartition(run.File, table, current = row.PartitionKey);
                    }

                    run.Write(table, row);
                },
                (partition, print) => run.Seen[(table, partition)] = print,
                cancellationToken);
        }
    }

    /// <summary>Reads everything again and writes down what has changed.</summary>
    /// <returns>How many partitions have changed.</returns>
    private async Task<int> ReadAgainAsync(Run run, CancellationToken cancellationToken)
    {
        var changed = run.Seen.Where(seen => seen.Value.Rows > 0).Select(seen => seen.Key).ToHashSet();
        foreach (var table in OfOneMoment)
        {
            await ReadAsync(
                run,
                table,
                onRow: null,
                (partition, print) =>
                {
                    if (run.Seen.GetValueOrDefault((table, partition)) == print)
                    {
                        changed.Remove((table, partition));
                    }
                    else
                    {
                        changed.Add((table, partition));
                    }
                },
                cancellationToken);
        }

        foreach (var (table, partition) in changed)
        {
            await CopyAsync(run, table, partition, cancellationToken);
        }

        return changed.Count;
    }

    /// <summary>Writes a partition down anew; one that is gone as one without rows.</summary>
    private async Task CopyAsync(Run run, string table, string partition, CancellationToken cancellationToken)
    {
        using var print = new PrintTaking();
        BackupRecords.WritePartition(run.File, table, partition);
        run.Papers.Remove((table, partition));
        await foreach (var row in tables.QueryAsync(table, RowRange.All(partition), cancellationToken))
        {
            if (NetworkHoldings.IsHeld(table, row, run.Network, NoConversations))
            {
                print.Add(row);
                run.Write(table, row);
            }
        }

        run.Seen[(table, partition)] = print.Take();
    }

    /// <summary>Where the network's people and committees can be reached by now.</summary>
    private async Task ConversationsAsync(Run run, CancellationToken cancellationToken)
    {
        if (await networks.FindAsync(run.Network, cancellationToken) is not { } snapshot)
        {
            return;
        }

        var wanted = NetworkHoldings.ConversationsOf(snapshot);
        using var print = new PrintTaking();
        BackupRecords.WritePartition(run.File, ConversationBook.Table, snapshot.Tenant);
        await foreach (var row in tables.QueryAsync(ConversationBook.Table, RowRange.All(snapshot.Tenant), cancellationToken))
        {
            if (NetworkHoldings.IsHeld(ConversationBook.Table, row, run.Network, wanted))
            {
                print.Add(row);
                run.Write(ConversationBook.Table, row);
            }
        }

        run.Seen[(ConversationBook.Table, snapshot.Tenant)] = print.Take();
    }

    /// <summary>Reads a table through, partition by partition, as far as it is the network's.</summary>
    private async Task ReadAsync(Run run, string table, Action<TableEntity>? onRow, Action<string, PartitionPrint> onEnd, CancellationToken cancellationToken)
    {
        using var print = new PrintTaking();
        string? current = null;
        await foreach (var row in tables.ScanAsync(table, string.Empty, cancellationToken))
        {
            if (!NetworkHoldings.IsHeld(table, row, run.Network, NoConversations))
            {
                run.Pass(table, row);
                continue;
            }

            if (current is not null && current != row.PartitionKey)
            {
                onEnd(current, print.Take());
            }

            current = row.PartitionKey;
            print.Add(row);
            onRow?.Invoke(row);
        }

        if (current is not null)
        {
            onEnd(current, print.Take());
        }
    }

    private static IEnumerable<string> OfOneMoment => NetworkHoldings.HeldTables.Where(table => table != ConversationBook.Table);

    private static IReadOnlySet<(string, string)> NoConversations { get; } = new HashSet<(string, string)>();

    /// <summary>One backup on its way.</summary>
    private sealed record Run(NetworkId Network, SealedWriter File, HashSet<string> Networks)
    {
        /// <summary>The partitions as they were written down last.</summary>
        public Dictionary<(string Table, string Partition), PartitionPrint> Seen { get; } = [];

        /// <summary>Papers of secret ballots in each partition, as written down last.</summary>
        public Dictionary<(string Table, string Partition), int> Papers { get; } = [];

        /// <summary>Partitions of no network that is known.</summary>
        public SortedSet<string> Unknown { get; } = new(StringComparer.Ordinal);

        /// <summary>Writes a row down.</summary>
        public void Write(string table, TableEntity row)
        {
            BackupRecords.WriteRow(File, row);
            if (NetworkHoldings.IsSecretPaper(table, row.RowKey))
            {
                Papers[(table, row.PartitionKey)] = Papers.GetValueOrDefault((table, row.PartitionKey)) + 1;
            }
        }

        /// <summary>Passes over a row that is not written down.</summary>
        public void Pass(string table, TableEntity row)
        {
            if (NetworkHoldings.OwnerOf(table, row) is not { } owner || !Networks.Contains(owner))
            {
                Unknown.Add($"{table} {row.PartitionKey}");
            }
        }
    }
}
