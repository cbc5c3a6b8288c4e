namespace Bot.Platform.Cards;

/// <summary>A switch; comes back as the text <c>true</c> or <c>false</c>, unless it says otherwise.</summary>
internal sealed record ToggleInput : InputElement
{
    /// <summary>What is true when the switch is on.</summary>
    public required string Title { get; init; }

    /// <summary><see cref="ValueOn"/> or <see cref="ValueOff"/>; null is off.</summary>
    public string? Value { get; init; }

    /// <summary>What comes back when it is on; null for <c>true</c>.</summary>
    public string? ValueOn { get; init; }

    /// <summary>What comes back when it is off; null for <c>false</c>.</summary>
    public string? ValueOff { get; init; }

    /// <summary>A long title breaks into lines instead of being cut.</summary>
    public bool Wrap { get; init; } = true;
}
