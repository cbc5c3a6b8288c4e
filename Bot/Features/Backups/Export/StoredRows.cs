using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups.Export;

/// <summary>The rows of a network as they are stored, one JSON object a line, a file for each table: what no table or document shows is in here, by the names the section "What is stored" of the README gives.</summary>
internal static class StoredRows
{
    /// <summary>The files.</summary>
    /// <param name="rows">The picture.</param>
    /// <param name="network">Whose.</param>
    /// <param name="tenant">The tenant it lives in.</param>
    /// <returns>For each table with rows its name, its bytes and how many lines.</returns>
    public static IEnumerable<(string Table, byte[] Content, int Lines)> Of(IReadOnlyList<(string Table, TableEntity Row)> rows, string network, string tenant)
    {
        var ballots = rows.Where(found => found.Table == TableNames.Ballots && found.Row.RowKey == BallotStore.Head).ToDictionary(found => found.Row.PartitionKey, found => BallotRow.ReadHead(found.Row));
        foreach (var table in rows.GroupBy(found => found.Table, StringComparer.Ordinal))
        {
            var (buffer, lines) = (new ArrayBufferWriter<byte>(), 0);
            foreach (var (_, row) in table)
            {
                if (LeavingTable.Of(table.Key, row, network, tenant) is { LeftOut: null } rule && (table.Key != TableNames.Ballots || IsTold(row, ballots)))
                {
                    Write(buffer, row, rule.Without);
                    lines++;
                }
            }

            if (lines > 0)
            {
                yield return (table.Key, buffer.WrittenSpan.ToArray(), lines);
            }
        }
    }

    /// <summary>Of a ballot that was not counted, whose papers are not gone, or that is void, nothing leaves by which could be told who voted or what was chosen: not the roll; and where something was counted, not the head.</summary>
    private static bool IsTold(TableEntity row, Dictionary<string, BallotRecord> ballots) => ballots.TryGetValue(row.PartitionKey, out var record)
        && (record is { IsCounted: true, PapersRemain: false, Ballot.Voided: null } || (row.RowKey == BallotStore.Head && record is { IsCounted: false, PapersRemain: false }));

    private static void Write(ArrayBufferWriter<byte> buffer, TableEntity row, IReadOnlyList<string> without)
    {
        using (var writer = new Utf8JsonWriter(buffer, EntityJson.Stored))
        {
            writer.WriteStartObject();
            writer.WriteString("PartitionKey", row.PartitionKey);
            writer.WriteString("RowKey", row.RowKey);
            EntityJson.Write(writer, new SortedDictionary<string, object>(row.Properties.Where(property => !without.Contains(property.Key)).ToDictionary(), StringComparer.Ordinal));
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
    }
}
