using System;
using System.Collections.Generic;
using System.Globalization;
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

    /// <summary>The text as Markdown that shows the same characters.</summary>
    /// <param name="userText">As it was typed, any length.</param>
    /// <param name="lineBreaks">Whether lines stay lines.</param>
    /// <returns>Without control characters, bidirectional embeddings, overrides and isolates, blank lines and white space at either end
    /// of a line; halves of surrogate pairs become U+FFFD. Empty when nothing is left.</returns>
    /// <remarks>A backslash takes the meaning from any ASCII punctuation (CommonMark 0.31, 2.4). Headings, lists and rules are recognised
    /// only at the start of a line, so there further characters get one.</remarks>
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

            AppendEscaped(escaped, line, atLineStart: escaped.Length == 0 || lineBreaks is LineBreaks.Keep);
        }

        return escaped.ToString();
    }

    /// <summary>Whether the character means something to Markdown wherever it stands.</summary>
    public static bool IsMarkup(char c) => Everywhere.Contains(c);

    private static IEnumerable<string> Lines(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
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
            else if (IsShown(rune))
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

    private static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control
        && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));

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
