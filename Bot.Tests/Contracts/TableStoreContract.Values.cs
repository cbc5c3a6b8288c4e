using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Xunit;

namespace Bot.Tests.Contracts;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Values_OfEveryType_ComeBackAsTheyWere()
    {
        object[] values =
        [
            "text", string.Empty, "ä 中 \U0001F600 \" \\ / \u0001 \u2028 <>&'", "2026-01-02T03:04:05Z", "9007199254740993", new string('ä', 1000), "line\r\nline\ttab",
            0, -1, int.MaxValue, int.MinValue,
            0L, 7L, (1L << 53) + 1, long.MaxValue, long.MinValue,
            true, false,
            0.0, 1.0, 0.1, 1.0 / 3, 1e300, double.MaxValue, double.MinValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 9007199254740993.0, 123456789012.0,
            Guid.Empty, Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833"),
            Array.Empty<byte>(), new byte[] { 0, 1, 2, 254, 255 }, Enumerable.Range(0, 1000).Select(at => (byte)at).ToArray(),
            new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.UnixEpoch, new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_567), DateTimeOffset.MaxValue.ToUniversalTime(),
        ];
        var row = new TableEntity("p", "r");
        foreach (var at in Enumerable.Range(0, values.Length))
        {
            row[$"P{at}"] = values[at];
        }

        await AddAsync(row);
        var read = await RequireAsync("p", "r");

        foreach (var at in Enumerable.Range(0, values.Length))
        {
            Assert.True(read[$"P{at}"]?.GetType() == values[at].GetType(), $"P{at}: {values[at]} came back as {read[$"P{at}"]}");
            Assert.Equal(values[at], read[$"P{at}"]);
        }

        Assert.Equal(values.Length, read.Properties.Count);
    }

    [Fact]
    public async Task Values_MomentWithAnOffset_ComesBackAsTheSameMomentInUtc()
    {
        var local = new DateTimeOffset(2026, 7, 1, 18, 0, 0, TimeSpan.FromHours(2));
        await AddAsync(Row("p", "r", local));

        var read = (await RequireAsync("p", "r")).GetDateTimeOffset("Value");

        Assert.Equal(local, read);
        Assert.Equal(TimeSpan.Zero, read!.Value.Offset);
    }

    [Fact]
    public async Task Values_Null_IsNotStored()
    {
        await AddAsync(new TableEntity("p", "r") { ["There"] = 1, ["Gone"] = null });

        Assert.Equal(["There"], (await RequireAsync("p", "r")).Properties.Keys);
    }

    [Fact]
    public async Task Values_RowWithoutProperties_IsARow()
    {
        await AddAsync(new TableEntity("p", "r"));

        Assert.Empty((await RequireAsync("p", "r")).Properties);
    }

    [Fact]
    public async Task Values_OfTheLargestSize_AreKept()
    {
        await AddAsync(Row("p", "ascii", new string('x', 32_768)));
        await AddAsync(Row("p", "cjk", new string('中', 32_768)));
        await AddAsync(Row("p", "bytes", new byte[65_536]));

        Assert.Equal(new string('x', 32_768), (await RequireAsync("p", "ascii")).GetString("Value"));
        Assert.Equal(new string('中', 32_768), (await RequireAsync("p", "cjk")).GetString("Value"));
        Assert.Equal(65_536, (await RequireAsync("p", "bytes")).GetBinary("Value")!.Length);
    }

    [Fact]
    public async Task Values_OneLargerThanTheLargest_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync(Row("p", "r", new string('x', 32_769))));
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync(Row("p", "r", new byte[65_537])));
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync(Row("p", "r", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1))));
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync(Row("p", "r", 1.0m)));
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync(Row("p", "r", "half a pair \uD83D")));

        Assert.Null(await GetAsync("p", "r"));
    }

    [Fact]
    public async Task Rows_With252Properties_AreKeptAnd253Refused()
    {
        var row = new TableEntity("p", "r");
        foreach (var at in Enumerable.Range(0, 252))
        {
            row[$"P{at}"] = at;
        }

        await AddAsync(row);
        Assert.Equal(252, (await RequireAsync("p", "r")).Properties.Count);

        row["P252"] = 252;
        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync(TableTransactionAction.Upsert(row)));
    }

    /// <summary>The published formula: 4 + 2 × keys + per property 8 + 2 × name + 4 + 2 × characters.</summary>
    [Fact]
    public async Task Rows_OfExactlyOneMebibyte_AreKeptAndOneCharacterMoreRefused()
    {
        var row = new TableEntity("p", "r");
        foreach (var at in Enumerable.Range(0, 15))
        {
            row[$"P{at:00}"] = new string('x', 32_768);
        }

        var used = 4 + (2 * 2) + (15 * (8 + 6 + 4 + 65_536));
        var rest = (1_048_576 - used - (8 + 6 + 4)) / 2;
        row["P15"] = new string('x', rest);
        await AddAsync(row);
        Assert.Equal(rest, (await RequireAsync("p", "r")).GetString("P15")!.Length);

        row["P15"] = new string('x', rest + 1);
        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync(TableTransactionAction.Upsert(row)));
    }

    [Fact]
    public async Task Transactions_JustBelowFourMebibytes_AreKeptAndJustAboveRefused()
    {
        // Nine rows of fourteen texts of 32 KiB each are 4.13 million bytes; 4 MiB are 4.19 million.
        var actions = Enumerable.Range(0, 9).Select(at => TableTransactionAction.Add(Filled($"r{at}", 14))).ToArray();
        await CommitAsync(actions);
        Assert.Equal(9, (await QueryAsync(RowRange.All("p"))).Count);

        var more = Enumerable.Range(0, 9).Select(at => TableTransactionAction.Add(Filled($"s{at}", at < 6 ? 14 : 15))).ToArray();
        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync(more));

        static TableEntity Filled(string rowKey, int texts)
        {
            var row = new TableEntity("p", rowKey);
            foreach (var at in Enumerable.Range(0, texts))
            {
                row[$"P{at:00}"] = new string('x', 32_768);
            }

            return row;
        }
    }
}
