using System.IO;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>The data file as it is at one moment, in a folder of its own from which a bot can be started.</summary>
internal static class DataFileSnapshot
{
    /// <summary>Writes it; whoever writes to the file meanwhile is not held up. Takes as long as writing all rows once.</summary>
    /// <remarks><c>VACUUM INTO</c> reads within one transaction, so all tables are of one moment, and writes only rows that are there, nothing that was removed before.
    /// The copy bears its name only when it is whole, checked and on the disk.</remarks>
    /// <param name="path">The data file.</param>
    /// <param name="folder">Where the copy goes; made when it is missing.</param>
    /// <exception cref="DataFileException">The folder cannot be written, holds such a file already, or the copy does not check.</exception>
    public static void Write(string path, string folder)
    {
        var copy = Path.Combine(Path.GetFullPath(folder), SqliteTableStore.FileName);
        if (File.Exists(copy))
        {
            throw DataFileException.IsThere(copy);
        }

        DataFile.CreateFolder(copy);
        var part = copy + ".part";
        try
        {
            File.Delete(part);
            DataFile.CopyInto(path, part);
            DataFile.Check(part);
            using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(part, copy);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
