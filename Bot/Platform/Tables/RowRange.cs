using System;
using System.Buffers;
using System.Text;

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

    /// <summary>Rows whose key begins with <paramref name="prefix"/>; all rows when it is empty.</summary>
    public static RowRange WithPrefix(string partitionKey, string prefix) => new(partitionKey, prefix, FirstBehind(prefix));

    /// <summary>The smallest text greater than everything that begins with the prefix, in the order of UTF-16 units and itself well-formed.</summary>
    private static string? FirstBehind(ReadOnlySpan<char> prefix)
    {
        while (!prefix.IsEmpty)
        {
            if (Rune.DecodeLastFromUtf16(prefix, out var last, out var length) is not OperationStatus.Done)
            {
                throw new ArgumentException("A prefix must be well-formed UTF-16.", nameof(prefix));
            }

            prefix = prefix[..^length];
            if (Successor(last) is { } next)
            {
                return string.Concat(prefix, next.ToString());
            }
        }

        return null;
    }

    /// <summary>The next character by UTF-16 units, in which those beyond U+FFFF come between U+D7FF and U+E000.</summary>
    private static Rune? Successor(Rune rune) => rune.Value switch
    {
        0xFFFF => null,
        0xD7FF => new Rune(0x10000),
        0x10FFFF => new Rune(0xE000),
        _ => new Rune(rune.Value + 1),
    };
}
