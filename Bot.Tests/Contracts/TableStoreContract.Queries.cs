using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Xunit;

namespace Bot.Tests.Contracts;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Query_PartitionWithoutRows_IsEmpty()
    {
        await AddAsync(Row("p", "r"));

        Assert.Empty(await QueryAsync(RowRange.All("other")));
        Assert.Empty(await QueryAsync(RowRange.All("P")));
        Assert.Empty(await QueryAsync(RowRange.All(string.Empty)));
    }

    /// <summary>UTF-16 units decide: U+1F600 is D83D DE00 and comes before U+FF21, though its code point and its UTF-8 come after.</summary>
    [Fact]
    public async Task Query_KeysOfAllKinds_ComeInOrdinalOrderOfUtf16Units()
    {
        string[] keys = ["", " ", "'", "+", "10", "2", "A", "Z", "_", "a", "aa", "b", "z", "ß", "ä", "é", "\u4e2d", "\ud7ff", "\U0001F600", "\U0001F600a", "\U0010FFFF", "\uE000", "\uFF21"];
        await CommitAsync([.. keys.OrderBy(key => key.Length).Select(key => TableTransactionAction.Add(Row("p", key)))]);

        var found = await RowKeysAsync(RowRange.All("p"));

        Assert.Equal(keys.Order(StringComparer.Ordinal), found);
    }

    /// <summary>Several partitions in one go, in order, over more rows than a page holds; neither those before nor those behind.</summary>
    [Fact]
    public async Task Scan_Prefix_HasAllRowsOfThosePartitionsInOrder()
    {
        string[] partitions = ["m", "m|a", "m|b", "m|b'c", "m}", "n|a"];
        foreach (var partition in partitions)
        {
            await AddAsync(Row(partition, "x"));
        }

        await CommitAsync([.. Enumerable.Range(0, 100).Select(number => TableTransactionAction.Add(Row("m|c", number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture))))]);
        foreach (var chunk in Enumerable.Range(100, 1100).Chunk(100))
        {
            await CommitAsync([.. chunk.Select(number => TableTransactionAction.Add(Row("m|c", number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture))))]);
        }

        var found = await store.ScanAsync(table, "m|", Cancellation).Select(row => row.PartitionKey + " " + row.RowKey).ToListAsync(Cancellation);

        Assert.Equal(["m|a x", "m|b x", "m|b'c x", .. Enumerable.Range(0, 1200).Select(number => "m|c " + number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture))], found);
        Assert.Empty(await store.ScanAsync(table, "m|d", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Query_Range_HasItsBeginningAndNotItsEnd()
    {
        await CommitAsync([.. "abcdef".Select(key => TableTransactionAction.Add(Row("p", key.ToString())))]);

        Assert.Equal(["b", "c"], await RowKeysAsync(new RowRange("p", "b", "d")));
        Assert.Equal(["c", "d", "e", "f"], await RowKeysAsync(new RowRange("p", "bb", null)));
        Assert.Equal(["a", "b"], await RowKeysAsync(new RowRange("p", string.Empty, "bb")));
        Assert.Empty(await RowKeysAsync(new RowRange("p", "c", "c")));
        Assert.Empty(await RowKeysAsync(new RowRange("p", "d", "b")));
        Assert.Empty(await RowKeysAsync(new RowRange("p", "g", null)));
    }

    [Theory]
    [InlineData("vote-")]
    [InlineData("o'")]
    [InlineData("ä")]
    [InlineData("\ud7ff")]
    [InlineData("\U0001F600")]
    [InlineData("\U0010FFFF")]
    [InlineData("\uFFFF")]
    [InlineData("a\uFFFF")]
    [InlineData("x.")]
    [InlineData("")]
    public async Task Query_Prefix_FindsWhatBeginsWithItAndNothingElse(string prefix)
    {
        string[] keys = ["a", "a\uFFFF", "a\uFFFFb", "b", "o", "o'", "o'c", "o(", "vote", "vote-", "vote-ada", "vote-\uFFFF", "vote.", "x.", "x.y", "x0", "ä", "äb", "å",
            "\ud7ff", "\ud7ffa", "\U00010000", "\U0001F600", "\U0001F600b", "\U0001F601", "\U0010FFFF", "\U0010FFFFz", "\uE000", "\uFFFE", "\uFFFF", "\uFFFFq"];
        await CommitAsync([.. keys.Select(key => TableTransactionAction.Add(Row("p", key)))]);

        var expected = keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(expected, await RowKeysAsync(RowRange.WithPrefix("p", prefix)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task Query_Take_ReturnsAtMostSoMany(int take)
    {
        await CommitAsync(Adds(10));

        Assert.Equal(Math.Min(take, 10), (await QueryAsync(RowRange.All("p") with { Take = take })).Count);
        Assert.Equal(Math.Min(take, 5), (await QueryAsync(new RowRange("p", "r0005", null) { Take = take })).Count);
    }

    [Fact]
    public async Task Query_NegativeTake_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => QueryAsync(RowRange.All("p") with { Take = -1 }));

    /// <summary>The service returns at most 1,000 rows at a time.</summary>
    [Fact]
    public async Task Query_MoreThanTwoThousandRows_ReadsAllPagesInOrder()
    {
        const int rows = 2_005;
        foreach (var hundred in Adds(rows).Chunk(100))
        {
            await CommitAsync(hundred);
        }

        Assert.Equal(Enumerable.Range(0, rows).Select(at => $"r{at:0000}"), await RowKeysAsync(RowRange.All("p")));
        Assert.Equal(1_500, (await QueryAsync(RowRange.All("p") with { Take = 1_500 })).Count);
        Assert.Equal(Enumerable.Range(0, 1_001).Select(at => $"r{at:0000}"), await RowKeysAsync(new RowRange("p", string.Empty, "r1001")));
    }

    [Fact]
    public async Task Scan_ManyPartitions_ReadsAllRowsInOrder()
    {
        (string Partition, string Row)[] keys = [("a", "z"), ("a|b", ""), ("ab", "1"), ("ab", "2"), ("b", "'"), ("\U0001F600", "r"), ("\uFF21", "r")];
        foreach (var (partition, row) in keys.Reverse())
        {
            await AddAsync(Row(partition, row));
        }

        var found = await ScanAsync();

        Assert.Equal(keys.OrderBy(key => key.Partition, StringComparer.Ordinal).ThenBy(key => key.Row, StringComparer.Ordinal), found.Select(row => (row.PartitionKey, row.RowKey)));
        Assert.Equal((await RequireAsync("ab", "1")).ETag, found[1].ETag);
    }

    [Fact]
    public async Task Scan_MoreThanAPage_ReadsAllPages()
    {
        foreach (var partition in (string[])["p", "q"])
        {
            foreach (var hundred in Enumerable.Range(0, 600).Select(at => TableTransactionAction.Add(Row(partition, $"r{at:0000}"))).Chunk(100))
            {
                await CommitAsync(hundred);
            }
        }

        Assert.Equal(
            ((string[])["p", "q"]).SelectMany(partition => Enumerable.Range(0, 600).Select(at => (partition, $"r{at:0000}"))), (await ScanAsync()).Select(row => (row.PartitionKey, row.RowKey)));
    }

    [Fact]
    public async Task Query_Rows_AreAsCompleteAsSingleReads()
    {
        await AddAsync(new TableEntity("p", "r") { ["Number"] = 7, ["Long"] = 7L, ["Text"] = "ä", ["Double"] = 7.0, ["At"] = DateTimeOffset.UnixEpoch });

        var queried = Assert.Single(await QueryAsync(RowRange.All("p")));
        var read = await RequireAsync("p", "r");

        Assert.Equal(read.Properties.OrderBy(property => property.Key), queried.Properties.OrderBy(property => property.Key));
        Assert.Equal((read.PartitionKey, read.RowKey, read.ETag, read.Timestamp), (queried.PartitionKey, queried.RowKey, queried.ETag, queried.Timestamp));
    }

    [Fact]
    public async Task Query_RowQueriedAndChanged_UpdatesOnItsETag()
    {
        await AddAsync(Row("p", "r", 1));
        var row = Assert.Single(await QueryAsync(RowRange.All("p")));
        row["Value"] = 2;

        await CommitAsync(TableTransactionAction.Update(row));

        Assert.Equal(2, (await RequireAsync("p", "r")).GetInt32("Value"));
    }
}
