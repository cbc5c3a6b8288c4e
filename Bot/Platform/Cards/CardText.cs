using System;
using System.Collections.Generic;
using System.Text;

namespace Bot.Platform.Cards;

/// <summary>Makes what a person has typed safe to show: it never becomes markup, a link, a mention or a template, and never turns the
/// direction of the text around it.</summary>
internal static class CardText
{
    private const string Everywhere = "\\`*_[]<>~|";

    /// <summary>The longest name HTML knows is <c>CounterClockwiseContourIntegral;</c>.</summary>
    private const int LongestEntity = 40;

    private const string AtLineStart = "#+-=:";

    private const char FirstStrongIsolate = '\u2068';

    private const char PopIsolate = '\u2069';

    /// <summary>The text as Markdown that shows the same characters.</summary>
    /// <param name="userText">As it was typed, any length.</param>
    /// <param name="lineBreaks">Whether lines stay lines.</param>
    /// <returns>Without control characters, what <see cref="VisibleText"/> takes out, blank lines and white space at either end of a line; halves of
    /// surrogate pairs become U+FFFD. A line with Hebrew or Arabic letters stands between isolates (UAX 9, 2.4), so that the numbers behind it stay
    /// where they are. Empty when nothing is left.</returns>
    /// <remarks>A backslash takes the meaning from any ASCII punctuation (CommonMark 0.31, 2.4). Headings, lists and rules are recognised
    /// only at the start of a line, so there further characters get one. Addresses stay as they are: where a client makes a link of one, the link
    /// shows where it leads, and the place of a meeting often is one. What could hide where a link leads is escaped.</remarks>
    public static string Escape(string userText, LineBreaks lineBreaks = LineBreaks.Keep)
    {
        ArgumentNullException.ThrowIfNull(userText);
        var escaped = new StringBuilder(userText.Length + 16);
        foreach (var line in Lines(userText))
        {
            if (escaped.Length > 0)
            {
                escaped.Append(lineBreaks is LineBreaks.Keep ? "\n\n" : " ");
            }

            var isTurning = TurnsDirection(line);
            escaped.Append(isTurning ? FirstStrongIsolate.ToString() : string.Empty);
            AppendEscaped(escaped, line, atLineStart: escaped.Length == 0 || isTurning || lineBreaks is LineBreaks.Keep);
            escaped.Append(isTurning ? PopIsolate.ToString() : string.Empty);
        }

        return escaped.ToString();
    }

    /// <summary>Whether the character means something to Markdown wherever it stands.</summary>
    public static bool IsMarkup(char c) => Everywhere.Contains(c);

    /// <summary>What Markdown of the bot's own looks like without it, for where only plain text is shown, such as a notification.</summary>
    /// <param name="markdown">Of sentences, whose only markup is bold and lists, with user text escaped by <see cref="Escape"/>.</param>
    /// <param name="longest">Most UTF-16 units; what is cut ends with an ellipsis.</param>
    /// <returns>One line.</returns>
    public static string Plain(string markdown, int longest = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var plain = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] is '\\' && i + 1 < markdown.Length && IsAsciiPunctuation(markdown[i + 1]))
            {
                plain.Append(markdown[++i]);
            }
            else if (markdown[i] is '\n' or ' ')
            {
                plain.Append(plain.Length == 0 || plain[^1] == ' ' ? string.Empty : " ");
            }
            else if (markdown[i] is not '*')
            {
                plain.Append(markdown[i]);
            }
        }

        return Cut(plain.ToString().TrimEnd(), longest);
    }

    private static bool IsAsciiPunctuation(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    private static IEnumerable<string> Lines(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in VisibleText.Of(text).EnumerateRunes())
        {
            if (IsLineBreak(rune))
            {
                if (Trimmed(line) is { Length: > 0 } full)
                {
                    yield return full;
                }

                line.Clear();
            }
            else if (rune.Value is '\t')
            {
                line.Append(' ');
            }
            else if (!Rune.IsControl(rune))
            {
                line.Append(rune.ToString());
            }
        }

        if (Trimmed(line) is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    private static string Trimmed(StringBuilder line) => line.ToString().Trim();

    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    /// <summary>Hebrew, Arabic and their neighbours, which run from right to left.</summary>
    private static bool TurnsDirection(string line)
    {
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF))
            {
                return true;
            }
        }

        return false;
    }

    private static void AppendEscaped(StringBuilder escaped, string line, bool atLineStart)
    {
        var marker = atLineStart ? EndOfListNumber(line) : -1;
        for (var i = 0; i < line.Length; i++)
        {
            var needsBackslash = IsMarkup(line[i])
                || i == marker
                || (i == 0 && atLineStart && AtLineStart.Contains(line[i]))
                || IsBraceOfTemplate(line, i)
                || (line[i] is '&' && StartsEntity(line.AsSpan(i + 1)));
            if (needsBackslash)
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }
    }

    /// <summary>Where "12." or "12)" ends at the start of a line, or -1. Longer than nine digits is no list (CommonMark 5.2).</summary>
    private static int EndOfListNumber(string line)
    {
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is > 0 and <= 9 && digits < line.Length && line[digits] is '.' or ')' ? digits : -1;
    }

    /// <summary>Each brace that has a neighbour of its kind, or a dollar sign before it: <c>{{DATE(…)}}</c> and <c>${…}</c> are templates.</summary>
    private static bool IsBraceOfTemplate(string line, int i) =>
        line[i] is '{' or '}'
        && ((i > 0 && (line[i - 1] == line[i] || line[i - 1] is '$')) || (i + 1 < line.Length && line[i + 1] == line[i]));

    /// <summary>Whether what follows the ampersand reads as <c>amp;</c> or <c>#60;</c>.</summary>
    private static bool StartsEntity(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, LongestEntity)].IndexOf(';');
        if (end < 1)
        {
            return false;
        }

        foreach (var c in rest[..end])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not '#')
            {
                return false;
            }
        }

        return true;
    }
}
