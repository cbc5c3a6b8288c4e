using System.Linq;
using System.Threading.Tasks;
using Azure;
using Bot.Platform.Tables;
using Xunit;

namespace Bot.Tests.Contracts;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Submit_AddOfAnExistingRow_ConflictsAndKeepsIt()
    {
        await AddAsync(Row("p", "r", "first"));

        var result = await SubmitAsync(TableTransactionAction.Add(Row("p", "r", "second")));

        Assert.Equal(new TransactionResult.Conflicted(0, TransactionConflict.AlreadyExists), result);
        Assert.Equal("first", (await RequireAsync("p", "r")).GetString("Value"));
    }

    [Fact]
    public async Task Submit_UpdateWithTheETagRead_ReplacesAllProperties()
    {
        await AddAsync(new TableEntity("p", "r") { ["Old"] = 1, ["Value"] = "first" });
        var read = await RequireAsync("p", "r");

        var etags = await CommitAsync(TableTransactionAction.Update(WithETag(Row("p", "r", "second"), read.ETag)));

        var found = await RequireAsync("p", "r");
        Assert.Equal("second", found.GetString("Value"));
        Assert.Null(found["Old"]);
        Assert.Equal(Assert.Single(etags), found.ETag);
        Assert.NotEqual(read.ETag, found.ETag);
    }

    [Fact]
    public async Task Submit_UpdateWithAStaleETag_ConflictsAndKeepsTheRow()
    {
        var stale = await AddAsync(Row("p", "r", "first"));
        await CommitAsync(TableTransactionAction.Update(WithETag(Row("p", "r", "second"), stale)));

        var result = await SubmitAsync(TableTransactionAction.Update(WithETag(Row("p", "r", "third"), stale)));

        Assert.Equal(new TransactionResult.Conflicted(0, TransactionConflict.Changed), result);
        Assert.Equal("second", (await RequireAsync("p", "r")).GetString("Value"));
    }

    [Fact]
    public async Task Submit_UpdateWithSameContent_ChangesTheETagAllTheSame()
    {
        var before = await AddAsync(Row("p", "r", "same"));

        var after = Assert.Single(await CommitAsync(TableTransactionAction.Update(WithETag(Row("p", "r", "same"), before))));

        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task Submit_ETagOfARowDeletedAndAddedAgain_IsStale()
    {
        var first = await AddAsync(Row("p", "r", "same"));
        await CommitAsync(TableTransactionAction.Delete(WithETag(Row("p", "r"), first)));
        await AddAsync(Row("p", "r", "same"));

        var result = await SubmitAsync(TableTransactionAction.Update(WithETag(Row("p", "r", "other"), first)));

        Assert.Equal(new TransactionResult.Conflicted(0, TransactionConflict.Changed), result);
    }

    [Fact]
    public async Task Submit_ETagAll_OverwritesWhateverVersion()
    {
        await AddAsync(Row("p", "r", "first"));

        await CommitAsync(TableTransactionAction.Update(WithETag(Row("p", "r", "second"), ETag.All)));

        Assert.Equal("second", (await RequireAsync("p", "r")).GetString("Value"));
    }

    [Fact]
    public async Task Submit_UpdateOrDeleteOfNoRow_IsMissingEvenWithETagAll()
    {
        var gone = await AddAsync(Row("p", "r"));
        await CommitAsync(TableTransactionAction.Delete(WithETag(Row("p", "r"), gone)));
        var missing = new TransactionResult.Conflicted(0, TransactionConflict.Missing);

        foreach (var etag in new[] { gone, ETag.All })
        {
            Assert.Equal(missing, await SubmitAsync(TableTransactionAction.Update(WithETag(Row("p", "r"), etag))));
            Assert.Equal(missing, await SubmitAsync(TableTransactionAction.Delete(WithETag(Row("p", "r"), etag))));
        }
    }

    [Fact]
    public async Task Submit_DeleteWithAStaleETag_ConflictsAndKeepsTheRow()
    {
        var stale = await AddAsync(Row("p", "r", "first"));
        await CommitAsync(TableTransactionAction.Upsert(Row("p", "r", "second")));

        Assert.Equal(
            new TransactionResult.Conflicted(0, TransactionConflict.Changed),
            await SubmitAsync(TableTransactionAction.Delete(WithETag(Row("p", "r"), stale))));
        Assert.NotNull(await GetAsync("p", "r"));
    }

    [Fact]
    public async Task Submit_Delete_RemovesTheRowAndReturnsNoETag()
    {
        var etag = await AddAsync(Row("p", "r"));

        var etags = await CommitAsync(TableTransactionAction.Delete(WithETag(Row("p", "r"), etag)));

        Assert.Equal(default, Assert.Single(etags));
        Assert.Null(await GetAsync("p", "r"));
    }

    [Fact]
    public async Task Submit_Upsert_InsertsAndThenReplaces()
    {
        await CommitAsync(TableTransactionAction.Upsert(new TableEntity("p", "r") { ["Old"] = 1 }));
        var etags = await CommitAsync(TableTransactionAction.Upsert(Row("p", "r", "new")));

        var found = await RequireAsync("p", "r");
        Assert.Equal(["Value"], found.Properties.Keys);
        Assert.Equal(Assert.Single(etags), found.ETag);
    }

    [Fact]
    public async Task Submit_SixteenWritersOnOneETag_ExactlyOneWins()
    {
        var etag = await AddAsync(Row("p", "r", -1));

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer =>
            SubmitAsync(TableTransactionAction.Update(WithETag(Row("p", "r", writer), etag)))));

        var winner = Assert.Single(Enumerable.Range(0, 16), writer => results[writer] is TransactionResult.Committed);
        Assert.Equal(winner, (await RequireAsync("p", "r")).GetInt32("Value"));
        Assert.Equal(15, results.Count(result => result is TransactionResult.Conflicted { Conflict: TransactionConflict.Changed }));
    }

    [Fact]
    public async Task Submit_SixteenWritersAddOneRow_ExactlyOneWins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => SubmitAsync(TableTransactionAction.Add(Row("p", "r", writer)))));

        var winner = Assert.Single(Enumerable.Range(0, 16), writer => results[writer] is TransactionResult.Committed);
        Assert.Equal(winner, (await RequireAsync("p", "r")).GetInt32("Value"));
        Assert.Equal(15, results.Count(result => result is TransactionResult.Conflicted { Conflict: TransactionConflict.AlreadyExists }));
    }

    [Fact]
    public async Task Submit_SixteenWritersTryingAgain_LoseNoIncrement()
    {
        await AddAsync(Row("p", "r", 0));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => IncrementAsync()));

        Assert.Equal(16, (await RequireAsync("p", "r")).GetInt32("Value"));
    }

    private async Task IncrementAsync()
    {
        TransactionResult result;
        do
        {
            var row = await RequireAsync("p", "r");
            row["Value"] = row.GetInt32("Value") + 1;
            result = await SubmitAsync(TableTransactionAction.Update(row));
        }
        while (result is not TransactionResult.Committed);
    }
}
