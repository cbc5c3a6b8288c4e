using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Bot.Domain.Dates.Phrases;

/// <summary>The text without its mentions.</summary>
internal static class RestOfText
{
    private const string ClosesUp = ",.;:!?)";
    private const string Loose = " ,;:-–—";

    private static readonly string[] DayWords =
    [
        "am", "an", "den", "dem", "der", "zum", "zur", "bis", "ab", "vom", "von", "auf", "fuer", "spaetestens", "on", "the", "by", "until", "till",
        "to", "from", "for", "of",
    ];

    private static readonly string[] ClockWords =
    [
        "um", "gegen", "ab", "von", "bis", "zwischen", "spaetestens", "ca", "circa", "etwa", "punkt", "at", "from", "by", "until", "till",
        "around", "between",
    ];

    public static string Of(TokenList tokens, IReadOnlyList<Mention> mentions)
    {
        var rest = new StringBuilder();
        var at = 0;
        var behind = 0;
        var isDayNamed = mentions.Any(mention => mention is DayMention { Doubtful: false } and not VagueMention);
        foreach (var mention in mentions)
        {
            if (mention is VagueMention { IsLoose: true } || (mention is VagueMention && isDayNamed) || mention is DayMention { Doubtful: true } or ClockMention { Start.Kind: ClockKind.Doubtful })
            {
                continue;
            }

            var from = tokens[LeftEdge(tokens, mention, behind)].Start;
            var between = tokens.Text.AsSpan(at, Math.Max(from - at, 0));
            if (behind == 0 || between.Trim() is not ("," or ";" or "|"))
            {
                Append(rest, between, at > 0);
            }

            at = tokens[mention.To - 1].End;
            behind = mention.To;
        }

        Append(rest, tokens.Text.AsSpan(at), at > 0);
        var text = rest.ToString().Trim();
        return at == 0 ? text : WithoutLooseEnds(text);
    }

    private static string WithoutLooseEnds(string text) =>
        text.Any(char.IsLetterOrDigit) ? text.TrimStart(Loose.ToCharArray()).TrimEnd(Loose.ToCharArray()) : string.Empty;

    /// <summary>The first of the prepositions before the mention.</summary>
    private static int LeftEdge(TokenList tokens, Mention mention, int behind)
    {
        var words = mention is ClockMention ? ClockWords : mention is DayMention ? DayWords : [];
        var from = mention.From;
        while (from > behind)
        {
            var isWord = tokens.IsWord(from - 1, words) || (mention is CalendarWeekMention or RelativeWeekMention or FeastWeekMention && tokens.IsWord(from - 1, "in"));
            var isAbbreviation = tokens.IsSymbol(from - 1, '.') && tokens.IsWord(from - 2, "ca") && from - 2 >= behind;
            if (!isWord && !isAbbreviation)
            {
                break;
            }

            from -= isWord ? 1 : 2;
        }

        return from;
    }

    /// <summary>Adds what lies between two mentions: one space for each run of white space, and no stray punctuation at the seam.</summary>
    private static void Append(StringBuilder rest, ReadOnlySpan<char> piece, bool isBehindMention)
    {
        var text = string.Join(' ', piece.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (isBehindMention)
        {
            text = text.StartsWith(')') && rest is [.., '('] ? DropBracket(rest, text) : text;
            text = text.Length > 0 && text[0] is ',' or ';' && (rest.Length == 0 || rest[^1] == '(' || Loose.Contains(rest[^1])) ? text[1..].TrimStart() : text;
        }

        if (text.Length == 0)
        {
            return;
        }

        if (rest.Length > 0 && !ClosesUp.Contains(text[0]) && rest[^1] is not ('(' or ' '))
        {
            rest.Append(' ');
        }

        rest.Append(text);
    }

    private static string DropBracket(StringBuilder rest, string text)
    {
        rest.Length--;
        while (rest.Length > 0 && rest[^1] == ' ')
        {
            rest.Length--;
        }

        return text[1..].TrimStart();
    }
}
