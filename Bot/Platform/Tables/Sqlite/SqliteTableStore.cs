using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Azure;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>The embedded store: one SQLite file in a folder of its own. What it acknowledged has reached the disk.</summary>
/// <remarks>One writer commits in groups; reads go over other connections, see the last commit, and never wait for the writer.
/// Two processes may share the file; each commit is then serialized by SQLite's own lock.</remarks>
internal sealed class SqliteTableStore : CheckedTableStore, IDisposable
{
    /// <summary>The file's name within the data folder.</summary>
    public const string FileName = "tables.db";

    private readonly string path;
    private readonly GroupCommit commits;
    private readonly ConcurrentBag<RowReader> idleReaders = [];
    private readonly ConcurrentDictionary<string, long> tableIds = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens the file, or creates it.</summary>
    /// <exception cref="DataFileException">The file is damaged, foreign or of a newer format, or the folder cannot be written.</exception>
    public SqliteTableStore(string folder, TimeProvider time)
    {
        path = Path.Combine(Path.GetFullPath(folder), FileName);
        commits = new GroupCommit(new RowWriter(path, time));
    }

    /// <summary>Writes what still waits, then closes the file.</summary>
    public void Dispose()
    {
        while (idleReaders.TryTake(out var reader))
        {
            reader.Dispose();
        }

        commits.Dispose();
    }

    /// <summary>Writes the file as it is at one moment into another folder, while the bot goes on; see <see cref="DataFileSnapshot"/>.</summary>
    public void Snapshot(string folder) => DataFileSnapshot.Write(path, folder);

    /// <summary>Writes the file anew with what is in it now, and empties the log.</summary>
    /// <exception cref="DataFileException">Another process reads or writes the file for more than two seconds; nothing is lost, and it can be asked again.</exception>
    public override Task ForgetRemovedAsync(CancellationToken cancellationToken) => commits.RewriteAsync(cancellationToken);

    protected override Task CreateTableCoreAsync(string table, CancellationToken cancellationToken) =>
        tableIds.ContainsKey(table)
            ? Task.CompletedTask
            : commits.WriteAsync(
                writer =>
                {
                    writer.AddTable(OrdinalText.Encode(table));
                    return true;
                },
                cancellationToken);

    protected override Task<TableEntity?> GetEntityCoreAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<TableEntity?>(cancellationToken)
            : Task.FromResult(Read(reader => reader.Find(TableId(reader, table), partitionKey, rowKey)));

    protected override async IAsyncEnumerable<TableEntity> QueryCoreAsync(
        string table, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = OrdinalText.Encode(range.From);
        var to = range.To is null ? null : OrdinalText.Encode(range.To);
        var most = range.Take ?? int.MaxValue;
        while (most > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (rows, next) = Read(reader => reader.ReadPage(TableId(reader, table), range.PartitionKey, from, to, most));
            foreach (var row in rows)
            {
                yield return row;
            }

            if (next is null)
            {
                yield break;
            }

            most -= rows.Count;
            from = next;
            await Task.Yield();
        }
    }

    protected override async IAsyncEnumerable<TableEntity> ScanCoreAsync(
        string table, RowRange partitions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var to = partitions.To is null ? null : OrdinalText.Encode(partitions.To);
        (byte[] Partition, byte[] Row)? from = (OrdinalText.Encode(partitions.From), []);
        while (from is { } place)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (var rows, from) = Read(reader => reader.ReadScan(TableId(reader, table), place, to));
            foreach (var row in rows)
            {
                yield return row;
            }

            await Task.Yield();
        }
    }

    protected override Task<TransactionResult> SubmitCoreAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var id = tableIds.TryGetValue(table, out var known) ? known : Read(reader => TableId(reader, table));
        var stored = actions.Select(StoredAction.From).ToArray();
        return commits.WriteAsync(writer => writer.Apply(id, stored), cancellationToken);
    }

    private long TableId(RowReader reader, string table)
    {
        if (tableIds.TryGetValue(table, out var known))
        {
            return known;
        }

        var found = reader.FindTable(table) ?? throw new RequestFailedException(404, $"The table '{table}' was not created.", "TableNotFound", innerException: null);
        return tableIds.GetOrAdd(table, found);
    }

    /// <remarks>Reading a page that the system holds in memory takes microseconds; it is done on the caller's thread.</remarks>
    private T Read<T>(Func<RowReader, T> read)
    {
        var reader = idleReaders.TryTake(out var idle) ? idle : new RowReader(path);
        try
        {
            return read(reader);
        }
        finally
        {
            idleReaders.Add(reader);
        }
    }
}
