using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Bot.Platform.Documents;

/// <summary>Tables as text: comma separated values (RFC 4180) as spreadsheets here write them, with semicolons, commas or tabs, and as people paste them.</summary>
internal static class DelimitedText
{
    private const int LooksInto = 20;

    private static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>Reads a table.</summary>
    public static SheetReading Read(string text)
    {
        var (body, separator) = SeparatorOf(text);
        var parser = new DelimitedParser(body, separator);
        var rows = new List<SheetRow>();
        var number = body.Length == text.Length ? 0 : 1;
        while (parser.Next() is { } cells)
        {
            number++;
            if (parser.IsOpen)
            {
                return SheetReading.Refused(SheetFault.OpenQuote, number);
            }

            if (cells.Any(cell => cell.Length > 0))
            {
                rows.Add(new SheetRow(number, cells));
            }

            if (rows.Count > SheetLimits.Rows)
            {
                return SheetReading.Refused(SheetFault.TooLarge);
            }
        }

        return SheetReading.Of(rows.Count > 0 ? [new Sheet(rows)] : []);
    }

    /// <summary>The text in a file: UTF-16 where a mark says so; UTF-8, with or without a mark; else Windows-1252, which older spreadsheets write.</summary>
    /// <returns>Null for what is no text.</returns>
    public static string? Decode(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        var start = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (bytes.Contains((byte)0) || bytes.StartsWith("%PDF"u8))
        {
            return null;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes[start..])
            ? Encoding.UTF8.GetString(bytes[start..])
            : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes[start..]);
    }

    /// <summary>Rows as a file that spreadsheets set to German open by a double click: semicolons, every cell quoted, UTF-8 with a mark by which they know it. What a
    /// spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV injection"), which <see cref="Plain"/> takes away again.</summary>
    public static byte[] Write(IEnumerable<IEnumerable<string>> rows)
    {
        var text = string.Concat(rows.Select(row => string.Join(';', row.Select(Quoted)) + "\r\n"));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>A cell without the apostrophe that was put before what looks like a formula.</summary>
    public static string Plain(string cell) => cell is ['\'', .. var rest] && IsTakenForFormula(rest) ? rest : cell;

    private static string Quoted(string cell) => "\"" + (IsTakenForFormula(cell) ? "'" : string.Empty) + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Also what has an apostrophe of its own before it, so that reading takes away exactly the one that was written.</summary>
    private static bool IsTakenForFormula(string cell) =>
        cell.AsSpan().TrimStart('\'').TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] || cell is ['\t' or '\r' or '\n', ..];

    /// <summary>The mark that separates cells: the one in most of the first rows; of two in equally many the more frequent one. A line <c>sep=;</c>, which spreadsheets write
    /// and read, decides and is no row.</summary>
    private static (string Body, char Separator) SeparatorOf(string text)
    {
        if (text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Separators.Contains(text[4]) && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and <= 6 and var end)
        {
            return (text[(end + 1)..], text[4]);
        }

        var best = Separators.Select(separator => (Separator: separator, Lengths: Lengths(text, separator))).MaxBy(found => (found.Lengths.Count(length => length > 1), found.Lengths.Sum()));
        return (text, best.Lengths.Any(length => length > 1) ? best.Separator : ';');
    }

    private static List<int> Lengths(string text, char separator)
    {
        var parser = new DelimitedParser(text, separator);
        var lengths = new List<int>();
        while (lengths.Count < LooksInto && parser.Next() is { } cells)
        {
            lengths.Add(cells.Count);
        }

        return lengths;
    }
}
