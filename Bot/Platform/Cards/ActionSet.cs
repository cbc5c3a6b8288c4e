using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Buttons within the body, next to what they are about.</summary>
internal sealed record ActionSet : StretchingElement
{
    /// <summary>The buttons; Teams shows at most <see cref="CardLimits.PrimaryActions"/> in the row.</summary>
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
