using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime;
using Bot.Platform.Tables.Sqlite;

namespace Bot.Tests.Fuzzing;

/// <summary>What the process holds at one moment: memory after everything that can go is gone, and rows.</summary>
/// <param name="Heap">Bytes of the managed heap.</param>
/// <param name="Resident">Bytes of memory of the whole process.</param>
/// <param name="Rows">Rows in each table.</param>
internal sealed record FuzzFigures(long Heap, long Resident, IReadOnlyDictionary<string, long> Rows)
{
    /// <summary>Looks now.</summary>
    public static FuzzFigures Look(string dataFolder)
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new FuzzFigures(GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet, Count(dataFolder));
    }

    public override string ToString() =>
        FormattableString.Invariant($"heap {Heap / 1024.0 / 1024:0.0} MB, resident {Resident / 1024.0 / 1024:0} MB, rows ")
        + string.Join(' ', Rows.OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => $"{table.Key}={table.Value}"));

    private static Dictionary<string, long> Count(string dataFolder)
    {
        using var connection = DataFile.OpenToRead(Path.Combine(dataFolder, "tables.db"));
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, COUNT(row_key) FROM tables LEFT JOIN entities ON table_id = id GROUP BY name";
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read())
        {
            rows[reader.GetString(0)] = reader.GetInt64(1);
        }

        return rows;
    }
}
