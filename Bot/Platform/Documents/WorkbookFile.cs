using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Platform.Documents;

/// <summary>Reads the tables of a workbook (Office Open XML, ECMA-376, <c>.xlsx</c>). Formulas count as what they came to when it was saved; nothing is computed and nothing fetched.</summary>
internal static class WorkbookFile
{
    /// <summary>Reads all its visible tables that have rows.</summary>
    public static SheetReading Read(byte[] content)
    {
        try
        {
            return Unpacks(content) ? ReadSheets(content) : SheetReading.Refused(SheetFault.TooLarge);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Of a file that anybody has made up no more can be said of what the library throws.
            return SheetReading.Refused(SheetFault.Broken);
        }
    }

    /// <summary>Whether everything in it unpacks to no more than is allowed, tried and not believed: what a package says of its sizes may be untrue.</summary>
    private static bool Unpacks(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var package = new ZipArchive(stream, ZipArchiveMode.Read);
        if (package.Entries.Count > SheetLimits.Parts)
        {
            return false;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var left = (long)SheetLimits.UnpackedBytes;
        foreach (var entry in package.Entries)
        {
            using var part = entry.Open();
            int read;
            while (left >= 0 && (read = part.Read(buffer)) > 0)
            {
                left -= read;
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return left >= 0;
    }

    private static SheetReading ReadSheets(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var file = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = SheetLimits.UnpackedBytes });
        if (file.WorkbookPart is not { Workbook: { } workbook } main)
        {
            return SheetReading.Refused(SheetFault.Unknown);
        }

        var cells = new WorkbookCells(main);
        var visible = (workbook.Sheets ?? new Sheets()).Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible);
        var tables = visible.Take(SheetLimits.Sheets)
            .Select(sheet => sheet.Id?.Value is { } id && main.TryGetPartById(id, out var part) && part is WorksheetPart table ? ReadSheet(table, cells) : new Sheet([]))
            .ToList();
        return tables.Any(table => table.Rows.Count > SheetLimits.Rows)
            ? SheetReading.Refused(SheetFault.TooLarge)
            : SheetReading.Of([.. tables.Where(table => table.Rows.Count > 0)]);
    }

    /// <summary>The rows of a table, and one more than are allowed where there are more.</summary>
    private static Sheet ReadSheet(WorksheetPart part, WorkbookCells cells)
    {
        var rows = new List<SheetRow>();
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (rows.Count <= SheetLimits.Rows && reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
            {
                continue;
            }

            number = row.RowIndex?.Value is { } index and <= int.MaxValue ? (int)index : number + 1;
            var texts = TextsOf(row, cells);
            if (texts.Any(text => text.Length > 0))
            {
                rows.Add(new SheetRow(number, texts));
            }
        }

        return new Sheet(rows);
    }

    private static List<string> TextsOf(Row row, WorkbookCells cells)
    {
        var texts = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value) ?? texts.Count;
            if (column >= SheetLimits.Columns)
            {
                continue;
            }

            while (texts.Count <= column)
            {
                texts.Add(string.Empty);
            }

            var text = cells.TextOf(cell).Trim();
            texts[column] = text.Length <= SheetLimits.Cell ? text : text[..SheetLimits.Cell];
        }

        return texts;
    }

    /// <summary>The column in a reference such as <c>BC12</c>, from 0; null where there is none.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? string.Empty).TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }
}
