using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Platform.Tables;

/// <summary>The limits of Azure Table storage, held in front of every store so that what works on the embedded one works on the real one.</summary>
/// <remarks>Source: "Understanding the Table service data model" and "Performing entity group transactions" in the service's documentation.</remarks>
internal static class TableLimits
{
    /// <summary>Longest partition or row key, UTF-16 units.</summary>
    public const int KeyLength = 512;

    /// <summary>Most actions in a transaction.</summary>
    public const int Actions = 100;

    /// <summary>Largest transaction, bytes on the wire.</summary>
    public const int TransactionBytes = 4_194_304;

    private static readonly SearchValues<char> ForbiddenInKeys = SearchValues.Create(ControlCharacters() + @"/\#?");

    /// <exception cref="ArgumentException">Not 3 to 63 ASCII letters and digits beginning with a letter, or the reserved "tables".</exception>
    public static void CheckTableName(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var wellFormed = table.Length is >= 3 and <= 63 && char.IsAsciiLetter(table[0]) && !table.AsSpan().ContainsAnyExcept(AsciiLettersAndDigits);
        Limit.Require(wellFormed && !table.Equals("tables", StringComparison.OrdinalIgnoreCase),
            $"The table name '{table}' is not 3 to 63 ASCII letters and digits beginning with a letter, or is the reserved 'tables'.");
    }

    /// <exception cref="ArgumentException">A key is too long or holds a character the service refuses.</exception>
    public static void CheckKeys(string partitionKey, string rowKey)
    {
        CheckKey("partition key", partitionKey);
        CheckKey("row key", rowKey);
    }

    /// <remarks>A bound need not be a key: the character after a permitted one may be forbidden.</remarks>
    /// <exception cref="ArgumentException">The partition key is no key, a bound is no text, or Take is negative.</exception>
    public static void CheckRange(RowRange range)
    {
        CheckKey("partition key", range.PartitionKey);
        ArgumentNullException.ThrowIfNull(range.From, nameof(range));
        Limit.RequireWellFormed(nameof(RowRange.From), range.From);
        Limit.RequireWellFormed(nameof(RowRange.To), range.To);
        Limit.Require(range.Take is not < 0, $"Take is {range.Take}; it must not be negative.");
    }

    /// <exception cref="ArgumentException">A row or the whole breaks a limit; the message names it.</exception>
    public static void CheckTransaction(IReadOnlyList<TableTransactionAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        Limit.Require(actions.Count is >= 1 and <= Actions, $"A transaction has 1 to {Actions} actions, not {actions.Count}.");
        CheckOnePartitionAndEachRowOnce(actions);
        foreach (var action in actions)
        {
            CheckAction(action);
        }

        if (actions.Sum(TransactionSize.UpperBound) > TransactionBytes)
        {
            var bytes = actions.Sum(TransactionSize.OnTheWire);
            Limit.Require(bytes <= TransactionBytes, $"The transaction has {bytes} bytes on the wire; {TransactionBytes} (4 MiB) are allowed.");
        }
    }

    private static void CheckAction(TableTransactionAction action)
    {
        var conditional = action.ActionType is TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete;
        Limit.Require(!conditional || action.ETag != default,
            $"{action.ActionType} needs the ETag that was read, or ETag.All for whatever version is there.");
        CheckKeys(action.Entity.PartitionKey, action.Entity.RowKey);
        if (action.ActionType is not TableTransactionActionType.Delete)
        {
            EntityLimits.Check(action.Entity);
        }
    }

    private static void CheckOnePartitionAndEachRowOnce(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count == 1)
        {
            return;
        }

        var rowKeys = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        foreach (var action in actions)
        {
            Limit.Require(action.Entity.PartitionKey == actions[0].Entity.PartitionKey, $"All rows of a transaction must lie in one partition.");
            Limit.Require(rowKeys.Add(action.Entity.RowKey), $"Each row may appear only once in a transaction.");
        }
    }

    private static void CheckKey(string name, string key)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        Limit.Require(key.Length <= KeyLength, $"The {name} has {key.Length} UTF-16 units; {KeyLength} are allowed.");
        Limit.Require(!key.AsSpan().ContainsAny(ForbiddenInKeys), $"The {name} holds a character that keys must not have: / \\ # ? or a control character.");
        Limit.RequireWellFormed(name, key);
    }

    private static readonly SearchValues<char> AsciiLettersAndDigits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static string ControlCharacters() =>
        string.Concat(Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code));
}
