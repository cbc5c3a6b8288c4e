using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Runs of text on one line, each with its own look; no Markdown, so nothing needs escaping.</summary>
internal sealed record RichTextBlock : StretchingElement
{
    /// <summary>The pieces, one after the other.</summary>
    public required IReadOnlyList<TextRun> Inlines { get; init; }

    /// <summary>Where on the line.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

/// <summary>A piece of a <see cref="RichTextBlock"/>.</summary>
internal sealed record TextRun
{
    /// <summary>Always the same word.</summary>
    public string Type { get; } = "TextRun";

    /// <summary>Shown as it is; Markdown is not read here.</summary>
    public required string Text { get; init; }

    /// <summary>How heavy.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>How large.</summary>
    public TextSize? Size { get; init; }

    /// <summary>Never the only carrier of a meaning.</summary>
    public TextColor? Color { get; init; }

    /// <summary>Letters of equal width.</summary>
    public FontType? FontType { get; init; }

    /// <summary>Of lesser weight for the eye.</summary>
    public bool IsSubtle { get; init; }

    /// <summary>Slanted.</summary>
    public bool Italic { get; init; }

    /// <summary>Struck out.</summary>
    public bool Strikethrough { get; init; }

    /// <summary>Underlined.</summary>
    public bool Underline { get; init; }

    /// <summary>Marked as with a pen.</summary>
    public bool Highlight { get; init; }

    /// <summary>What happens when somebody taps it.</summary>
    public SelectAction? SelectAction { get; init; }
}
