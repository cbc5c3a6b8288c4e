namespace Bot.Platform.Cards;

/// <summary>A field for a number.</summary>
internal sealed record NumberInput : InputElement
{
    /// <summary>Filled in from the start.</summary>
    public decimal? Value { get; init; }

    /// <summary>Least value.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest value.</summary>
    public decimal? Max { get; init; }

    /// <summary>Shown while the field is empty; no replacement for the label.</summary>
    public string? Placeholder { get; init; }
}
