namespace Bot.Platform.Cards;

/// <summary>Text with the Markdown that Teams knows in cards: bold, italic, lists, links.</summary>
internal sealed record TextBlock : CardElement
{
    /// <summary>Markdown. What a person has typed goes through <see cref="CardText.Escape"/> first.</summary>
    public required string Text { get; init; }

    /// <summary>True unless told otherwise: without it Teams cuts the text at the first line's end.</summary>
    public bool Wrap { get; init; } = true;

    public TextWeight? Weight { get; init; }

    public TextSize? Size { get; init; }

    /// <summary><see cref="TextBlockStyle.Heading"/> lets screen readers jump here.</summary>
    public TextBlockStyle? Style { get; init; }

    /// <summary>Never the only carrier of a meaning.</summary>
    public TextColor? Color { get; init; }

    public bool IsSubtle { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }
}
