using System;
using System.IO;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>The data file cannot be used; the message names it and says what to do. The file itself was left as it was.</summary>
internal sealed class DataFileException(string message, Exception? cause = null) : IOException(message, cause)
{
    /// <summary>Whether what was to be written may have been written all the same: the disk failed while it was at it.</summary>
    public bool IsInDoubt { get; private init; }

    public static DataFileException Gone(string path) => new(
        $"The data file '{path}' or its log was removed or moved while the bot runs; what is written now would be lost with the process. Nothing more is acknowledged. Put both back where they were, or stop the bot and put a backup in their place.");

    public static DataFileException Replaced(string path) => new(
        $"The data file '{path}' was replaced by another while the bot runs; what is written now would be lost with the process. Nothing more is acknowledged. Start the bot anew: it then goes on with the file that is there.");

    public static DataFileException NotWritable(string path, Exception cause) => new(
        $"The data file '{path}' cannot be created or written. Give the bot's account write access to its folder, or set Tables:DataFolder to another one.", cause);

    public static DataFileException Damaged(string path, Exception? cause) => new(
        $"The data file '{path}' is damaged or no SQLite database. It was left as it is. Stop the bot and put a backup in its place, or move the file away to begin anew.", cause);

    public static DataFileException Foreign(string path) => new(
        $"The data file '{path}' belongs to another program. It was left as it is. Set Tables:DataFolder to another folder.");

    public static DataFileException Newer(string path, long found, long known) => new(
        $"The data file '{path}' has format {found}, this version of the bot knows formats up to {known}. It was left as it is. Start the newer version of the bot again, or restore an older backup.");

    public static DataFileException IsThere(string path) => new(
        $"There is a data file '{path}' already. Choose another folder; nothing is written over it.");

    public static DataFileException StillRead(string path) => new(
        $"The log of the data file '{path}' could not be emptied because another process reads the file. It is tried again; close programs that hold it open.");

    /// <summary>What SQLite said, in words that help.</summary>
    public static DataFileException From(SqliteException said, string path) => said.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path, said),
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => NotWritable(path, said),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new($"The data file '{path}' is held by another process; nothing was written.", said),
        raw.SQLITE_FULL => new($"The disk with the data file '{path}' is full; nothing was written.", said),
        _ => new($"The data file '{path}' could not be used: {said.Message}", said) { IsInDoubt = true },
    };
}
