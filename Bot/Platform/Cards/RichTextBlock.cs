using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Runs of text on one line, each with its own look; no Markdown, so nothing needs escaping.</summary>
internal sealed record RichTextBlock : CardElement
{
    public required IReadOnlyList<TextRun> Inlines { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

/// <summary>A piece of a <see cref="RichTextBlock"/>.</summary>
internal sealed record TextRun
{
    /// <summary>Always the same word.</summary>
    public string Type { get; } = "TextRun";

    /// <summary>Shown as it is; Markdown is not read here.</summary>
    public required string Text { get; init; }

    public TextWeight? Weight { get; init; }

    public TextSize? Size { get; init; }

    public TextColor? Color { get; init; }

    public bool IsSubtle { get; init; }

    public bool Italic { get; init; }

    public bool Strikethrough { get; init; }
}
