using System;
using System.Linq;
using System.Threading.Tasks;
using Azure;
using Bot.Platform.Tables;
using Xunit;

namespace Bot.Tests.Contracts;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Submit_AllKindsOfActions_AllDoneWithETagsInOrder()
    {
        var update = await AddAsync(Row("p", "update", "old"));
        var delete = await AddAsync(Row("p", "delete"));

        var etags = await CommitAsync(
            TableTransactionAction.Add(Row("p", "add", "new")),
            TableTransactionAction.Update(WithETag(Row("p", "update", "new"), update)),
            TableTransactionAction.Delete(WithETag(Row("p", "delete"), delete)),
            TableTransactionAction.Upsert(Row("p", "upsert", "new")));

        Assert.Equal((await RequireAsync("p", "add")).ETag, etags[0]);
        Assert.Equal((await RequireAsync("p", "update")).ETag, etags[1]);
        Assert.Equal(default, etags[2]);
        Assert.Equal((await RequireAsync("p", "upsert")).ETag, etags[3]);
        Assert.Equal(["add", "update", "upsert"], await RowKeysAsync(RowRange.All("p")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task Submit_OneActionConflicts_NothingIsWrittenAndItsIndexIsTold(int culprit)
    {
        await AddAsync(Row("p", $"r{culprit:00}", "there"));
        var actions = Enumerable.Range(0, 12).Select(at => TableTransactionAction.Add(Row("p", $"r{at:00}", "new"))).ToArray();

        Assert.Equal(new TransactionResult.Conflicted(culprit, TransactionConflict.AlreadyExists), await SubmitAsync(actions));

        Assert.Equal("there", Assert.Single(await QueryAsync(RowRange.All("p"))).GetString("Value"));
    }

    [Fact]
    public async Task Submit_EachConflictInsideATransaction_IsNamed()
    {
        var stale = await AddAsync(Row("p", "changed"));
        await CommitAsync(TableTransactionAction.Upsert(Row("p", "changed")));
        var add = TableTransactionAction.Add(Row("p", "new"));

        Assert.Equal(
            new TransactionResult.Conflicted(1, TransactionConflict.Changed),
            await SubmitAsync(add, TableTransactionAction.Update(WithETag(Row("p", "changed"), stale))));
        Assert.Equal(
            new TransactionResult.Conflicted(1, TransactionConflict.Changed),
            await SubmitAsync(add, TableTransactionAction.Delete(WithETag(Row("p", "changed"), stale))));
        Assert.Equal(
            new TransactionResult.Conflicted(1, TransactionConflict.Missing),
            await SubmitAsync(add, TableTransactionAction.Update(WithETag(Row("p", "missing"), ETag.All))));
        Assert.Equal(
            new TransactionResult.Conflicted(1, TransactionConflict.Missing),
            await SubmitAsync(add, TableTransactionAction.Delete(WithETag(Row("p", "missing"), ETag.All))));
        Assert.Null(await GetAsync("p", "new"));
    }

    [Fact]
    public async Task Submit_HundredActions_AreOneTransaction()
    {
        var etags = await CommitAsync(Adds(100));

        Assert.Equal(100, etags.Count);
        Assert.Equal(etags, (await QueryAsync(RowRange.All("p"))).Select(row => row.ETag));
    }

    [Fact]
    public async Task Submit_HundredAndOneOrNoActions_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync(Adds(101)));
        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync());

        Assert.Empty(await QueryAsync(RowRange.All("p")));
    }

    [Fact]
    public async Task Submit_TwoPartitionsOrOneRowTwice_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            SubmitAsync(TableTransactionAction.Add(Row("p", "r")), TableTransactionAction.Add(Row("q", "s"))));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            SubmitAsync(TableTransactionAction.Add(Row("p", "r")), TableTransactionAction.Upsert(Row("p", "r"))));

        Assert.Empty(await QueryAsync(RowRange.All("p")));
    }

    [Fact]
    public async Task Submit_UpdateOrDeleteWithoutETag_IsRefused()
    {
        await AddAsync(Row("p", "r", "first"));

        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync(TableTransactionAction.Update(Row("p", "r", "second"))));
        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync(TableTransactionAction.Delete(Row("p", "r"))));

        Assert.Equal("first", (await RequireAsync("p", "r")).GetString("Value"));
    }

    [Fact]
    public async Task Submit_TransactionsOfManyPartitionsAtOnce_AllCommitted()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(partition => SubmitAsync(
            TableTransactionAction.Add(Row($"p{partition}", "head", partition)),
            TableTransactionAction.Add(Row($"p{partition}", "entry", partition)))));

        Assert.All(results, result => Assert.IsType<TransactionResult.Committed>(result));
        foreach (var partition in Enumerable.Range(0, 32))
        {
            Assert.Equal(["entry", "head"], await RowKeysAsync(RowRange.All($"p{partition}")));
        }
    }

    /// <summary>Losers of a race must take nothing of the winners with them, though they may share a commit.</summary>
    [Fact]
    public async Task Submit_ConflictsAmongManyAtOnce_OnlyTheyAreUndone()
    {
        await AddAsync(Row("p", "taken", "there"));

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(at => at % 2 == 0
            ? SubmitAsync(TableTransactionAction.Add(Row("p", $"r{at:00}", at)))
            : SubmitAsync(TableTransactionAction.Add(Row("p", $"r{at:00}", at)), TableTransactionAction.Add(Row("p", "taken")))));

        Assert.Equal(20, results.Count(result => result is TransactionResult.Committed));
        Assert.Equal(20, results.Count(result => result is TransactionResult.Conflicted { Index: 1 }));
        var expected = Enumerable.Range(0, 20).Select(half => $"r{2 * half:00}").Append("taken");
        Assert.Equal(expected, await RowKeysAsync(RowRange.All("p")));
    }

    private static TableTransactionAction[] Adds(int count) =>
        [.. Enumerable.Range(0, count).Select(at => TableTransactionAction.Add(Row("p", $"r{at:0000}", at)))];
}
