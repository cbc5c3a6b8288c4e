namespace Bot.Platform.Cards;

/// <summary>A field for text.</summary>
internal sealed record TextInput : InputElement
{
    /// <summary>Filled in from the start.</summary>
    public string? Value { get; init; }

    /// <summary>Shown while the field is empty; no replacement for the label.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Whether the field has several lines.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>Longest text in UTF-16 characters; a hint to the client.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What the text must match, as a regular expression of JavaScript; a hint to the client.</summary>
    public string? Regex { get; init; }

    /// <summary>Which keyboard a telephone offers. <see cref="TextInputStyle.Password"/> hides the text on the screen only.</summary>
    public TextInputStyle? Style { get; init; }

    /// <summary>A button at the end of the field.</summary>
    public SelectAction? InlineAction { get; init; }
}
