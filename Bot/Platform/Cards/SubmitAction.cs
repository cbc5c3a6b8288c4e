using System.Collections.Generic;
using System.Collections.Immutable;

namespace Bot.Platform.Cards;

/// <summary>Sends its data and the fields of the card as a message, which no card can answer; so the bot's own buttons are <see cref="ExecuteAction"/>s.</summary>
internal sealed record SubmitAction : SelectAction
{
    /// <summary>Comes back in the message's value. With a datum <c>verb</c> it is taken like an <see cref="ExecuteAction"/> of that verb.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary><see cref="AssociatedInputs.None"/> sends no fields and asks for none to be filled in.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>True greys the button out until a field was changed. Only Teams understands it.</summary>
    public bool ConditionallyEnabled { get; init; }
}
