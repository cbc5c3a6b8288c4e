using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups;

/// <summary>What a table holds, so that two stores can be compared: over keys, names, types and values of all rows in order; not over versions and time stamps, which every store gives itself.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Hash">SHA-256, in hexadecimal.</param>
internal sealed record TablePrint(string Table, int Rows, string Hash);

/// <summary>Takes the prints of a store. What belongs to the store and not to the networks in it, its mark, is left out.</summary>
internal static class StorePrint
{
    /// <summary>All tables, each read through once.</summary>
    public static async Task<IReadOnlyList<TablePrint>> OfAsync(ITableStore tables, CancellationToken cancellationToken)
    {
        var prints = new List<TablePrint>();
        foreach (var table in NetworkHoldings.Tables)
        {
            using var taking = new RowPrint();
            await foreach (var row in tables.ScanAsync(table, string.Empty, cancellationToken))
            {
                if (IsMoved(table, row))
                {
                    taking.Add(row);
                }
            }

            prints.Add(taking.Take(table));
        }

        return prints;
    }

    /// <summary>Whether a row goes along when a store is moved: all but the store's own mark and the look at it.</summary>
    public static bool IsMoved(string table, TableEntity row) => table switch
    {
        TableNames.Networks => row.PartitionKey != StoreMark.Partition,
        DueTable.Table => DueRow.Parse(row.RowKey).Subject.Kind != Subjects.Store,
        _ => true,
    };
}

/// <summary>Takes the print of one table while its rows pass by.</summary>
internal sealed class RowPrint : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private readonly ArrayBufferWriter<byte> buffer = new();

    private int rows;

    /// <summary>The next row.</summary>
    public void Add(TableEntity row)
    {
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, EntityJson.Stored))
        {
            writer.WriteStartObject();
            writer.WriteString("PartitionKey", row.PartitionKey);
            writer.WriteString("RowKey", row.RowKey);
            EntityJson.Write(writer, new SortedDictionary<string, object>(row.Properties.ToDictionary(property => property.Key, property => Kept(property.Value)), StringComparer.Ordinal));
            writer.WriteEndObject();
        }

        hash.AppendData(buffer.WrittenSpan);
        rows++;
    }

    /// <summary>Not every store keeps the sign of a zero, and nothing here depends on it.</summary>
    private static object Kept(object value) => value is 0.0 ? 0.0 : value;

    /// <summary>The print of the rows so far.</summary>
    public TablePrint Take(string table) => new(table, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
