using System;
using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Bot.Platform.Tables.Rest;

/// <summary>An action and the mark its row will carry, by which a repeated request recognizes its own work.</summary>
/// <remarks>Each row has a random mark of its own, not one per transaction: rows written together must not be joined by it,
/// or the roll and the papers of a secret ballot would be.</remarks>
internal sealed class MarkedAction
{
    private const int MarkBytes = 12;
    private const int MarkSize = 8 + (2 * 11) + 4 + (2 * 16);

    private MarkedAction(TableTransactionAction action, string? mark)
    {
        Action = action;
        Mark = mark;
    }

    public TableTransactionAction Action { get; }

    /// <summary>Null when nothing is written, or when the row is so full that the mark has no room.</summary>
    public string? Mark { get; }

    public static MarkedAction From(TableTransactionAction action) => new(action, HasRoom(action) ? NewMark() : null);

    /// <summary>The row with its mark, on one line.</summary>
    /// <param name="withKeys">Adding needs the keys in the body; the address of a replacement says them, but inside a transaction
    /// the emulator overlooks empty ones there.</param>
    public ReadOnlyMemory<byte> ToJson(bool withKeys)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, EntityJson.Sent);
        writer.WriteStartObject();
        if (withKeys)
        {
            writer.WriteString("PartitionKey", Action.Entity.PartitionKey);
            writer.WriteString("RowKey", Action.Entity.RowKey);
        }

        EntityJson.Write(writer, Action.Entity.Properties);
        if (Mark is not null)
        {
            writer.WriteString(EntityLimits.OperationId, Mark);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static bool HasRoom(TableTransactionAction action) =>
        action.ActionType is not TableTransactionActionType.Delete
        && action.Entity.Properties.Count < EntityLimits.OwnProperties
        && EntityLimits.SizeOf(action.Entity) + MarkSize <= EntityLimits.EntityBytes;

    private static string NewMark()
    {
        Span<byte> random = stackalloc byte[MarkBytes];
        RandomNumberGenerator.Fill(random);
        return Base64Url.EncodeToString(random);
    }
}
