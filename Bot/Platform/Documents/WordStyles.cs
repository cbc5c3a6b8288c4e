using System.Collections.Generic;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Platform.Documents;

/// <summary>The styles of a Word document (ECMA-376, part 1, 17.7). Headings are the built-in ones, so that programs that read aloud find them.</summary>
internal static class WordStyles
{
    /// <summary>A4 with 2 cm around, in twentieths of a point.</summary>
    public const int PageWidth = 11906, PageHeight = 16838, Margin = 1134;

    /// <summary>Names of styles.</summary>
    public const string Usual = "Normal", Title = "Title", Subtitle = "Subtitle", Quoted = "Quote", Weighty = "Weighty", Aside = "Aside", Fact = "Fact", Bullet = "ListBullet",
        TableText = "TableText", TableHead = "TableHead", Grid = "TableGrid", Header = "Header", Footer = "Footer", SignatureLine = "SignatureLine", SignatureName = "SignatureName";

    /// <summary>The one list there is.</summary>
    public const int BulletNumbering = 1;

    /// <summary>Where the second of two things side by side begins, and where the lines to sign on end.</summary>
    private const int FactIndent = 2835, FirstLineEnd = 4253, SecondLine = 5103, SecondLineEnd = 9356;

    /// <summary>On every machine, or with a twin of the same widths (Liberation Sans).</summary>
    private const string Font = "Arial";

    private const string Grey = "595959", Pale = "F2F2F2", Line = "BFBFBF";

    /// <summary>Name of the style of a heading.</summary>
    public static string Heading(int level) => "Heading" + WordParagraphs.Measure(level);

    /// <summary>All styles.</summary>
    /// <param name="language">Language of what is not marked otherwise.</param>
    public static Styles All(string language)
    {
        var styles = new Styles(Defaults(language));
        styles.Append(Paragraphs());
        styles.Append(TableStyle());
        return styles;
    }

    /// <summary>The list marks.</summary>
    public static Numbering Numbering() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties { Indentation = new Indentation { Left = "397", Hanging = "284" } })
            { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = BulletNumbering });

    private static DocDefaults Defaults(string language) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
            FontSize = new FontSize { Val = "21" },
            FontSizeComplexScript = new FontSizeComplexScript { Val = "21" },
            Languages = new Languages { Val = language, EastAsia = "ja-JP", Bidi = "ar-SA" },
        }),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle
        {
            SpacingBetweenLines = new SpacingBetweenLines { After = "100", Line = "264", LineRule = LineSpacingRuleValues.Auto },
        }));

    private static IEnumerable<OpenXmlElement> Paragraphs()
    {
        yield return Named(Usual, "Normal", new StyleParagraphProperties { WidowControl = new WidowControl() }, new StyleRunProperties(), isDefault: true);
        yield return Named(Title, "Title", Spaced(0, 60, keep: true), Sized(36, isBold: true));
        yield return Named(Subtitle, "Subtitle", Spaced(0, 240), Sized(24, colour: Grey));
        yield return HeadingStyle(1, 30, 360, 120);
        yield return HeadingStyle(2, 24, 280, 80);
        yield return HeadingStyle(3, 21, 200, 60);
        yield return Named(Fact, "Fact", Facts(), new StyleRunProperties());
        yield return Named(Quoted, "Quote", Beside(), new StyleRunProperties());
        yield return Named(Weighty, "Weighty", Spaced(60, 60), Sized(21, isBold: true));
        yield return Named(Aside, "Aside", Spaced(0, 60), Sized(19, colour: Grey));
        yield return Named(Bullet, "List Bullet", Spaced(0, 60), new StyleRunProperties());
        yield return Named(TableText, "Table Text", Spaced(40, 40), Sized(18));
        yield return Named(TableHead, "Table Head", Spaced(40, 40, keep: true), Sized(18, isBold: true));
        yield return Named(Header, "header", Spaced(0, 0), Sized(17, colour: Grey));
        yield return Named(Footer, "footer", Centred(), Sized(17, colour: Grey));
        yield return Named(SignatureLine, "Signature Line", ToSign(), new StyleRunProperties());
        yield return Named(SignatureName, "Signature Name", BelowSigned(), Sized(18, colour: Grey));
    }

    private static Style HeadingStyle(int level, int size, int before, int after)
    {
        var properties = Spaced(before, after, keep: true);
        properties.KeepLines = new KeepLines();
        properties.OutlineLevel = new OutlineLevel { Val = level - 1 };
        return Named(Heading(level), "heading " + WordParagraphs.Measure(level), properties, Sized(size, isBold: true));
    }

    private static Style Named(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name } };
        if (isDefault)
        {
            style.Default = true;
        }
        else
        {
            style.BasedOn = new BasedOn { Val = Usual };
            style.NextParagraphStyle = new NextParagraphStyle { Val = Usual };
        }

        style.PrimaryStyle = new PrimaryStyle();
        style.StyleParagraphProperties = paragraph;
        if (run.HasChildren)
        {
            style.StyleRunProperties = run;
        }

        return style;
    }

    private static StyleParagraphProperties Spaced(int before, int after, bool keep = false) => new()
    {
        KeepNext = keep ? new KeepNext() : null,
        SpacingBetweenLines = new SpacingBetweenLines { Before = WordParagraphs.Measure(before), After = WordParagraphs.Measure(after) },
    };

    private static StyleParagraphProperties Facts() => new()
    {
        Tabs = new Tabs(new TabStop { Val = TabStopValues.Left, Position = FactIndent }),
        SpacingBetweenLines = new SpacingBetweenLines { After = "40" },
        Indentation = new Indentation { Left = WordParagraphs.Measure(FactIndent), Hanging = WordParagraphs.Measure(FactIndent) },
    };

    private static StyleParagraphProperties Beside() => new()
    {
        KeepNext = new KeepNext(),
        ParagraphBorders = new ParagraphBorders { LeftBorder = new LeftBorder { Val = BorderValues.Single, Size = 12, Space = 8, Color = Line } },
        SpacingBetweenLines = new SpacingBetweenLines { Before = "60", After = "100" },
        Indentation = new Indentation { Left = "284" },
    };

    private static StyleParagraphProperties Centred() => new() { Justification = new Justification { Val = JustificationValues.Center } };

    private static StyleParagraphProperties ToSign() => new()
    {
        KeepNext = new KeepNext(),
        KeepLines = new KeepLines(),
        Tabs = new Tabs(
            new TabStop { Val = TabStopValues.Left, Leader = TabStopLeaderCharValues.Underscore, Position = FirstLineEnd },
            new TabStop { Val = TabStopValues.Left, Position = SecondLine },
            new TabStop { Val = TabStopValues.Left, Leader = TabStopLeaderCharValues.Underscore, Position = SecondLineEnd }),
        SpacingBetweenLines = new SpacingBetweenLines { Before = "960", After = "0" },
    };

    private static StyleParagraphProperties BelowSigned() => new()
    {
        KeepLines = new KeepLines(),
        Tabs = new Tabs(new TabStop { Val = TabStopValues.Left, Position = SecondLine }),
    };

    private static StyleRunProperties Sized(int halfPoints, bool isBold = false, string? colour = null) => new()
    {
        Bold = isBold ? new Bold() : null,
        BoldComplexScript = isBold ? new BoldComplexScript() : null,
        Color = colour is null ? null : new Color { Val = colour },
        FontSize = new FontSize { Val = WordParagraphs.Measure(halfPoints) },
        FontSizeComplexScript = new FontSizeComplexScript { Val = WordParagraphs.Measure(halfPoints) },
    };

    private static Style TableStyle() => new(
        new StyleName { Val = "Table Grid" },
        new PrimaryStyle(),
        new StyleTableProperties
        {
            TableBorders = new TableBorders
            {
                TopBorder = new TopBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                LeftBorder = new LeftBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                BottomBorder = new BottomBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                RightBorder = new RightBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                InsideHorizontalBorder = new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                InsideVerticalBorder = new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = Line },
            },
            TableCellMarginDefault = new TableCellMarginDefault
            {
                TableCellLeftMargin = new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                TableCellRightMargin = new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa },
            },
        },
        new TableStyleProperties(new TableStyleConditionalFormattingTableCellProperties { Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Pale } })
        {
            Type = TableStyleOverrideValues.FirstRow,
        })
    {
        Type = StyleValues.Table,
        StyleId = Grid,
    };
}
