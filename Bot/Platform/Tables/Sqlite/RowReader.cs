using System;
using System.Collections.Generic;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>A connection that reads, with its statements. Used by one thread at a time.</summary>
internal sealed class RowReader : IDisposable
{
    private const int PageRows = 256;
    private const long PageBytes = 4 * 1024 * 1024;
    private const string Columns = "SELECT etag, written, properties, row_key FROM entities WHERE table_id = ?1 AND partition_key = ?2 AND row_key ";

    private const string Scan =
        "SELECT etag, written, properties, row_key, partition_key FROM entities WHERE table_id = ?1 AND (partition_key, row_key) >= (?2, ?3) AND (?4 IS NULL OR partition_key < ?4) ORDER BY partition_key, row_key";

    private readonly SqliteConnection connection;
    private readonly Statement tableId;
    private readonly Statement row;
    private readonly Statement rowsFrom;
    private readonly Statement rowsBetween;
    private readonly Statement scanned;

    public RowReader(string path)
    {
        connection = DataFile.OpenToRead(path);
        tableId = new Statement(connection, "SELECT id FROM tables WHERE name = ?1");
        row = new Statement(connection, Columns + "= ?3");
        rowsFrom = new Statement(connection, Columns + ">= ?3 ORDER BY row_key");
        rowsBetween = new Statement(connection, Columns + ">= ?3 AND row_key < ?4 ORDER BY row_key");
        scanned = new Statement(connection, Scan);
    }

    /// <summary>The number of a table, or null when there is none of that name.</summary>
    public long? FindTable(string name)
    {
        tableId.Bind(1, OrdinalText.Encode(name));
        try
        {
            return tableId.Step() ? tableId.Int64(0) : null;
        }
        finally
        {
            tableId.Reset();
        }
    }

    /// <summary>One row, or null.</summary>
    public TableEntity? Find(long table, string partitionKey, string rowKey)
    {
        row.Bind(1, table);
        row.Bind(2, OrdinalText.Encode(partitionKey));
        row.Bind(3, OrdinalText.Encode(rowKey));
        try
        {
            return row.Step() ? Read(row, partitionKey, rowKey) : null;
        }
        finally
        {
            row.Reset();
        }
    }

    /// <summary>The next rows in order, as many as fit on a page.</summary>
    /// <param name="table">The table's number.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="from">First row key, inclusive, encoded.</param>
    /// <param name="to">Row key to stop before, encoded; null for the partition's end.</param>
    /// <param name="most">The most rows that are still wanted.</param>
    /// <returns>The rows, and where the next page begins: null after the last.</returns>
    public (List<TableEntity> Rows, byte[]? Next) ReadPage(long table, string partitionKey, byte[] from, byte[]? to, int most)
    {
        var statement = to is null ? rowsFrom : rowsBetween;
        statement.Bind(1, table);
        statement.Bind(2, OrdinalText.Encode(partitionKey));
        statement.Bind(3, from);
        if (to is not null)
        {
            statement.Bind(4, to);
        }

        try
        {
            return Collect(statement, partitionKey, Math.Min(most, PageRows));
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>The next rows in order of partition and row, as many as fit on a page.</summary>
    /// <param name="table">The table's number.</param>
    /// <param name="from">First partition key and first row key in it, inclusive, encoded.</param>
    /// <param name="to">Partition key to stop before, encoded; null for the table's end.</param>
    /// <returns>The rows, and where the next page begins: null after the last.</returns>
    public (List<TableEntity> Rows, (byte[] Partition, byte[] Row)? Next) ReadScan(long table, (byte[] Partition, byte[] Row) from, byte[]? to)
    {
        scanned.Bind(1, table);
        scanned.Bind(2, from.Partition);
        scanned.Bind(3, from.Row);
        if (to is null)
        {
            scanned.Bind(4, (long?)null);
        }
        else
        {
            scanned.Bind(4, to);
        }

        var rows = new List<TableEntity>();
        long bytes = 0;
        try
        {
            while (scanned.Step())
            {
                var (partition, row) = (scanned.Bytes(4).ToArray(), scanned.Bytes(3).ToArray());
                rows.Add(Read(scanned, OrdinalText.Decode(partition), OrdinalText.Decode(row)));
                bytes += scanned.Bytes(2).Length;
                if (rows.Count == PageRows || bytes > PageBytes)
                {
                    return (rows, (partition, OrdinalText.Behind(row)));
                }
            }

            return (rows, null);
        }
        finally
        {
            scanned.Reset();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        scanned.Dispose();
        tableId.Dispose();
        row.Dispose();
        rowsFrom.Dispose();
        rowsBetween.Dispose();
        connection.Dispose();
    }

    private static (List<TableEntity> Rows, byte[]? Next) Collect(Statement statement, string partitionKey, int most)
    {
        var rows = new List<TableEntity>();
        long bytes = 0;
        while (statement.Step())
        {
            var key = statement.Bytes(3);
            rows.Add(Read(statement, partitionKey, OrdinalText.Decode(key)));
            bytes += statement.Bytes(2).Length;
            if (rows.Count == most || bytes > PageBytes)
            {
                return (rows, OrdinalText.Behind(key));
            }
        }

        return (rows, null);
    }

    private static TableEntity Read(Statement statement, string partitionKey, string rowKey)
    {
        var json = new Utf8JsonReader(statement.Bytes(2));
        json.Read();
        return new TableEntity(partitionKey, rowKey, EntityJson.Read(ref json))
        {
            ETag = StoredAction.ToETag(statement.Int64(0)),
            Timestamp = new DateTimeOffset(statement.Int64(1), TimeSpan.Zero),
        };
    }
}
