namespace Bot.Platform.Cards;

/// <summary>A field for a time of day.</summary>
internal sealed record TimeInput : InputElement
{
    /// <summary><c>HH:mm</c>, 24 hours.</summary>
    public string? Value { get; init; }

    /// <summary>Earliest time, <c>HH:mm</c>.</summary>
    public string? Min { get; init; }

    /// <summary>Latest time, <c>HH:mm</c>.</summary>
    public string? Max { get; init; }

    /// <summary>Shown while the field is empty; no replacement for the label.</summary>
    public string? Placeholder { get; init; }
}
