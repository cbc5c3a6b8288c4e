using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Bot.Domain.Meetings;
using NodaTime.Text;

namespace Bot.Storage;

/// <summary>The earlier dates of a meeting as one column: a line each, its parts between bars. People's words may hold both, so these are written as <c>\n</c> and <c>\p</c>.</summary>
internal static class EarlierDatesColumn
{
    private const int Parts = 7;

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Null for a meeting that was never moved.</summary>
    public static string? Write(EarlierDates dates) => dates.Items.Count == 0 ? null : string.Join('\n', dates.Items.Select(Write));

    /// <summary>Reads the column; none where it is missing, as in rows of before meetings could be moved.</summary>
    /// <exception cref="FormatException">The column is damaged.</exception>
    public static EarlierDates Read(string? column) => column is null ? EarlierDates.None : new EarlierDates([.. column.Split('\n').Select(ReadLine)]);

    private static string Write(EarlierDate date) => string.Join(
        '|',
        date.Revision.ToString(CultureInfo.InvariantCulture),
        InstantPattern.ExtendedIso.Format(date.At),
        LocalDatePattern.Iso.Format(date.Day),
        Time.Format(date.Start),
        date.End is { } end ? Time.Format(end) : string.Empty,
        Escaped(date.Place),
        Escaped(date.Reason));

    private static EarlierDate ReadLine(string line)
    {
        var parts = line.Split('|');
        return parts.Length == Parts && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new EarlierDate(
                revision, InstantPattern.ExtendedIso.Parse(parts[1]).GetValueOrThrow(), LocalDatePattern.Iso.Parse(parts[2]).GetValueOrThrow(), Time.Parse(parts[3]).GetValueOrThrow(),
                parts[4].Length == 0 ? null : Time.Parse(parts[4]).GetValueOrThrow(), Plain(parts[5]), Plain(parts[6]))
            : throw new FormatException("Not the earlier dates of a meeting.");
    }

    private static string Escaped(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("|", @"\p", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            plain.Append(text[at] == '\\' && at + 1 < text.Length ? text[++at] switch { 'p' => '|', 'n' => '\n', var other => other } : text[at]);
        }

        return plain.ToString();
    }
}
