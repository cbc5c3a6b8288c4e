using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Xunit;

namespace Bot.Tests.Contracts;

public abstract partial class TableStoreContract
{
    /// <summary>Keys that need escaping somewhere, among them conversation ids as Teams makes them.</summary>
    public static TheoryData<string> UnusualKeys =>
    [
        string.Empty, "'", "''", "o'clock'", " ", " leading and trailing ", "ä ö ü ß", "中文", "+", "100%", "%20", "a&b", "a;b", "a=b", "a:b", "a@b", "a,b", "(a)", "~!*()", "..", ".",
        "\U0001F600", "\uFFFD", "a\u00A0b", "\"", "<a>", "{0}", "$filter", "datetime'2026'", "19:abc_DEF@thread.tacv2;messageid=1700000000000", "a:1xVJKl-mNo_P==",
    ];

    public static TheoryData<string> ForbiddenKeys =>
        ["a/b", @"a\b", "a#b", "a?b", "\0", "\t", "\r\n", "\u001F", "\u007F", "\u0085", "\u009F", new string('k', 513)];

    [Theory]
    [MemberData(nameof(UnusualKeys))]
    public async Task Keys_Unusual_AreKeptAsTheyAre(string key)
    {
        var added = await AddAsync(Row(key, key, "first"));
        await CommitAsync(TableTransactionAction.Update(WithETag(Row(key, key, "second"), added)));
        await CommitAsync(TableTransactionAction.Add(Row(key, key + "2")), TableTransactionAction.Upsert(Row(key, key, "third")));

        var read = await RequireAsync(key, key);
        Assert.Equal((key, key, "third"), (read.PartitionKey, read.RowKey, read.GetString("Value")));
        Assert.Equal([key, key + "2"], await RowKeysAsync(RowRange.WithPrefix(key, key)));
        await CommitAsync(TableTransactionAction.Delete(read));
        Assert.Null(await GetAsync(key, key));
    }

    [Theory]
    [MemberData(nameof(ForbiddenKeys))]
    public async Task Keys_Forbidden_AreRefused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => GetAsync(key, "r"));
        await Assert.ThrowsAsync<ArgumentException>(() => GetAsync("p", key));
        await Assert.ThrowsAsync<ArgumentException>(() => QueryAsync(RowRange.All(key)));
        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync(TableTransactionAction.Add(Row(key, "r"))));
        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync(TableTransactionAction.Add(Row("p", key))));
    }

    /// <summary>Not among the cases above: the runner itself does not carry half a pair from discovery to the test.</summary>
    [Fact]
    public Task Keys_WithHalfASurrogatePair_AreRefused() =>
        Task.WhenAll(Keys_Forbidden_AreRefused("\uD83D"), Keys_Forbidden_AreRefused("\uDE00a"), Keys_Forbidden_AreRefused("a\uDE00\uD83D"));

    [Fact]
    public async Task Keys_Of512Units_AreKept()
    {
        foreach (var key in new[] { new string('k', 512), new string('ä', 512), string.Concat(Enumerable.Repeat("\U0001F600", 256)) })
        {
            await AddAsync(Row(key, key, "kept"));

            Assert.Equal("kept", (await RequireAsync(key, key)).GetString("Value"));
        }
    }
}
