using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Tables.Rest;

/// <summary>Azure Table storage over its REST interface. One instance serves the whole process.</summary>
/// <remarks>Only needs what every version of the service has, so the folder can be exchanged for the package <c>Azure.Data.Tables</c>.</remarks>
internal sealed class RestTableStore : CheckedTableStore
{
    /// <summary>The service refuses to return more rows at a time.</summary>
    private const int PageRows = 1_000;

    private readonly HttpPipeline pipeline;
    private readonly TableAddress address;
    private readonly TableRequests requests;
    private readonly ILogger<RestTableStore> log;

    /// <summary>An account by its key.</summary>
    public RestTableStore(TableConnectionString account, TableClientOptions options, TimeProvider time, ILogger<RestTableStore> log)
        : this(account.Endpoint, new SharedKeyLitePolicy(account.AccountName, account.AccountKey, time), options, log)
    {
    }

    /// <summary>An account by an Entra identity that has the role Storage Table Data Contributor.</summary>
    public RestTableStore(Uri endpoint, TokenCredential credential, TableClientOptions options, ILogger<RestTableStore> log)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, "https://storage.azure.com/.default"), options, log)
    {
    }

    private RestTableStore(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options, ILogger<RestTableStore> log)
    {
        pipeline = HttpPipelineBuilder.Build(options, authentication);
        address = new TableAddress(endpoint);
        requests = new TableRequests(pipeline, address);
        this.log = log;
    }

    protected override async Task CreateTableCoreAsync(string table, CancellationToken cancellationToken)
    {
        using var message = requests.CreateTable(table);
        await pipeline.SendAsync(message, cancellationToken);
        if (message.Response.IsError && TableError.Read(message.Response) is { Code: not "TableAlreadyExists" } error)
        {
            throw Failure(error, message, table);
        }
    }

    protected override async Task<TableEntity?> GetEntityCoreAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        (await FindAsync(table, partitionKey, rowKey, cancellationToken))?.Entity;

    protected override async IAsyncEnumerable<TableEntity> QueryCoreAsync(
        string table, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var continuation = default(Continuation);
        var wanted = range.Take ?? int.MaxValue;
        while (wanted > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var most = range.Take is null ? (int?)null : Math.Min(wanted, PageRows);
            (var rows, continuation) = await GetPageAsync(table, range, most, continuation, cancellationToken);
            foreach (var row in rows.Take(wanted))
            {
                yield return row;
            }

            // A page may be empty and still not be the last.
            wanted = continuation.IsMore ? wanted - rows.Count : 0;
        }
    }

    protected override async IAsyncEnumerable<TableEntity> ScanCoreAsync(
        string table, RowRange partitions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var continuation = default(Continuation);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = continuation;
            (var rows, continuation) = await ReadPageAsync(table, requests.GetScan(table, partitions, next), cancellationToken);
            foreach (var row in rows)
            {
                yield return row;
            }
        }
        while (continuation.IsMore);
    }

    protected override async Task<TransactionResult> SubmitCoreAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var marked = actions.Select(MarkedAction.From).ToArray();
        using var message = marked.Length == 1 ? requests.Single(table, marked[0]) : CreateBatch(table, marked);
        await pipeline.SendAsync(message, cancellationToken);
        var result = marked.Length == 1 ? ReadSingle(message, table) : ReadBatch(message, table, marked.Length);
        var tries = Tries(message);
        return result is TransactionResult.Conflicted && tries > 1
            ? await FindOwnWriteAsync(table, marked, tries, cancellationToken) ?? result
            : result;
    }

    private HttpMessage CreateBatch(string table, MarkedAction[] actions)
    {
        var (body, contentType) = TransactionContent.Write(address, table, actions);
        return requests.Batch(body, contentType);
    }

    private async Task<RestRow?> FindAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        using var message = requests.Get(table, partitionKey, rowKey);
        await pipeline.SendAsync(message, cancellationToken);
        if (!message.Response.IsError)
        {
            return RestRow.Read(message.Response.Content);
        }

        var error = TableError.Read(message.Response);
        return error.Conflict is TransactionConflict.Missing ? null : throw Failure(error, message, table);
    }

    private Task<(List<TableEntity> Rows, Continuation Next)> GetPageAsync(
        string table, RowRange range, int? most, Continuation continuation, CancellationToken cancellationToken) =>
        ReadPageAsync(table, requests.GetPage(table, range, most, continuation), cancellationToken);

    private async Task<(List<TableEntity> Rows, Continuation Next)> ReadPageAsync(string table, HttpMessage page, CancellationToken cancellationToken)
    {
        using var message = page;
        await pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        if (response.IsError)
        {
            throw Failure(TableError.Read(response), message, table);
        }

        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return (RestRow.ReadPage(response.Content), new Continuation(partition, row));
    }

    private TransactionResult ReadSingle(HttpMessage message, string table)
    {
        var response = message.Response;
        if (!response.IsError)
        {
            return new TransactionResult.Committed([message.Request.Method == RequestMethod.Delete ? default : response.Headers.ETag ?? default]);
        }

        var error = TableError.Read(response);
        return new TransactionResult.Conflicted(0, error.Conflict ?? throw Failure(error, message, table));
    }

    private TransactionResult ReadBatch(HttpMessage message, string table, int actions)
    {
        var response = message.Response;
        var reply = response.IsError ? new TransactionReply([], TableError.Read(response), FailedIndex: null) : TransactionReply.Read(response.Content);
        if (reply.Error is { } error)
        {
            return error.Conflict is { } conflict && reply.FailedIndex is { } index
                ? new TransactionResult.Conflicted(index, conflict)
                : throw Failure(error, message, table);
        }

        return reply.ETags.Count == actions
            ? new TransactionResult.Committed(reply.ETags)
            : throw new FormatException($"The table service answered a transaction of {actions} actions with {reply.ETags.Count} parts.");
    }

    /// <summary>A request sent again may meet the work of its own first try, whose answer was lost. The marks tell.</summary>
    /// <returns>The commit, or null when the conflict was met with somebody else's work. An ETag is default where
    /// the row was deleted or has been changed by others since. A deletion leaves no mark: when nothing else was asked and the rows are gone, it counts as done.</returns>
    private async Task<TransactionResult?> FindOwnWriteAsync(string table, MarkedAction[] actions, int tries, CancellationToken cancellationToken)
    {
        var etags = new ETag[actions.Length];
        var (found, anyMark, anyLeft) = (false, false, false);
        for (var at = 0; at < actions.Length; at++)
        {
            var row = await FindAsync(table, actions[at].Action.Entity.PartitionKey, actions[at].Action.Entity.RowKey, cancellationToken);
            var own = actions[at].Mark is { } mark && row?.OperationId == mark;
            etags[at] = own ? row!.Value.Entity.ETag : default;
            found |= own;
            anyMark |= actions[at].Mark is not null;
            anyLeft |= row is not null;
        }

        if (!found && (anyMark || anyLeft))
        {
            return null;
        }

        log.OwnWriteFound(table, tries);
        return new TransactionResult.Committed(etags);
    }

    private RequestFailedException Failure(TableError error, HttpMessage message, string table)
    {
        message.Response.Headers.TryGetValue("x-ms-request-id", out var requestId);
        log.ServiceFailed(error.Status, error.Code, table, Tries(message), requestId);
        return error.ToException(requestId);
    }

    private static int Tries(HttpMessage message) => message.ProcessingContext.RetryNumber + 1;
}
