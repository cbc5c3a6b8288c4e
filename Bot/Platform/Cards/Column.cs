using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>One column of a <see cref="ColumnSet"/>.</summary>
internal sealed record Column
{
    /// <summary>Always the same word.</summary>
    public string Type { get; } = "Column";

    /// <summary>From top to bottom.</summary>
    public required IReadOnlyList<CardElement> Items { get; init; }

    /// <summary><c>auto</c>, <c>stretch</c>, a weight such as <c>2</c>, or points such as <c>48px</c>.</summary>
    public string? Width { get; init; }

    /// <summary>Where in the column the items stand.</summary>
    public VerticalContentAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>Lets the background reach the card's edge.</summary>
    public bool Bleed { get; init; }

    /// <summary>Least height in points, such as <c>80px</c>.</summary>
    public string? MinHeight { get; init; }

    /// <summary>Whether the items run from right to left; null as the card does.</summary>
    public bool? Rtl { get; init; }

    /// <summary>Distance to the column before.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>Draws a line before the column.</summary>
    public bool Separator { get; init; }

    /// <summary>What happens when somebody taps it.</summary>
    public SelectAction? SelectAction { get; init; }

    /// <summary>Name within the card.</summary>
    public string? Id { get; init; }

    /// <summary>False hides the column until a <see cref="ToggleVisibilityAction"/> shows it; null is visible.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Features a client must have to show the column, with their lowest versions.</summary>
    public IReadOnlyDictionary<string, string>? Requires { get; init; }

    /// <summary>What a client shows that does not meet <see cref="Requires"/>.</summary>
    [JsonConverter(typeof(FallbackConverter<Column>))]
    public Fallback<Column>? Fallback { get; init; }

    /// <summary>Shows the column only on cards of this width; see <see cref="CardElement.TargetWidth"/>.</summary>
    public string? TargetWidth { get; init; }
}
