using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.MemberLists;

/// <summary>Names that are so near that somebody is asked whether they mean the same: apart from legal form and punctuation equal, or one or two letters different.</summary>
public sealed class NearNames<TItem>
{
    private const int Longest = 200;

    private static readonly string[] LegalForms = ["e v", "ev", "ggmbh", "gmbh", "e g", "eg", "ug", "gug", "stiftung des buergerlichen rechts"];

    private readonly Func<string, string> fold;
    private readonly List<(string Core, int[] Letters, TItem Item)> entries = [];

    /// <summary>Begins with nothing.</summary>
    /// <param name="fold">Folds a name for comparison.</param>
    public NearNames(Func<string, string> fold) => this.fold = fold;

    /// <summary>Adds a name.</summary>
    public void Add(string name, TItem item)
    {
        var core = CoreOf(name);
        entries.Add((core, LettersOf(core), item));
    }

    /// <summary>What the nearest of the added names stands for, the first of several; the default when none is near.</summary>
    public TItem? Nearest(string name)
    {
        var core = CoreOf(name);
        var letters = LettersOf(core);
        var most = core.Length switch { >= 12 => 2, >= 6 => 1, _ => 0 };
        TItem? nearest = default;
        foreach (var entry in entries)
        {
            // What differs in its letters by more than that cannot be nearer; to count them is much cheaper than to compare.
            if (most >= 0 && core.Length > 0 && Math.Abs(entry.Core.Length - core.Length) <= most && Apart(entry.Letters, letters) <= 2 * most && HasSameDigits(entry.Core, core)
                && Distance(entry.Core, core, most) is { } distance && distance <= most)
            {
                nearest = entry.Item;
                most = distance - 1;
            }
        }

        return nearest;
    }

    private string CoreOf(string name)
    {
        var words = new string([.. fold(name).Select(character => char.IsLetterOrDigit(character) ? character : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var core = string.Join(' ', words);
        foreach (var form in LegalForms.Where(form => core.EndsWith(" " + form, StringComparison.Ordinal)).Take(1))
        {
            core = core[..^(form.Length + 1)];
        }

        core = core.Replace(" ", string.Empty, StringComparison.Ordinal);
        return core.Length <= Longest ? core : core[..Longest];
    }

    private static int[] LettersOf(string core)
    {
        var letters = new int[32];
        foreach (var character in core)
        {
            letters[character % 32]++;
        }

        return letters;
    }

    private static int Apart(int[] one, int[] other)
    {
        var apart = 0;
        for (var letter = 0; letter < one.Length; letter++)
        {
            apart += Math.Abs(one[letter] - other[letter]);
        }

        return apart;
    }

    /// <summary>The second school is not the third one mistyped.</summary>
    private static bool HasSameDigits(string one, string other) => one.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit));

    /// <summary>How many letters are added, missing or other; null when more than <paramref name="most"/>.</summary>
    private static int? Distance(string one, string other, int most)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        var now = new int[other.Length + 1];
        for (var row = 1; row <= one.Length; row++)
        {
            now[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = before[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                now[column] = Math.Min(replaced, Math.Min(before[column], now[column - 1]) + 1);
            }

            if (now.Min() > most)
            {
                return null;
            }

            (before, now) = (now, before);
        }

        return before[^1];
    }
}
