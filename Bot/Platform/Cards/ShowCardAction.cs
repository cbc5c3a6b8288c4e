namespace Bot.Platform.Cards;

/// <summary>Unfolds a further card below the buttons.</summary>
internal sealed record ShowCardAction : CardAction
{
    /// <summary>What is unfolded. Its fields are sent by its own buttons only, together with the fields of the card around it.</summary>
    public required AdaptiveCard Card { get; init; }
}
