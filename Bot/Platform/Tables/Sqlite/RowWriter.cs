using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>The one connection that writes. Used by the thread of <see cref="GroupCommit"/> only.</summary>
internal sealed class RowWriter : IDisposable
{
    private const string Row = "table_id = ?1 AND partition_key = ?2 AND row_key = ?3";
    private const string Insert = "INSERT INTO entities (table_id, partition_key, row_key, etag, written, properties) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT ";

    /// <summary>Milliseconds.</summary>
    private const int RewritePatience = 2_000;

    private readonly TimeProvider time;
    private readonly SqliteConnection connection;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement savepoint;
    private readonly Statement rollbackToSavepoint;
    private readonly Statement release;
    private readonly Statement addTable;
    private readonly Statement add;
    private readonly Statement upsert;
    private readonly Statement update;
    private readonly Statement delete;
    private readonly Statement exists;
    private readonly Statement vacuum;
    private readonly Statement checkpoint;
    private readonly string path;
    private long now;

    public RowWriter(string path, TimeProvider time)
    {
        this.time = time;
        this.path = path;
        connection = DataFile.OpenToWrite(path);
        begin = new Statement(connection, "BEGIN IMMEDIATE");
        commit = new Statement(connection, "COMMIT");
        rollback = new Statement(connection, "ROLLBACK");
        savepoint = new Statement(connection, "SAVEPOINT one");
        rollbackToSavepoint = new Statement(connection, "ROLLBACK TO one");
        release = new Statement(connection, "RELEASE one");
        addTable = new Statement(connection, "INSERT INTO tables (name) VALUES (?1) ON CONFLICT DO NOTHING");
        add = new Statement(connection, Insert + "DO NOTHING");
        upsert = new Statement(connection, Insert + "DO UPDATE SET etag = ?4, written = ?5, properties = ?6");
        update = new Statement(connection, $"UPDATE entities SET etag = ?4, written = ?5, properties = ?6 WHERE {Row} AND (?7 IS NULL OR etag = ?7)");
        delete = new Statement(connection, $"DELETE FROM entities WHERE {Row} AND (?4 IS NULL OR etag = ?4)");
        exists = new Statement(connection, $"SELECT 1 FROM entities WHERE {Row}");
        vacuum = new Statement(connection, "VACUUM");
        checkpoint = new Statement(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Begins what <see cref="Commit"/> makes durable as a whole.</summary>
    /// <exception cref="DataFileException">The file is held by another process, is not there any more, or is another one.</exception>
    public void Begin()
    {
        Check();
        begin.Run();
        now = time.GetUtcNow().UtcTicks;
    }

    /// <summary>Returns when everything since <see cref="Begin"/> is on the disk, in the file that the next start will read.</summary>
    /// <exception cref="DataFileException">It could not be written; or the file or its log is not there any more, so that it was written to nowhere.</exception>
    public void Commit()
    {
        commit.Run();
        Check(isWritten: true);
    }

    /// <summary>Before anything is written, so that nothing goes into a file that nobody will read; and after it, before it is acknowledged.</summary>
    /// <remarks>The log is there from the first write on.</remarks>
    private void Check(bool isWritten = false)
    {
        if (!File.Exists(path) || (isWritten && !File.Exists(path + "-wal")))
        {
            throw DataFileException.Gone(path);
        }

        if (OpenFile.IsElsewhere(connection))
        {
            throw DataFileException.Replaced(path);
        }
    }

    /// <summary>Undoes everything since <see cref="Begin"/>; harmless when SQLite has done so already.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            rollback.Run();
        }
    }

    /// <summary>Writes the whole file anew, then puts the log into it and empties the log.</summary>
    /// <remarks>Overwriting what is deleted is not enough: when SQLite moves rows from a full page to another, their old bytes stay in the gap of the page,
    /// and the log keeps every page as it was at each commit.</remarks>
    /// <exception cref="DataFileException">Somebody reads an older state of the file and does not end.</exception>
    public void Rewrite()
    {
        // Everybody who writes waits meanwhile.
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, RewritePatience);
        try
        {
            vacuum.Run();
            var isBusy = checkpoint.Step() && checkpoint.Int64(0) != 0;
            checkpoint.Reset();
            if (isBusy)
            {
                throw DataFileException.StillRead(path);
            }
        }
        finally
        {
            SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, DataFile.Patience);
        }
    }

    /// <summary>Adds the table unless it is there.</summary>
    public void AddTable(ReadOnlySpan<byte> name)
    {
        addTable.Bind(1, name);
        addTable.Run();
    }

    /// <summary>Writes all actions, or none when one meets a conflict.</summary>
    public TransactionResult Apply(long table, IReadOnlyList<StoredAction> actions)
    {
        if (actions.Count == 1)
        {
            return TryApply(table, actions[0]) is { } conflict ? new TransactionResult.Conflicted(0, conflict) : Committed(actions);
        }

        savepoint.Run();
        for (var index = 0; index < actions.Count; index++)
        {
            if (TryApply(table, actions[index]) is { } conflict)
            {
                rollbackToSavepoint.Run();
                release.Run();
                return new TransactionResult.Conflicted(index, conflict);
            }
        }

        release.Run();
        return Committed(actions);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in new[] { begin, commit, rollback, savepoint, rollbackToSavepoint, release, addTable, add, upsert, update, delete, exists, vacuum, checkpoint })
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private static TransactionResult.Committed Committed(IReadOnlyList<StoredAction> actions) => new([.. actions.Select(action => action.ETag)]);

    private TransactionConflict? TryApply(long table, StoredAction action)
    {
        switch (action.Type)
        {
            case TableTransactionActionType.Add:
                return Write(add, table, action) ? null : TransactionConflict.AlreadyExists;
            case TableTransactionActionType.UpsertReplace:
                Write(upsert, table, action);
                return null;
            case TableTransactionActionType.UpdateReplace:
                update.Bind(7, action.Condition);
                return Write(update, table, action) ? null : WhyNot(table, action);
            case TableTransactionActionType.Delete:
                BindRow(delete, table, action);
                delete.Bind(4, action.Condition);
                return delete.Run() == 1 ? null : WhyNot(table, action);
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action.Type, "No such action.");
        }
    }

    private bool Write(Statement statement, long table, StoredAction action)
    {
        BindRow(statement, table, action);
        statement.Bind(4, action.Version);
        statement.Bind(5, now);
        statement.Bind(6, action.Properties);
        return statement.Run() == 1;
    }

    private TransactionConflict WhyNot(long table, StoredAction action)
    {
        BindRow(exists, table, action);
        var found = exists.Step();
        exists.Reset();
        return found ? TransactionConflict.Changed : TransactionConflict.Missing;
    }

    private static void BindRow(Statement statement, long table, StoredAction action)
    {
        statement.Bind(1, table);
        statement.Bind(2, action.PartitionKey);
        statement.Bind(3, action.RowKey);
    }
}
