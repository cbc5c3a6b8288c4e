namespace Bot.Platform.Cards;

/// <summary>A picture by https address: PNG, JPEG or GIF, at most 1024 × 1024 points and 1 MB, no redirects.</summary>
internal sealed record Image : CardElement
{
    /// <summary>Where it lies.</summary>
    public required string Url { get; init; }

    /// <summary>What the picture says, for those who do not see it; empty for mere decoration.</summary>
    public required string AltText { get; init; }

    /// <summary>How large, in steps.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Cut to a circle for a <see cref="ImageStyle.Person"/>.</summary>
    public ImageStyle? Style { get; init; }

    /// <summary>Width in points, such as <c>50px</c>; goes before <see cref="Size"/>.</summary>
    public string? Width { get; init; }

    /// <summary>Height in points, <c>auto</c> or <c>stretch</c>.</summary>
    public string? Height { get; init; }

    /// <summary>Shown behind transparent parts, such as <c>#DDDDDD</c>.</summary>
    public string? BackgroundColor { get; init; }

    /// <summary>Where on the line.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    /// <summary>What happens when somebody taps it.</summary>
    public SelectAction? SelectAction { get; init; }
}
