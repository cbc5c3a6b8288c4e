using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Shows what is hidden and hides what is shown, within the client.</summary>
internal sealed record ToggleVisibilityAction : SelectAction
{
    /// <summary>Elements of the same card.</summary>
    public required IReadOnlyList<TargetElement> TargetElements { get; init; }
}
