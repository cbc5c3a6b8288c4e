using System;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Turns;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>The words of a line, of which what was understood is taken out; what is left must be a place, or is asked back.</summary>
internal sealed class RhythmLine
{
    private const string Taken = "·";

    private readonly string[] raw;

    private readonly string[] folded;

    /// <summary>Splits a line.</summary>
    public RhythmLine(string line)
    {
        raw = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        folded = [.. raw.Select(FoldWord)];
    }

    private string Text => string.Join(' ', folded);

    /// <summary>Finds a phrase of whole words and leaves it.</summary>
    public Match Find(Regex phrase) => phrase.Match(Text);

    /// <summary>Finds a phrase of whole words and takes its words out.</summary>
    public Match Take(Regex phrase)
    {
        var match = phrase.Match(Text);
        if (match is { Success: true, Length: > 0 })
        {
            var first = Text[..match.Index].Count(character => character == ' ');
            var words = match.Value.Trim().Count(character => character == ' ') + 1;
            first += match.Value[0] == ' ' ? 1 : 0;
            Array.Fill(folded, Taken, first, words);
        }

        return match;
    }

    /// <summary>What is left, as written; what was taken out between two words ends a stretch.</summary>
    public string[] Left()
    {
        var stretches = new System.Collections.Generic.List<string>();
        var current = string.Empty;
        for (var at = 0; at < raw.Length; at++)
        {
            if (folded[at] != Taken)
            {
                current = current.Length == 0 ? raw[at] : current + " " + raw[at];
            }
            else if (current.Length > 0)
            {
                stretches.Add(current);
                current = string.Empty;
            }
        }

        return [.. stretches.Append(current).Select(stretch => stretch.Trim(' ', ',', ';', '.')).Where(stretch => stretch.Length > 0 && CommandText.Fold(stretch) is not ("und" or "and" or "-" or "–" or ":"))];
    }

    /// <summary>A point after a number says which of several; elsewhere it is punctuation.</summary>
    private static string FoldWord(string word)
    {
        var bare = CommandText.Fold(word).Trim(',', ';', '!', '?', ':', '(', ')');
        return bare.Length > 1 && bare[^1] == '.' && char.IsAsciiDigit(bare[^2]) ? bare : bare.TrimEnd('.');
    }
}
