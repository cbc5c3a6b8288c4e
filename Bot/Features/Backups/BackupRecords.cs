using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;
using Bot.Platform.Sealing;
using Bot.Platform.Tables;

namespace Bot.Features.Backups;

/// <summary>The kinds of records in a backup; the first byte of each.</summary>
internal enum RecordKind : byte
{
    /// <summary>What it is of; the first.</summary>
    Manifest = (byte)'M',

    /// <summary>The beginning of a partition. A later one of the same partition takes the place of an earlier one.</summary>
    Partition = (byte)'P',

    /// <summary>A row of the partition that was begun last.</summary>
    Row = (byte)'R',

    /// <summary>How many rows count; the last.</summary>
    End = (byte)'E',
}

/// <summary>Writes and reads the records of a backup. Rows are written as the store keeps them, with their columns' types and without their versions.</summary>
internal static class BackupRecords
{
    private const string Key = "k";

    private const string Columns = "c";

    /// <summary>Writes a record of a kind.</summary>
    public static void Write(SealedWriter file, RecordKind kind, ReadOnlySpan<byte> content) => file.Write([(byte)kind, .. content]);

    /// <summary>Writes that a partition begins.</summary>
    public static void WritePartition(SealedWriter file, string table, string partition) =>
        Write(file, RecordKind.Partition, JsonSerializer.SerializeToUtf8Bytes<string[]>([table, partition]));

    /// <summary>Reads which partition begins.</summary>
    public static (string Table, string Partition) ReadPartition(ReadOnlySpan<byte> content) =>
        JsonSerializer.Deserialize<string[]>(content) is [var table, var partition] ? (table, partition) : throw new JsonException("A partition has a table and a key.");

    /// <summary>Writes a row.</summary>
    public static void WriteRow(SealedWriter file, TableEntity row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, EntityJson.Stored))
        {
            writer.WriteStartObject();
            writer.WriteString(Key, row.RowKey);
            writer.WriteStartObject(Columns);
            EntityJson.Write(writer, row.Properties);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        Write(file, RecordKind.Row, buffer.WrittenSpan);
    }

    /// <summary>Reads a row of a partition.</summary>
    public static TableEntity ReadRow(string partition, ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content);
        reader.Read();
        reader.Read();
        reader.Read();
        var key = reader.GetString()!;
        reader.Read();
        reader.Read();
        return new TableEntity(partition, key, EntityJson.Read(ref reader));
    }

    /// <summary>The records of a file to its end, which is found to be whole by then.</summary>
    /// <exception cref="SealedFileException">The file is damaged or incomplete.</exception>
    public static IEnumerable<(RecordKind Kind, byte[] Content)> ReadAll(SealedReader file)
    {
        while (file.Read() is { } record)
        {
            yield return record.Length > 0 ? ((RecordKind)record[0], record[1..]) : throw new JsonException("A record has a kind.");
        }
    }
}
