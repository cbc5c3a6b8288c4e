using System.Collections.Generic;
using System.Linq;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Platform.Documents;

/// <summary>Tables of a Word document (ECMA-376, part 1, 17.4): as wide as the page, the headings repeated on each page, no row parted by its end.</summary>
internal static class WordTables
{
    /// <summary>Width between the margins of a page, in twentieths of a point.</summary>
    public const int Width = WordStyles.PageWidth - (2 * WordStyles.Margin);

    /// <summary>A table with its headings.</summary>
    public static Table Of(DocumentPart.Grid grid)
    {
        var widths = Widths([.. grid.Columns.Select(column => column.Share)]);
        var table = new Table(
            new TableProperties
            {
                TableStyle = new TableStyle { Val = WordStyles.Grid },
                TableWidth = new TableWidth { Width = WordParagraphs.Measure(Width), Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableLook = new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true },
                TableCaption = new TableCaption { Val = DocumentText.Clean(grid.Name) },
            },
            new TableGrid(widths.Select(width => new GridColumn { Width = WordParagraphs.Measure(width) })));
        table.Append(Row([.. grid.Columns.Select(column => column.Heading)], widths, isHeading: true));
        foreach (var row in grid.Rows)
        {
            table.Append(Row(row, widths, isHeading: false));
        }

        return table;
    }

    private static TableRow Row(IReadOnlyList<string> texts, int[] widths, bool isHeading)
    {
        var row = new TableRow(new TableRowProperties(isHeading ? [new CantSplit(), new TableHeader()] : [new CantSplit()]));
        foreach (var (place, text) in texts.Index())
        {
            row.Append(new TableCell(
                new TableCellProperties { TableCellWidth = new TableCellWidth { Width = WordParagraphs.Measure(widths[place]), Type = TableWidthUnitValues.Dxa } },
                WordParagraphs.Of(text, isHeading ? WordStyles.TableHead : WordStyles.TableText)));
        }

        return row;
    }

    private static int[] Widths(IReadOnlyList<int> shares)
    {
        var all = shares.Sum();
        var widths = shares.Select(share => Width * share / all).ToArray();
        widths[^1] += Width - widths.Sum();
        return widths;
    }
}
