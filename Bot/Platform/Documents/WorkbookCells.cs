using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Platform.Documents;

/// <summary>What the cells of a workbook say.</summary>
internal sealed partial class WorkbookCells
{
    /// <summary>Formats of the standard that show a day (ECMA-376, part 1, 18.8.30), those of East Asia too.</summary>
    private static readonly HashSet<uint> DayFormats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

    /// <summary>Days between the two beginnings that workbooks count from, 30 December 1899 and 1 January 1904.</summary>
    private const int Later = 1462;

    private readonly List<string> shared = [];
    private readonly bool[] isDay;
    private readonly bool countsFrom1904;

    /// <summary>Reads what cells refer to.</summary>
    public WorkbookCells(WorkbookPart main)
    {
        countsFrom1904 = main.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
        var styles = main.WorkbookStylesPart?.Stylesheet;
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => ShowsDay(format.FormatCode?.Value ?? string.Empty)).Select(format => format.NumberFormatId?.Value ?? 0).ToHashSet();
        isDay = [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => format.NumberFormatId?.Value ?? 0).Select(id => DayFormats.Contains(id) || own.Contains(id))];
        if (main.SharedStringTablePart is { } strings)
        {
            using var reader = OpenXmlReader.Create(strings);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                {
                    shared.Add(TextOf(reader.LoadCurrentElement()));
                }
            }
        }
    }

    /// <summary>The text of a cell as somebody reads it, a day as <c>2027-01-14</c>.</summary>
    public string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? string.Empty;
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : string.Empty;
        }

        if (type == CellValues.InlineString)
        {
            return TextOf(cell.InlineString);
        }

        var style = cell.StyleIndex?.Value ?? 0;
        return type == CellValues.Number && style < isDay.Length && isDay[style] ? DayOf(value) : value;
    }

    private string DayOf(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is >= 1 and < 2_950_000
            ? DateTime.FromOADate(Math.Floor(days) + (countsFrom1904 ? Later : 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value;

    /// <summary>The text without what only says how it is pronounced.</summary>
    private static string TextOf(OpenXmlElement? element) =>
        element is null ? string.Empty : string.Concat(element.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));

    private static bool ShowsDay(string code) => Literal().Replace(code, string.Empty) is var bare && bare.IndexOfAny(['d', 'D', 'y', 'Y']) >= 0;

    /// <summary>What a format shows as it stands: in quotes, in brackets, or behind a mark.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", RegexOptions.None, 1000)]
    private static partial Regex Literal();
}
