using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Buttons within the body, next to what they are about.</summary>
internal sealed record ActionSet : CardElement
{
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
