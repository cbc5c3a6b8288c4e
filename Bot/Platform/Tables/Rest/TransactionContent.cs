using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;

namespace Bot.Platform.Tables.Rest;

/// <summary>A transaction as <c>multipart/mixed</c>: one batch with one change set.</summary>
/// <remarks>Source: "Performing entity group transactions". Addresses of the parts are absolute, each row is on one line.</remarks>
internal static class TransactionContent
{
    private const string PartHeaders = "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";
    private const string RowHeaders = "Accept: application/json;odata=minimalmetadata\r\nContent-Type: application/json\r\nDataServiceVersion: 3.0\r\nPrefer: return-no-content\r\n";

    /// <summary>The body and the content type that names its boundary.</summary>
    public static (ReadOnlyMemory<byte> Body, string ContentType) Write(TableAddress address, string table, IReadOnlyList<MarkedAction> actions)
    {
        var batch = $"batch_{Guid.NewGuid()}";
        var changeSet = $"changeset_{Guid.NewGuid()}";
        var body = new ArrayBufferWriter<byte>(actions.Count * 1024);
        Text(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeSet}\r\n\r\n");
        foreach (var action in actions)
        {
            Text(body, $"--{changeSet}\r\n{PartHeaders}");
            Part(body, address, table, action);
        }

        Text(body, $"--{changeSet}--\r\n--{batch}--\r\n");
        return (body.WrittenMemory, $"multipart/mixed; boundary={batch}");
    }

    private static void Part(ArrayBufferWriter<byte> body, TableAddress address, string table, MarkedAction marked)
    {
        var action = marked.Action;
        var adds = action.ActionType is TableTransactionActionType.Add;
        var where = adds ? address.Table(table) : address.Row(table, action.Entity.PartitionKey, action.Entity.RowKey);
        Text(body, $"{Verb(action.ActionType)} {where.AbsoluteUri} HTTP/1.1\r\n{RowHeaders}");
        if (action.ActionType is TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
        {
            Text(body, $"If-Match: {action.ETag}\r\n");
        }

        Text(body, "\r\n");
        if (action.ActionType is not TableTransactionActionType.Delete)
        {
            body.Write(marked.ToJson(withKeys: true).Span);
        }

        Text(body, "\r\n");
    }

    private static string Verb(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.Delete => "DELETE",
        _ => "PUT",
    };

    private static void Text(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
