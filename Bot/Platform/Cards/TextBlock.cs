namespace Bot.Platform.Cards;

/// <summary>Text with the Markdown that Teams knows in cards: bold, italic, lists, links.</summary>
internal sealed record TextBlock : StretchingElement
{
    /// <summary>Markdown. What a person has typed goes through <see cref="CardText.Escape"/> first.</summary>
    public required string Text { get; init; }

    /// <summary>True unless told otherwise: without it Teams cuts the text at the first line's end.</summary>
    public bool Wrap { get; init; } = true;

    /// <summary>Lines shown at most; the rest is cut.</summary>
    public int? MaxLines { get; init; }

    /// <summary>How heavy.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>How large.</summary>
    public TextSize? Size { get; init; }

    /// <summary><see cref="TextBlockStyle.Heading"/> lets screen readers jump here.</summary>
    public TextBlockStyle? Style { get; init; }

    /// <summary>Letters of equal width.</summary>
    public FontType? FontType { get; init; }

    /// <summary>Never the only carrier of a meaning.</summary>
    public TextColor? Color { get; init; }

    /// <summary>Of lesser weight for the eye.</summary>
    public bool IsSubtle { get; init; }

    /// <summary>Where on the line.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}
