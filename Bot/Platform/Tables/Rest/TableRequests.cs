using System;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Bot.Platform.Tables.Rest;

/// <summary>Requests as the service wants them.</summary>
/// <remarks>Source: "Table service REST API". The version is the one the official client uses.</remarks>
internal sealed class TableRequests(HttpPipeline pipeline, TableAddress address)
{
    private const string Json = "application/json";

    public HttpMessage CreateTable(string table)
    {
        var message = Create(RequestMethod.Post, address.Tables);
        message.Request.Headers.Add("Prefer", "return-no-content");
        return WithContent(message, BinaryData.FromString($$"""{"TableName":"{{table}}"}"""), Json);
    }

    public HttpMessage Get(string table, string partitionKey, string rowKey) => Create(RequestMethod.Get, address.Row(table, partitionKey, rowKey));

    public HttpMessage GetPage(string table, RowRange range, int? most, Continuation continuation) =>
        Create(RequestMethod.Get, address.Page(table, range, most, continuation));

    public HttpMessage GetScan(string table, RowRange partitions, Continuation continuation) =>
        Create(RequestMethod.Get, address.Scan(table, partitions, continuation));

    /// <summary>A transaction of one action as the plain request it is: a third of the bytes, and the way of every vote.</summary>
    public HttpMessage Single(string table, MarkedAction marked)
    {
        var (action, entity) = (marked.Action, marked.Action.Entity);
        switch (action.ActionType)
        {
            case TableTransactionActionType.Add:
                var add = Create(RequestMethod.Post, address.Table(table));
                add.Request.Headers.Add("Prefer", "return-no-content");
                return WithContent(add, marked.ToJson(withKeys: true), Json);
            case TableTransactionActionType.Delete:
                return OnlyIf(action.ETag, Create(RequestMethod.Delete, address.Row(table, entity.PartitionKey, entity.RowKey)));
            default:
                var put = WithContent(Create(RequestMethod.Put, address.Row(table, entity.PartitionKey, entity.RowKey)), marked.ToJson(withKeys: false), Json);
                return action.ActionType is TableTransactionActionType.UpdateReplace ? OnlyIf(action.ETag, put) : put;
        }
    }

    public HttpMessage Batch(ReadOnlyMemory<byte> body, string contentType) => WithContent(Create(RequestMethod.Post, address.Batch), body, contentType);

    private static HttpMessage OnlyIf(ETag etag, HttpMessage message)
    {
        message.Request.Headers.Add("If-Match", etag.ToString());
        return message;
    }

    private static HttpMessage WithContent(HttpMessage message, ReadOnlyMemory<byte> body, string contentType)
    {
        message.Request.Headers.Add("Content-Type", contentType);
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    private HttpMessage Create(RequestMethod method, Uri where)
    {
        var message = pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(where);
        request.Headers.Add("x-ms-version", "2020-12-06");
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("MaxDataServiceVersion", "3.0;NetFx");
        request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        return message;
    }
}
