using System;
using System.Collections.Generic;
using System.Linq;
using FuzzySharp;

namespace Bot.Turns;

/// <summary>Words somebody searches for: each must be found, as a part of a word or with a small typing error.</summary>
/// <param name="Words">Folded, without the small words that stand in every text.</param>
internal sealed record SearchWords(IReadOnlyList<string> Words)
{
    private const int ForgivenRatio = 84, ShortestForgiven = 5;

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "und", "zu", "zum", "zur", "ueber", "im", "in", "am", "an", "von", "vom", "fuer", "mit", "als", "aus",
        "the", "a", "an", "and", "to", "on", "about", "of", "for", "with", "by", "from",
    };

    /// <summary>The words of a text, as typed or folded.</summary>
    public static SearchWords Of(string text) => new([.. CommandText.WordsOf(CommandText.Fold(text)).Where(word => !Small.Contains(word))]);

    /// <summary>Whether every word is in the text.</summary>
    public bool AreIn(string text)
    {
        if (Words.Count == 0)
        {
            return true;
        }

        var folded = CommandText.Fold(text);
        var within = new Lazy<string[]>(() => CommandText.WordsOf(folded));
        return Words.All(word => folded.Contains(word, StringComparison.Ordinal) || within.Value.Any(other => IsLike(word, other)));
    }

    /// <summary>Long words with the same beginning and one slip; "Demokratiefset" finds "Demokratiefest", "Rat" does not find "Rad".</summary>
    private static bool IsLike(string typed, string word) =>
        typed.Length >= ShortestForgiven && typed[0] == word[0] && Math.Abs(typed.Length - word.Length) <= 1 && Fuzz.Ratio(typed, word) >= ForgivenRatio;
}
