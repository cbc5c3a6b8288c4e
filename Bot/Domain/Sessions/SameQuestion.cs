using System;
using System.Linq;

namespace Bot.Domain.Sessions;

/// <summary>Whether two decisions are about the same question, by their wording: case, spaces and punctuation aside. What is said in other words is taken for another question.</summary>
public static class SameQuestion
{
    /// <summary>What begins the reason for which a question is put again.</summary>
    private static readonly string[] Because = ["weil", "wegen", "because"];

    /// <summary>Whether both are worded alike.</summary>
    public static bool Is(string one, string other) => Words(one).SequenceEqual(Words(other), StringComparer.Ordinal);

    /// <summary>Whether both are worded alike, or one of them adds why the question is put again: "Wir mieten den Saal, erneut abgestimmt, weil falsch gezählt war".</summary>
    public static bool IsOrPutAgain(string one, string other)
    {
        var (shorter, longer) = Words(one) is var first && Words(other) is var second && first.Length <= second.Length ? (first, second) : (second, first);
        return shorter.Length > 0 && longer.AsSpan(0, shorter.Length).SequenceEqual(shorter) && (longer.Length == shorter.Length || longer.Skip(shorter.Length).SkipLast(1).Any(Because.Contains));
    }

    private static string[] Words(string text) =>
        new string([.. text.Select(one => char.IsLetterOrDigit(one) ? char.ToLowerInvariant(one) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
