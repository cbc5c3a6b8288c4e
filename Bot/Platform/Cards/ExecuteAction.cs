using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>Sends its data and the fields of the card to the bot and shows what the bot answers in the card's place.</summary>
/// <remarks>Names its own kind as well, so that it is also written with its <c>type</c> where nothing else may stand, as in <see cref="RefreshCard"/>;
/// the serialiser allows that to unsealed types only.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
internal record ExecuteAction : CardAction
{
    /// <summary>Names what is to be done: stable and namespaced, such as <c>admission.vote</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Comes back as it is: references and a state version, never a secret or a right.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary><see cref="AssociatedInputs.None"/> sends no fields and asks for none to be filled in.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>Shown instead by clients that do not know this kind of action.</summary>
    public CardAction? Fallback { get; init; }
}

/// <summary>Sends its data and the fields of the card as a message; only as <see cref="ExecuteAction.Fallback"/>, since no card can answer it.</summary>
internal sealed record SubmitAction : CardAction
{
    /// <summary>Comes back in the message's value.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = ImmutableDictionary<string, string>.Empty;
}
