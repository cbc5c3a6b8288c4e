using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Columns side by side; more than three are too narrow on a telephone.</summary>
internal sealed record ColumnSet : CardElement
{
    public required IReadOnlyList<Column> Columns { get; init; }

    public ContainerStyle? Style { get; init; }
}

/// <summary>One column of a <see cref="ColumnSet"/>.</summary>
internal sealed record Column
{
    /// <summary>Always the same word.</summary>
    public string Type { get; } = "Column";

    public required IReadOnlyList<CardElement> Items { get; init; }

    /// <summary><c>auto</c>, <c>stretch</c>, a weight such as <c>2</c>, or points such as <c>48px</c>.</summary>
    public string? Width { get; init; }

    public VerticalContentAlignment? VerticalContentAlignment { get; init; }

    public ContainerStyle? Style { get; init; }
}
