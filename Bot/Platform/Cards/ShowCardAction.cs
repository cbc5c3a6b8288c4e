namespace Bot.Platform.Cards;

/// <summary>Unfolds a further card below the buttons.</summary>
internal sealed record ShowCardAction : CardAction
{
    public required AdaptiveCard Card { get; init; }
}
