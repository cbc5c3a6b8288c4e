namespace Bot.Platform.Cards;

/// <summary>A field for a time of day.</summary>
internal sealed record TimeInput : InputElement
{
    /// <summary><c>HH:mm</c>, 24 hours.</summary>
    public string? Value { get; init; }
}
