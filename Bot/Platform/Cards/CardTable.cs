using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>A table; on the wire <c>Table</c>. Three columns are the most that can be read on a telephone.</summary>
/// <remarks>Source: official schema 1.5, "Table". Clients older than that need a <see cref="CardElement.Fallback"/>.</remarks>
internal sealed record CardTable : StretchingElement
{
    /// <summary>How many columns there are, and how wide.</summary>
    public required IReadOnlyList<TableColumnDefinition> Columns { get; init; }

    /// <summary>From top to bottom; each with a cell for each column.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>Whether the first row names the columns, also for screen readers; null is true.</summary>
    public bool? FirstRowAsHeader { get; init; }

    /// <summary>Whether lines are drawn between the cells; null is true.</summary>
    public bool? ShowGridLines { get; init; }

    /// <summary>Colour of the lines.</summary>
    public ContainerStyle? GridStyle { get; init; }

    /// <summary>Where in their cells things stand, unless row or column say otherwise.</summary>
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    /// <summary>Where in their cells things stand, unless row or column say otherwise.</summary>
    public VerticalContentAlignment? VerticalCellContentAlignment { get; init; }
}

/// <summary>A column of a <see cref="CardTable"/>.</summary>
internal sealed record TableColumnDefinition
{
    /// <summary>A weight such as <c>2</c>, or points such as <c>48px</c>; null is a weight of 1.</summary>
    public string? Width { get; init; }

    /// <summary>Where in its cells things stand.</summary>
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    /// <summary>Where in its cells things stand.</summary>
    public VerticalContentAlignment? VerticalCellContentAlignment { get; init; }
}

/// <summary>A row of a <see cref="CardTable"/>.</summary>
internal sealed record TableRow
{
    /// <summary>Always the same word.</summary>
    public string Type { get; } = "TableRow";

    /// <summary>From left to right.</summary>
    public required IReadOnlyList<TableCell> Cells { get; init; }

    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>Where in its cells things stand.</summary>
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    /// <summary>Where in its cells things stand.</summary>
    public VerticalContentAlignment? VerticalCellContentAlignment { get; init; }
}

/// <summary>A cell of a <see cref="TableRow"/>.</summary>
internal sealed record TableCell
{
    /// <summary>Always the same word.</summary>
    public string Type { get; } = "TableCell";

    /// <summary>From top to bottom.</summary>
    public required IReadOnlyList<CardElement> Items { get; init; }

    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>Where in the cell the items stand.</summary>
    public VerticalContentAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Lets the background reach the table's edge.</summary>
    public bool Bleed { get; init; }

    /// <summary>Least height in points, such as <c>80px</c>.</summary>
    public string? MinHeight { get; init; }

    /// <summary>What happens when somebody taps it.</summary>
    public SelectAction? SelectAction { get; init; }
}
