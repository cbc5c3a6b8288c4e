using System;
using System.Globalization;

namespace Bot.Platform.Tables;

/// <summary>What one row may hold.</summary>
/// <remarks>Source: "Understanding the Table service data model" in the service's documentation. Text must also be well-formed UTF-16.</remarks>
internal static class EntityLimits
{
    /// <summary>Most properties besides keys and time stamp.</summary>
    public const int OwnProperties = 252;

    /// <summary>Longest property name, UTF-16 units.</summary>
    public const int PropertyNameLength = 255;

    /// <summary>Longest text in a property, UTF-16 units (64 KiB).</summary>
    public const int StringLength = 32_768;

    /// <summary>Largest byte array in a property.</summary>
    public const int BinaryBytes = 65_536;

    /// <summary>Largest row, bytes as <see cref="SizeOf(TableEntity)"/> counts them.</summary>
    public const int EntityBytes = 1_048_576;

    /// <summary>Where the REST store marks what it wrote, so no row can have a property of its own with this name.</summary>
    public const string OperationId = "OperationId";

    private static readonly DateTimeOffset EarliestMoment = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">The row breaks a limit; the message names it.</exception>
    public static void Check(TableEntity entity)
    {
        var properties = entity.Properties;
        Limit.Require(properties.Count <= OwnProperties, $"The row has {properties.Count} properties of its own; {OwnProperties} are allowed.");
        foreach (var (name, value) in properties)
        {
            CheckName(name);
            CheckValue(name, value);
        }

        var size = SizeOf(entity);
        Limit.Require(size <= EntityBytes, $"The row has {size} bytes; {EntityBytes} (1 MiB) are allowed.");
    }

    /// <summary>Bytes the service counts for a row against its limit of 1 MiB.</summary>
    /// <remarks>4 + 2 × key lengths + for each property 8 + 2 × name length + its value.</remarks>
    public static long SizeOf(TableEntity entity)
    {
        var size = 4 + (2L * (entity.PartitionKey.Length + entity.RowKey.Length));
        foreach (var (name, value) in entity.Properties)
        {
            size += 8 + (2 * name.Length) + SizeOf(value);
        }

        return size;
    }

    private static long SizeOf(object value) => value switch
    {
        string text => 4 + (2L * text.Length),
        byte[] bytes => 4L + bytes.Length,
        Guid => 16,
        int => 4,
        bool => 1,
        _ => 8,
    };

    private static void CheckName(string name)
    {
        Limit.Require(name.Length is >= 1 and <= PropertyNameLength, $"A property name has 1 to {PropertyNameLength} UTF-16 units, not {name.Length}.");
        Limit.Require(IsIdentifier(name), $"The property name '{name}' is not an identifier as in C#.");
        Limit.Require(name is not ("PartitionKey" or "RowKey" or "Timestamp" or OperationId), $"The property name '{name}' belongs to the store.");
    }

    private static void CheckValue(string name, object value)
    {
        switch (value)
        {
            case string text:
                Limit.Require(text.Length <= StringLength, $"The text in '{name}' has {text.Length} UTF-16 units; {StringLength} (64 KiB) are allowed.");
                Limit.RequireWellFormed(name, text);
                break;
            case byte[] bytes:
                Limit.Require(bytes.Length <= BinaryBytes, $"The bytes in '{name}' are {bytes.Length}; {BinaryBytes} (64 KiB) are allowed.");
                break;
            case DateTimeOffset moment:
                Limit.Require(moment >= EarliestMoment, $"The moment in '{name}' lies before 1601-01-01, the earliest the service keeps.");
                break;
            default:
                Limit.Require(value is int or long or bool or double or Guid, $"'{name}' is a {value.GetType()}, which the service does not keep.");
                break;
        }
    }

    private static bool IsIdentifier(string name)
    {
        if (name[0] != '_' && !char.IsLetter(name[0]))
        {
            return false;
        }

        foreach (var part in name)
        {
            if (!char.IsAsciiLetterOrDigit(part) && part != '_' && !IsIdentifierPart(part))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIdentifierPart(char part) => char.IsLetter(part) || char.GetUnicodeCategory(part) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
