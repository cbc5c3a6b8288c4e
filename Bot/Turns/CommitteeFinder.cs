using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using FuzzySharp;

namespace Bot.Turns;

/// <summary>Finds the committees a text names, by name or alias, small typing errors forgiven.</summary>
internal static class CommitteeFinder
{
    private const int ForgivenRatio = 84;

    private const int ShortestForgiven = 5;

    /// <summary>The committees named in the text, in the network's order; at most one for each place in the text.</summary>
    public static IReadOnlyList<Committee> Named(Network network, string text)
    {
        var words = CommandText.WordsOf(CommandText.Fold(text));
        return [.. network.Committees.Where(committee => NamesOf(committee).Any(name => Position(words, name) >= 0))];
    }

    private static readonly string[] Articles = ["der", "die", "das", "den", "dem", "des", "the"];

    /// <summary>The text without the names of the committee and the articles before them.</summary>
    public static string Without(Committee committee, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var name in NamesOf(committee))
        {
            var at = Position([.. words.Select(word => CommandText.Fold(word).Trim(',', ';', ':', '.', '!', '?'))], name);
            if (at >= 0)
            {
                words.RemoveRange(at, name.Length);
                if (at > 0 && Articles.Contains(CommandText.Fold(words[at - 1])))
                {
                    words.RemoveAt(at - 1);
                }
            }
        }

        return string.Join(' ', words);
    }

    /// <summary>The names of a committee as folded words, the longest first.</summary>
    private static IEnumerable<string[]> NamesOf(Committee committee) => committee.Aliases
        .Append(committee.Name)
        .Select(name => CommandText.WordsOf(CommandText.Fold(name)))
        .Where(name => name.Length > 0)
        .OrderByDescending(name => name.Length);

    private static int Position(string[] words, string[] name)
    {
        for (var start = 0; start + name.Length <= words.Length; start++)
        {
            if (name.Select((word, index) => IsWord(words[start + index], word)).All(same => same))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool IsWord(string typed, string name) =>
        typed == name
        || IsInflected(typed, name)
        || (name.Length >= ShortestForgiven && Math.Abs(typed.Length - name.Length) <= 1 && typed.Length > 0 && typed[0] == name[0] && Fuzz.Ratio(typed, name) >= ForgivenRatio);

    /// <summary>German cases: "des Beirats", "Beirates", "Beiräte".</summary>
    private static bool IsInflected(string typed, string name) =>
        name.Length >= ShortestForgiven && typed.StartsWith(name, StringComparison.Ordinal) && typed[name.Length..] is "s" or "es" or "e" or "en";
}
