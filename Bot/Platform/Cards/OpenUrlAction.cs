namespace Bot.Platform.Cards;

/// <summary>Opens an address in the browser. Teams warns unless the app's manifest lists the host.</summary>
internal sealed record OpenUrlAction : SelectAction
{
    /// <summary>The address, https.</summary>
    public required string Url { get; init; }
}
