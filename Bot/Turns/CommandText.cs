using System;
using System.Linq;
using System.Text;

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
        Raw = (IsTooLong ? raw[..Limit] : raw).Trim();
        Folded = Fold(Raw);
    }

    /// <summary>As typed, without outer blanks; cut at <see cref="Limit"/>.</summary>
    public string Raw { get; }

    /// <summary>Lower case, umlauts as their base letter with e, blanks single.</summary>
    public string Folded { get; }

    /// <summary>Whether the text was longer than <see cref="Limit"/> UTF-16 units.</summary>
    public bool IsTooLong { get; }

    /// <summary>What follows the first colon, as typed; empty without one.</summary>
    public string AfterColon => Raw.IndexOf(':', StringComparison.Ordinal) is var colon && colon < 0 ? string.Empty : Raw[(colon + 1)..].Trim();

    /// <summary>What stands before the first colon, folded; all of it without one.</summary>
    public string FoldedBeforeColon => Folded.IndexOf(':', StringComparison.Ordinal) is var colon && colon < 0 ? Folded : Folded[..colon].Trim();

    /// <summary>Folds a text for comparison: lower case, ä as ae, ß as ss, other marks dropped, blanks single.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var character in text.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                folded.Append(character);
            }
        }

        return folded.ToString().Trim();
    }

    /// <summary>The words of a folded text, without punctuation.</summary>
    public static string[] WordsOf(string folded) =>
        [.. folded.Split([' ', ',', ';', ':', '.', '!', '?', '„', '“', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 0)];
}
