using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using Azure;

namespace Bot.Platform.Tables.Rest;

/// <summary>A row as the service sends it, with the mark of the operation that wrote it.</summary>
/// <param name="Entity">The row without the mark.</param>
/// <param name="OperationId">The mark; null when the row was not written by this store.</param>
internal readonly record struct RestRow(TableEntity Entity, string? OperationId)
{
    /// <summary>The row in the answer to a request for one.</summary>
    public static RestRow Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>The rows in the answer to a query.</summary>
    public static List<TableEntity> ReadPage(ReadOnlySpan<byte> json)
    {
        var rows = new List<TableEntity>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("value"))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
            {
                rows.Add(Read(ref reader).Entity);
            }
        }

        return rows;
    }

    private static RestRow Read(ref Utf8JsonReader reader)
    {
        var properties = EntityJson.Read(ref reader);
        var etag = Take(properties, "odata.etag") as string;
        var timestamp = Take(properties, "Timestamp");
        var operationId = Take(properties, EntityLimits.OperationId) as string;
        Take(properties, "odata.metadata");
        var partitionKey = Take(properties, "PartitionKey") as string;
        var rowKey = Take(properties, "RowKey") as string;
        var entity = new TableEntity(
            partitionKey ?? throw new FormatException("The service sent a row without a partition key."),
            rowKey ?? throw new FormatException("The service sent a row without a row key."),
            properties)
        {
            ETag = etag is null ? default : new ETag(etag),
            Timestamp = timestamp as DateTimeOffset? ?? (timestamp is string text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) : null),
        };
        return new RestRow(entity, operationId);
    }

    private static object? Take(Dictionary<string, object> properties, string name)
    {
        properties.Remove(name, out var value);
        return value;
    }
}
