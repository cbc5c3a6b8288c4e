using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Voting.Phrases;

/// <summary>Takes a text about rules apart into its clauses: at semicolons, line breaks, full stops, and at commas that are not inside of one.</summary>
internal static class RuleClauses
{
    private static readonly string[] Joining = ["wenn", "sofern", "falls", "dass", "if", "when", "that", "provided"];

    /// <summary>The segments between strong separators, each as its clauses between commas.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(string text) =>
        Segments(text).Select(segment => (IReadOnlyList<string>)[.. Pieces(segment)]).Where(pieces => pieces.Count > 0);

    private static IEnumerable<string> Segments(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var endsSentence = text[at] == '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));
            if (text[at] is ';' or '\n' or '\r' || endsSentence)
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        yield return text[start..];
    }

    private static IEnumerable<string> Pieces(string segment)
    {
        var start = 0;
        for (var at = 0; at < segment.Length; at++)
        {
            if (segment[at] == ',' && !IsInside(segment, at))
            {
                yield return segment[start..at];
                start = at + 1;
            }
        }

        if (!string.IsNullOrWhiteSpace(segment[start..]))
        {
            yield return segment[start..];
        }
    }

    /// <summary>A comma in a number, before a subordinate clause, or within "Ja-, Nein-Stimmen und Enthaltungen".</summary>
    private static bool IsInside(string segment, int comma)
    {
        var before = LastWord(segment[..comma]);
        var after = FirstWord(segment[(comma + 1)..]);
        var isNumber = comma > 0 && comma + 1 < segment.Length && char.IsAsciiDigit(segment[comma - 1]) && char.IsAsciiDigit(segment[comma + 1]);
        return isNumber || Joining.Contains(after) || (before is "ja" or "yes" && after is "nein" or "no") || after.Length == 0;
    }

    private static string FirstWord(string text) => new([.. text.SkipWhile(character => !char.IsLetterOrDigit(character)).TakeWhile(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string LastWord(string text) =>
        new([.. text.Reverse().SkipWhile(character => !char.IsLetterOrDigit(character)).TakeWhile(char.IsLetterOrDigit).Reverse().Select(char.ToLowerInvariant)]);
}
