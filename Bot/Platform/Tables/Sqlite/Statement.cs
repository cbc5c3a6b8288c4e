using System;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>A statement prepared once and run many times, bound from bytes without a detour over strings: it stands in the path of every vote.</summary>
/// <remarks>Belongs to one connection and is used by one thread at a time.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    /// <summary>Binds the number to a place, counted from 1 as in the text: ?1.</summary>
    public void Bind(int index, long value) => Check(raw.sqlite3_bind_int64(handle, index, value));

    /// <summary>Binds the number, or NULL.</summary>
    public void Bind(int index, long? value) => Check(value is { } number
        ? raw.sqlite3_bind_int64(handle, index, number)
        : raw.sqlite3_bind_null(handle, index));

    /// <summary>Binds text given as bytes, empty text as such and not as NULL.</summary>
    public void Bind(int index, ReadOnlySpan<byte> text) => Check(text.IsEmpty
        ? raw.sqlite3_bind_text(handle, index, string.Empty)
        : raw.sqlite3_bind_text(handle, index, text));

    /// <summary>Runs to the end and makes it ready for the next run.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        while (Step())
        {
        }

        Reset();
        return raw.sqlite3_changes(database);
    }

    /// <summary>Goes to the next row; <see cref="Reset"/> must follow when the caller has seen enough.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code is raw.SQLITE_ROW)
        {
            return true;
        }

        if (code is not raw.SQLITE_DONE)
        {
            Reset();
            Check(code);
        }

        return false;
    }

    /// <summary>Lets go of the snapshot the statement read from; without it the log could not be shortened.</summary>
    public void Reset() => _ = raw.sqlite3_reset(handle);

    /// <param name="column">From 0.</param>
    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>The column's bytes, valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private void Check(int code)
    {
        if (code is raw.SQLITE_OK)
        {
            return;
        }

        try
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
        catch (SqliteException broken)
        {
            throw DataFileException.From(broken, raw.sqlite3_db_filename(database, "main").utf8_to_string());
        }
    }
}
