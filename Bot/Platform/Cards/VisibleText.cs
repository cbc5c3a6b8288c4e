using System;
using System.Globalization;
using System.Text;

namespace Bot.Platform.Cards;

/// <summary>Takes out of a text what nobody sees: what hides in a name so that it looks like another, turns the direction of what stands around it,
/// or piles up over the lines above.</summary>
/// <remarks>Sources: Unicode Standard 23 (layout controls, variation selectors, noncharacters) and UTS 39 (joiners only where a script needs them).
/// Letters of other scripts that look alike are not told apart.</remarks>
internal static class VisibleText
{
    /// <summary>Most marks on one letter. Vietnamese needs two, pointed Hebrew four; what stacks more is not writing.</summary>
    public const int MostMarks = 4;

    /// <summary>The text without them. Line breaks and other control characters stay; halves of surrogate pairs become U+FFFD. Doing it twice changes nothing more.</summary>
    public static string Of(string text)
    {
        var plain = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (plain < 0)
        {
            return text;
        }

        var seen = new Pass(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            seen.Take(rune);
        }

        return seen.ToString();
    }

    /// <summary>One way through a text, with what is needed to judge the next character.</summary>
    private struct Pass(int length)
    {
        private readonly StringBuilder kept = new(length);
        private Rune last = new(' ');
        private int marks;

        public void Take(Rune rune)
        {
            if (IsBlankInDisguise(rune))
            {
                rune = new Rune(' ');
            }

            if (!IsKept(rune))
            {
                return;
            }

            marks = IsMark(rune) ? marks + 1 : 0;
            last = rune;
            kept.Append(rune);
        }

        public override readonly string ToString() => kept.ToString();

        private readonly bool IsKept(Rune rune) => rune.Value switch
        {
            // Joiners and variation selectors only where something before them can be joined or varied: not in Latin words.
            0x200C or 0x200D => last.Value >= FirstJoining && !IsJoiner(last),
            (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => !IsBlank(last) && !IsSelector(last) && !IsJoiner(last),
            // Invisible whatever stands beside them: fillers of Hangul and Khmer, the grapheme joiner, Mongolian selectors, reserved places for such.
            0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164 or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8)
                or (>= 0xE0000 and <= 0xE0FFF) => false,
            (>= 0xFDD0 and <= 0xFDEF) => false,
            _ when (rune.Value & 0xFFFE) == 0xFFFE => false,
            _ when IsMark(rune) => !IsBlank(last) && marks < MostMarks,
            _ => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format || IsNumberSign(rune),
        };

        private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

        private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);

        private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

        private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;
    }

    /// <summary>From Hebrew on: Arabic and the scripts of India need joiners, and so do pictures such as a family.</summary>
    private const int FirstJoining = 0x0590;

    /// <summary>A Braille cell without dots shows nothing and counts as a symbol.</summary>
    private static bool IsBlankInDisguise(Rune rune) => rune.Value is 0x2800;

    /// <summary>Arabic, Syriac and Kaithi signs in front of numbers: of the kind of format characters, but drawn.</summary>
    private static bool IsNumberSign(Rune rune) =>
        rune.Value is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;
}
