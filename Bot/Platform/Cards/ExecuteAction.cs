using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>Sends its data and the fields of the card to the bot and shows what the bot answers in the card's place.</summary>
/// <remarks>Names its own kind as well, so that it is also written with its <c>type</c> where nothing else may stand, as in <see cref="RefreshCard"/>;
/// the serialiser allows that to unsealed types only.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
internal record ExecuteAction : SelectAction
{
    /// <summary>Names what is to be done: stable and namespaced, such as <c>admission.vote</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Comes back as it is: references and a state version, never a secret or a right. Always an object: Teams takes no bare text here.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary><see cref="AssociatedInputs.None"/> sends no fields and asks for none to be filled in.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>True greys the button out until a field was changed. Only Teams understands it.</summary>
    public bool ConditionallyEnabled { get; init; }
}
