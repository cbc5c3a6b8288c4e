using System.Linq;
using System.Text;
using Bot.Platform.Documents;
using Xunit;

namespace Bot.Tests.Platform.Documents;

/// <summary>Tables as text: how spreadsheets write them, and how people do.</summary>
public class DelimitedTextTests
{
    [Theory]
    [InlineData("A;B\n1;2", "A|B/1|2")]
    [InlineData("A,B\n1,2", "A|B/1|2")]
    [InlineData("A\tB\n1\t2", "A|B/1|2")]
    [InlineData("A;B\r\n1;2\r\n", "A|B/1|2")]
    [InlineData("A;B\r1;2", "A|B/1|2")]
    [InlineData("A;B\n\n\n1;2\n;;\n", "A|B/1|2")]
    [InlineData("A;B\nx, y, z;2", "A|B/x, y, z|2")]
    [InlineData("A,B\nx; y,2\nz,3", "A|B/x; y|2/z|3")]
    [InlineData("sep=,\nA;x,B\n1,2", "A;x|B/1|2")]
    [InlineData("A;B\n\"x;y\";\"z \"\"q\"\"\"", "A|B/x;y|z \"q\"")]
    [InlineData("A;B\n\"x\ny\";2", "A|B/x\ny|2")]
    [InlineData("A;B\n5\" Rohr;2", "A|B/5\" Rohr|2")]
    [InlineData("A;B\n \"x\" ; 2 ", "A|B/x|2")]
    [InlineData("A\nx", "A/x")]
    [InlineData("A;B\n1", "A|B/1")]
    [InlineData("A;B\n1;2;3", "A|B/1|2|3")]
    public void Read_AsPeopleWriteTables_GivesTheirCells(string text, string cells) =>
        Assert.Equal(cells, string.Join('/', Assert.Single(DelimitedText.Read(text).Sheets).Rows.Select(row => string.Join('|', row.Cells))));

    [Fact]
    public void Read_EmptyLinesAndBreaksInQuotes_AreCountedAsSpreadsheetsDo() =>
        Assert.Equal([1, 4, 5, 6], DelimitedText.Read("A;B\n\n;\n1;2\n\"x\ny\";3\n4;5").Sheets[0].Rows.Select(row => row.Number));

    [Fact]
    public void Read_SepLine_IsARowForTheNumbers() => Assert.Equal([2, 3], DelimitedText.Read("sep=;\nA;B\n1;2").Sheets[0].Rows.Select(row => row.Number));

    [Theory]
    [InlineData("A;B\n1;2\n\"x;3\n4;5", SheetFault.OpenQuote, 3)]
    [InlineData("\n;;\n \n", SheetFault.Empty, 0)]
    [InlineData("", SheetFault.Empty, 0)]
    public void Read_WhatIsNoTable_SaysWhyAndWhere(string text, object fault, int row) => Assert.Equal(((SheetFault?)fault, row), (DelimitedText.Read(text).Fault, DelimitedText.Read(text).Row));

    [Theory]
    [InlineData(SheetLimits.Rows, null)]
    [InlineData(SheetLimits.Rows + 1, SheetFault.TooLarge)]
    public void Read_ManyRows_AreTakenUpToTheLimit(int rows, object? fault) =>
        Assert.Equal((SheetFault?)fault, DelimitedText.Read(string.Concat(Enumerable.Repeat("a;b\n", rows))).Fault);

    [Fact]
    public void Read_LongCellsAndManyColumns_AreCut()
    {
        var row = Assert.Single(DelimitedText.Read(new string('x', SheetLimits.Cell + 1) + string.Concat(Enumerable.Repeat(";y", SheetLimits.Columns))).Sheets[0].Rows);
        Assert.Equal((SheetLimits.Columns, SheetLimits.Cell), (row.Cells.Count, row.Cells[0].Length));
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("Name;Bürgerhaus Größe €") },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Name;Bürgerhaus Größe €")] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Name;Bürgerhaus Größe €")] },
        { "UTF-16, other way round", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("Name;Bürgerhaus Größe €")] },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Name;Bürgerhaus Größe €") },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Decode_EachEncodingInUse_IsRecognized(string name, byte[] content)
    {
        Assert.NotEmpty(name);
        Assert.Equal("Name;Bürgerhaus Größe €", DelimitedText.Decode(content));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData(" =1+1")]
    [InlineData("+49 351")]
    [InlineData("-")]
    [InlineData("@x")]
    [InlineData("'=1")]
    [InlineData("''=1")]
    [InlineData("'hello")]
    [InlineData("'")]
    [InlineData("\uFF1Dx")]
    [InlineData("x;\"y\"")]
    [InlineData("Über, alles")]
    public void Write_AnyCell_IsReadBackAndNeverAFormula(string cell)
    {
        var written = DelimitedText.Write([["Name", "Rest"], [cell, "x"]]);
        var read = SheetFile.Read(written).Sheets[0].Rows[1].Cells[0];
        Assert.DoesNotContain(read.TrimStart()[0], "=+-@\uFF1D");
        Assert.Equal(cell.Trim(), DelimitedText.Plain(read).Trim());
    }
}
