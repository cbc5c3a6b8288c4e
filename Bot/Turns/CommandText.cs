using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Bot.Platform.Cards;

namespace Bot.Turns;

/// <summary>A typed text, and the same folded for comparison.</summary>
internal sealed record CommandText
{
    /// <summary>What is read of a text; what is longer is no command.</summary>
    public const int Limit = 2000;

    /// <summary>Reads a text as typed, the bot's mention already gone.</summary>
    public CommandText(string raw)
    {
        IsTooLong = raw.Length > Limit;
        Whole = raw;
        Raw = OneLine(ShortText.Cut(raw, Limit));
        Folded = Fold(Raw);
    }

    /// <summary>As typed, in one line; cut at <see cref="Limit"/>.</summary>
    public string Raw { get; }

    /// <summary>As typed, with its lines and however long; for commands with <see cref="ICommand.TakesLongText"/>.</summary>
    public string Whole { get; }

    /// <summary>Lower case, umlauts as their base letter with e, blanks single.</summary>
    public string Folded { get; }

    /// <summary>Whether the text was longer than <see cref="Limit"/> UTF-16 units.</summary>
    public bool IsTooLong { get; }

    /// <summary>Whether there is a colon other than those inside times of day.</summary>
    public bool HasColon => Colon(Raw) >= 0;

    /// <summary>What follows the first colon that is not inside a time of day, as typed; empty without one.</summary>
    public string AfterColon => Colon(Raw) is var colon && colon < 0 ? string.Empty : Raw[(colon + 1)..].Trim();

    /// <summary>What stands before that colon, folded; all of it without one.</summary>
    public string FoldedBeforeColon => Colon(Folded) is var colon && colon < 0 ? Folded : Folded[..colon].Trim();

    /// <summary>The text in one line, as it may be stored: composed (NFC), without what <see cref="VisibleText"/> takes out, so that two names that look
    /// the same are the same; each run of white space and control characters as one blank, none at either end; halves of surrogate pairs, which
    /// cutting and forging leave behind, as U+FFFD. Doing it twice changes nothing more.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in VisibleText.Of(text).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Folds a text for comparison: lower case, ä as ae, ß as ss, other marks and joiners dropped, blanks single.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var rune in OneLine(text).ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
            {
                folded.Append(rune);
            }
        }

        return folded.ToString().Trim();
    }

    private static int Colon(string text)
    {
        for (var at = text.IndexOf(':', StringComparison.Ordinal); at >= 0; at = text.IndexOf(':', at + 1))
        {
            var isInTime = at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
            if (!isInTime)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The words of a folded text, without punctuation.</summary>
    public static string[] WordsOf(string folded) =>
        [.. folded.Split([' ', ',', ';', ':', '.', '!', '?', '„', '“', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 0)];
}
