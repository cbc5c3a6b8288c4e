using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Bot.Domain.Committees;
using Bot.Platform.Deliveries;
using Bot.Platform.Sealing;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups;

/// <summary>A backup that was read to its end and found to be whole, and of nothing but its network.</summary>
/// <param name="Manifest">What it is of.</param>
/// <param name="Print">What tells the file from every other.</param>
/// <param name="Last">Which beginning of each partition, counted from 0 through the file, is the one that counts.</param>
/// <param name="Rows">Rows that count.</param>
internal sealed record BackupContents(BackupManifest Manifest, string Print, IReadOnlyDictionary<(string Table, string Partition), int> Last, int Rows)
{
    /// <summary>Reads a file to its end.</summary>
    /// <param name="file">The file; stays open.</param>
    /// <param name="passphrase">What opens it.</param>
    /// <exception cref="SealedFileException">The file is damaged or incomplete, or the passphrase does not fit.</exception>
    /// <exception cref="BackupException">The file is of a newer version of the bot, or was not written by it.</exception>
    public static BackupContents Check(Stream file, string passphrase)
    {
        using var reader = new SealedReader(file, passphrase);
        var records = BackupRecords.ReadAll(reader).GetEnumerator();
        try
        {
            var manifest = records.MoveNext() && records.Current.Kind is RecordKind.Manifest ? BackupManifest.Read(records.Current.Content) : throw Odd("it does not begin with what it is of");
            if (manifest.Format > BackupManifest.Current)
            {
                throw Newer($"its records have format {manifest.Format}", manifest);
            }

            return Check(reader.Print, manifest, records);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            throw Odd("it cannot be read", fault);
        }
        finally
        {
            records.Dispose();
        }
    }

    private static BackupContents Check(string print, BackupManifest manifest, IEnumerator<(RecordKind Kind, byte[] Content)> records)
    {
        var last = new Dictionary<(string Table, string Partition), (int Beginning, int Rows)>();
        var (beginnings, current, total) = (0, (Table: string.Empty, Partition: string.Empty), -1);
        while (records.MoveNext())
        {
            var (kind, content) = records.Current;
            switch (kind)
            {
                case RecordKind.Partition:
                    last[current = CheckedTable(manifest, BackupRecords.ReadPartition(content))] = (beginnings++, 0);
                    break;
                case RecordKind.Row when beginnings > 0:
                    CheckRow(manifest, current.Table, BackupRecords.ReadRow(current.Partition, content));
                    last[current] = last[current] with { Rows = last[current].Rows + 1 };
                    break;
                case RecordKind.End:
                    total = int.Parse(Encoding.ASCII.GetString(content), CultureInfo.InvariantCulture);
                    break;
                default:
                    throw Newer($"it has records of the kind {(int)kind}", manifest);
            }
        }

        var rows = last.Values.Sum(partition => partition.Rows);
        return rows == total ? new BackupContents(manifest, print, last.ToDictionary(partition => partition.Key, partition => partition.Value.Beginning), rows) : throw Odd("rows are missing");
    }

    /// <summary>The rows that count, in the order of the file.</summary>
    public IEnumerable<(string Table, TableEntity Row)> RowsOf(Stream file, string passphrase)
    {
        using var reader = new SealedReader(file, passphrase);
        if (reader.Print != Print)
        {
            throw new BackupException("The file was exchanged for another while it was read. Nothing of the other was stored; begin again.");
        }

        var (beginning, current) = (-1, (Table: string.Empty, Partition: string.Empty));
        foreach (var (kind, content) in BackupRecords.ReadAll(reader))
        {
            if (kind is RecordKind.Partition)
            {
                (beginning, current) = (beginning + 1, BackupRecords.ReadPartition(content));
            }
            else if (kind is RecordKind.Row && Last[current] == beginning)
            {
                yield return (current.Table, BackupRecords.ReadRow(current.Partition, content));
            }
        }
    }

    private static (string Table, string Partition) CheckedTable(BackupManifest manifest, (string Table, string Partition) partition) =>
        NetworkHoldings.HeldTables.Contains(partition.Table) ? partition : throw Newer($"it has rows of the table '{partition.Table}'", manifest);

    private static void CheckRow(BackupManifest manifest, string table, TableEntity row)
    {
        if (row.GetInt32(RowFormat.VersionColumn) > RowFormat.Version)
        {
            throw Newer($"a row in '{table}' has format {row.GetInt32(RowFormat.VersionColumn)}", manifest);
        }

        HashSet<(string, string)> own = table == ConversationBook.Table && row.PartitionKey == manifest.Tenant ? [(row.PartitionKey, row.RowKey)] : [];
        if (!NetworkHoldings.IsHeld(table, row, new NetworkId(manifest.Network), own))
        {
            throw Odd($"a row in '{table}' is not the network's");
        }
    }

    private static BackupException Newer(string what, BackupManifest manifest) =>
        new($"The file was written by version {manifest.Bot} of the bot: {what}, which this version does not know. Restore it with that version or a newer one.");

    private static BackupException Odd(string what, Exception? cause = null) => new($"The file opens, but is no backup this bot has written: {what}. Use another copy.", cause);
}
