using System;
using System.Globalization;
using System.Linq;

namespace Bot.Platform.Tables.Rest;

/// <summary>The one place where keys become part of an address or a filter, with quotes doubled and the rest percent-encoded.</summary>
/// <remarks>Source: "Addressing Table service resources" and "Querying tables and entities".</remarks>
internal sealed class TableAddress(Uri endpoint)
{
    private readonly string root = endpoint.AbsoluteUri.TrimEnd('/');

    /// <summary>Where tables are created.</summary>
    public Uri Tables => new($"{root}/Tables");

    /// <summary>Where transactions go.</summary>
    public Uri Batch => new($"{root}/$batch");

    /// <summary>Where rows are added.</summary>
    public Uri Table(string table) => new($"{root}/{table}");

    /// <summary>One row.</summary>
    public Uri Row(string table, string partitionKey, string rowKey) =>
        new($"{root}/{table}(PartitionKey={KeyLiteral(partitionKey)},RowKey={KeyLiteral(rowKey)})");

    /// <summary>One page of the rows in a range.</summary>
    /// <param name="table">The table.</param>
    /// <param name="range">What is looked for.</param>
    /// <param name="most">The most rows the page may have, 1 to 1,000; null for as many as the service likes.</param>
    /// <param name="continuation">Where the page before said that this one begins; default for the first page.</param>
    public Uri Page(string table, RowRange range, int? most, Continuation continuation) => Page(table, Filter(range), most, continuation);

    /// <summary>One page of the rows of several partitions.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitions">From which partition key, inclusive, to which, exclusive.</param>
    /// <param name="continuation">Where the page before said that this one begins; default for the first page.</param>
    public Uri Scan(string table, RowRange partitions, Continuation continuation)
    {
        string[] bounds = [partitions.From.Length == 0 ? string.Empty : $"PartitionKey ge {Literal(partitions.From)}", partitions.To is null ? string.Empty : $"PartitionKey lt {Literal(partitions.To)}"];
        return Page(table, string.Join(" and ", bounds.Where(bound => bound.Length > 0)), most: null, continuation);
    }

    private Uri Page(string table, string filter, int? most, Continuation continuation)
    {
        (string Name, string? Value)[] asked =
        [
            ("$filter", filter.Length == 0 ? null : filter),
            ("$top", most?.ToString(CultureInfo.InvariantCulture)),
            ("NextPartitionKey", continuation.NextPartitionKey),
            ("NextRowKey", continuation.NextRowKey),
        ];
        var said = asked.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}");
        return new Uri($"{root}/{table}()?{string.Join('&', said)}");
    }

    /// <summary>The range as the service's filter language says it, not yet encoded.</summary>
    internal static string Filter(RowRange range)
    {
        var filter = $"PartitionKey eq {Literal(range.PartitionKey)}";
        filter += range.From.Length == 0 ? string.Empty : $" and RowKey ge {Literal(range.From)}";
        return range.To is null ? filter : $"{filter} and RowKey lt {Literal(range.To)}";
    }

    private static string KeyLiteral(string key) => $"'{Uri.EscapeDataString(Doubled(key))}'";

    private static string Literal(string text) => $"'{Doubled(text)}'";

    private static string Doubled(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}

/// <summary>Where the next page begins, in the service's own opaque words.</summary>
internal readonly record struct Continuation(string? NextPartitionKey, string? NextRowKey)
{
    /// <summary>Whether there is a next page.</summary>
    public bool IsMore => NextPartitionKey is not null || NextRowKey is not null;
}
