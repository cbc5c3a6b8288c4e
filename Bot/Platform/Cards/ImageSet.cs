using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Pictures side by side, in as many lines as they need.</summary>
internal sealed record ImageSet : StretchingElement
{
    /// <summary>The pictures.</summary>
    public required IReadOnlyList<ImageSetImage> Images { get; init; }

    /// <summary>How large each is.</summary>
    public ImageSize? ImageSize { get; init; }
}

/// <summary>A picture of an <see cref="ImageSet"/>, which decides its size.</summary>
internal sealed record ImageSetImage
{
    /// <summary>Always the same word.</summary>
    public string Type { get; } = "Image";

    /// <summary>Where it lies.</summary>
    public required string Url { get; init; }

    /// <summary>What the picture says, for those who do not see it; empty for mere decoration.</summary>
    public required string AltText { get; init; }

    /// <summary>Cut to a circle for a <see cref="ImageStyle.Person"/>.</summary>
    public ImageStyle? Style { get; init; }

    /// <summary>What happens when somebody taps it.</summary>
    public SelectAction? SelectAction { get; init; }
}
