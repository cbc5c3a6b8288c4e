using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>A choice among several. With <see cref="IsMultiSelect"/> the values come back joined by commas, so no value contains one.</summary>
internal sealed record ChoiceSetInput : InputElement
{
    public required IReadOnlyList<Choice> Choices { get; init; }

    public ChoiceSetStyle? Style { get; init; }

    public bool IsMultiSelect { get; init; }

    /// <summary>Chosen from the start; several joined by commas.</summary>
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>Long titles break into lines instead of being cut.</summary>
    public bool Wrap { get; init; } = true;
}

/// <summary>One of the answers of a <see cref="ChoiceSetInput"/>.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Value">What comes back; no comma.</param>
internal sealed record Choice(string Title, string Value);
