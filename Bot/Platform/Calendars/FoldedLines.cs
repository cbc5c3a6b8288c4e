using System.Text;

namespace Bot.Platform.Calendars;

/// <summary>The lines of a calendar file as the wire wants them (RFC 5545, 3.1): at most 75 bytes each, what is longer goes on after a line break and a blank.</summary>
internal static class FoldedLines
{
    /// <summary>Bytes of a line, its end left out.</summary>
    private const int Longest = 75;

    private const string Fold = "\r\n ";

    /// <summary>Folds anew. What writes the file folds between UTF-16 units and tears letters beyond the first plane, such as emoji, apart.</summary>
    public static string Of(string file)
    {
        var folded = new StringBuilder(file.Length);
        var width = 0;
        foreach (var rune in file.Replace(Fold, string.Empty, System.StringComparison.Ordinal).EnumerateRunes())
        {
            var isEnd = rune.Value is '\r' or '\n';
            if (!isEnd && width + rune.Utf8SequenceLength > Longest)
            {
                folded.Append(Fold);
                width = 1;
            }

            folded.Append(rune);
            width = isEnd ? 0 : width + rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
