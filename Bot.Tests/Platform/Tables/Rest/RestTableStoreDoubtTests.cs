using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Tables.Rest;

/// <summary>Whatever goes wrong on the way to Azure Tables, with whatever is asked: what is acknowledged is written, once, and a request that meets its own first success knows it.</summary>
public sealed class RestTableStoreDoubtTests : IAsyncLifetime
{
    private readonly string table = "D" + Guid.NewGuid().ToString("N");
    private readonly RecordingLogger log = new();
    private FaultyProxy proxy = null!;
    private TableConnectionString account = null!;
    private RestTableStore store = null!;
    private RestTableStore direct = null!;

    /// <summary>What may happen to one request.</summary>
    public enum Trouble
    {
        /// <summary>500, and nothing done.</summary>
        Error,

        /// <summary>500, and done all the same.</summary>
        ErrorAfterwards,

        /// <summary>503 ServerBusy.</summary>
        Busy,

        /// <summary>429 with a time to wait.</summary>
        Throttled,

        /// <summary>No answer, and nothing done.</summary>
        Hangs,

        /// <summary>No answer, and done.</summary>
        HangsAfterwards,

        /// <summary>The connection is reset, and nothing done.</summary>
        Reset,

        /// <summary>The connection is reset, and it was done.</summary>
        ResetAfterwards,

        /// <summary>The answer ends in the middle.</summary>
        Cut,
    }

    public static TheoryData<Trouble> Troubles => [.. Enum.GetValues<Trouble>()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var connectionString = await Azurite.RequireConnectionStringAsync(Token);
        var azurite = TableConnectionString.Parse(connectionString);
        proxy = await FaultyProxy.StartAsync(azurite.Endpoint);
        var through = connectionString[..connectionString.IndexOf("TableEndpoint", StringComparison.Ordinal)] + $"TableEndpoint={proxy.Endpoint}";
        account = TableConnectionString.Parse(through);
        store = new RestTableStore(account, Impatient(TimeSpan.FromSeconds(15)), TimeProvider.System, log);
        direct = new RestTableStore(azurite, new TableClientOptions(), TimeProvider.System, log);
        await direct.CreateTableIfNotExistsAsync(table, Token);
        await direct.SubmitTransactionAsync(table, [Add("a"), Add("b")], Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (proxy is not null)
        {
            await proxy.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Add_Once_IsCommittedOnce(Trouble trouble)
    {
        Happens(trouble);

        var committed = Assert.IsType<TransactionResult.Committed>(await StoreOf(trouble).SubmitTransactionAsync(table, [Add("new")], Token));

        Assert.Equal((await direct.GetEntityIfExistsAsync(table, "p", "new", Token))!.ETag, Assert.Single(committed.ETags));
    }

    /// <summary>Twice in a row: the second try is lost as the first was, the third meets the work of one of them.</summary>
    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Update_TwiceInARow_IsCommittedOnce(Trouble trouble)
    {
        var row = (await direct.GetEntityIfExistsAsync(table, "p", "a", Token))!;
        row["Value"] = "second";
        Happens(trouble);
        Happens(trouble);

        var committed = Assert.IsType<TransactionResult.Committed>(await StoreOf(trouble).SubmitTransactionAsync(table, [TableTransactionAction.Update(row)], Token));

        var stored = (await direct.GetEntityIfExistsAsync(table, "p", "a", Token))!;
        Assert.Equal(("second", stored.ETag), (stored.GetString("Value"), Assert.Single(committed.ETags)));
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Batch_Once_IsCommittedAsAWhole(Trouble trouble)
    {
        var (updated, deleted) = ((await direct.GetEntityIfExistsAsync(table, "p", "a", Token))!, (await direct.GetEntityIfExistsAsync(table, "p", "b", Token))!);
        updated["Value"] = "second";
        Happens(trouble);

        var committed = Assert.IsType<TransactionResult.Committed>(await StoreOf(trouble).SubmitTransactionAsync(
            table, [Add("new"), TableTransactionAction.Update(updated), TableTransactionAction.Delete(deleted)], Token));

        Assert.Equal(3, committed.ETags.Count);
        var rows = await direct.QueryAsync(table, RowRange.All("p"), Token).ToListAsync(Token);
        Assert.Equal(["a second", "new first"], rows.Select(row => row.RowKey + " " + row.GetString("Value")));
        Assert.Equal([rows[1].ETag, rows[0].ETag], committed.ETags.Take(2));
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Query_Once_ReadsAllRows(Trouble trouble)
    {
        Happens(trouble);

        Assert.Equal(["a", "b"], (await StoreOf(trouble).QueryAsync(table, RowRange.All("p"), Token).ToListAsync(Token)).Select(row => row.RowKey));
    }

    /// <summary>When all tries are used up it is said that nobody knows; doing it again finds out.</summary>
    [Theory]
    [InlineData(Trouble.ErrorAfterwards)]
    [InlineData(Trouble.ResetAfterwards)]
    [InlineData(Trouble.Cut)]
    public async Task Add_UntilNoTryIsLeft_IsInDoubtAndFoundByTheNext(Trouble trouble)
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Happens(trouble);
        }

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => store.SubmitTransactionAsync(table, [Add("new")], Token));

        Assert.Equal(StoreFaultKind.InDoubt, StoreFault.Of(failure));
        Assert.Equal(new TransactionResult.Conflicted(0, TransactionConflict.AlreadyExists), await store.SubmitTransactionAsync(table, [Add("new")], Token));
    }

    [Fact]
    public async Task Add_ThrottledForASecond_WaitsThatLong()
    {
        proxy.Answer(429, string.Empty, ("Retry-After", "1"));
        var began = TimeProvider.System.GetTimestamp();

        Assert.IsType<TransactionResult.Committed>(await store.SubmitTransactionAsync(table, [Add("new")], Token));

        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromSeconds(0.9));
    }

    private void Happens(Trouble trouble)
    {
        switch (trouble)
        {
            case Trouble.Error:
                proxy.Answer(500);
                break;
            case Trouble.ErrorAfterwards:
                proxy.CarryOutAndAnswer(500);
                break;
            case Trouble.Busy:
                proxy.Answer(503, """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""");
                break;
            case Trouble.Throttled:
                proxy.Answer(429, string.Empty, ("Retry-After", "0"));
                break;
            case Trouble.Hangs or Trouble.HangsAfterwards:
                proxy.Hang(trouble is Trouble.HangsAfterwards);
                break;
            case Trouble.Reset:
                proxy.LoseRequest();
                break;
            case Trouble.ResetAfterwards:
                proxy.LoseAnswer();
                break;
            default:
                proxy.CutAnswer();
                break;
        }
    }

    /// <summary>Where nothing answers, the time is short after which that is believed; no shorter than a slow machine needs.</summary>
    private RestTableStore StoreOf(Trouble trouble) => trouble is Trouble.Hangs or Trouble.HangsAfterwards
        ? new RestTableStore(account, Impatient(TimeSpan.FromSeconds(1)), TimeProvider.System, log)
        : store;

    private static TableClientOptions Impatient(TimeSpan longest)
    {
        var options = new TableClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
        options.Retry.NetworkTimeout = longest;
        return options;
    }

    private static TableTransactionAction Add(string rowKey) => TableTransactionAction.Add(new TableEntity("p", rowKey) { ["Value"] = "first" });
}
