using System;
using System.Buffers;
using System.Text.Json;

namespace Bot.Platform.Tables;

/// <summary>How many bytes an action takes in the body of a transaction.</summary>
internal static class TransactionSize
{
    /// <summary>Boundary, headers, address without keys, ETag, the store's mark; rounded up for the longest account and table name.</summary>
    private const int PartBytes = 700;

    /// <summary>Most bytes that one property takes beyond six times its counted size: annotation, quotes, digits.</summary>
    private const int PropertyBytes = 64;

    /// <summary>Two keys of 512 characters, each as nine bytes in the address and as six in the body.</summary>
    private const int KeyBytes = 2 * TableLimits.KeyLength * 15;

    /// <summary>A cheap number that the action surely does not exceed: nearly every transaction is far below the limit.</summary>
    public static long UpperBound(TableTransactionAction action) => action.ActionType is TableTransactionActionType.Delete
        ? PartBytes + KeyBytes
        : PartBytes + KeyBytes + (PropertyBytes * action.Entity.Properties.Count) + (6 * EntityLimits.SizeOf(action.Entity));

    /// <summary>The action's bytes, counted by writing it; up to 350 bytes more than the truth where names are short.</summary>
    public static long OnTheWire(TableTransactionAction action) => PartBytes + AddressBytes(action) + BodyBytes(action);

    /// <summary>A row to add has no address yet.</summary>
    private static long AddressBytes(TableTransactionAction action) => action.ActionType is TableTransactionActionType.Add
        ? 0
        : EscapedLength(action.Entity.PartitionKey) + EscapedLength(action.Entity.RowKey);

    private static long EscapedLength(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal)).Length;

    private static long BodyBytes(TableTransactionAction action)
    {
        if (action.ActionType is TableTransactionActionType.Delete)
        {
            return 0;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, EntityJson.Sent);
        writer.WriteStartObject();
        writer.WriteString("PartitionKey", action.Entity.PartitionKey);
        writer.WriteString("RowKey", action.Entity.RowKey);
        EntityJson.Write(writer, action.Entity.Properties);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenCount;
    }
}
