using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Elements that belong together.</summary>
internal sealed record Container : StretchingElement
{
    /// <summary>From top to bottom.</summary>
    public required IReadOnlyList<CardElement> Items { get; init; }

    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>Where in the container the items stand.</summary>
    public VerticalContentAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Lets the background reach the card's edge.</summary>
    public bool Bleed { get; init; }

    /// <summary>Least height in points, such as <c>80px</c>.</summary>
    public string? MinHeight { get; init; }

    /// <summary>What happens when somebody taps it.</summary>
    public SelectAction? SelectAction { get; init; }
}
