using System.Collections.Generic;
using System.IO;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Platform.Documents;

/// <summary>Writes a document as a Word file (Office Open XML, ECMA-376).</summary>
internal static class WordFile
{
    /// <summary>The ending of its name.</summary>
    public const string Ending = ".docx";

    /// <summary>Writes it. It opens without a question in Word and LibreOffice: no macros, no links, nothing that is fetched or to be updated.</summary>
    public static byte[] Write(TextDocument document)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All(document.Language);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Numbering();
            main.AddNewPart<DocumentSettingsPart>().Settings = SettingsOf(document);
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(WordParagraphs.Of(document.Header, WordStyles.Header));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(WordParagraphs.WithPageNumbers(document.Footer, WordStyles.Footer));
            main.Document = new Document(new Body([.. Content(document), Page(main.GetIdOfPart(header), main.GetIdOfPart(footer))]));
            Describe(file, document);
        }

        return stream.ToArray();
    }

    private static void Describe(WordprocessingDocument file, TextDocument document)
    {
        var properties = file.PackageProperties;
        properties.Title = DocumentText.Clean(document.Title);
        properties.Subject = DocumentText.Clean(document.Subject);
        properties.Creator = DocumentText.Clean(document.Author);
        properties.Language = document.Language;
        properties.Created = document.MadeAt.UtcDateTime;
        properties.Modified = document.MadeAt.UtcDateTime;
    }

    private static Settings SettingsOf(TextDocument document) => new(
        new AutoHyphenation(),
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = document.Language });

    private static IEnumerable<OpenXmlElement> Content(TextDocument document)
    {
        yield return WordParagraphs.Of(document.Title, WordStyles.Title);
        foreach (var (place, part) in document.Parts.Index())
        {
            var elements = Elements(part).ToList();
            if (place + 1 < document.Parts.Count && document.Parts[place + 1] is DocumentPart.Signatures && elements[^1] is Paragraph { ParagraphProperties: { } before })
            {
                // Nobody signs a page on which nothing else stands.
                before.KeepNext = new KeepNext();
            }

            foreach (var element in elements)
            {
                yield return element;
            }
        }
    }

    private static IEnumerable<OpenXmlElement> Elements(DocumentPart part) => part switch
    {
        DocumentPart.Heading heading => [WordParagraphs.Of(heading.Text, WordStyles.Heading(heading.Level))],
        DocumentPart.Paragraph paragraph => [WordParagraphs.Of(paragraph.Text, StyleOf(paragraph.Kind))],
        DocumentPart.Fact fact => [WordParagraphs.Fact(fact.Label, fact.Text)],
        DocumentPart.Bullets bullets => bullets.Lines.Select(WordParagraphs.Bullet),
        // Two tables that follow each other would become one.
        DocumentPart.Grid grid => [WordTables.Of(grid), WordParagraphs.Of(string.Empty, WordStyles.Aside)],
        DocumentPart.Signatures signatures => WordParagraphs.Signatures(signatures.Left, signatures.Right),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string StyleOf(ParagraphKind kind) => kind switch
    {
        ParagraphKind.Subtitle => WordStyles.Subtitle,
        ParagraphKind.Quoted => WordStyles.Quoted,
        ParagraphKind.Weighty => WordStyles.Weighty,
        ParagraphKind.Aside => WordStyles.Aside,
        _ => WordStyles.Usual,
    };

    private static SectionProperties Page(string header, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = WordStyles.PageWidth, Height = WordStyles.PageHeight },
        new PageMargin { Top = WordStyles.Margin + 283, Bottom = WordStyles.Margin, Left = WordStyles.Margin, Right = WordStyles.Margin, Header = 624, Footer = 567, Gutter = 0 });
}
