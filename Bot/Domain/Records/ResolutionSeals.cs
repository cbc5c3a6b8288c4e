using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Domain.Records;

/// <summary>The seals of an entry: of each value the beginning of a hash of column and value. The entry's hash shows that something was changed, the seals show what.</summary>
/// <remarks>They prove nothing by themselves: whoever changes a value can change its seal. But both are hashed, so that then the entry is named all the same.</remarks>
internal static class ResolutionSeals
{
    private const int Digits = 8;

    /// <summary>The seals of an entry as they are stored: eight hexadecimal digits for each column, in the order of the columns, with blanks between.</summary>
    public static string Of(ResolutionEntry entry) => string.Join(' ', ResolutionHash.Columns(entry).Select(column => Seal(column.Column, column.Value)));

    /// <summary>The columns whose value is not the one that was sealed; none where the seals are not readable as such.</summary>
    public static IReadOnlyList<string> Broken(ResolutionEntry entry)
    {
        var (columns, seals) = (ResolutionHash.Columns(entry).ToList(), entry.Seals.Split(' '));
        return seals.Length != columns.Count
            ? []
            : [.. columns.Zip(seals).Where(pair => !string.Equals(Seal(pair.First.Column, pair.First.Value), pair.Second, StringComparison.Ordinal)).Select(pair => pair.First.Column)];
    }

    private static string Seal(string column, string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(column + "\n" + value)))[..Digits];
}
