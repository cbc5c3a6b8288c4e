namespace Bot.Platform.Tables;

/// <summary>Rows of one partition from one row key up to another.</summary>
/// <param name="PartitionKey">The partition.</param>
/// <param name="From">First row key, inclusive; empty for the partition's beginning.</param>
/// <param name="To">Row key to stop before, exclusive; null for the partition's end.</param>
public readonly record struct RowRange(string PartitionKey, string From, string? To)
{
    /// <summary>The most rows to return; null for all of them.</summary>
    public int? Take { get; init; }

    /// <summary>Every row of the partition.</summary>
    public static RowRange All(string partitionKey) => new(partitionKey, string.Empty, null);

    /// <summary>Rows whose key begins with <paramref name="prefix"/>, which must not be empty.</summary>
    public static RowRange WithPrefix(string partitionKey, string prefix) =>
        new(partitionKey, prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}
