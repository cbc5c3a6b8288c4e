using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>A table of two columns: what it is, and the value.</summary>
internal sealed record FactSet : StretchingElement
{
    /// <summary>From top to bottom.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }
}

/// <summary>A line of a <see cref="FactSet"/>.</summary>
/// <param name="Title">Markdown, as in <see cref="TextBlock.Text"/>. Clients keep it on one line beside the value, so it is short.</param>
/// <param name="Value">Markdown, as in <see cref="TextBlock.Text"/>.</param>
internal sealed record Fact(string Title, string Value);
