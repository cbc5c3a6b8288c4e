using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Contracts;

/// <summary>Rows cross between the REST store and the official JavaScript client <c>@azure/data-tables</c> without loss.</summary>
public sealed class RestTableStorePeerTests
{
    private readonly string table = "P" + Guid.NewGuid().ToString("N");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RowsOfOurs_ReadByTheOfficialClient_HaveTheirTypesAndValues()
    {
        var connectionString = await Azurite.RequireConnectionStringAsync(Cancellation);
        var store = Open(connectionString);
        await store.CreateTableIfNotExistsAsync(table, Cancellation);
        var row = RowOfEveryType("o'clock ä");
        var result = await store.SubmitTransactionAsync(table, [TableTransactionAction.Add(row)], Cancellation);

        using var seen = JsonDocument.Parse(await NodePeers.RunAsync("tables.mjs", ["read", connectionString, table, "p", "o'clock ä"], Cancellation));

        Assert.Equal("o'clock ä", seen.RootElement.GetProperty("rowKey").GetString());
        Assert.Equal(Assert.IsType<TransactionResult.Committed>(result).ETags[0].ToString(), seen.RootElement.GetProperty("etag").GetString());
        var properties = seen.RootElement.GetProperty("properties").EnumerateObject()
            .Where(property => property.Name != "OperationId")
            .ToDictionary(property => property.Name, property => (property.Value.GetProperty("type").GetString(), property.Value.GetProperty("value").GetString()));
        Assert.Equal(
            new Dictionary<string, (string?, string?)>
            {
                ["Text"] = ("String", "o'clock ä 中 \U0001F600"),
                ["Empty"] = ("String", string.Empty),
                ["Int32"] = ("Int32", "-5"),
                ["Int64"] = ("Int64", "9007199254740993"),

                // Azurite sends 1.0 without an annotation, and a number in JavaScript does not remember its point.
                ["Whole"] = ("Int32", "1"),
                ["Third"] = ("Double", "0.3333333333333333"),
                ["NotANumber"] = ("Double", "NaN"),
                ["Truth"] = ("Boolean", "true"),
                ["Moment"] = ("DateTime", "2026-01-02T03:04:05.1234567Z"),
                ["Id"] = ("Guid", "c9da6455-213d-42c9-9a79-3e9149a57833"),
                ["Bytes"] = ("Binary", "AAH+/w=="),
            },
            properties);
    }

    [Fact]
    public async Task RowsOfTheOfficialClient_ReadByUs_HaveTheirTypesAndValues()
    {
        var connectionString = await Azurite.RequireConnectionStringAsync(Cancellation);
        await NodePeers.RunAsync("tables.mjs", ["write", connectionString, table, "p"], Cancellation);

        var rows = await Open(connectionString).QueryAsync(table, RowRange.All("p"), Cancellation).ToListAsync(Cancellation);

        Assert.Equal(["a", "alone", "b'ä"], rows.Select(row => row.RowKey));
        Assert.All(rows, row => Assert.Equal(
            RowOfEveryType(row.RowKey).Properties.OrderBy(property => property.Key, StringComparer.Ordinal),
            row.Properties.OrderBy(property => property.Key, StringComparer.Ordinal)));
    }

    private static RestTableStore Open(string connectionString) =>
        new(TableConnectionString.Parse(connectionString), new TableClientOptions(), TimeProvider.System, NullLogger<RestTableStore>.Instance);

    private static TableEntity RowOfEveryType(string rowKey) => new("p", rowKey)
    {
        ["Text"] = "o'clock ä 中 \U0001F600",
        ["Empty"] = string.Empty,
        ["Int32"] = -5,
        ["Int64"] = 9_007_199_254_740_993,
        ["Whole"] = 1.0,
        ["Third"] = 1.0 / 3,
        ["NotANumber"] = double.NaN,
        ["Truth"] = true,
        ["Moment"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_567),
        ["Id"] = Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833"),
        ["Bytes"] = new byte[] { 0, 1, 254, 255 },
    };
}
