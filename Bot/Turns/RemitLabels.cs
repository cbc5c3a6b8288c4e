using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Turns;

/// <summary>What was said of a working group; null or empty for what was not.</summary>
/// <param name="Text">What it is there for.</param>
/// <param name="Speaker">Who speaks for it, as written.</param>
/// <param name="Members">Who else is in it, as written, separated by commas.</param>
/// <param name="Until">Last day of its term.</param>
/// <param name="ReportDue">When its first or next report is due.</param>
/// <param name="ReportMonths">Months from one report to the next.</param>
/// <param name="IsOpen">Whether members join without being asked.</param>
/// <param name="Unread">Days that could not be read, as they were written.</param>
internal sealed record SaidRemit(
    string Text, string Speaker, string Members, LocalDate? Until, LocalDate? ReportDue, int? ReportMonths, bool? IsOpen, IReadOnlyList<string> Unread);

/// <summary>What a line about a working group says behind its labels: "Auftrag: …, Sprecher:in: Anna, Mitglieder: Bernd, Laufzeit bis 31.12.2027, Bericht bis 31.3.2027 alle 6 Monate,
/// Mitmachen: offen, Grund: …".</summary>
internal static partial class RemitLabels
{
    /// <summary>Takes off what is labelled at the end.</summary>
    /// <param name="pattern">The labels; the named group that fits tells which one it is.</param>
    /// <param name="body">The line.</param>
    public static (string Said, Dictionary<string, string> Labels) Split(Regex pattern, string body)
    {
        var labels = pattern.Matches(body);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, label) in labels.Index())
        {
            var end = number + 1 < labels.Count ? labels[number + 1].Index : body.Length;
            values[label.Groups.Values.Skip(1).First(group => group.Success).Name] = body[(label.Index + label.Length)..end].Trim(' ', ',', ';');
        }

        return (labels.Count == 0 ? body : body[..labels[0].Index].Trim(), values);
    }

    /// <summary>Reads the labels.</summary>
    public static SaidRemit Read(Turn turn, IReadOnlyDictionary<string, string> labels)
    {
        var unread = new List<string>();
        var report = labels.GetValueOrDefault("report", string.Empty);
        var every = Every().Match(report);
        var joining = CommandText.Fold(labels.GetValueOrDefault("joining", string.Empty));
        return new SaidRemit(
            labels.GetValueOrDefault("remit", string.Empty).TrimEnd('.'),
            labels.GetValueOrDefault("speaker", string.Empty).Trim('.', '@', ' '),
            And().Replace(labels.GetValueOrDefault("members", string.Empty).Trim('.', ' '), ", "),
            Day(labels.GetValueOrDefault("until", string.Empty)),
            Day(every.Success ? report[..every.Index] : report),
            every.Success ? every.Groups["months"].Success ? int.Parse(every.Groups["months"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 1 : null,
            joining.Length == 0 ? null : joining.StartsWith("offen", StringComparison.Ordinal) || joining.StartsWith("open", StringComparison.Ordinal),
            unread);

        LocalDate? Day(string written)
        {
            var text = written.Trim(' ', '.', ',', ';');
            var day = text.Length == 0 ? null : TermDay.Read(turn, text);
            if (text.Length > 0 && day is null)
            {
                unread.Add(text);
            }

            return day;
        }
    }

    /// <summary>The labels.</summary>
    [GeneratedRegex(
        @"(?:^|[\s,;.(])(?:(?:(?<conflict>befangen|conflicted|conflict of interest)|(?<wording>wortlaut|begr(?:ue|\u00fc)ndung|grund|wording|reason)|(?<remit>auftrag|remit)"
        + @"|(?<speaker>sprecher(?:\s*[:*_]?\s*in)?|spokesperson)|(?<members>mitglieder|mitglied|members?)|(?<joining>mitmachen|joining))\s*:"
        + @"|(?:(?<until>laufzeit\s+bis|runs?\s+until)|(?<report>(?:erster\s+|first\s+|n(?:ae|\u00e4)chster\s+|next\s+)?(?:bericht\s+bis|report\s+by)))\s*:?(?=\s))\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Pattern();

    [GeneratedRegex(@",?\s*\b(alle|jeden|every)\s+((?<months>\d{1,2})\s+)?(monate?|months?)\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Every();

    [GeneratedRegex(@"\s+(und|and)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex And();
}
