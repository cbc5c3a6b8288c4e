using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>A choice among several. With <see cref="IsMultiSelect"/> the values come back joined by commas, so no value contains one.</summary>
internal sealed record ChoiceSetInput : InputElement
{
    /// <summary>What there is to choose from; may be empty beside <see cref="ChoicesData"/>.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>Where further choices come from while somebody types.</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? ChoicesData { get; init; }

    /// <summary>How the choices are shown; <see cref="ChoiceSetStyle.Filtered"/> only without <see cref="IsMultiSelect"/>.</summary>
    public ChoiceSetStyle? Style { get; init; }

    /// <summary>Whether several may be chosen.</summary>
    public bool IsMultiSelect { get; init; }

    /// <summary>Chosen from the start; several joined by commas.</summary>
    public string? Value { get; init; }

    /// <summary>Shown while nothing is chosen; no replacement for the label.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Long titles break into lines instead of being cut.</summary>
    public bool Wrap { get; init; } = true;
}

/// <summary>One of the answers of a <see cref="ChoiceSetInput"/>.</summary>
/// <param name="Title">What people read. Plain text in a list of one choice; Markdown where it stands beside a box or a radio button, so that user text is escaped there.</param>
/// <param name="Value">What comes back; no comma.</param>
internal sealed record Choice(string Title, string Value);

/// <summary>Choices that the client looks up: the people picker of Teams, or a search answered by the bot.</summary>
/// <param name="Dataset"><see cref="Everybody"/>, <see cref="ThisConversation"/>, or a name the bot answers to in <c>application/search</c>.</param>
/// <remarks>Source: schema 1.6, "Data.Query"; Teams takes it in cards of 1.5 (Teams documentation, "people picker"). What comes back are Entra
/// object ids, which anybody can make up: they are looked up before they mean anything.</remarks>
internal sealed record DataQuery(string Dataset)
{
    /// <summary>Everybody in the organization; in 1:1 chats only.</summary>
    public const string Everybody = "graph.microsoft.com/users";

    /// <summary>The members of the conversation the card is in.</summary>
    public const string ThisConversation = "graph.microsoft.com/users?scope=currentContext";

    /// <summary>Always the same word.</summary>
    public string Type { get; } = "Data.Query";

    /// <summary>How many choices are wanted at most.</summary>
    public int? Count { get; init; }

    /// <summary>How many are left out at the beginning.</summary>
    public int? Skip { get; init; }
}
