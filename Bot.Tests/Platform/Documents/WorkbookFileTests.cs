using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Bot.Platform.Documents;
using Bot.Tests.Fuzzing;
using Xunit;

namespace Bot.Tests.Platform.Documents;

/// <summary>Workbooks as spreadsheets write them, and what is none.</summary>
public class WorkbookFileTests
{
    private static readonly string[] Days = ["2024-03-12"];

    [Fact]
    public void Written_ReadBack_IsTheSame()
    {
        IReadOnlyList<IReadOnlyList<string>> rows = [["Organisation", "Mitglied seit"], ["Bürger & Söhne <b>", "2024-03-12"], ["=1+1", ""], ["x\ny", "1905-01-01"]];
        var read = SheetFile.Read(WorkbookWriter.Write("Liste", rows, new HashSet<int> { 1 }));
        Assert.Null(read.Fault);
        Assert.Equal(rows.Select(row => string.Join('|', row)), read.Sheets[0].Rows.Select(row => string.Join('|', row.Cells)));
    }

    [Fact]
    public void Cells_OfEveryKind_SayWhatPeopleRead()
    {
        const string strings = "<si><t>Ver</t></si><si><r><t>Ver</t></r><r><t>ein</t></r><rPh><t>x</t></rPh></si>";
        const string cells = """
            <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t> inline </t></is></c><c r="D3"><v>12</v></c><c r="E3" s="1"><v>45363.5</v></c>
            <c r="F3" s="2"><v>45363</v></c><c r="G3" t="str"><f>A1&amp;"x"</f><v>formula</v></c><c r="H3"><f>1+1</f></c><c r="I3" t="e"><v>#REF!</v></c><c r="J3" s="3"><v>45363</v></c><c r="K3" t="d"><v>2024-03-12</v></c></row>
            <row><c><v>1</v></c><c><v>2</v></c></row>
            """;
        const string styles = """<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0.0&quot; days&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>""";
        var rows = SheetFile.Read(Package(cells, strings, styles)).Sheets[0].Rows;
        Assert.Equal((3, "Verein||inline|12|2024-03-12|2024-03-12|formula||#REF!|45363|2024-03-12"), (rows[0].Number, string.Join('|', rows[0].Cells)));
        Assert.Equal((4, "1|2"), (rows[1].Number, string.Join('|', rows[1].Cells)));
    }

    [Fact]
    public void Days_OfAWorkbookThatCountsFrom1904_AreTheSame() => Assert.Equal(
        Days, SheetFile.Read(Package("<row><c s=\"1\"><v>43901</v></c></row>", styles: "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>", properties: "<workbookPr date1904=\"1\"/>")).Sheets[0].Rows[0].Cells);

    [Fact]
    public void Files_ThatAreNoWorkbook_AreRefusedByName()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Assert.Equal(SheetFault.OldWorkbook, SheetFile.Read(old).Fault);
        Assert.Equal(SheetFault.Encrypted, SheetFile.Read([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Fault);
        Assert.Equal(SheetFault.Unknown, SheetFile.Read("%PDF-1.7 und mehr"u8.ToArray()).Fault);
        Assert.Equal(SheetFault.Unknown, SheetFile.Read([1, 0, 2]).Fault);
        Assert.Equal(SheetFault.Empty, SheetFile.Read([]).Fault);
        Assert.Equal(SheetFault.Broken, SheetFile.Read("PK\u0003\u0004 und nichts"u8.ToArray()).Fault);
        Assert.Equal(SheetFault.Broken, SheetFile.Read(Package("<row>")).Fault);
        Assert.Equal(SheetFault.Empty, SheetFile.Read(Package("<row><c><v></v></c></row>")).Fault);
        Assert.NotNull(SheetFile.Read(WordFile.Write(new TextDocument { Title = "x", Language = "de", Header = "x", Footer = "x", MadeAt = DateTimeOffset.UnixEpoch, Parts = [] })).Fault);
        Assert.Equal(SheetFault.TooLarge, SheetFile.Read(new byte[SheetLimits.Bytes + 1]).Fault);
    }

    [Fact]
    public void Packages_ThatUnpackToTooMuch_AreRefused()
    {
        var bomb = Package("<row><c t=\"inlineStr\"><is><t>" + new string('x', SheetLimits.UnpackedBytes) + "</t></is></c></row>");
        Assert.InRange(bomb.Length, 1, SheetLimits.Bytes);
        Assert.Equal(SheetFault.TooLarge, SheetFile.Read(bomb).Fault);
        Assert.Equal(SheetFault.TooLarge, SheetFile.Read(Package(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", SheetLimits.Rows + 1)))).Fault);
        Assert.Null(SheetFile.Read(Package(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", SheetLimits.Rows)))).Fault);
    }

    [Fact]
    public void Entities_ThatGrow_AreNotFollowed() => Assert.Equal(
        SheetFault.Broken, SheetFile.Read(Package("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>", type: "<!DOCTYPE x [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;\">]>")).Fault);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_WhateverTheBytes_NeverThrows(int seed)
    {
        var random = new Random(seed);
        byte[] workbook = WorkbookWriter.Write("Liste", [["Organisation", "Mitglied seit"], ["Bürger", "2024-03-12"]], new HashSet<int> { 1 });
        byte[] text = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Organisation;\"Mitglied\nseit\"\r\n\"Bür;ger\";12.3.2024\r\n")];
        var plain = Package("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c s=\"1\"><v>45363</v></c></row>", "<si><t>x</t></si>", "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>", isPacked: false);
        for (var round = 0; round < 400; round++)
        {
            foreach (var seedFile in new[] { workbook, text, plain })
            {
                var read = SheetFile.Read(ByteMutation.Mutate(random, [.. seedFile], random.Next(1, 6)));
                Assert.Equal(read.Fault is null, read.Sheets.Count > 0);
            }
        }
    }

    /// <summary>A workbook as its XML, for what spreadsheets write and this bot does not.</summary>
    internal static byte[] Package(string rows, string strings = "", string styles = "<cellXfs><xf/></cellXfs>", string properties = "", string type = "", bool isPacked = true)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in new[]
            {
                ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{content}.sheet.main+xml\"/><Override PartName=\"/xl/sheet1.xml\" ContentType=\"{content}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{content}.styles+xml\"/><Override PartName=\"/xl/strings.xml\" ContentType=\"{content}.sharedStrings+xml\"/></Types>"),
                ("_rels/.rels", $"<Relationships xmlns=\"{relations}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
                ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\">{properties}<sheets><sheet name=\"x\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{relations}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"{office}/sharedStrings\" Target=\"strings.xml\"/></Relationships>"),
                ("xl/sheet1.xml", $"{type}<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
                ("xl/styles.xml", $"<styleSheet xmlns=\"{main}\">{styles}</styleSheet>"),
                ("xl/strings.xml", $"<sst xmlns=\"{main}\">{strings}</sst>"),
            })
            {
                using var part = package.CreateEntry(name, isPacked ? CompressionLevel.Optimal : CompressionLevel.NoCompression).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return stream.ToArray();
    }
}
