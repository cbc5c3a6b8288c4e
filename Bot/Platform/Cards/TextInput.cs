namespace Bot.Platform.Cards;

/// <summary>A field for text.</summary>
internal sealed record TextInput : InputElement
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool IsMultiline { get; init; }

    /// <summary>Longest text in UTF-16 characters; a hint to the client.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Which keyboard a telephone offers.</summary>
    public TextInputStyle? Style { get; init; }
}
