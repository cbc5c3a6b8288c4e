using System;
using System.Globalization;
using System.IO;
using Microsoft.Data.Sqlite;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>The SQLite file: opened with the settings that make a commit durable, created when missing, never overwritten.</summary>
internal static class DataFile
{
    /// <summary>The format this version writes; older ones are read, newer ones refused.</summary>
    public const long Format = 1;

    /// <summary>How long a connection waits for another process, in milliseconds.</summary>
    public const int Patience = 10_000;

    /// <summary>Marks a file as ours (the letters KBOT).</summary>
    private const long ApplicationId = 0x4B424F54;

    /// <summary>Larger files are not checked at start, it would take longer than a start may.</summary>
    private const long MostBytesToCheckAtStart = 64L * 1024 * 1024;

    private const string Schema = """
        CREATE TABLE tables (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE
        ) STRICT;
        CREATE TABLE entities (
            table_id INTEGER NOT NULL,
            partition_key TEXT NOT NULL,
            row_key TEXT NOT NULL,
            etag INTEGER NOT NULL,
            written INTEGER NOT NULL,
            properties TEXT NOT NULL,
            PRIMARY KEY (table_id, partition_key, row_key)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>The connection that writes. Creates the file and its folder when they are missing.</summary>
    /// <exception cref="DataFileException">The file is damaged, foreign, of a newer format, or the folder cannot be written.</exception>
    public static SqliteConnection OpenToWrite(string path)
    {
        CreateFolder(path);
        return Guarded(path, SqliteOpenMode.ReadWriteCreate, connection =>
        {
            Prepare(connection, path);
            // WAL with FULL: the log is on the disk before a commit returns. Deleted rows are overwritten, not only unlinked.
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 4000;");
        });
    }

    /// <summary>A connection that reads and never waits for the one that writes.</summary>
    public static SqliteConnection OpenToRead(string path) => Guarded(path, SqliteOpenMode.ReadWrite, connection => Execute(connection, "PRAGMA query_only = ON;"));

    /// <summary>Writes what is in the file now into another that is not there yet.</summary>
    public static void CopyInto(string path, string copy)
    {
        using var connection = Guarded(path, SqliteOpenMode.ReadWrite, opened =>
        {
            using var command = opened.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", copy);
            command.ExecuteNonQuery();
        });
    }

    /// <summary>Reads the whole file and its indexes through.</summary>
    /// <exception cref="DataFileException">It is damaged, or none of ours.</exception>
    public static void Check(string path)
    {
        using var connection = Guarded(path, SqliteOpenMode.ReadOnly, opened =>
        {
            if (Number(opened, "PRAGMA application_id") != ApplicationId)
            {
                throw DataFileException.Foreign(path);
            }

            if (Text(opened, "PRAGMA integrity_check(1)") != "ok")
            {
                throw DataFileException.Damaged(path, cause: null);
            }
        });
    }

    /// <summary>Reads the file through beside whoever uses it, and changes nothing; quicker than <see cref="Check"/>, because indexes are not compared.</summary>
    /// <exception cref="DataFileException">It is damaged, foreign, or of a newer format.</exception>
    public static void CheckQuickly(string path)
    {
        using var connection = Guarded(path, SqliteOpenMode.ReadWrite, opened =>
        {
            Execute(opened, "PRAGMA query_only = ON;");
            if (Number(opened, "PRAGMA application_id") != ApplicationId)
            {
                throw DataFileException.Foreign(path);
            }

            if (Number(opened, "PRAGMA user_version") is var format and > Format)
            {
                throw DataFileException.Newer(path, format, Format);
            }

            if (Text(opened, "PRAGMA quick_check(1)") != "ok")
            {
                throw DataFileException.Damaged(path, cause: null);
            }
        });
    }

    private static SqliteConnection Guarded(string path, SqliteOpenMode mode, Action<SqliteConnection> settle)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {Patience};"));
            settle(connection);
            return connection;
        }
        catch (SqliteException said)
        {
            connection.Dispose();
            throw DataFileException.From(said, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes the folder a file is to lie in, for nobody else to read.</summary>
    public static void CreateFolder(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            if (OperatingSystem.IsWindows())
            {
                System.IO.Directory.CreateDirectory(folder);
            }
            else
            {
                // A list of members is nobody else's business on this machine.
                System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DataFileException.NotWritable(path, refused);
        }
    }

    private static void Prepare(SqliteConnection connection, string path)
    {
        if (Number(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            Create(connection);
            return;
        }

        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw DataFileException.Foreign(path);
        }

        var format = Number(connection, "PRAGMA user_version");
        if (format > Format)
        {
            throw DataFileException.Newer(path, format, Format);
        }

        if (new FileInfo(path).Length <= MostBytesToCheckAtStart && Text(connection, "PRAGMA quick_check(1)") != "ok")
        {
            throw DataFileException.Damaged(path, cause: null);
        }
    }

    private static void Create(SqliteConnection connection)
    {
        Execute(connection, "BEGIN IMMEDIATE;");
        // Another process may have been first.
        if (Number(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"{Schema} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Format};"));
        }

        Execute(connection, "COMMIT;");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static string? Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }
}
