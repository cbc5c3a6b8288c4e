using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>A table of two columns: what it is, and the value.</summary>
internal sealed record FactSet : CardElement
{
    public required IReadOnlyList<Fact> Facts { get; init; }
}

/// <summary>A line of a <see cref="FactSet"/>.</summary>
/// <param name="Title">Markdown, as in <see cref="TextBlock.Text"/>.</param>
/// <param name="Value">Markdown, as in <see cref="TextBlock.Text"/>.</param>
internal sealed record Fact(string Title, string Value);
