using System;
using System.Collections.Generic;
using Azure;

namespace Bot.Platform.Tables;

/// <summary>A row: two keys, an ETag, a time stamp, and typed properties. Named and shaped as in <c>Azure.Data.Tables</c>.</summary>
/// <remarks>Property values are string, int, long, bool, double, <see cref="DateTimeOffset"/> (UTC), <see cref="Guid"/> or byte[]; null is not stored.
/// The names <c>PartitionKey</c>, <c>RowKey</c>, <c>Timestamp</c> and <c>OperationId</c> belong to the store.</remarks>
public sealed class TableEntity
{
    private readonly Dictionary<string, object> properties;

    /// <summary>An empty row with its keys.</summary>
    public TableEntity(string partitionKey, string rowKey)
        : this(partitionKey, rowKey, new Dictionary<string, object>(StringComparer.Ordinal))
    {
    }

    /// <summary>A row as a store read it; takes the dictionary over.</summary>
    internal TableEntity(string partitionKey, string rowKey, Dictionary<string, object> properties)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
        this.properties = properties;
    }

    /// <summary>Partition key, at most 512 UTF-16 units, without / \ # ? and control characters.</summary>
    public string PartitionKey { get; }

    /// <summary>Row key, same rules as the partition key.</summary>
    public string RowKey { get; }

    /// <summary>The version that was read; default for a row that was not read from a store.</summary>
    public ETag ETag { get; set; }

    /// <summary>When the store wrote the row; null for a row that was not read from a store.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The properties by name, ordinal.</summary>
    public IReadOnlyDictionary<string, object> Properties => properties;

    /// <summary>A property, or null when it is not there; setting null removes it.</summary>
    public object? this[string name]
    {
        get => properties.GetValueOrDefault(name);
        set
        {
            if (value is null)
            {
                properties.Remove(name);
            }
            else
            {
                properties[name] = value;
            }
        }
    }

    /// <summary>The text under <paramref name="name"/>, or null.</summary>
    public string? GetString(string name) => this[name] as string;

    /// <summary>The number under <paramref name="name"/>, or null.</summary>
    public int? GetInt32(string name) => this[name] as int?;

    /// <summary>The number under <paramref name="name"/>, or null.</summary>
    public long? GetInt64(string name) => this[name] as long?;

    /// <summary>The truth value under <paramref name="name"/>, or null.</summary>
    public bool? GetBoolean(string name) => this[name] as bool?;

    /// <summary>The moment under <paramref name="name"/>, or null.</summary>
    public DateTimeOffset? GetDateTimeOffset(string name) => this[name] as DateTimeOffset?;

    /// <summary>The number under <paramref name="name"/>, or null.</summary>
    public double? GetDouble(string name) => this[name] as double?;

    /// <summary>The identifier under <paramref name="name"/>, or null.</summary>
    public Guid? GetGuid(string name) => this[name] as Guid?;

    /// <summary>The bytes under <paramref name="name"/>, or null.</summary>
    public byte[]? GetBinary(string name) => this[name] as byte[];
}
