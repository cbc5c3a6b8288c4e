using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>Asks SQLite whether the file it has open is still the one that its path names.</summary>
internal static class OpenFile
{
    /// <summary>SQLITE_FCNTL_HAS_MOVED: on Unix it compares the file's inode with that of the path; elsewhere files that are open can be neither moved nor replaced, and it is unknown.</summary>
    private const int HasMoved = 20;

    private static readonly byte[] Main = "main\0"u8.ToArray();

    /// <summary>Whether the path names another file by now, or none.</summary>
    public static bool IsElsewhere(SqliteConnection connection)
    {
        var moved = 0;
        return Control(connection.Handle!.DangerousGetHandle(), Main, HasMoved, ref moved) == SQLitePCL.raw.SQLITE_OK && moved != 0;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
#pragma warning disable SYSLIB1054 // The generated kind needs unsafe code in the whole project.
    private static extern int Control(nint database, byte[] name, int operation, ref int answer);
#pragma warning restore SYSLIB1054
}
