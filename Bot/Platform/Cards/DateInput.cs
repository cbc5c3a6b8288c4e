namespace Bot.Platform.Cards;

/// <summary>A field for a day, written <c>2027-01-14</c> in every language.</summary>
internal sealed record DateInput : InputElement
{
    /// <summary><c>yyyy-MM-dd</c></summary>
    public string? Value { get; init; }

    /// <summary>Earliest day, <c>yyyy-MM-dd</c>.</summary>
    public string? Min { get; init; }

    /// <summary>Latest day, <c>yyyy-MM-dd</c>.</summary>
    public string? Max { get; init; }

    /// <summary>Shown while the field is empty; no replacement for the label.</summary>
    public string? Placeholder { get; init; }
}
