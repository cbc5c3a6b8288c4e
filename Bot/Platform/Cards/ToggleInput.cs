namespace Bot.Platform.Cards;

/// <summary>A switch; comes back as the text <c>true</c> or <c>false</c>.</summary>
internal sealed record ToggleInput : InputElement
{
    /// <summary>What is true when the switch is on.</summary>
    public required string Title { get; init; }

    /// <summary><c>true</c> or <c>false</c>; null is off.</summary>
    public string? Value { get; init; }
}
