using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Platform.Documents;

/// <summary>Paragraphs of a Word document (ECMA-376, part 1, 17.3).</summary>
internal static class WordParagraphs
{
    /// <summary>A paragraph in a style.</summary>
    public static Paragraph Of(string text, string style)
    {
        var clean = DocumentText.Clean(text);
        var paragraph = new Paragraph { ParagraphProperties = Properties(style, DocumentText.IsRightToLeft(clean)) };
        paragraph.Append(Runs(clean, isBold: false));
        return paragraph;
    }

    /// <summary>What something is in bold, and what it says beside it.</summary>
    public static Paragraph Fact(string label, string text)
    {
        var paragraph = new Paragraph { ParagraphProperties = Properties(WordStyles.Fact, isRightToLeft: false) };
        paragraph.Append(Runs(DocumentText.Clean(label), isBold: true));
        paragraph.Append(new Run(new TabChar()));
        paragraph.Append(Runs(DocumentText.Clean(text), isBold: false));
        return paragraph;
    }

    /// <summary>Two lines to sign on, and what stands below them; never parted by the end of a page.</summary>
    public static IEnumerable<Paragraph> Signatures(string left, string right)
    {
        yield return new Paragraph(new Run(new TabChar()), new Run(new TabChar()), new Run(new TabChar())) { ParagraphProperties = Properties(WordStyles.SignatureLine, isRightToLeft: false) };
        var below = new Paragraph { ParagraphProperties = Properties(WordStyles.SignatureName, isRightToLeft: false) };
        below.Append(Runs(DocumentText.Clean(left), isBold: false));
        below.Append(new Run(new TabChar()));
        below.Append(Runs(DocumentText.Clean(right), isBold: false));
        yield return below;
    }

    /// <summary>A line in a style in which <see cref="TextDocument.PageMark"/> and <see cref="TextDocument.PagesMark"/> are fields the reader's program fills.</summary>
    public static Paragraph WithPageNumbers(string text, string style)
    {
        var paragraph = new Paragraph { ParagraphProperties = Properties(style, isRightToLeft: false) };
        var from = 0;
        foreach (var (place, mark) in text.Index().Select(one => (one.Index, one.Item)).Where(one => one.Item is TextDocument.PageMark or TextDocument.PagesMark))
        {
            paragraph.Append(Runs(DocumentText.Clean(text[from..place]), isBold: false));
            paragraph.Append(new SimpleField(new Run(new Text("1"))) { Instruction = mark == TextDocument.PageMark ? " PAGE " : " NUMPAGES " });
            from = place + 1;
        }

        paragraph.Append(Runs(DocumentText.Clean(text[from..]), isBold: false));
        return paragraph;
    }

    /// <summary>A line of a list.</summary>
    public static Paragraph Bullet(string text)
    {
        var paragraph = Of(text, WordStyles.Bullet);
        paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(
            new NumberingLevelReference { Val = 0 }, new NumberingId { Val = WordStyles.BulletNumbering });
        return paragraph;
    }

    private static ParagraphProperties Properties(string style, bool isRightToLeft) => new()
    {
        ParagraphStyleId = new ParagraphStyleId { Val = style },
        BiDi = isRightToLeft ? new BiDi() : null,
    };

    private static IEnumerable<Run> Runs(string text, bool isBold)
    {
        foreach (var stretch in DocumentText.Stretches(text))
        {
            var run = new Run { RunProperties = RunProperties(stretch, isBold) };
            foreach (var (place, line) in stretch.Text.Split('\n').Index())
            {
                if (place > 0)
                {
                    run.Append(new Break());
                }

                if (line.Length > 0)
                {
                    run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
                }
            }

            yield return run;
        }
    }

    private static RunProperties? RunProperties(DirectedText stretch, bool isBold) => !isBold && !stretch.IsRightToLeft
        ? null
        : new RunProperties
        {
            Bold = isBold ? new Bold() : null,
            BoldComplexScript = isBold ? new BoldComplexScript() : null,
            RightToLeftText = stretch.IsRightToLeft ? new RightToLeftText() : null,
        };

    /// <summary>A measure in twentieths of a point.</summary>
    internal static string Measure(int twentieths) => twentieths.ToString(CultureInfo.InvariantCulture);
}
