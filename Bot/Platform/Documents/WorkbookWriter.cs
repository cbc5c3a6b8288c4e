using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Platform.Documents;

/// <summary>Writes one table as a workbook (Office Open XML, ECMA-376). Every cell is text or a day, so that nothing in it is ever taken for a formula.</summary>
internal static class WorkbookWriter
{
    private const uint HeadingStyle = 1, DayStyle = 2;

    private const double Width = 28;

    /// <summary>Writes it.</summary>
    /// <param name="name">What the table is called: 1 to 31 letters, digits and blanks.</param>
    /// <param name="rows">The headings, then the rows.</param>
    /// <param name="days">Columns whose cells are days, as <c>2027-01-14</c>; what is none is text there too.</param>
    public static byte[] Write(string name, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlySet<int> days)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var main = file.AddWorkbookPart();
            main.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var table = main.AddNewPart<WorksheetPart>();
            var columns = (uint)Math.Max(1, rows.Select(row => row.Count).DefaultIfEmpty(0).Max());
            table.Worksheet = new Worksheet(
                new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                new Columns(new Column { Min = 1, Max = columns, Width = Width, CustomWidth = true }),
                new SheetData(rows.Select((row, index) => new Row(row.Select((cell, column) => Written(cell, index == 0, days.Contains(column)))))));
            main.Workbook = new Workbook(
                new BookViews(new WorkbookView()),
                new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = name, SheetId = 1, Id = main.GetIdOfPart(table) }));
        }

        return stream.ToArray();
    }

    private static Cell Written(string text, bool isHeading, bool isDay) =>
        isDay && !isHeading && DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Cell { CellValue = new CellValue(day.ToOADate()), StyleIndex = DayStyle }
            : new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(DocumentText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }),
                StyleIndex = isHeading ? HeadingStyle : 0,
            };

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
}
