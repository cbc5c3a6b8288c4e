using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Elements that belong together.</summary>
internal sealed record Container : CardElement
{
    public required IReadOnlyList<CardElement> Items { get; init; }

    public ContainerStyle? Style { get; init; }

    /// <summary>Lets the background reach the card's edge.</summary>
    public bool Bleed { get; init; }
}
