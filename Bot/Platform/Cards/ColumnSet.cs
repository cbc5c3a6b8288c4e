using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Columns side by side; more than three are too narrow on a telephone.</summary>
internal sealed record ColumnSet : StretchingElement
{
    /// <summary>From left to right.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>Lets the background reach the card's edge.</summary>
    public bool Bleed { get; init; }

    /// <summary>Least height in points, such as <c>80px</c>.</summary>
    public string? MinHeight { get; init; }

    /// <summary>Where the columns stand when they do not fill the card.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    /// <summary>What happens when somebody taps it.</summary>
    public SelectAction? SelectAction { get; init; }
}
