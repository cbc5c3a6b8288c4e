using System;
using System.Linq;
using Azure;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Xunit;

namespace Bot.Tests.Platform.Tables;

public class TableLimitsTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("A12")]
    [InlineData("Tables1")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123")]
    public void CheckTableName_WellFormed_IsKept(string table) => TableLimits.CheckTableName(table);

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-b")]
    [InlineData("a_b")]
    [InlineData("äbc")]
    [InlineData("tables")]
    [InlineData("Tables")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void CheckTableName_Otherwise_IsRefused(string table) =>
        Assert.Contains("table name", Assert.Throws<ArgumentException>(() => TableLimits.CheckTableName(table)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a")]
    [InlineData("_")]
    [InlineData("_a1")]
    [InlineData("Größe")]
    [InlineData("名前")]
    public void CheckTransaction_PropertyNamedLikeAnIdentifier_IsKept(string name) => Check(Row(name));

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a-b")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("odata.etag")]
    [InlineData("a@odata.type")]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    [InlineData("OperationId")]
    public void CheckTransaction_PropertyNamedOtherwise_IsRefused(string name) =>
        Assert.Contains("property name", Assert.Throws<ArgumentException>(() => Check(Row(name))).Message, StringComparison.Ordinal);

    [Fact]
    public void CheckTransaction_PropertyNameOf255Characters_IsTheLongest()
    {
        Check(Row(new string('a', 255)));
        Assert.Throws<ArgumentException>(() => Check(Row(new string('a', 256))));
    }

    [Fact]
    public void CheckTransaction_EachBrokenLimit_IsNamedWithItsNumber()
    {
        Assert.Contains("512", Broken(TableTransactionAction.Add(new TableEntity(new string('k', 513), "r"))), StringComparison.Ordinal);
        Assert.Contains("32768", Broken(TableTransactionAction.Add(new TableEntity("p", "r") { ["A"] = new string('x', 32_769) })), StringComparison.Ordinal);
        Assert.Contains("65536", Broken(TableTransactionAction.Add(new TableEntity("p", "r") { ["A"] = new byte[65_537] })), StringComparison.Ordinal);
        Assert.Contains("1601", Broken(TableTransactionAction.Add(new TableEntity("p", "r") { ["A"] = DateTimeOffset.MinValue })), StringComparison.Ordinal);
        Assert.Contains("100", Broken([.. Enumerable.Range(0, 101).Select(at => TableTransactionAction.Add(new TableEntity("p", $"r{at}")))]), StringComparison.Ordinal);
        Assert.Contains("ETag", Broken(TableTransactionAction.Update(new TableEntity("p", "r"))), StringComparison.Ordinal);
    }

    /// <summary>The bound must never be below the truth, or a transaction the service refuses would slip through.</summary>
    [Fact]
    public void TransactionSize_RowsOfAllKinds_IsNeverBelowTheBytesSent()
    {
        var address = new TableAddress(new Uri("https://a23456789012345678901234.table.core.windows.net"));
        var table = new string('t', 63);
        foreach (var action in Actions())
        {
            var two = Enumerable.Repeat(MarkedAction.From(action), 2).ToArray();
            var sent = TransactionContent.Write(address, table, two).Body.Length - TransactionContent.Write(address, table, two[..1]).Body.Length;

            Assert.InRange(TransactionSize.OnTheWire(action), sent, sent + 350);
            Assert.True(TransactionSize.UpperBound(action) >= TransactionSize.OnTheWire(action));
        }
    }

    private static TableTransactionAction[] Actions()
    {
        var names = Enumerable.Range(0, 250).Select(at => (char)('中' + at) + new string('名', 254));
        var wide = new TableEntity("p", "r");
        foreach (var name in names)
        {
            wide[name] = true;
        }

        var etag = new ETag("W/\"datetime'2026-11-21T22%3A53%3A33.0518001Z'\"");
        return
        [
            TableTransactionAction.Add(new TableEntity(string.Empty, string.Empty)),
            TableTransactionAction.Add(new TableEntity(new string('\'', 512), new string('中', 512))),
            TableTransactionAction.Add(wide),
            TableTransactionAction.Upsert(new TableEntity("p", "r") { ["A"] = new string('\u0001', 32_768), ["B"] = new string('"', 32_768), ["C"] = new string('中', 32_768) }),
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, new TableEntity("p", "r") { ["A"] = long.MinValue, ["B"] = double.MinValue, ["C"] = Guid.Empty, ["D"] = DateTimeOffset.MaxValue, ["E"] = new byte[65_536] }, etag),
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("p", "r"), etag),
        ];
    }

    private static TableEntity Row(string property) => new("p", "r") { [property] = 1 };

    private static void Check(TableEntity row) => TableLimits.CheckTransaction([TableTransactionAction.Add(row)]);

    private static string Broken(params TableTransactionAction[] actions) => Assert.Throws<ArgumentException>(() => TableLimits.CheckTransaction(actions)).Message;
}
