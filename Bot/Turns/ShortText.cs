using System.Globalization;

namespace Bot.Turns;

/// <summary>Cuts what somebody has typed to what may be stored or shown.</summary>
internal static class ShortText
{
    /// <summary>The beginning of the text: at most <paramref name="units"/> UTF-16 units, and never half a character as people see it.</summary>
    public static string Cut(string text, int units)
    {
        if (text.Length <= units)
        {
            return text;
        }

        var end = 0;
        while (end < units && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= units)
        {
            end = next;
        }

        return text[..end];
    }

    /// <summary>The same, with an ellipsis where something is missing.</summary>
    public static string Abbreviate(string text, int units) => text.Length <= units ? text : Cut(text, units - 1).TrimEnd() + "…";
}
