using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Bot.Platform.Documents;

/// <summary>A stretch of text that runs in one direction.</summary>
internal readonly record struct DirectedText(string Text, bool IsRightToLeft);

/// <summary>Text as it may stand in a document.</summary>
internal static class DocumentText
{
    /// <summary>The text without what XML cannot hold and without characters that turn the direction of what stands around them; line breaks as <c>\n</c>, tabs as
    /// blanks, halves of surrogate pairs as U+FFFD. Doing it twice changes nothing more.</summary>
    /// <remarks>XML 1.0, production 2 (Char). Other control characters are allowed there in part, but nobody sees them.</remarks>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' || IsKept(rune))
            {
                clean.Append(rune);
            }
            else if (rune.Value is '\t' or '\v' or '\f')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }

    /// <summary>Whether a paragraph of this text is read from right to left: its first letter is.</summary>
    public static bool IsRightToLeft(string text) => text.EnumerateRunes().Where(Rune.IsLetter).Select(IsRightToLeft).FirstOrDefault();

    /// <summary>The text in stretches of one direction. What has none, such as blanks between words, goes with the words around it, or else with the paragraph.</summary>
    public static IReadOnlyList<DirectedText> Stretches(string text)
    {
        var isParagraph = IsRightToLeft(text);
        var stretches = new List<DirectedText>();
        var current = new StringBuilder();
        var neutral = new StringBuilder();
        var direction = isParagraph;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
            {
                neutral.Append(rune);
                continue;
            }

            var own = IsRightToLeft(rune);
            if (own == direction || direction == isParagraph)
            {
                current.Append(neutral);
                neutral.Clear();
            }

            if (own != direction)
            {
                Take(stretches, current, direction);
                current.Append(neutral);
                neutral.Clear();
                direction = own;
            }

            current.Append(rune);
        }

        if (direction != isParagraph)
        {
            Take(stretches, current, direction);
        }

        current.Append(neutral);
        Take(stretches, current, isParagraph);
        return stretches;
    }

    private static void Take(List<DirectedText> stretches, StringBuilder current, bool direction)
    {
        if (current.Length > 0)
        {
            stretches.Add(new DirectedText(current.ToString(), direction));
            current.Clear();
        }
    }

    private static bool IsKept(Rune rune) => rune.Value switch
    {
        0xFFFE or 0xFFFF => false,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C => false,
        _ => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control,
    };

    /// <summary>Hebrew, Arabic and their neighbours, in the ranges Unicode keeps for scripts of this direction.</summary>
    private static bool IsRightToLeft(Rune rune) => rune.Value is
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
