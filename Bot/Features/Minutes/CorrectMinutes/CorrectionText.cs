using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Domain.Minutes;

namespace Bot.Features.Minutes.CorrectMinutes;

/// <summary>Reads a typed correction: "TOP 2: …", "TOP 2, Zeile 1: …", or anything else for the minutes as a whole.</summary>
internal static partial class CorrectionText
{
    /// <summary>What is meant.</summary>
    public static CorrectionProposal Read(string text)
    {
        if (Beginning().Match(text) is not { Success: true } match)
        {
            return new CorrectionProposal(null, null, text.Trim());
        }

        var line = match.Groups["line"];
        return new CorrectionProposal(Number(match.Groups["place"]), line.Success ? Number(line) : null, text[match.Length..].Trim());
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\s*(top|item|agenda item|tagesordnungspunkt)\s*(?<place>\d{1,3})\b(\s*,?\s*(zeile|line|notiz|note|aufgabe|task)\s*(?<line>\d{1,3})\b)?\s*[:,\-\u2013]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beginning();
}
