using System;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Counts the slips between two words: a letter too much, too little, wrong, or two neighbours swapped (Damerau 1964).</summary>
internal static class TypingErrors
{
    private const int Many = 3;

    /// <summary>Whether the word is probably another one, mistyped: the first letter is right, and there are at most so many slips.</summary>
    public static bool IsSlipOf(string written, string meant, int atMost) =>
        written.Length > 0 && written[0] == meant[0] && Math.Abs(written.Length - meant.Length) <= atMost && Between(written, meant) <= atMost;

    /// <summary>The number of slips, or 3 when there are that many or more.</summary>
    public static int Between(string written, string meant)
    {
        if (Math.Abs(written.Length - meant.Length) >= Many)
        {
            return Many;
        }

        var slips = new int[written.Length + 1, meant.Length + 1];
        for (var i = 0; i <= written.Length; i++)
        {
            for (var j = 0; j <= meant.Length; j++)
            {
                slips[i, j] = i == 0 || j == 0 ? i + j : Fewest(slips, written, meant, i, j);
            }
        }

        return Math.Min(slips[written.Length, meant.Length], Many);
    }

    private static int Fewest(int[,] slips, string written, string meant, int i, int j)
    {
        var wrong = written[i - 1] == meant[j - 1] ? 0 : 1;
        var fewest = Math.Min(Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1, slips[i - 1, j - 1] + wrong);
        var swapped = i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1];
        return swapped ? Math.Min(fewest, slips[i - 2, j - 2] + 1) : fewest;
    }
}
