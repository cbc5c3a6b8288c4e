using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Bot.Platform.Activities;

/// <summary>Mentions as they stand in a message's text: <c>&lt;at&gt;Name&lt;/at&gt;</c>.</summary>
internal static class MentionText
{
    private const string Start = "<at";

    private const string End = "</at>";

    /// <summary>The text without some mentions, whatever their case.</summary>
    /// <param name="text">Any text; it is walked through once, however many mentions there are.</param>
    /// <param name="mentions">What they look like in the text. What is no mention is left alone, wherever it occurs.</param>
    public static string Without(string text, IEnumerable<string> mentions)
    {
        var gone = mentions.Where(IsMention).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return gone.Count == 0 ? text : Without(text, gone);
    }

    private static string Without(string text, HashSet<string> gone)
    {
        var left = new StringBuilder(text.Length);
        var lookup = gone.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = text.AsSpan();
        while (rest.IndexOf(End, StringComparison.OrdinalIgnoreCase) is >= 0 and var end)
        {
            var upTo = rest[..(end + End.Length)];
            var start = upTo.LastIndexOf(Start, StringComparison.OrdinalIgnoreCase);
            left.Append(start >= 0 && lookup.Contains(upTo[start..]) ? upTo[..start] : upTo);
            rest = rest[upTo.Length..];
        }

        return left.Append(rest).ToString();
    }

    private static bool IsMention(string text) =>
        text.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && text.EndsWith(End, StringComparison.OrdinalIgnoreCase);
}
