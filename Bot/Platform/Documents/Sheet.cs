using System.Collections.Generic;

namespace Bot.Platform.Documents;

/// <summary>A row of a table that somebody has written.</summary>
/// <param name="Number">As a spreadsheet counts it, from 1, empty rows too.</param>
/// <param name="Cells">Text of its cells, from the first column on, without blanks around it; days as <c>2027-01-14</c>.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>One table: the rows that are not empty.</summary>
internal sealed record Sheet(IReadOnlyList<SheetRow> Rows);

/// <summary>Why a file is not read.</summary>
internal enum SheetFault
{
    /// <summary>It is no table: neither text nor a workbook.</summary>
    Unknown,

    /// <summary>It is a workbook of before 2007 (<c>.xls</c>).</summary>
    OldWorkbook,

    /// <summary>It is protected by a password.</summary>
    Encrypted,

    /// <summary>It looks like a workbook and cannot be opened.</summary>
    Broken,

    /// <summary>It is larger than <see cref="SheetLimits"/> allows.</summary>
    TooLarge,

    /// <summary>A quotation mark is opened and never closed.</summary>
    OpenQuote,

    /// <summary>Nothing is in it.</summary>
    Empty,
}

/// <summary>What was read: tables, or why not. Never both.</summary>
/// <param name="Sheets">At least one with at least one row, in the file's order; empty with a fault.</param>
/// <param name="Fault">Null when it was read.</param>
/// <param name="Row">Of <see cref="SheetFault.OpenQuote"/>: the row it is opened in.</param>
internal sealed record SheetReading(IReadOnlyList<Sheet> Sheets, SheetFault? Fault, int Row = 0)
{
    /// <summary>A file that is not read.</summary>
    public static SheetReading Refused(SheetFault fault, int row = 0) => new([], fault, row);

    /// <summary>The tables that have rows; a fault when none has.</summary>
    public static SheetReading Of(IReadOnlyList<Sheet> sheets) => sheets.Count > 0 ? new SheetReading(sheets, null) : Refused(SheetFault.Empty);
}

/// <summary>How much is read. A list of a large network, 300 organizations, has some 100 KB.</summary>
internal static class SheetLimits
{
    /// <summary>Longest file, bytes.</summary>
    public const int Bytes = 2 * 1024 * 1024;

    /// <summary>Most rows of a table that are not empty.</summary>
    public const int Rows = 3000;

    /// <summary>Most columns; what stands further right is not read.</summary>
    public const int Columns = 60;

    /// <summary>Longest cell, UTF-16 units; what is longer is cut.</summary>
    public const int Cell = 1000;

    /// <summary>Most bytes a workbook may unpack to, all its parts together.</summary>
    public const int UnpackedBytes = 40 * 1024 * 1024;

    /// <summary>Most parts of a workbook.</summary>
    public const int Parts = 500;

    /// <summary>Most tables of a workbook that are looked into.</summary>
    public const int Sheets = 20;
}
