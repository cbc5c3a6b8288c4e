namespace Bot.Platform.Cards;

/// <summary>A picture by https address: PNG, JPEG or GIF, at most 1024 × 1024 points and 1 MB, no redirects.</summary>
internal sealed record Image : CardElement
{
    public required string Url { get; init; }

    /// <summary>What the picture says, for those who do not see it; empty for mere decoration.</summary>
    public required string AltText { get; init; }

    public ImageSize? Size { get; init; }
}
