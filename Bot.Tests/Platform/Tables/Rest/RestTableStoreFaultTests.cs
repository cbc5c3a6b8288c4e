using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Tables.Rest;

/// <summary>What the store makes of a bad network: the caller learns whether its write was written.</summary>
public sealed class RestTableStoreFaultTests : IAsyncLifetime
{
    private readonly string table = "F" + Guid.NewGuid().ToString("N");
    private readonly RecordingLogger log = new();
    private FaultyProxy proxy = null!;
    private RestTableStore store = null!;
    private RestTableStore direct = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var connectionString = await Azurite.RequireConnectionStringAsync(Cancellation);
        var azurite = TableConnectionString.Parse(connectionString);
        proxy = await FaultyProxy.StartAsync(azurite.Endpoint);
        var through = connectionString[..connectionString.IndexOf("TableEndpoint", StringComparison.Ordinal)] + $"TableEndpoint={proxy.Endpoint}";
        store = new RestTableStore(TableConnectionString.Parse(through), Impatient(), TimeProvider.System, log);
        direct = new RestTableStore(azurite, new TableClientOptions(), TimeProvider.System, log);
        await direct.CreateTableIfNotExistsAsync(table, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (proxy is not null)
        {
            await proxy.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Submit_ServiceBusyWithoutRetryAfter_TriesAgain(int status)
    {
        proxy.Answer(status);
        proxy.Answer(status);

        Assert.IsType<TransactionResult.Committed>(await SubmitAsync(store, TableTransactionAction.Add(Row("r"))));

        Assert.Equal(3, proxy.Requests.Count);
        Assert.NotNull(await GetAsync("r"));
    }

    [Fact]
    public async Task Submit_ServiceBusyForEver_ThrowsAfterFiveTries()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            proxy.Answer(503, """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""");
        }

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => SubmitAsync(store, TableTransactionAction.Add(Row("r"))));

        Assert.Equal((503, "ServerBusy"), (failure.Status, failure.ErrorCode));
        Assert.Equal(5, proxy.Requests.Count);
    }

    [Fact]
    public async Task Get_ConnectionLost_TriesAgain()
    {
        await SubmitAsync(direct, TableTransactionAction.Add(Row("r")));
        proxy.LoseRequest();
        proxy.LoseAnswer();

        Assert.NotNull(await store.GetEntityIfExistsAsync(table, "p", "r", Cancellation));
    }

    [Fact]
    public async Task Add_AnswerLost_IsCommittedWithTheRowsETag()
    {
        proxy.LoseAnswer();

        var committed = Assert.IsType<TransactionResult.Committed>(await SubmitAsync(store, TableTransactionAction.Add(Row("r"))));

        Assert.Equal((await GetAsync("r"))!.ETag, Assert.Single(committed.ETags));
    }

    [Fact]
    public async Task Add_RequestLost_IsCommittedOnce()
    {
        proxy.LoseRequest();

        Assert.IsType<TransactionResult.Committed>(await SubmitAsync(store, TableTransactionAction.Add(Row("r"))));

        Assert.NotNull(await GetAsync("r"));
    }

    /// <summary>Even equal content is somebody else's row: whoever inserts a delivery sends it, and only one may.</summary>
    [Fact]
    public async Task Add_RequestLostAndAnotherAddsTheSame_Conflicts()
    {
        proxy.LoseRequest(meanwhile: () => SubmitAsync(direct, TableTransactionAction.Add(Row("r"))));

        var result = await SubmitAsync(store, TableTransactionAction.Add(Row("r")));

        Assert.Equal(new TransactionResult.Conflicted(0, TransactionConflict.AlreadyExists), result);
    }

    [Fact]
    public async Task Update_AnswerLost_IsCommittedWithTheRowsETag()
    {
        var row = await AddAsync("r");
        row["Value"] = "second";
        proxy.LoseAnswer();

        var committed = Assert.IsType<TransactionResult.Committed>(await SubmitAsync(store, TableTransactionAction.Update(row)));

        Assert.Equal((await GetAsync("r"))!.ETag, Assert.Single(committed.ETags));
    }

    [Fact]
    public async Task Update_AnswerLostAndAnotherChangesTheRow_ConflictsAndKeepsTheOthers()
    {
        var row = await AddAsync("r");
        proxy.LoseAnswer(meanwhile: () => SubmitAsync(direct, TableTransactionAction.Upsert(Row("r", "the other's"))));

        var result = await SubmitAsync(store, TableTransactionAction.Update(row));

        Assert.Equal(new TransactionResult.Conflicted(0, TransactionConflict.Changed), result);
        Assert.Equal("the other's", (await GetAsync("r"))!.GetString("Value"));
    }

    [Fact]
    public async Task Delete_AnswerLost_IsCommitted()
    {
        var row = await AddAsync("r");
        proxy.LoseAnswer();

        Assert.IsType<TransactionResult.Committed>(await SubmitAsync(store, TableTransactionAction.Delete(row)));

        Assert.Null(await GetAsync("r"));
    }

    [Fact]
    public async Task Delete_RequestLostAndAnotherChangesTheRow_Conflicts()
    {
        var row = await AddAsync("r");
        proxy.LoseRequest(meanwhile: () => SubmitAsync(direct, TableTransactionAction.Upsert(Row("r", "the other's"))));

        Assert.Equal(
            new TransactionResult.Conflicted(0, TransactionConflict.Changed),
            await SubmitAsync(store, TableTransactionAction.Delete(row)));
    }

    [Fact]
    public async Task Transaction_AnswerLost_IsCommittedWithTheRowsETags()
    {
        var updated = await AddAsync("update");
        var deleted = await AddAsync("delete");
        proxy.LoseAnswer();

        var committed = Assert.IsType<TransactionResult.Committed>(await SubmitAsync(
            store, TableTransactionAction.Delete(deleted), TableTransactionAction.Update(updated), TableTransactionAction.Add(Row("add"))));

        Assert.Equal([default, (await GetAsync("update"))!.ETag, (await GetAsync("add"))!.ETag], committed.ETags);
        Assert.Null(await GetAsync("delete"));
    }

    [Fact]
    public async Task Transaction_RequestLostAndAnotherIsFaster_ConflictsAndWritesNothing()
    {
        var updated = await AddAsync("update");
        proxy.LoseRequest(meanwhile: () => SubmitAsync(direct, TableTransactionAction.Upsert(Row("update", "the other's"))));

        var result = await SubmitAsync(store, TableTransactionAction.Add(Row("add")), TableTransactionAction.Update(updated));

        Assert.Equal(new TransactionResult.Conflicted(1, TransactionConflict.Changed), result);
        Assert.Null(await GetAsync("add"));
    }

    [Fact]
    public async Task Submit_ErrorAsXml_IsReadAndTellsNothingOfTheRow()
    {
        proxy.Answer(403, """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Error><Code>AuthorizationFailure</Code><Message>secret value</Message></Error>""", ("Content-Type", "application/xml"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => SubmitAsync(store, TableTransactionAction.Add(Row("secret-key", "secret value"))));

        Assert.Equal((403, "AuthorizationFailure"), (failure.Status, failure.ErrorCode));
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.Contains("AuthorizationFailure", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(404, "<html><body>no such site</body></html>")]
    [InlineData(409, "not json")]
    [InlineData(400, "{")]
    public async Task AnyCall_AnswerIsNotTheServices_ThrowsInsteadOfGuessing(int status, string body)
    {
        proxy.Answer(status, body);
        proxy.Answer(status, body);

        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => store.GetEntityIfExistsAsync(table, "p", "r", Cancellation))).Status);
        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => SubmitAsync(store, TableTransactionAction.Add(Row("r"))))).Status);
    }

    [Fact]
    public async Task Query_EmptyPagesWithContinuation_GoesOn()
    {
        await AddAsync("r");
        proxy.Answer(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!8!cA--"), ("x-ms-continuation-NextRowKey", "1!4!+/="));
        proxy.Answer(200, """{"odata.metadata":"x","value":[]}""", ("x-ms-continuation-NextPartitionKey", "only"));
        proxy.Answer(200, """{"value":[{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"a","Timestamp":"2026-01-01T00:00:00Z"}]}""", ("x-ms-continuation-NextPartitionKey", "p"), ("x-ms-continuation-NextRowKey", ""));
        proxy.Answer(200, """{"value":[{"odata.etag":"W/\"2\"","PartitionKey":"p","RowKey":"b","Timestamp":"2026-01-01T00:00:00Z"}]}""");

        var rows = await store.QueryAsync(table, RowRange.All("p"), Cancellation).ToListAsync(Cancellation);

        Assert.Equal(["a", "b"], rows.Select(row => row.RowKey));
        Assert.Contains("&NextPartitionKey=1%218%21cA--&NextRowKey=1%214%21%2B%2F%3D", proxy.Requests.ElementAt(1), StringComparison.Ordinal);
        Assert.EndsWith("&NextPartitionKey=only", proxy.Requests.ElementAt(2), StringComparison.Ordinal);
        Assert.EndsWith("&NextPartitionKey=p&NextRowKey=", proxy.Requests.ElementAt(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_TakeOverSeveralPages_AsksOnlyForWhatIsMissing()
    {
        proxy.Answer(200, """{"value":[{"PartitionKey":"p","RowKey":"a"}]}""", ("x-ms-continuation-NextPartitionKey", "p"));
        proxy.Answer(200, """{"value":[{"PartitionKey":"p","RowKey":"b"},{"PartitionKey":"p","RowKey":"c"}]}""", ("x-ms-continuation-NextPartitionKey", "p"));

        var rows = await store.QueryAsync(table, RowRange.All("p") with { Take = 3 }, Cancellation).ToListAsync(Cancellation);

        Assert.Equal(3, rows.Count);
        Assert.Contains("$top=3", proxy.Requests.ElementAt(0), StringComparison.Ordinal);
        Assert.Contains("$top=2", proxy.Requests.ElementAt(1), StringComparison.Ordinal);
        Assert.Equal(2, proxy.Requests.Count);
    }

    [Fact]
    public async Task Submit_OneAction_IsAPlainRequestAndManyAreOneBatch()
    {
        await SubmitAsync(store, TableTransactionAction.Add(Row("r")));
        await SubmitAsync(store, TableTransactionAction.Upsert(Row("r")), TableTransactionAction.Add(Row("s")));

        Assert.Equal([$"POST /devstoreaccount1/{table}", "POST /devstoreaccount1/$batch"], proxy.Requests);
    }

    private static TableClientOptions Impatient()
    {
        var options = new TableClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
        return options;
    }

    private static TableEntity Row(string rowKey, string value = "first") => new("p", rowKey) { ["Value"] = value };

    private Task<TransactionResult> SubmitAsync(RestTableStore by, params TableTransactionAction[] actions) => by.SubmitTransactionAsync(table, actions, Cancellation);

    private Task<TableEntity?> GetAsync(string rowKey) => direct.GetEntityIfExistsAsync(table, "p", rowKey, Cancellation);

    private async Task<TableEntity> AddAsync(string rowKey)
    {
        await SubmitAsync(direct, TableTransactionAction.Add(Row(rowKey)));
        return (await GetAsync(rowKey))!;
    }
}
