namespace Bot.Platform.Cards;

/// <summary>Opens an address in the browser.</summary>
internal sealed record OpenUrlAction : CardAction
{
    public required string Url { get; init; }
}
