using System;
using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>An action as the writer needs it: everything that takes time was done on the caller's thread.</summary>
/// <param name="Type">What to do.</param>
/// <param name="PartitionKey">Encoded by <see cref="OrdinalText"/>.</param>
/// <param name="RowKey">Encoded by <see cref="OrdinalText"/>.</param>
/// <param name="Condition">The version that must be stored; null for whatever version.</param>
/// <param name="Version">The version the row gets; 0 for a delete.</param>
/// <param name="Properties">UTF-8 JSON; empty for a delete.</param>
internal sealed record StoredAction(TableTransactionActionType Type, byte[] PartitionKey, byte[] RowKey, long? Condition, long Version, byte[] Properties)
{
    /// <summary>The ETag of the row as written; default for a delete.</summary>
    public ETag ETag => Version == 0 ? default : ToETag(Version);

    public static StoredAction From(TableTransactionAction action)
    {
        var deletes = action.ActionType is TableTransactionActionType.Delete;
        return new StoredAction(
            action.ActionType,
            OrdinalText.Encode(action.Entity.PartitionKey),
            OrdinalText.Encode(action.Entity.RowKey),
            action.ETag == ETag.All ? null : ToVersion(action.ETag),
            deletes ? 0 : NewVersion(),
            deletes ? [] : ToJson(action.Entity));
    }

    /// <summary>A stored version in the form callers pass around.</summary>
    public static ETag ToETag(long version) => new(string.Create(CultureInfo.InvariantCulture, $"\"{version:x16}\""));

    /// <summary>Random, so that a row never has a version twice, even deleted and inserted again, and versions tell nothing about order:
    /// in a secret ballot an order could join the roll and the papers.</summary>
    private static long NewVersion() => Random.Shared.NextInt64(1, long.MaxValue);

    /// <returns>0, which no row has, for an ETag that no row here ever had.</returns>
    private static long ToVersion(ETag etag)
    {
        var digits = etag.ToString().AsSpan().Trim('"');
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    private static byte[] ToJson(TableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, EntityJson.Stored);
        writer.WriteStartObject();
        EntityJson.Write(writer, entity.Properties);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
