using System;
using System.IO;
using System.Linq;
using Bot.Platform.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace Bot.Tests.Platform.Documents;

/// <summary>Word files as a program reads them: valid, with styles, headings, marked table headings, language, page numbers.</summary>
public class WordFileTests
{
    private static TextDocument Every { get; } = new()
    {
        Title = "Protokoll: Beirat",
        Language = "de-DE",
        Subject = "Sitzung am Donnerstag",
        Author = "Bündnis",
        MadeAt = new DateTimeOffset(2027, 1, 15, 9, 0, 0, TimeSpan.Zero),
        Header = "Bündnis · Beirat",
        Footer = $"Seite {TextDocument.PageMark} von {TextDocument.PagesMark}",
        Parts =
        [
            new DocumentPart.Paragraph("Untertitel", ParagraphKind.Subtitle),
            new DocumentPart.Heading(1, "Eins"),
            new DocumentPart.Heading(2, "Zwei"),
            new DocumentPart.Heading(3, "Drei"),
            new DocumentPart.Fact("Ort", "Rathaus\nZimmer 12"),
            new DocumentPart.Paragraph("Wortlaut \u0001 <b>&</b>", ParagraphKind.Quoted),
            new DocumentPart.Paragraph("Ergebnis", ParagraphKind.Weighty),
            new DocumentPart.Paragraph("nebenbei", ParagraphKind.Aside),
            new DocumentPart.Paragraph("שלום"),
            new DocumentPart.Bullets(["eins", "zwei"]),
            new DocumentPart.Grid("Anwesenheit", [("Name", 3), ("Zeit", 1)], [["Amina", "17:00"], ["Bernd", "17:02"]]),
            new DocumentPart.Signatures("Sitzungsleitung", "Protokollführung"),
        ],
    };

    [Fact]
    public void Write_EveryPart_IsValid() => Assert.Empty(Faults(WordFile.Write(Every)));

    [Fact]
    public void Write_NoParts_IsValid() => Assert.Empty(Faults(WordFile.Write(Every with { Parts = [], Title = string.Empty, Header = string.Empty, Footer = string.Empty })));

    [Fact]
    public void Write_Headings_AreTheBuiltInStylesWithTheirLevels()
    {
        using var file = Open(WordFile.Write(Every));
        Assert.Equal(
            ["Title", "Heading1", "Heading2", "Heading3"],
            Paragraphs(file).Select(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Where(style => style is "Title" || style?.StartsWith("Heading", StringComparison.Ordinal) == true));
        var styles = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);
        Assert.All([1, 2, 3], level =>
        {
            Assert.Equal("heading " + level, styles["Heading" + level].StyleName!.Val!.Value);
            Assert.Equal(level - 1, styles["Heading" + level].StyleParagraphProperties!.OutlineLevel!.Val!.Value);
        });
        Assert.All(
            file.MainDocumentPart.Document!.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!), style => Assert.Contains(style, styles.Keys));
    }

    [Fact]
    public void Write_Table_MarksItsHeadingsAndNamesItself()
    {
        using var file = Open(WordFile.Write(Every));
        var table = Assert.Single(file.MainDocumentPart!.Document!.Descendants<Table>());
        var rows = table.Elements<TableRow>().ToList();
        Assert.Equal([true, false, false], rows.Select(row => row.Descendants<TableHeader>().Any()));
        Assert.All(rows, row => Assert.NotEmpty(row.Descendants<CantSplit>()));
        Assert.Equal("Anwesenheit", table.Descendants<TableCaption>().Single().Val!.Value);
        Assert.Equal("AminaBernd", string.Concat(rows.Skip(1).Select(row => row.Elements<TableCell>().First().InnerText)));
        Assert.Equal(WordTables.Width, table.Descendants<GridColumn>().Sum(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Write_PropertiesAndLanguage_AreSet()
    {
        using var file = Open(WordFile.Write(Every));
        Assert.Equal(("Protokoll: Beirat", "Sitzung am Donnerstag", "Bündnis", "de-DE"), (file.PackageProperties.Title, file.PackageProperties.Subject, file.PackageProperties.Creator, file.PackageProperties.Language));
        Assert.Equal("de-DE", file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value);
    }

    [Fact]
    public void Write_Footer_HoldsFieldsForThePageNumbers()
    {
        using var file = Open(WordFile.Write(Every));
        var footer = file.MainDocumentPart!.FooterParts.Single().Footer!;
        Assert.Equal([" PAGE ", " NUMPAGES "], footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value));
        Assert.DoesNotContain(TextDocument.PageMark, footer.InnerText);
        Assert.StartsWith("Seite ", footer.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LineBreaks_StayAndPlainTextStaysPlain()
    {
        using var file = Open(WordFile.Write(Every));
        Assert.Contains(Paragraphs(file), paragraph => paragraph.InnerText == "Wortlaut  <b>&</b>");
        Assert.Single(file.MainDocumentPart!.Document!.Descendants<Break>());
        Assert.Single(Paragraphs(file), paragraph => paragraph.ParagraphProperties?.BiDi is not null && paragraph.Descendants<RightToLeftText>().Any());
    }

    [Fact]
    public void Write_NothingIsFetchedOrRun()
    {
        using var file = Open(WordFile.Write(Every));
        Assert.Empty(file.MainDocumentPart!.ExternalRelationships);
        Assert.Empty(file.MainDocumentPart.HyperlinkRelationships);
        Assert.Null(file.MainDocumentPart.VbaProjectPart);
    }

    internal static string[] Faults(byte[] content)
    {
        using var file = Open(content);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
    }

    internal static WordprocessingDocument Open(byte[] content) => WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);

    internal static Paragraph[] Paragraphs(WordprocessingDocument file) => [.. file.MainDocumentPart!.Document!.Descendants<Paragraph>()];
}
